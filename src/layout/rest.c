// SPDX-License-Identifier: MIT
#include "layout/inside.h"

void page_rest_add(Page *page, size_t at, Buffer *out)
{
    const Entry *entry = &page->sheet->entries[at];
    if (entry->kind != ENTRY_PASSAGE)
        return;
    Margin margin = margin_of(page, &page->sheet->strips[page_entry_strip(page, at)], entry, out);
    if (margin.passage)
        margin_add_rest(&margin);
}
