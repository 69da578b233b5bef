// SPDX-License-Identifier: MIT
// What is found on the page at hand, and the link that is selected, marked on the screen: row by row,
// whatever has painted it.
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

// The text of a row, and for each byte the column that it stands in.
static void row_text(const Grid *grid, size_t row, Buffer *text, size_t *columns)
{
    buffer_clear(text);
    for (size_t column = 0; column < grid->columns; column++) {
        const Cell *cell = &grid->cells[row * grid->columns + column];
        if (cell->len == 0 && cell->columns == 0)
            continue; // the right half of a wide one
        for (size_t i = 0; i < (cell->len ? cell->len : 1u); i++)
            columns[text->len + i] = column;
        if (cell->len)
            buffer_add(text, (Str){cell->bytes, cell->len});
        else
            buffer_add_byte(text, ' ');
    }
}

void screen_mark_found(Reader *reader, Grid *grid)
{
    if (!scanning_is_on(reader))
        return;
    Buffer text = {0};
    size_t *columns = mem_new(grid->columns * CELL_BYTES + 1, sizeof *columns);
    for (size_t row = 2; row + 1 < grid->rows; row++) {
        Match match = {0, 0};
        row_text(grid, row, &text, columns);
        while (query_match(reader->scanning.query, buffer_str(&text), match.to, &match))
            grid_style(grid, row, columns[match.from], columns[match.to - 1] + 1,
                       STYLE_HUE_HIT | STYLE_REVERSE);
    }
    free(columns);
    buffer_free(&text);
}

static bool goes_on(Str text, size_t at)
{
    return at < text.len && text.at[at] && strchr("abcdefghijklmnopqrstuvwxyz0123456789./-", text.at[at]);
}

// Where the reference stands by itself in the row, in cells of the style; SIZE_MAX: nowhere.
static size_t find_reference(const Grid *grid, size_t row, Str reference, Str text, const size_t *columns,
                             Style style)
{
    for (size_t at = 0; at + reference.len <= text.len; at++) {
        if (memcmp(text.at + at, reference.at, reference.len) != 0 || goes_on(text, at + reference.len) ||
            (at > 0 && goes_on(text, at - 1)))
            continue;
        if ((grid->cells[row * grid->columns + columns[at]].style & style) == style)
            return at;
    }
    return SIZE_MAX;
}

// In the first row from the current passage's on that names it beside the words, which are not dim; else in
// the last line.
void screen_point_link(Reader *reader, Grid *grid)
{
    Buffer reference = {0}, text = {0};
    if (reader->prompting || !links_selected(reader, &reference)) {
        buffer_free(&reference);
        return;
    }
    size_t *columns = mem_new(grid->columns * CELL_BYTES + 1, sizeof *columns);
    for (size_t row = grid->cursor_row; row < grid->rows; row++) {
        row_text(grid, row, &text, columns);
        Style style = row + 1 < grid->rows ? STYLE_DIM : STYLE_PLAIN;
        size_t at = find_reference(grid, row, buffer_str(&reference), buffer_str(&text), columns, style);
        if (at == SIZE_MAX)
            continue;
        grid_style(grid, row, columns[at], columns[at + reference.len - 1] + 1, STYLE_BOLD | STYLE_REVERSE);
        grid->cursor_row = row;
        grid->cursor_column = columns[at];
        break;
    }
    free(columns);
    buffer_free(&text);
    buffer_free(&reference);
}
