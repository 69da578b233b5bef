// SPDX-License-Identifier: MIT
#include "layout/inside.h"

static bool starts_or_ends_quoted(Str text)
{
    static const char *const quotes[] = {"\"",       "\xe2\x80\x9c", "\xe2\x80\x9d",
                                         "\xc2\xab", "\xc2\xbb",     "\xe3\x80\x8c"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (str_starts(text, str_of(quotes[i])))
            return true;
    return false;
}

// What stands around the text: brackets around what the record leaves out, so that it can never be taken for
// speech, and quotes around what is somebody's own words.
typedef struct Frame {
    const char *open;
    const char *close;
} Frame;

static Frame frame_of(const Page *page, const Passage *passage)
{
    if (passage->status == STATUS_OMITTED)
        return (Frame){"[... ", "]"};
    if (passage->status != STATUS_VERBATIM || starts_or_ends_quoted(passage->text))
        return (Frame){"", ""};
    return page->measure.ascii ? (Frame){"\"", "\""} : (Frame){"\xe2\x80\x9c", "\xe2\x80\x9d"};
}

static void add_words(const Page *page, const Strip *strip, const Passage *passage, Block *block)
{
    Frame frame = frame_of(page, passage);
    if (*frame.open)
        block_add_insert(block, 0, str_of(frame.open));
    if (page->names)
        lens_add(page->dossier, page->names, strip->parties, passage->text, block);
    else
        buffer_add(&block->words, passage->text);
    if (*frame.close)
        block_add_insert(block, passage->text.len, str_of(frame.close));
}

size_t page_margin(const Page *page)
{
    return page->measure.plain ? 1 : MARGIN_COLUMNS;
}

// Columns of the number, which has three at least, its marks, and the blanks around them.
static uint16_t lead_of(const Page *page, const Speech *speech, const Passage *passage)
{
    Buffer marks = {0};
    size_t digits = 1, columns;
    for (uint32_t rest = passage->number; rest >= 10; rest /= 10)
        digits++;
    marks_add(page, speech, passage, &marks);
    columns = (digits > NUMBER_COLUMNS ? digits : NUMBER_COLUMNS) + cluster_columns(buffer_str(&marks)) + 2;
    buffer_free(&marks);
    return (uint16_t)columns;
}

void passage_lay(Page *page, const Strip *strip, const Entry *entry, Block *block)
{
    Margin margin = margin_of(page, strip, entry, &block->words);
    size_t columns = page_entry_field(page, entry).columns;
    if (!margin.passage)
        return;
    const size_t indent = page_margin(page);
    block->lead = page->measure.plain ? (uint16_t)indent : lead_of(page, margin.speech, margin.passage);
    margin_add_head(&margin, &block->name);
    block->text = (uint32_t)block->words.len;
    if (block->text)
        block_break(block, PART_HEAD, 0, columns, indent, &page->breaks);
    add_words(page, strip, margin.passage, block);
    block->foot = (uint32_t)block->words.len;
    block_break(block, PART_TEXT, block->text, columns, indent, &page->breaks);
    margin_add_foot(&margin);
    if (block->words.len > block->foot)
        block_break(block, PART_FOOT, block->foot, columns, indent, &page->breaks);
}
