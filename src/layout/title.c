// SPDX-License-Identifier: MIT
// Titles in the room that they have: whole, by what is short for them, over several lines, or cut.
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/meaning.h"
#include "layout/inside.h"

// The same with the short title of what the entry is about in the place of the whole one.
static void add_brief(const Page *page, const Entry *entry, Buffer *out)
{
    Buffer whole = {0};
    if (entry->target.kind != TARGET_NONE && entry->target.kind != TARGET_PASSAGE)
        meaning_title_add(&whole, page->dossier, entry->target);
    Str title = buffer_str(&whole);
    if (title.len && str_starts(entry->text, title)) {
        meaning_brief_add(out, page->dossier, entry->target);
        buffer_add(out, str_slice(entry->text, title.len, entry->text.len));
    } else {
        buffer_add(out, entry->text);
    }
    buffer_free(&whole);
}

bool title_add(const Page *page, const Entry *entry, size_t columns, Buffer *out)
{
    Buffer brief = {0};
    bool whole = cluster_fit(entry->text, columns) == entry->text.len;
    if (whole) {
        buffer_add(out, entry->text);
    } else {
        add_brief(page, entry, &brief);
        whole = cluster_fit(buffer_str(&brief), columns) == brief.len;
        cut_add(out, buffer_str(&brief), columns, page->measure.ascii);
    }
    buffer_free(&brief);
    return whole;
}

// Columns in front of the aside of a title: of the words, and of the blanks between.
static size_t taken(Str words)
{
    return PAD_COLUMNS + cluster_columns(words) + APART_COLUMNS;
}

void title_lay(Page *page, const Entry *entry, Block *block)
{
    size_t columns = page_entry_field(page, entry).columns, aside = cluster_columns(entry->aside) + 1;
    Str title = entry->text;
    Buffer brief = {0};
    if (taken(title) + aside > columns) {
        add_brief(page, entry, &brief);
        title = buffer_str(&brief);
    }
    buffer_add(&block->words, title);
    buffer_free(&brief);
    block->foot = (uint32_t)block->words.len;
    block_break(block, PART_TEXT, 0, columns - 1, PAD_COLUMNS, &page->breaks);
    const BlockLine *last = &block->lines[block->line_count - 1];
    Str end = str_slice(buffer_str(&block->words), last->from, last->to);
    if (entry->aside.len && taken(end) + aside > columns)
        block_break(block, PART_TEXT, block->words.len, columns, PAD_COLUMNS, &page->breaks);
}
