// SPDX-License-Identifier: MIT
#include "diptych/caption.h"
#include "diptych/order.h"
#include "diptych/search.h"
#include "layout/inside.h"

// Where an entry is painted: rows [from, to) of its strip, the first of them at `row` of the grid.
typedef struct Canvas {
    Page *page;
    Grid *grid;
    size_t row;
    size_t column; // of the entry's field
    size_t limit;  // the column behind it
    size_t from;
    size_t to;
    const uint32_t *parties; // of the two sides
    bool current;
} Canvas;

static size_t put(const Canvas *canvas, size_t row, size_t column, Str text, Style style)
{
    return grid_put(canvas->grid, row, canvas->column + column, canvas->limit, text, style) - canvas->column;
}

static size_t put_line(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Style style)
{
    const size_t at = canvas->column + column;
    return grid_put_line(canvas->grid, row, at, canvas->limit, line, rtl, style) - canvas->column;
}

// Marks a part of a line that has been put at `column`.
static void mark(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Match part)
{
    grid_mark_line(canvas->grid, row, canvas->column + column, canvas->limit, line, rtl, part,
                   STYLE_HUE_HIT | STYLE_REVERSE);
}

// The lines of a block that are painted.
typedef struct PaintedLines {
    size_t from;
    size_t to;
} PaintedLines;

static PaintedLines painted_lines(const Canvas *canvas, const Block *block)
{
    size_t first = canvas->from > block->row ? canvas->from - block->row : 0;
    size_t end = canvas->to > block->row ? canvas->to - block->row : 0;
    return (PaintedLines){first, end < block->line_count ? end : block->line_count};
}

// The row of the grid at which a line that is painted stands.
static size_t row_of(const Canvas *canvas, const Block *block, size_t line)
{
    return canvas->row + block->row + line - canvas->from;
}

static Style hue_of(const Canvas *canvas, const Entry *entry)
{
    if (entry->side == SIDE_WHOLE)
        return STYLE_PLAIN;
    return caption_hue(canvas->page->dossier, canvas->parties[entry->side == SIDE_RIGHT]);
}

static Str line_words(const Block *block, const BlockLine *line)
{
    return str_slice(buffer_str(&block->words), line->from, line->to);
}

// The head's first words, the speaker's name, are not dimmed.
static void paint_head(const Canvas *canvas, const Entry *entry, const Block *block, const BlockLine *line,
                       size_t row)
{
    Str words = line_words(block, line);
    size_t name = block->name > line->from ? block->name - line->from : 0;
    size_t column =
        put(canvas, row, line->indent, str_slice(words, 0, name), STYLE_UNDERLINE | hue_of(canvas, entry));
    put(canvas, row, column, str_slice(words, name, words.len), STYLE_DIM);
}

static void paint_line(const Canvas *canvas, const Entry *entry, const Block *block, const BlockLine *line,
                       size_t row, Style style)
{
    if (line->part == PART_HEAD)
        paint_head(canvas, entry, block, line, row);
    else {
        Style own = line->part == PART_FOOT ? STYLE_DIM : style;
        bool rtl = block->rtl && line->part == PART_TEXT;
        size_t column = put_line(canvas, row, line->indent, line_words(block, line), rtl, own);
        put(canvas, row, column, str_of(line->hyphen ? "-" : ""), own);
    }
}

// Marks bytes [from, to) of the text wherever they are shown.
static void mark_match(const Canvas *canvas, const Block *block, Match match)
{
    size_t from = block_words_behind(block, match.from), to = block_words_before(block, match.to);
    PaintedLines lines = painted_lines(canvas, block);
    for (size_t i = lines.from; i < lines.to; i++) {
        const BlockLine *line = &block->lines[i];
        if (line->part != PART_TEXT || line->to <= from || line->from >= to)
            continue;
        mark(canvas, row_of(canvas, block, i), line->indent, line_words(block, line), block->rtl,
             (Match){from > line->from ? from - line->from : 0, to - line->from});
    }
}

// The bytes of the text that are painted.
static Match painted_text(const Canvas *canvas, const Block *block)
{
    Match painted = {SIZE_MAX, 0};
    PaintedLines lines = painted_lines(canvas, block);
    for (size_t i = lines.from; i < lines.to; i++) {
        const BlockLine *line = &block->lines[i];
        if (line->part != PART_TEXT)
            continue;
        if (painted.from == SIZE_MAX)
            painted.from = block_text_at(block, line->from);
        painted.to = block_text_at(block, line->to);
    }
    return painted;
}

