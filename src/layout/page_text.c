// SPDX-License-Identifier: MIT
// What an entry says, as text.
#include "diptych/search.h"
#include "layout/inside.h"

// The words around a place, about as they are painted.
static void add_context(Page *page, const Entry *entry, Buffer *out)
{
    PassageId id = {entry->target.index, entry->target.ordinal};
    size_t columns = page_entry_field(page, entry).columns, label = measure_label_columns(&page->measure);
    Str text;
    Match keyword;
    if (columns > label && hit_text(page->dossier, id, entry->keyword, &text))
        search_context_add(out, text, entry->keyword, columns - label, page->measure.ascii, &keyword);
}

void page_text_add(Page *page, size_t at, Buffer *out)
{
    const Entry *entry = &page->sheet->entries[at];
    const Speech *speech;
    const Passage *passage = entry->kind == ENTRY_PASSAGE ? page_passage(page, entry, &speech) : NULL;
    if (passage)
        buffer_add(out, passage->text);
    else if (entry->kind == ENTRY_HIT)
        add_context(page, entry, out);
    else
        buffer_add(out, entry->text);
    buffer_add_byte(out, '\n');
    buffer_add(out, entry->label);
    buffer_add_byte(out, '\n');
    if (entry->kind == ENTRY_HEADING || entry->kind == ENTRY_TITLE)
        buffer_add(out, entry->aside);
}
