// SPDX-License-Identifier: MIT
#include "diptych/cut.h"
#include "diptych/memory.h"
#include "layout/inside.h"

// What is shown of words that were cut before has a mark of it that the terminal may not have.
static void add_text(const Page *page, const Entry *entry, Block *block)
{
    Str rest = entry->text, mark = str_of(cut_mark(false));
    while (page->measure.ascii && rest.len) {
        size_t at = 0;
        while (at < rest.len && !str_starts(str_slice(rest, at, rest.len), mark))
            at++;
        buffer_add(&block->words, str_slice(rest, 0, at));
        buffer_add_text(&block->words, at < rest.len ? cut_mark(true) : "");
        rest = str_slice(rest, at + mark.len, rest.len);
    }
    buffer_add(&block->words, rest);
    block->foot = (uint32_t)block->words.len;
}

// Prose behind its label, or below one that has no room in front of it.
static void lay_text(Page *page, const Entry *entry, Block *block)
{
    size_t columns = page_entry_field(page, entry).columns;
    if (entry->label.len && !under_has_room(&page->under, entry->label)) {
        buffer_add(&block->words, entry->label);
        block->text = (uint32_t)block->words.len;
        block_break(block, PART_HEAD, 0, columns, PAD_COLUMNS, &page->breaks);
    }
    add_text(page, entry, block);
    block_break(block, PART_TEXT, block->text, columns, entry->label.len ? page->under.text : PAD_COLUMNS,
                &page->breaks);
}

static void lay_row(Page *page, const Entry *entry, Block *block)
{
    size_t columns = page_entry_field(page, entry).columns;
    for (size_t i = row_lines(&page->under, entry, columns); i > 0; i--)
        block_break(block, PART_TEXT, 0, columns, PAD_COLUMNS, &page->breaks);
}

// Columns in front of what a side holds.
#define SENTENCE_COLUMNS 3

// Words about a side: where there are no columns they say which.
static void lay_words(Page *page, const Entry *entry, size_t indent, const char *behind, Block *block)
{
    if (page->measure.stacked && entry->label.len) {
        buffer_add(&block->words, entry->label);
        buffer_add_text(&block->words, behind);
        block->text = (uint32_t)block->words.len;
    }
    add_text(page, entry, block);
    block_break(block, PART_TEXT, 0, page_entry_field(page, entry).columns, indent, &page->breaks);
}

static void lay_entry(Page *page, const Strip *strip, const Entry *entry, Block *block)
{
    switch (entry->kind) {
    case ENTRY_PASSAGE:
        passage_lay(page, strip, entry, block);
        break;
    case ENTRY_TEXT:
        lay_text(page, entry, block);
        break;
    case ENTRY_SILENCE:
        lay_words(page, entry, page_margin(page), ", ", block);
        break;
    case ENTRY_SENTENCE:
        lay_words(page, entry, SENTENCE_COLUMNS, ": ", block);
        break;
    case ENTRY_TITLE:
        title_lay(page, entry, block);
        break;
    case ENTRY_ROW:
        lay_row(page, entry, block);
        break;
    case ENTRY_HEADING:
    case ENTRY_HIT:
        block_break(block, PART_TEXT, 0, PAD_COLUMNS, 0, &page->breaks);
        break;
    }
}

// Blank rows behind an entry: speech is set apart, prose and lists are not.
static size_t gap_of(const Entry *entry)
{
    return entry->kind == ENTRY_PASSAGE || entry->kind == ENTRY_SILENCE;
}

// A heading keeps a blank row from prose and lists before it.
static size_t blank_above(const Page *page, const Strip *strip, const Entry *entry)
{
    return entry->kind == ENTRY_HEADING && strip->first > 0 &&
           gap_of(&page->sheet->entries[strip->first - 1]) == 0 &&
           page->sheet->entries[strip->first - 1].kind != ENTRY_HEADING;
}

static size_t place(const Entry *entry, Block *block, size_t row)
{
    block->row = row;
    return row + block->line_count + gap_of(entry);
}

