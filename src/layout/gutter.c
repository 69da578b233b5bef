// SPDX-License-Identifier: MIT
// The line between two columns, and what it says of passages that begin on one row.
#include "layout/inside.h"

// What stands in the gutter, and the same in ASCII.
typedef struct GutterSign {
    const char *text, *ascii;
} GutterSign;

#define LINE "\xe2\x94\x82"
#define CROSS "\xe2\x94\xbc"
#define DASH "\xe2\x94\x80"
#define TO_LEFT "\xe2\x94\xa4"
#define TO_RIGHT "\xe2\x94\x9c"

static const GutterSign line = {LINE, "|"}, spoken = {CROSS, "+"};
static const GutterSign linked[] = {{DASH CROSS DASH, "-|-"}, {DASH TO_LEFT, "-|"}, {TO_RIGHT DASH, "|-"}};

static void put_sign(const Page *page, Grid *grid, size_t row, size_t column, GutterSign sign, Style style)
{
    grid_put(grid, row, column, grid->columns, str_of(page->measure.ascii ? sign.ascii : sign.text), style);
}

static bool is_blank(const Grid *grid, size_t row, size_t column)
{
    const Cell *cell = &grid->cells[row * grid->columns + column];
    return cell->len == 0 && cell->columns == 1;
}

// Dashes on both sides of the line, but none that would be taken for a part of a word that reaches up to it,
// or for an arrow with the mark of what is current.
static void put_link(const Page *page, Grid *grid, size_t row, size_t column)
{
    bool left = is_blank(grid, row, column - 1), right = is_blank(grid, row, column + GUTTER_COLUMNS);
    if (left)
        put_sign(page, grid, row, column, linked[!right], STYLE_PLAIN);
    else
        put_sign(page, grid, row, column + 1, linked[2], STYLE_PLAIN);
}

void gutter_paint(const Page *page, Grid *grid, size_t row, size_t count, size_t column, Pairing pairing)
{
    size_t gutter = column + measure_field(&page->measure, SIDE_RIGHT).column - GUTTER_COLUMNS;
    for (size_t i = 0; i < count; i++)
        put_sign(page, grid, row + i, gutter + 1, i == 0 && pairing == PAIRING_SPOKEN ? spoken : line,
                 STYLE_DIM);
    if (pairing == PAIRING_LINKED)
        put_link(page, grid, row, gutter);
}
