// SPDX-License-Identifier: MIT
// From the grid to curses: only rows that changed, each cluster as one cell.
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "inside.h"

static attr_t attributes_of(const Tui *tui, Style style, short *pair)
{
    attr_t marks = A_NORMAL;
    if (style & STYLE_BOLD)
        marks |= A_BOLD;
    if (style & STYLE_UNDERLINE)
        marks |= A_UNDERLINE;
    if (style & STYLE_REVERSE)
        marks |= A_REVERSE;
    if (style & STYLE_DIM)
        marks |= A_DIM;
    *pair = 0;
    if (tui->colours)
        *pair = (short)((style & STYLE_HUES) / STYLE_HUE_LEFT);
    return marks;
}

static void put_wide(const Tui *tui, const Cell *cell)
{
    wchar_t text[CELL_BYTES + 1];
    char bytes[CELL_BYTES + 1];
    short pair;
    memcpy(bytes, cell->bytes, cell->len);
    bytes[cell->len] = '\0';
    size_t points = mbstowcs(text, bytes, CELL_BYTES);
    if (points == (size_t)-1 || points == 0 || points > CCHARW_MAX)
        return;
    text[points] = L'\0';
    cchar_t character;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    if (setcchar(&character, text, marks, pair, NULL) == OK)
        add_wch(&character);
}

// In other codesets a cell goes out as the bytes that codeset_add() finds for it; curses gets them one by
// one.
static void put_converted(Tui *tui, const Cell *cell)
{
    Buffer bytes = {0};
    short pair;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    codeset_add(tui->codeset, &bytes, (Str){cell->bytes, cell->len});
    attr_set(marks, pair, NULL);
    addnstr(bytes.bytes, (int)bytes.len);
    attr_set(A_NORMAL, 0, NULL);
    buffer_free(&bytes);
}

static void put_cell(Tui *tui, size_t row, size_t column, const Cell *cell)
{
    static const Cell blank = {.bytes = " ", .len = 1, .columns = 1};
    Cell shown = *cell;
    if (shown.len == 0) {
        shown = blank;
        shown.style = cell->style;
    }
    move((int)row, (int)column);
    if (codeset_is_utf8(tui->codeset))
        put_wide(tui, &shown);
    else
        put_converted(tui, &shown);
}

static void put_row(Tui *tui, const Grid *grid, size_t row)
{
    move((int)row, 0);
    clrtoeol();
    const Cell *cells = grid->cells + row * grid->columns;
    for (size_t column = 0; column < grid->columns; column++)
        if (cells[column].columns && (cells[column].len || cells[column].style))
            put_cell(tui, row, column, cells + column);
}

// A copy of the grid, clipped to the terminal's size as curses knows it.
static Grid *clip(const Grid *grid)
{
    Grid *copy = grid_new((size_t)getmaxy(stdscr), (size_t)getmaxx(stdscr));
    size_t columns = copy->columns < grid->columns ? copy->columns : grid->columns;
    for (size_t row = 0; row < copy->rows && row < grid->rows; row++) {
        Cell *to = copy->cells + row * copy->columns;
        memcpy(to, grid->cells + row * grid->columns, columns * sizeof *to);
        if (to[columns - 1].columns == 2 && columns == copy->columns)
            to[columns - 1] = (Cell){.columns = 1};
    }
    return copy;
}

static bool is_same_row(const Grid *a, const Grid *b, size_t row)
{
    return memcmp(a->cells + row * a->columns, b->cells + row * b->columns, a->columns * sizeof *a->cells) ==
           0;
}

void tui_show(Tui *tui, const Grid *grid)
{
    Grid *next = clip(grid), *shown = tui->shown;
    bool all = !shown || shown->rows != next->rows || shown->columns != next->columns;
    if (all)
        erase();
    for (size_t row = 0; row < next->rows; row++)
        if (all || !is_same_row(shown, next, row))
            put_row(tui, next, row);
    if (shown)
        grid_free(shown);
    tui->shown = next;
    move((int)grid->cursor_row, (int)grid->cursor_column);
    refresh();
}
