// SPDX-License-Identifier: MIT
#include "diptych/cluster.h"
#include "view/frame/inside.h"

void screen_put_right(Grid *grid, size_t row, size_t left, Str text, Style style)
{
    size_t width = cluster_columns(text);
    if (width + left + 1 < grid->columns)
        grid_put(grid, row, grid->columns - width - 1, grid->columns, text, style);
}

void screen_clear_row(Grid *grid, size_t row)
{
    Buffer blanks = {0};
    buffer_fill(&blanks, ' ', grid->columns);
    grid_put(grid, row, 0, grid->columns, buffer_str(&blanks), STYLE_PLAIN);
    buffer_free(&blanks);
}
