// SPDX-License-Identifier: MIT
// The lines above the last one: what there is to know of what is current.
#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "view/frame/inside.h"

// What does not fit is cut; the card has all of it.
static void paint_line(const Reader *reader, Grid *grid, size_t row, Str words, Style style)
{
    Buffer line = {0};
    cut_add(&line, words, grid->columns - 2, reader->look.ascii);
    grid_put(grid, row, 1, grid->columns, buffer_str(&line), style);
    buffer_free(&line);
}

static void paint_passage(Reader *reader, Grid *grid, size_t row)
{
    Buffer rest = {0};
    const Pane *pane = reader_active(reader);
    if (pane->type->rest)
        pane->type->rest(pane, &rest);
    paint_line(reader, grid, row, buffer_str(&rest), STYLE_DIM);
    buffer_free(&rest);
}

// One thing, in up to `rows` rows.
static void paint_thing(const Reader *reader, Grid *grid, size_t row, size_t rows, Str words, Style style)
{
    Breaks lines = {0};
    break_lines(words, grid->columns - 2, 0, &lines);
    for (size_t i = 0; i < lines.count && i < rows; i++) {
        size_t to = i + 1 < rows ? lines.lines[i].to : words.len;
        paint_line(reader, grid, row + i, str_slice(words, lines.lines[i].from, to), style);
    }
    free(lines.lines);
}

static void paint_foot(Reader *reader, Grid *grid, size_t row, size_t rows)
{
    const ViewType *type = reader->view->type;
    size_t share = type->foot > 1 ? (rows - 1) / (type->foot - 1) : 1;
    for (size_t i = 0; i < type->foot; i++) {
        Buffer words = {0};
        type->foot_add(reader, i, &words);
        paint_thing(reader, grid, row, i ? share : 1, buffer_str(&words), i ? STYLE_PLAIN : STYLE_BOLD);
        row += i ? share : 1;
        buffer_free(&words);
    }
}

void screen_paint_rest(Reader *reader, Grid *grid)
{
    size_t rows = reader_foot_rows(reader, reader->view);
    if (rows == 0)
        return;
    size_t row = grid->rows - 1 - rows;
    for (size_t i = 0; i < rows; i++)
        screen_clear_row(grid, row + i);
    if (reader->view->type->foot)
        paint_foot(reader, grid, row, rows);
    else
        paint_passage(reader, grid, row);
}
