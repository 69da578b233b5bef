// SPDX-License-Identifier: MIT
#include "framed.h"

Pane *pane;
Grid *grid;
const size_t widths[WIDTHS] = {60, 80, 200};

#define HEIGHT 20

Target topic(size_t index)
{
    return (Target){TARGET_TOPIC, (uint32_t)index, 0};
}

static Setting setting_of(size_t columns)
{
    return (Setting){.measure = {.columns = columns}, .height = HEIGHT};
}

void open_pane(const PaneType *type, void *content, size_t columns)
{
    Setting setting = setting_of(columns);
    pane = type->open(content, &setting);
    grid = grid_new(HEIGHT + 1, columns);
}

void resize_pane(size_t columns)
{
    Setting setting = setting_of(columns);
    pane_measure(pane, &setting);
    grid_free(grid);
    grid = grid_new(HEIGHT + 1, columns);
}

void close_pane(void)
{
    pane_close(pane);
    grid_free(grid);
}

void paint(void)
{
    grid_clear(grid);
    pane->type->paint(pane, grid, 0, 0, false);
}

char *row_text(size_t row)
{
    Buffer text = {0};
    grid_dump_row(grid, row, &text);
    return buffer_steal(&text);
}
