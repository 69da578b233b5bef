// SPDX-License-Identifier: MIT
#include "layout/canvas.h"

// The head's first words, the speaker's name, are not dimmed.
static void paint_head(const Canvas *canvas, const Entry *entry, const Block *block, const BlockLine *line,
                       size_t row)
{
    Str words = canvas_words(block, line);
    size_t name = block->name > line->from ? block->name - line->from : 0;
    size_t column =
        canvas_put(canvas, row, line->indent, str_slice(words, 0, name), canvas_side(canvas, entry));
    canvas_put(canvas, row, column, str_slice(words, name, words.len), STYLE_DIM);
}

static void paint_line(const Canvas *canvas, const Entry *entry, const Block *block, const BlockLine *line,
                       size_t row, Style style)
{
    if (line->part == PART_HEAD)
        paint_head(canvas, entry, block, line, row);
    else {
        Style own = line->part == PART_FOOT ? STYLE_DIM : style;
        bool rtl = block->rtl && line->part == PART_TEXT;
        size_t column = canvas_put_line(canvas, row, line->indent, canvas_words(block, line), rtl, own);
        canvas_put(canvas, row, column, str_of(line->hyphen ? "-" : ""), own);
    }
}

static Style text_style(const Canvas *canvas, const Entry *entry)
{
    const Speech *speech;
    if (entry->kind == ENTRY_SILENCE)
        return STYLE_DIM;
    if (entry->kind == ENTRY_TITLE)
        return canvas->current ? STYLE_BOLD | STYLE_REVERSE : STYLE_BOLD;
    if (entry->kind != ENTRY_PASSAGE)
        return entry->style;
    const Passage *passage = page_passage(canvas->page, entry, &speech);
    return passage && passage->status == STATUS_OMITTED ? STYLE_DIM : entry->style;
}

static void paint_entry(const Canvas *canvas, const Entry *entry, const Block *block)
{
    PaintedLines lines = canvas_lines(canvas, block);
    if (lines.from >= lines.to)
        return;
    Style style = text_style(canvas, entry);
    beside_paint(canvas, entry, block);
    for (size_t i = lines.from; i < lines.to; i++)
        paint_line(canvas, entry, block, &block->lines[i], canvas_row(canvas, block, i), style);
    if (entry->kind == ENTRY_PASSAGE)
        passage_paint(canvas, entry, block);
    // The current entry is told by its first row that is painted.
    if (canvas->current)
        canvas_put(canvas, canvas_row(canvas, block, lines.from), 0, str_of(">"), STYLE_BOLD);
}

// The first of the blocks [at, to), which follow one another, that ends below row `from` of the strip.
static size_t first_below(const Laid *laid, size_t at, size_t to, size_t from)
{
    while (at < to) {
        size_t middle = at + (to - at) / 2;
        if (laid->blocks[middle].row + laid->blocks[middle].line_count <= from)
            at = middle + 1;
        else
            to = middle;
    }
    return at;
}

// Where the entry is to be seen: of a joint text, which is shown once where there are no columns, on the
// left.
static size_t seen_entry(const Page *page, const Strip *strip, const Laid *laid, size_t entry)
{
    const Entry *entries = page->sheet->entries;
    if (entry < strip->first || entry >= strip->first + laid->count ||
        laid->blocks[entry - strip->first].line_count)
        return entry;
    for (size_t i = strip->first; i < strip->first + strip->left; i++)
        if (entries[i].target.kind == entries[entry].target.kind &&
            entries[i].target.index == entries[entry].target.index &&
            entries[i].target.ordinal == entries[entry].target.ordinal)
            return i;
    return entry;
}

void page_paint(Page *page, size_t strip, size_t from, size_t count, Grid *grid, size_t row, size_t column,
                size_t current)
{
    const Laid *laid = page_laid(page, strip);
    const Strip *it = &page->sheet->strips[strip];
    if (from >= laid->rows || row >= grid->rows)
        return;
    if (count > laid->rows - from)
        count = laid->rows - from;
    if (count > grid->rows - row)
        count = grid->rows - row;
    under_find(&page->under, page->sheet, it, &page->measure);
    current = seen_entry(page, it, laid, current);
    // The entries of each side follow one another, and only those that are in sight are looked at.
    for (size_t side = 0; side < 2; side++) {
        size_t at = side ? it->left : 0, to = side ? laid->count : it->left;
        for (at = first_below(laid, at, to, from); at < to && laid->blocks[at].row < from + count; at++) {
            const Entry *entry = &page->sheet->entries[it->first + at];
            Field field = page_entry_field(page, entry);
            Canvas canvas = {page,
                             grid,
                             row,
                             column + field.column,
                             column + field.column + field.columns,
                             from,
                             from + count,
                             it->parties,
                             it->first + at == current};
            paint_entry(&canvas, entry, &laid->blocks[at]);
        }
    }
    if (!it->whole && !page->measure.stacked)
        gutter_paint(page, grid, row, count, column, from == 0 ? it->pairing : PAIRING_NONE);
}
