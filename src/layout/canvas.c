// SPDX-License-Identifier: MIT
#include "layout/canvas.h"

#include "diptych/caption.h"

size_t canvas_put(const Canvas *canvas, size_t row, size_t column, Str text, Style style)
{
    return grid_put(canvas->grid, row, canvas->column + column, canvas->limit, text, style) - canvas->column;
}

size_t canvas_put_line(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Style style)
{
    const size_t at = canvas->column + column;
    return grid_put_line(canvas->grid, row, at, canvas->limit, line, rtl, style) - canvas->column;
}

void canvas_mark(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Match part)
{
    grid_mark_line(canvas->grid, row, canvas->column + column, canvas->limit, line, rtl, part,
                   STYLE_HUE_HIT | STYLE_REVERSE);
}

PaintedLines canvas_lines(const Canvas *canvas, const Block *block)
{
    size_t first = canvas->from > block->row ? canvas->from - block->row : 0;
    size_t end = canvas->to > block->row ? canvas->to - block->row : 0;
    return (PaintedLines){first, end < block->line_count ? end : block->line_count};
}

size_t canvas_row(const Canvas *canvas, const Block *block, size_t line)
{
    return canvas->row + block->row + line - canvas->from;
}

Style canvas_side(const Canvas *canvas, const Entry *entry)
{
    const Dossier *dossier = canvas->page->dossier;
    const Speech *speech;
    if (entry->side != SIDE_WHOLE)
        return caption_style(dossier, canvas->parties[entry->side]);
    if (entry->kind != ENTRY_PASSAGE)
        return STYLE_PLAIN;
    const Passage *passage = page_passage(canvas->page, entry, &speech);
    const Turn *turn = passage && passage->turn < speech->turn_count ? &speech->turns[passage->turn] : NULL;
    return turn && turn->party_count == 1 ? caption_style(dossier, turn->parties[0]) : STYLE_BOLD;
}

Str canvas_words(const Block *block, const BlockLine *line)
{
    return str_slice(buffer_str(&block->words), line->from, line->to);
}