// In texts longer than this only what is painted is searched, and so many bytes around it.
#define SEARCHED_WHOLE ((size_t)16384)
#define AROUND ((size_t)512)

static void mark_matches(const Canvas *canvas, const Speech *speech, const Passage *passage,
                         const Block *block)
{
    Query *query = canvas->page->query;
    if (!query || (query_party(query) != NONE && !passage_is_by(speech, passage, query_party(query))))
        return;
    Match painted = painted_text(canvas, block), match = {0, 0};
    if (painted.from >= painted.to)
        return;
    bool whole = passage->text.len <= SEARCHED_WHOLE;
    size_t from =
        whole || painted.from < AROUND ? 0 : str_character_start(passage->text, painted.from - AROUND);
    size_t to = whole ? passage->text.len : str_character_start(passage->text, painted.to + AROUND);
    Str text = str_slice(passage->text, from, to);
    while (query_match(query, text, match.to, &match) && from + match.from < painted.to)
        mark_match(canvas, block, (Match){from + match.from, from + match.to});
}

static void paint_number(const Canvas *canvas, const Entry *entry, const Speech *speech,
                         const Passage *passage, size_t row)
{
    Buffer words = {0};
    if (passage->number)
        buffer_addf(&words, "%*u", NUMBER_COLUMNS, (unsigned)passage->number);
    else
        buffer_addf(&words, "%*s", NUMBER_COLUMNS, "?");
    size_t blanks = 0, end = words.len;
    while (words.bytes[blanks] == ' ')
        blanks++;
    marks_add(canvas->page, speech, passage, &words);
    Style style = STYLE_BOLD | hue_of(canvas, entry);
    size_t column = put(canvas, row, 1 + blanks, str_slice(buffer_str(&words), blanks, end),
                        canvas->current ? style | STYLE_REVERSE : style);
    put(canvas, row, column, str_slice(buffer_str(&words), end, words.len), STYLE_BOLD);
    buffer_free(&words);
}

// The number of the current passage, whose beginning is not in sight, as far as the margin has room for it.
static void paint_number_again(const Canvas *canvas, const Passage *passage, size_t row)
{
    Buffer number = {0};
    buffer_addf(&number, "%*u", NUMBER_COLUMNS, (unsigned)passage->number);
    if (passage->number && number.len == NUMBER_COLUMNS)
        put(canvas, row, 1, buffer_str(&number), STYLE_DIM);
    buffer_free(&number);
}

static void paint_passage(const Canvas *canvas, const Entry *entry, const Block *block)
{
    const Speech *speech;
    const Passage *passage = page_passage(canvas->page, entry, &speech);
    if (!passage)
        return;
    size_t first = painted_lines(canvas, block).from;
    if (first == 0)
        paint_number(canvas, entry, speech, passage, row_of(canvas, block, 0));
    else if (canvas->current)
        paint_number_again(canvas, passage, row_of(canvas, block, first));
    mark_matches(canvas, speech, passage, block);
}

// Puts the title into `limit` columns, with dots where it is cut. Returns the column behind it.
static size_t put_title(const Canvas *canvas, Str title, size_t limit, size_t row, Style style)
{
    Buffer cut = {0};
    cluster_cut_add(&cut, title, limit);
    size_t column = put(canvas, row, 1, buffer_str(&cut), style);
    buffer_free(&cut);
    return column;
}

// Columns of the aside, which is left out when it is wider than all there are.
static size_t aside_columns(const Entry *entry, size_t columns)
{
    return cluster_columns(str_slice(entry->aside, 0, cluster_fit(entry->aside, columns)));
}

// A title, a rule to the margin, and near its end the aside, when there is room for it.
static void paint_heading(const Canvas *canvas, const Entry *entry, size_t row)
{
    bool ascii = canvas->page->measure.ascii;
    Str rule = str_of(ascii ? "-" : "\xe2\x94\x80");
    size_t columns = canvas->limit - canvas->column, aside = aside_columns(entry, columns) + 4;
    size_t at = put_title(canvas, entry->text, columns - 5, row, STYLE_BOLD | STYLE_HUE_HEADING);
    for (size_t i = at + 1; i < columns; i++)
        put(canvas, row, i, rule, STYLE_DIM);
    if (!entry->aside.len || at + 2 + aside > columns)
        return;
    at = put(canvas, row, columns - aside, str_of(" "), STYLE_DIM);
    at = put(canvas, row, at, entry->aside, STYLE_DIM);
    put(canvas, row, at, str_of(" "), STYLE_DIM);
}

