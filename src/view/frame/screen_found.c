// SPDX-License-Identifier: MIT
// What is found on the page at hand, marked on the screen: row by row, whatever has painted it.
#include <stdlib.h>

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
