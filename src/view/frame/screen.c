// SPDX-License-Identifier: MIT
// The screen: the pane between the head and the last line, and the third pane beside them.
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "view/frame/inside.h"

// A smaller screen than this shows a line that says so.
#define ROWS_LEAST 6
#define COLUMNS_LEAST 20

static void paint_line(const Reader *reader, Grid *grid, size_t column)
{
    Str line = str_of(reader->look.ascii ? "|" : "│");
    for (size_t row = 1; row + 1 < grid->rows; row++)
        grid_put(grid, row, column, column + 1, line, STYLE_DIM);
}

static void paint_pane(Reader *reader, Grid *grid)
{
    const Pane *pane = reader_pane(reader);
    if (!reader_is_apart(reader)) {
        pane->type->paint(pane, grid, 2, 0, false);
        return;
    }
    const Measure *measure = &pane->setting.measure;
    Side focused = reader->apart_side, other = focused == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    paint_line(reader, grid, measure_field(measure, SIDE_RIGHT).column - 2);
    const Pane *sides[2] = {reader->apart[other], reader->apart[focused]}; // whose cursor stays comes last
    sides[0]->type->paint(sides[0], grid, 2, measure_field(measure, other).column, false);
    sides[1]->type->paint(sides[1], grid, 2, measure_field(measure, focused).column, false);
}

// In the last row of the third pane: that there is more of it, and how to see it.
static void paint_goes_on(const Reader *reader, Grid *grid, size_t column)
{
    Buffer text = {0};
    buffer_addf(&text, " %s  i:all of it", cut_mark(reader->look.ascii));
    buffer_fill(&text, ' ', grid->columns);
    Str words = str_slice(buffer_str(&text), 0, cluster_fit(buffer_str(&text), grid->columns - column));
    grid_put(grid, grid->rows - 2, column, grid->columns, words, STYLE_DIM);
    buffer_free(&text);
}

static void paint_third(Reader *reader, Grid *grid, Widths widths)
{
    const Pane *pane = third_build(reader);
    if (!pane)
        return;
    size_t line = grid->columns - widths.third;
    paint_line(reader, grid, line);
    pane->type->paint(pane, grid, 1, line + 2, true);
    if (reader->third_goes_on)
        paint_goes_on(reader, grid, line + 2);
}

void screen_paint(Reader *reader, Grid *grid)
{
    grid_clear(grid);
    if (grid->rows < ROWS_LEAST || grid->columns < COLUMNS_LEAST) {
        grid_put(grid, 0, 0, grid->columns, str_of("too small; 20x6 is needed"), STYLE_PLAIN);
        return;
    }
    Widths widths = reader_widths(reader, reader->view);
    screen_paint_head(reader, grid);
    paint_pane(reader, grid);
    screen_mark_found(reader, grid);
    if (widths.third)
        paint_third(reader, grid, widths);
    screen_paint_rest(reader, grid);
    screen_paint_choices(reader, grid);
    screen_paint_foot(reader, grid);
    screen_point_link(reader, grid);
}
