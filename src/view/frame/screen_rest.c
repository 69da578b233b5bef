// SPDX-License-Identifier: MIT
// The lines above the last one: what there is to know of what is current.
#include <stdlib.h>

#include "diptych/bounds.h"
#include "diptych/cluster.h"
#include "view/frame/inside.h"

// The longest beginning that fits, whole words where there are some.
static Str fitting_words(Str words, size_t columns)
{
    size_t fits = cluster_fit(words, columns), end = fits;
    while (end > 0 && words.at[end - 1] != ' ')
        end--;
    return str_slice(words, 0, end ? end : fits);
}

// What does not fit ends in dots; the card has all of it.
static void paint_line(Grid *grid, size_t row, Str words, bool more, Style style)
{
    size_t columns = grid->columns - 2;
    bool cut = more || cluster_columns(words) > columns;
    if (cut)
        words = fitting_words(words, columns - 3);
    size_t column = grid_put(grid, row, 1, grid->columns, words, style);
    grid_put(grid, row, column, grid->columns, str_of(cut ? "..." : ""), style);
}

static void paint_passage(Reader *reader, Grid *grid, size_t row)
{
    Buffer rest = {0};
    const Pane *pane = reader_active(reader);
    if (pane->type->rest)
        pane->type->rest(pane, &rest);
    paint_line(grid, row, buffer_str(&rest), false, STYLE_DIM);
    buffer_free(&rest);
}

// One thing, in up to `rows` rows.
static void paint_thing(Grid *grid, size_t row, size_t rows, Str words, Style style)
{
    Breaks lines = {0};
    break_lines(words, grid->columns - 2, 0, &lines);
    for (size_t i = 0; i < lines.count && i < rows; i++) {
        Str line = str_slice(words, lines.lines[i].from, lines.lines[i].to);
        paint_line(grid, row + i, line, i + 1 == rows && i + 1 < lines.count, style);
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
        paint_thing(grid, row, i ? share : 1, buffer_str(&words), i ? STYLE_PLAIN : STYLE_BOLD);
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
