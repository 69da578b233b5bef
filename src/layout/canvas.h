// SPDX-License-Identifier: MIT
// Where an entry is painted, and how words come there.
#ifndef DIPTYCH_LAYOUT_CANVAS_H
#define DIPTYCH_LAYOUT_CANVAS_H

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

// The lines of a block that are painted.
typedef struct PaintedLines {
    size_t from;
    size_t to;
} PaintedLines;

// Puts the text on a row of the grid, from `column` of the field on, as far as the field goes. Returns the
// column behind it.
size_t canvas_put(const Canvas *canvas, size_t row, size_t column, Str text, Style style);
// The same for a whole line, in the order in which its letters are read; `rtl` as grid_put_line() has it.
size_t canvas_put_line(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Style style);
// Marks a part of a line that has been put at `column`.
void canvas_mark(const Canvas *canvas, size_t row, size_t column, Str line, bool rtl, Match part);

// Those of the block's lines that are painted; none when ->from is not before ->to.
PaintedLines canvas_lines(const Canvas *canvas, const Block *block);
// The row of the grid at which a line that is painted stands.
size_t canvas_row(const Canvas *canvas, const Block *block, size_t line);
// The words of a line; they live as the block does.
Str canvas_words(const Block *block, const BlockLine *line);
// How the side is marked that says the passage of the entry; of the record's own words, and of what several
// say over the whole width, just bold.
Style canvas_side(const Canvas *canvas, const Entry *entry);

// Paints what stands beside and on the words of a passage: its number and marks, and what is searched for.
void passage_paint(const Canvas *canvas, const Entry *entry, const Block *block);
// Paints what stands beside an entry's words, by its kind: a heading's title and rule, the aside of a title,
// a hit, a label; and a row.
void beside_paint(const Canvas *canvas, const Entry *entry, const Block *block);
void row_paint(const Canvas *canvas, const Entry *entry, const Block *block);

#endif
