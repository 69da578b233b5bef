// SPDX-License-Identifier: MIT
// From the grid to curses: only rows that changed, each cluster as one cell.
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "frame.h"

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
        *pair = (short)((style & STYLE_HUES) / STYLE_HUE_FIRST);
    return marks;
}

// The characters of the cluster; returns how many, 0 when a curses cell cannot hold them.
static size_t take_characters(const Cell *cell, wchar_t text[CELL_BYTES + 1])
{
    char bytes[CELL_BYTES + 1];
    text[0] = cell->len ? (wchar_t)(unsigned char)cell->bytes[0] : L' ';
    text[1] = L'\0';
    if (cell->len <= 1)
        return 1;
    memcpy(bytes, cell->bytes, cell->len);
    bytes[cell->len] = '\0';
    size_t count = mbstowcs(text, bytes, CELL_BYTES);
    if (count == (size_t)-1 || count > CCHARW_MAX)
        return 0;
    text[count] = L'\0';
    return count;
}

static bool is_same(const Cell *a, const Cell *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

static bool take_cell(const Tui *tui, const Cell *cell, cchar_t *out)
{
    wchar_t text[CELL_BYTES + 1];
    short pair;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    return take_characters(cell, text) && setcchar(out, text, marks, pair, NULL) == OK;
}

// Cells that are given to curses at once, at most.
#define RUN_MAX 64

// Puts the cells from `column` on that are not those that curses holds; returns the column behind them.
static size_t put_run(Tui *tui, const Grid *next, size_t row, size_t column)
{
    const Cell *cells = next->cells + row * next->columns;
    Cell *shown = tui->shown->cells + row * next->columns;
    cchar_t run[RUN_MAX];
    int count = 0;
    size_t at = column;
    for (; at < next->columns && count < RUN_MAX && !is_same(&cells[at], &shown[at]); at++) {
        if (cells[at].columns && !take_cell(tui, &cells[at], &run[count++]))
            setcchar(&run[count - 1], L"?", A_NORMAL, 0, NULL);
        shown[at] = cells[at];
    }
    if (count)
        mvadd_wchnstr((int)row, (int)column, run, count);
    return at;
}

// In other codesets a cell goes out as the bytes that codeset_add() finds for it; curses gets them one by
// one.
static void put_converted(Tui *tui, const Cell *cell)
{
    Buffer bytes = {0};
    short pair;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    codeset_add(tui->codeset, &bytes, cell->len ? (Str){cell->bytes, cell->len} : str_of(" "));
    attr_set(marks, pair, NULL);
    addnstr(bytes.bytes, (int)bytes.len);
    attr_set(A_NORMAL, 0, NULL);
    buffer_free(&bytes);
}

static void blank_cells(Cell *cells, size_t count)
{
    memset(cells, 0, count * sizeof *cells);
    for (size_t i = 0; i < count; i++)
        cells[i].columns = 1;
}

// A row in another codeset: a cell may become wider than it is, so that it is put whole.
static void put_converted_row(Tui *tui, const Grid *next, size_t row)
{
    const Cell *cells = next->cells + row * next->columns;
    move((int)row, 0);
    clrtoeol();
    for (size_t column = 0; column < next->columns; column++)
        if (cells[column].columns && (cells[column].len || cells[column].style)) {
            move((int)row, (int)column);
            put_converted(tui, &cells[column]);
        }
    memcpy(tui->shown->cells + row * next->columns, cells, next->columns * sizeof *cells);
}

// Only what differs from what curses holds.
static void put_row(Tui *tui, const Grid *next, size_t row)
{
    if (!codeset_is_utf8(tui->codeset)) {
        put_converted_row(tui, next, row);
        return;
    }
    for (size_t column = 0; column < next->columns;) {
        size_t end = put_run(tui, next, row, column);
        column = end > column ? end : column + 1;
    }
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

static bool is_same_row(const Grid *a, size_t row_a, const Grid *b, size_t row_b)
{
    return memcmp(a->cells + row_a * a->columns, b->cells + row_b * b->columns,
                  a->columns * sizeof *a->cells) == 0;
}

// Rows [top, bottom] that differ; false when none do.
static bool find_changed(const Grid *shown, const Grid *next, size_t *top, size_t *bottom)
{
    size_t first = 0, last = next->rows;
    while (first < last && is_same_row(shown, first, next, first))
        first++;
    while (last > first && is_same_row(shown, last - 1, next, last - 1))
        last--;
    *top = first;
    *bottom = last - 1;
    return first < last;
}

// Scrolling by at most so many rows is found out; the keys of a line move by one, or by a few over a heading.
#define SHIFT_MAX 4

// Rows of [top, bottom] that stood `shift` rows below (negative: above) on the old screen.
static size_t count_shifted(const Grid *shown, const Grid *next, long top, long bottom, long shift)
{
    size_t count = 0;
    for (long row = top; row <= bottom; row++) {
        long from = row + shift;
        if (from >= top && from <= bottom)
            count += is_same_row(shown, (size_t)from, next, (size_t)row);
    }
    return count;
}

// By how many rows most of the changed part has moved up (negative: down); 0: it has not.
static long find_shift(const Grid *shown, const Grid *next, size_t top, size_t bottom)
{
    for (long shift = 1; shift <= SHIFT_MAX; shift++) {
        if (2 * count_shifted(shown, next, (long)top, (long)bottom, shift) > bottom - top)
            return shift;
        if (2 * count_shifted(shown, next, (long)top, (long)bottom, -shift) > bottom - top)
            return -shift;
    }
    return 0;
}

// Has curses move the rows, which may then only have to be scrolled by the terminal, and `shown` with them.
static void shift_rows(Grid *shown, size_t top, size_t bottom, long shift)
{
    size_t by = (size_t)labs(shift), kept = bottom - top + 1 - by, line = shown->columns;
    Cell *cells = shown->cells + top * line;
    setscrreg((int)top, (int)bottom);
    scrollok(stdscr, TRUE);
    scrl((int)shift);
    scrollok(stdscr, FALSE);
    setscrreg(0, (int)shown->rows - 1);
    if (shift > 0)
        memmove(cells, cells + by * line, kept * line * sizeof *cells);
    else
        memmove(cells + by * line, cells, kept * line * sizeof *cells);
    blank_cells(shift > 0 ? cells + kept * line : cells, by * line);
}

static void put_changes(Tui *tui, const Grid *next)
{
    Grid *shown = tui->shown;
    size_t top, bottom;
    if (!find_changed(shown, next, &top, &bottom))
        return;
    long shift = bottom - top > 2 * SHIFT_MAX ? find_shift(shown, next, top, bottom) : 0;
    if (shift)
        shift_rows(shown, top, bottom, shift);
    for (size_t row = top; row <= bottom; row++)
        if (!is_same_row(shown, row, next, row))
            put_row(tui, next, row);
}

static void put_all(Tui *tui, const Grid *next)
{
    erase();
    grid_free(tui->shown);
    tui->shown = grid_new(next->rows, next->columns);
    for (size_t row = 0; row < next->rows; row++)
        put_row(tui, next, row);
}

static bool has_size(const Grid *grid, size_t rows, size_t columns)
{
    return grid && grid->rows == rows && grid->columns == columns;
}

void tui_show(Tui *tui, const Grid *grid)
{
    bool fits = has_size(grid, (size_t)getmaxy(stdscr), (size_t)getmaxx(stdscr));
    Grid *clipped = fits ? NULL : clip(grid);
    const Grid *next = fits ? grid : clipped;
    if (has_size(tui->shown, next->rows, next->columns))
        put_changes(tui, next);
    else
        put_all(tui, next);
    grid_free(clipped);
    move((int)grid->cursor_row, (int)grid->cursor_column);
    frame_send(tui);
}
