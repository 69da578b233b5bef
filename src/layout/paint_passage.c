// SPDX-License-Identifier: MIT
// A passage painted: what is searched for in it, and the number in its margin.
#include "layout/canvas.h"

// Marks bytes [from, to) of the text wherever they are shown.
static void mark_match(const Canvas *canvas, const Block *block, Match match)
{
    size_t from = block_words_behind(block, match.from), to = block_words_before(block, match.to);
    PaintedLines lines = canvas_lines(canvas, block);
    for (size_t i = lines.from; i < lines.to; i++) {
        const BlockLine *line = &block->lines[i];
        if (line->part != PART_TEXT || line->to <= from || line->from >= to)
            continue;
        canvas_mark(canvas, canvas_row(canvas, block, i), line->indent, canvas_words(block, line), block->rtl,
                    (Match){from > line->from ? from - line->from : 0, to - line->from});
    }
}

// The bytes of the text that are painted.
static Match painted_text(const Canvas *canvas, const Block *block)
{
    Match painted = {SIZE_MAX, 0};
    PaintedLines lines = canvas_lines(canvas, block);
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
    if (!query || !query_fits(query, speech, passage))
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
    Style style = canvas_side(canvas, entry);
    size_t column = canvas_put(canvas, row, 1 + blanks, str_slice(buffer_str(&words), blanks, end),
                               canvas->current ? style | STYLE_REVERSE : style);
    canvas_put(canvas, row, column, str_slice(buffer_str(&words), end, words.len), STYLE_BOLD);
    buffer_free(&words);
}

// The number of the current passage, whose beginning is not in sight, as far as the margin has room for it.
static void paint_number_again(const Canvas *canvas, const Passage *passage, size_t row)
{
    Buffer number = {0};
    buffer_addf(&number, "%*u", NUMBER_COLUMNS, (unsigned)passage->number);
    if (passage->number && number.len == NUMBER_COLUMNS)
        canvas_put(canvas, row, 1, buffer_str(&number), STYLE_DIM);
    buffer_free(&number);
}

void passage_paint(const Canvas *canvas, const Entry *entry, const Block *block)
{
    const Speech *speech;
    const Passage *passage = page_passage(canvas->page, entry, &speech);
    if (!passage)
        return;
    size_t first = canvas_lines(canvas, block).from;
    const bool numbered = !canvas->page->measure.plain;
    if (numbered && first == 0)
        paint_number(canvas, entry, speech, passage, canvas_row(canvas, block, 0));
    else if (numbered && canvas->current)
        paint_number_again(canvas, passage, canvas_row(canvas, block, first));
    mark_matches(canvas, speech, passage, block);
}