static size_t place_column(const Entry *entries, Block *blocks, size_t count, size_t row)
{
    for (size_t i = 0; i < count; i++)
        row = place(&entries[i], &blocks[i], row);
    return row;
}

// Whether the left entry is to be read before the right one: in the order of the record where there is one.
static bool comes_first(const Entry *left, const Entry *right)
{
    if (left->kind != ENTRY_PASSAGE || right->kind != ENTRY_PASSAGE)
        return left->kind != ENTRY_PASSAGE;
    return left->target.index != right->target.index || left->target.ordinal <= right->target.ordinal;
}

static bool same_passage(const Entry *a, const Entry *b)
{
    return a->kind == ENTRY_PASSAGE && b->kind == ENTRY_PASSAGE && a->target.index == b->target.index &&
           a->target.ordinal == b->target.ordinal;
}

// Which side the next block of two columns is of, whose next free rows these are. Of two passages that would
// begin on one row the one that is read later goes a row further down, so that only what belongs together
// begins together.
static Side next_side(const Entry *left, const Entry *right, size_t rows[2])
{
    if (rows[0] == rows[1] && left->kind == ENTRY_PASSAGE && right->kind == ENTRY_PASSAGE)
        rows[comes_first(left, right) ? SIDE_RIGHT : SIDE_LEFT]++;
    return rows[1] < rows[0] ? SIDE_RIGHT : SIDE_LEFT;
}

static size_t place_columns(const Strip *strip, const Entry *entries, Block *blocks)
{
    size_t at[2] = {0, strip->left}, end[2] = {strip->left, (size_t)strip->left + strip->right};
    size_t rows[2] = {0, 0};
    for (int side = 0; strip->pairing != PAIRING_NONE && side < 2; side++)
        if (at[side] < end[side]) {
            rows[side] = place(&entries[at[side]], &blocks[at[side]], 0);
            at[side]++;
        }
    while (at[0] < end[0] || at[1] < end[1]) {
        Side side = at[0] < end[0] ? SIDE_LEFT : SIDE_RIGHT;
        if (at[0] < end[0] && at[1] < end[1])
            side = next_side(&entries[at[0]], &entries[at[1]], rows);
        rows[side] = place(&entries[at[side]], &blocks[at[side]], rows[side]);
        at[side]++;
    }
    return rows[0] > rows[1] ? rows[0] : rows[1];
}

// A joint text, which is in both columns, is shown once.
static size_t place_stacked(const Strip *strip, const Entry *entries, Block *blocks)
{
    size_t i = 0, j = strip->left, end = strip->left + strip->right, row = 0;
    while (i < strip->left || j < end) {
        if (j < end && i > 0 && same_passage(&entries[i - 1], &entries[j])) {
            blocks[j].line_count = 0;
            blocks[j++].row = blocks[i - 1].row;
        } else if (j == end || (i < strip->left && comes_first(&entries[i], &entries[j]))) {
            row = place(&entries[i], &blocks[i], row);
            i++;
        } else {
            row = place(&entries[j], &blocks[j], row);
            j++;
        }
    }
    return row;
}

Laid *strip_lay(Page *page, size_t index)
{
    const Strip *strip = &page->sheet->strips[index];
    const Entry *entries = page->sheet->entries + strip->first;
    Laid *laid = mem_new(1, sizeof *laid);
    under_find(&page->under, page->sheet, strip, &page->measure);
    laid->count = (size_t)strip->left + strip->right + strip->whole;
    laid->blocks = mem_new(laid->count, sizeof *laid->blocks);
    for (size_t i = 0; i < laid->count; i++)
        lay_entry(page, strip, &entries[i], &laid->blocks[i]);
    if (strip->whole) {
        laid->rows = place_column(entries, laid->blocks, strip->whole, blank_above(page, strip, entries));
    } else if (page->measure.stacked) {
        laid->rows = place_stacked(strip, entries, laid->blocks);
    } else {
        laid->rows = place_columns(strip, entries, laid->blocks);
    }
    if (laid->rows == 0)
        laid->rows = 1;
    return laid;
}
