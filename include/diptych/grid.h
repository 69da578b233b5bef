// SPDX-License-Identifier: MIT
// A grid of styled cells: what a view paints, a test reads, and the terminal file copies.
#ifndef DIPTYCH_GRID_H
#define DIPTYCH_GRID_H

#include "diptych/fold.h"

// How a cell looks: a sum of marks and at most one hue. Hues never stand alone for a meaning.
typedef uint16_t Style;
#define STYLE_PLAIN ((Style)0)
#define STYLE_BOLD ((Style)1)
#define STYLE_UNDERLINE ((Style)2)
#define STYLE_REVERSE ((Style)4)
#define STYLE_DIM ((Style)8)
#define STYLE_HUE_FIRST ((Style)16)  // the first party of the dossier, wherever it stands
#define STYLE_HUE_SECOND ((Style)32) // the second
#define STYLE_HUE_THIRD ((Style)48)  // the third
#define STYLE_HUE_NOTICE ((Style)64) // incomplete, problems
#define STYLE_HUE_HIT ((Style)80)    // a match of the search
#define STYLE_HUES ((Style)112)
// Of headings.
#define STYLE_HEADING ((Style)(STYLE_BOLD | STYLE_UNDERLINE))

// Bytes that a cell holds; a cluster of more shows its first code points alone.
#define CELL_BYTES 22

// One cluster. The cell right of a wide one has columns 0 and belongs to it.
typedef struct Cell {
    char bytes[CELL_BYTES]; // UTF-8, visible (visible.h)
    uint8_t len;            // bytes; 0: a blank
    uint8_t columns;        // 1 or 2; 0: the right half of its left neighbour
    Style style;
    uint8_t turn;  // in a logical grid: a sum of TURN_ values
    uint8_t spare; // 0
} Cell;

// Where in a logical grid words begin and end that run both ways.
#define TURN_LEFT_TO_RIGHT 1 // begin in this cell, the first of them from left to right
#define TURN_RIGHT_TO_LEFT 2 // or from right to left
#define TURN_END 4           // end with this cell

// What is on the screen.
typedef struct Grid {
    size_t rows;
    size_t columns;
    Cell *cells; // rows * columns, row by row
    size_t cursor_row;
    size_t cursor_column;
    size_t lost;  // texts put since it was clear that had no room and were cut without a mark of it
    bool logical; // cells keep the order of the text, for what orders them itself
} Grid;

// The largest grid, in rows and columns; larger terminals are used up to there.
#define GRID_ROWS_MAX 300
#define GRID_COLUMNS_MAX 500

// A blank grid; sizes are clamped to 1..MAX. The caller frees it.
Grid *grid_new(size_t rows, size_t columns);
void grid_free(Grid *grid);
// All cells blank and plain, the cursor at 0, 0.
void grid_clear(Grid *grid);

// Puts `text` (visible UTF-8, one line) from (row, column) on, up to column `limit` (exclusive, clamped to
// the grid). A wide cluster that does not fit whole is left out; half of a wide one that is overwritten turns
// into a blank. A leading mark without a base gets U+25CC as its base. Returns the column behind the last
// cell written. Words that are written from right to left stand in that order in the cells; in a logical grid
// they keep the order of the text, and grid_dump() sets them apart with isolates (U+2066, U+2067, U+2069), so
// that whatever orders the row keeps them in their cells. The first letter of the text says where it begins;
// grid_put_line() is for a line of a longer text, whose first letter runs from right to left when `rtl` is
// set.
size_t grid_put(Grid *grid, size_t row, size_t column, size_t limit, Str text, Style style);
size_t grid_put_line(Grid *grid, size_t row, size_t column, size_t limit, Str line, bool rtl, Style style);
// Sets the style of the cells of bytes [from, to) of a line that grid_put_line() has put there, whole
// clusters.
void grid_mark_line(Grid *grid, size_t row, size_t column, size_t limit, Str line, bool rtl, Match part,
                    Style style);
// Sets the style of the cells [from, to) of the row, keeping their text.
void grid_style(Grid *grid, size_t row, size_t from, size_t to, Style style);

// Adds the text of the grid, a line a row, without trailing blanks and trailing empty rows.
void grid_dump(const Grid *grid, Buffer *out);
// One row of it, without the line end.
void grid_dump_row(const Grid *grid, size_t row, Buffer *out);
// A picture of the styles: a letter a cell, for tests ('.' plain, 'b' bold, 'u' underline, 'r' reverse, 'd'
// dim).
void grid_dump_styles(const Grid *grid, Buffer *out);

#endif
