// SPDX-License-Identifier: MIT
#include "diptych/grid.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/cluster.h"
#include "diptych/memory.h"

static const Cell blank_cell = {.columns = 1};

static size_t clamp(size_t size, size_t most)
{
    return size < 1 ? 1 : size > most ? most : size;
}

Grid *grid_new(size_t rows, size_t columns)
{
    Grid *grid = mem_new(1, sizeof *grid);
    grid->rows = clamp(rows, GRID_ROWS_MAX);
    grid->columns = clamp(columns, GRID_COLUMNS_MAX);
    grid->cells = mem_new(grid->rows * grid->columns, sizeof *grid->cells);
    grid_clear(grid);
    return grid;
}

void grid_free(Grid *grid)
{
    if (!grid)
        return;
    free(grid->cells);
    free(grid);
}

void grid_clear(Grid *grid)
{
    for (size_t i = 0; i < grid->rows * grid->columns; i++)
        grid->cells[i] = blank_cell;
    grid->cursor_row = grid->cursor_column = 0;
}

static void blank_out(Cell *cell)
{
    Style style = cell->style;
    *cell = blank_cell;
    cell->style = style;
}

// Turns what is left of a wide cluster into a blank when one of its halves, `column`, is about to be
// overwritten.
static void break_wide(Grid *grid, Cell *cells, size_t column)
{
    if (cells[column].columns == 0 && column > 0)
        blank_out(&cells[column - 1]);
    if (cells[column].columns == 2 && column + 1 < grid->columns)
        blank_out(&cells[column + 1]);
}

// The base that a mark without one is given.
#define DOTTED_CIRCLE "\xe2\x97\x8c"

static void fill_cell(Cell *cell, Str shown, size_t columns, bool bare, Style style)
{
    *cell = (Cell){.columns = (uint8_t)columns, .style = style};
    if ((unsigned char)*shown.at <= ' ')
        return;
    if (bare) {
        cell->len = sizeof DOTTED_CIRCLE - 1;
        memcpy(cell->bytes, DOTTED_CIRCLE, cell->len);
    }
    shown = str_slice(shown, 0, str_character_start(shown, CELL_BYTES - (size_t)cell->len));
    memcpy(cell->bytes + cell->len, shown.at, shown.len);
    cell->len = (uint8_t)(cell->len + shown.len);
}

size_t grid_put(Grid *grid, size_t row, size_t column, size_t limit, Str text, Style style)
{
    if (limit > grid->columns)
        limit = grid->columns;
    if (row >= grid->rows)
        return column;
    Cell *cells = grid->cells + row * grid->columns;
    for (size_t at = 0; at < text.len && column < limit;) {
        Cluster cluster = cluster_at(text, at);
        size_t columns = cluster.columns || !cluster.shown ? cluster.columns : 1;
        if (columns > limit - column)
            break;
        if (columns == 0) {
            at += cluster.bytes;
            continue;
        }
        break_wide(grid, cells, column);
        if (columns == 2) {
            break_wide(grid, cells, column + 1);
            cells[column + 1] = (Cell){.columns = 0, .style = style};
        }
        fill_cell(&cells[column], str_slice(text, at, at + cluster.shown), columns, cluster.bare, style);
        column += columns;
        at += cluster.bytes;
    }
    return column;
}

void grid_style(Grid *grid, size_t row, size_t from, size_t to, Style style)
{
    if (row >= grid->rows)
        return;
    for (size_t i = from; i < to && i < grid->columns; i++)
        grid->cells[row * grid->columns + i].style = style;
}

// Cells of the row up to the last that is not blank.
static size_t used_columns(const Grid *grid, size_t row)
{
    const Cell *cells = grid->cells + row * grid->columns;
    size_t used = grid->columns;
    while (used > 0 && cells[used - 1].len == 0 && cells[used - 1].columns == 1)
        used--;
    return used;
}

void grid_dump_row(const Grid *grid, size_t row, Buffer *out)
{
    size_t used = row < grid->rows ? used_columns(grid, row) : 0;
    for (size_t i = 0; i < used; i++) {
        const Cell *cell = &grid->cells[row * grid->columns + i];
        if (cell->len)
            buffer_add(out, (Str){cell->bytes, cell->len});
        else
            buffer_fill(out, ' ', cell->columns);
    }
}

void grid_dump(const Grid *grid, Buffer *out)
{
    size_t rows = grid->rows;
    while (rows > 0 && used_columns(grid, rows - 1) == 0)
        rows--;
    for (size_t row = 0; row < rows; row++) {
        grid_dump_row(grid, row, out);
        buffer_add_byte(out, '\n');
    }
}

static char style_letter(Style style)
{
    if (style & STYLE_REVERSE)
        return 'r';
    if (style & STYLE_BOLD)
        return 'b';
    if (style & STYLE_UNDERLINE)
        return 'u';
    return style & STYLE_DIM ? 'd' : '.';
}

void grid_dump_styles(const Grid *grid, Buffer *out)
{
    for (size_t row = 0; row < grid->rows; row++) {
        for (size_t i = 0; i < grid->columns; i++)
            buffer_add_byte(out, style_letter(grid->cells[row * grid->columns + i].style));
        buffer_add_byte(out, '\n');
    }
}