// A title, and at its end the aside, for which the title makes room as far as half of the columns.
static void paint_title(const Canvas *canvas, const Entry *entry, size_t row)
{
    size_t columns = canvas->limit - canvas->column, aside = aside_columns(entry, columns);
    bool fits = aside + 2 < columns / 2;
    Style style = canvas->current ? STYLE_BOLD | STYLE_REVERSE : STYLE_BOLD;
    put_title(canvas, entry->text, fits ? columns - aside - 3 : columns - 2, row, style);
    if (fits)
        put(canvas, row, columns - aside - 1, entry->aside, STYLE_DIM);
}

static void paint_label(const Canvas *canvas, const Entry *entry, size_t row)
{
    put(canvas, row, 1, label_cut(canvas->page, entry), STYLE_DIM);
}

static void paint_hit(const Canvas *canvas, const Entry *entry, size_t row)
{
    PassageId id = {entry->target.index, entry->target.ordinal};
    Str text;
    size_t column = label_end(canvas->page, entry), end = canvas->limit - canvas->column;
    paint_label(canvas, entry, row);
    if (column >= end || !hit_text(canvas->page->dossier, id, entry->keyword, &text))
        return;
    Buffer line = {0};
    Match keyword;
    search_context_add(&line, text, entry->keyword, end - column, &keyword);
    Str words = buffer_str(&line);
    bool rtl = order_turns(words) && order_is_rtl(words);
    put_line(canvas, row, column, words, rtl, entry->style);
    mark(canvas, row, column, words, rtl, keyword);
    buffer_free(&line);
}

static Style text_style(const Canvas *canvas, const Entry *entry)
{
    const Speech *speech;
    if (entry->kind == ENTRY_SILENCE)
        return STYLE_DIM;
    if (entry->kind != ENTRY_PASSAGE)
        return entry->style;
    const Passage *passage = page_passage(canvas->page, entry, &speech);
    return passage && passage->status == STATUS_OMITTED ? STYLE_DIM : entry->style;
}

// What stands in an entry's first row beside its words.
static void paint_first_row(const Canvas *canvas, const Entry *entry, size_t row)
{
    if (entry->kind == ENTRY_HEADING)
        paint_heading(canvas, entry, row);
    else if (entry->kind == ENTRY_TITLE)
        paint_title(canvas, entry, row);
    else if (entry->kind == ENTRY_HIT)
        paint_hit(canvas, entry, row);
    else if (entry->kind == ENTRY_TEXT)
        paint_label(canvas, entry, row);
}

static void paint_entry(const Canvas *canvas, const Entry *entry, const Block *block)
{
    PaintedLines lines = painted_lines(canvas, block);
    if (lines.from >= lines.to)
        return;
    Style style = text_style(canvas, entry);
    if (lines.from == 0)
        paint_first_row(canvas, entry, row_of(canvas, block, 0));
    for (size_t i = lines.from; i < lines.to; i++)
        paint_line(canvas, entry, block, &block->lines[i], row_of(canvas, block, i), style);
    if (entry->kind == ENTRY_PASSAGE)
        paint_passage(canvas, entry, block);
    // The current entry is told by its first row that is painted.
    if (canvas->current)
        put(canvas, row_of(canvas, block, lines.from), 0, str_of(">"), STYLE_BOLD);
}

static void paint_gutter(const Page *page, Grid *grid, size_t row, size_t count, size_t column)
{
    Str line = str_of(page->measure.ascii ? "|" : "\xe2\x94\x82");
    size_t at = column + measure_field(&page->measure, SIDE_RIGHT).column - 2;
    for (size_t i = 0; i < count; i++)
        grid_put(grid, row + i, at, grid->columns, line, STYLE_DIM);
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
    if (!it->whole && !page->measure.stacked)
        paint_gutter(page, grid, row, count, column);
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
}
