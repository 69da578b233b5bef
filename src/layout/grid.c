// SPDX-License-Identifier: MIT
#include "diptych/grid.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/cluster.h"
#include "diptych/memory.h"
#include "diptych/order.h"

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
    const size_t line = grid->columns * sizeof *grid->cells;
    for (size_t i = 0; i < grid->columns; i++)
        grid->cells[i] = blank_cell;
    for (size_t row = 1; row < grid->rows; row++)
        memcpy(grid->cells + row * grid->columns, grid->cells, line);
    grid->cursor_row = grid->cursor_column = grid->lost = 0;
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

// Puts a cluster that takes cells at `column`.
static void put_cluster(Grid *grid, size_t row, size_t column, Str shown, const Cluster *cluster, Style style)
{
    Cell *cells = grid->cells + row * grid->columns;
    break_wide(grid, cells, column);
    if (cluster->columns == 2) {
        break_wide(grid, cells, column + 1);
        cells[column + 1] = (Cell){.columns = 0, .style = style};
    }
    fill_cell(&cells[column], shown, cluster->columns, cluster->bare, style);
}

// As much of the text as there is room for.
static Str fitting(const Grid *grid, size_t column, size_t *limit, Str text)
{
    if (*limit > grid->columns)
        *limit = grid->columns;
    return str_slice(text, 0, column < *limit ? cluster_fit(text, *limit - column) : 0);
}

static bool has_words(Str text)
{
    size_t at = 0;
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at < text.len;
}

// A line feed takes a cell too.
static Cluster cell_cluster(Str text, size_t at)
{
    Cluster cluster = cluster_at(text, at);
    if (cluster.shown && !cluster.columns)
        cluster.columns = 1;
    return cluster;
}

// Puts what is printable ASCII at the start of the text, but for a last character that marks may follow;
// returns how many bytes.
static size_t put_ascii(Grid *grid, size_t row, size_t column, size_t limit, Str text, Style style)
{
    Cell *cells = grid->cells + row * grid->columns;
    size_t at = 0;
    for (; at < text.len && column + at < limit; at++) {
        const unsigned char byte = (unsigned char)text.at[at];
        if (byte < ' ' || byte >= 0x7F || (at + 1 < text.len && (unsigned char)text.at[at + 1] >= 0x80))
            break;
        break_wide(grid, cells, column + at);
        cells[column + at] = (Cell){
            .bytes = {byte > ' ' ? (char)byte : '\0'}, .len = byte > ' ', .columns = 1, .style = style};
    }
    return at;
}

static size_t put_as_written(Grid *grid, size_t row, size_t column, size_t limit, Str text, Style style)
{
    for (size_t at = 0; at < text.len;) {
        const size_t ascii = put_ascii(grid, row, column, limit, str_slice(text, at, text.len), style);
        column += ascii;
        at += ascii;
        if (at == text.len)
            break;
        const Cluster cluster = cell_cluster(text, at);
        if (cluster.columns > limit - column)
            break;
        if (cluster.columns)
            put_cluster(grid, row, column, str_slice(text, at, at + cluster.shown), &cluster, style);
        column += cluster.columns;
        at += cluster.bytes;
    }
    return column;
}

static size_t put_in_order(Grid *grid, size_t row, size_t column, Str text, bool rtl, Style style)
{
    Order order = {0};
    size_t end = column;
    order_line(text, rtl, &order);
    for (size_t i = 0; i < order.count; i++) {
        const Seat *seat = &order.seats[i];
        char shown[sizeof seat->first + CELL_BYTES];
        memcpy(shown, seat->first, seat->first_len);
        Str rest = str_slice(text, seat->at + seat->first_replaced, seat->at + seat->cluster.shown);
        rest = str_slice(rest, 0, str_character_start(rest, CELL_BYTES));
        memcpy(shown + seat->first_len, rest.at, rest.len);
        end = column + seat->column + seat->cluster.columns;
        put_cluster(grid, row, column + seat->column, (Str){shown, seat->first_len + rest.len},
                    &seat->cluster, style);
    }
    free(order.seats);
    return end;
}

// The text as it is, set apart.
static size_t put_apart(Grid *grid, size_t row, size_t column, size_t limit, Str text, bool rtl, Style style)
{
    Cell *cells = grid->cells + row * grid->columns;
    const size_t end = put_as_written(grid, row, column, limit, text, style);
    if (end == column)
        return end;
    cells[column].turn = rtl ? TURN_RIGHT_TO_LEFT : TURN_LEFT_TO_RIGHT;
    cells[end - 1].turn |= TURN_END;
    return end;
}

size_t grid_put_line(Grid *grid, size_t row, size_t column, size_t limit, Str line, bool rtl, Style style)
{
    if (row >= grid->rows)
        return column;
    Str whole = line;
    line = fitting(grid, column, &limit, line);
    grid->lost += has_words(str_slice(whole, line.len, whole.len));
    if (!rtl && !order_turns(line))
        return put_as_written(grid, row, column, limit, line, style);
    return grid->logical ? put_apart(grid, row, column, limit, line, rtl, style)
                         : put_in_order(grid, row, column, line, rtl, style);
}

size_t grid_put(Grid *grid, size_t row, size_t column, size_t limit, Str text, Style style)
{
    return grid_put_line(grid, row, column, limit, text, order_turns(text) && order_is_rtl(text), style);
}

void grid_mark_line(Grid *grid, size_t row, size_t column, size_t limit, Str line, bool rtl, Match part,
                    Style style)
{
    line = fitting(grid, column, &limit, line);
    const bool turns = !grid->logical && (rtl || order_turns(line));
    Order order = {0};
    if (turns)
        order_line(line, rtl, &order);
    for (size_t i = 0; i < order.count; i++) {
        const Seat *seat = &order.seats[i];
        const size_t from = column + seat->column;
        if (seat->at < part.to && seat->at + seat->cluster.bytes > part.from)
            grid_style(grid, row, from, from + seat->cluster.columns, style);
    }
    for (size_t at = 0; !turns && at < line.len && at < part.to;) {
        const Cluster cluster = cell_cluster(line, at);
        at += cluster.bytes;
        if (at > part.from)
            grid_style(grid, row, column, column + cluster.columns, style);
        column += cluster.columns;
    }
    free(order.seats);
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
    while (used > 0 && cells[used - 1].len == 0 && cells[used - 1].columns == 1 && !cells[used - 1].turn)
        used--;
    return used;
}

void grid_dump_row(const Grid *grid, size_t row, Buffer *out)
{
    size_t used = row < grid->rows ? used_columns(grid, row) : 0;
    for (size_t i = 0; i < used; i++) {
        const Cell *cell = &grid->cells[row * grid->columns + i];
        if (cell->turn & ~TURN_END)
            order_add_begin(out, cell->turn & TURN_RIGHT_TO_LEFT);
        if (cell->len)
            buffer_add(out, (Str){cell->bytes, cell->len});
        else
            buffer_fill(out, ' ', cell->columns);
        if (cell->turn & TURN_END)
            order_add_end(out);
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
