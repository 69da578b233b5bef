// SPDX-License-Identifier: MIT
// The screen: the pane between the head and the last line, and the third pane beside them.
#include "diptych/cluster.h"
#include "view/frame/inside.h"

// A smaller screen than this shows a line that says so.
#define ROWS_LEAST 6
#define COLUMNS_LEAST 20

void screen_put_right(Grid *grid, size_t row, size_t left, Str text, Style style)
{
    size_t width = cluster_columns(text);
    if (width + left + 1 < grid->columns)
        grid_put(grid, row, grid->columns - width - 1, grid->columns, text, style);
}

static void paint_line(const Reader *reader, Grid *grid, size_t column)
{
    Str line = str_of(reader->look.ascii ? "|" : "│");
    for (size_t row = 1; row + 1 < grid->rows; row++)
        grid_put(grid, row, column, column + 1, line, STYLE_DIM);
}

static void paint_pane(Reader *reader, Grid *grid)
{
    const Pager *pane = reader_pane(reader);
    if (!reader_is_apart(reader)) {
        pager_paint(pane, grid, 2, 0);
        return;
    }
    Side other = reader->apart_side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    size_t right = measure_field(&pane->measure, SIDE_RIGHT).column;
    paint_line(reader, grid, right - 2);
    pager_paint(&reader->apart[other], grid, 2, measure_field(&pane->measure, other).column);
    pager_paint(&reader->apart[reader->apart_side], grid, 2,
                measure_field(&pane->measure, reader->apart_side).column);
}

static void paint_beside(Reader *reader, Grid *grid, Widths widths)
{
    reader_build_beside(reader);
    if (!pager_is_open(&reader->beside))
        return;
    size_t line = grid->columns - widths.beside;
    paint_line(reader, grid, line);
    size_t cursor_row = grid->cursor_row, cursor_column = grid->cursor_column;
    Pager still = reader->beside;
    still.current = ENTRY_NONE;
    pager_paint(&still, grid, 1, line + 2);
    grid->cursor_row = cursor_row;
    grid->cursor_column = cursor_column;
}

void screen_paint(Reader *reader, Grid *grid)
{
    grid_clear(grid);
    if (grid->rows < ROWS_LEAST || grid->columns < COLUMNS_LEAST) {
        grid_put(grid, 0, 0, grid->columns, str_of("too small; 20x6 is needed"), STYLE_PLAIN);
        return;
    }
    Widths widths = reader_widths(reader);
    screen_paint_head(reader, grid);
    paint_pane(reader, grid);
    if (widths.beside)
        paint_beside(reader, grid, widths);
    screen_paint_foot(reader, grid);
}
