// SPDX-License-Identifier: MIT
// Rows of a table among other entries: cells under one another, of which the last is cut to the room it has.
#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "layout/canvas.h"

// The last cell has so many columns at least; where it would have fewer it stands in a row of its own.
#define LAST_COLUMNS_MIN ((size_t)8)

// Where the last cell stands: behind what the cells before it take.
static size_t last_column(const Under *under, const Str *cells, size_t count)
{
    size_t at = PAD_COLUMNS;
    for (size_t i = 0; i + 1 < count; i++) {
        at = at > under->cells[i] ? at : under->cells[i];
        at += cells[i].len ? cluster_columns(cells[i]) + APART_COLUMNS : 0;
    }
    return count && at < under->cells[count - 1] ? under->cells[count - 1] : at;
}

// The last cell has a row of its own where what is before it leaves it too little, or reaches into its
// column.
static bool is_apart(const Under *under, const Str *cells, size_t count, size_t columns)
{
    size_t column = last_column(under, cells, count), room = columns > column ? columns - column : 0;
    Str last = cells[count - 1];
    if (!last.len)
        return false;
    return column > under->cells[count - 1] || (room < LAST_COLUMNS_MIN && cluster_columns(last) > room);
}

size_t row_lines(const Under *under, const Entry *entry, size_t columns)
{
    Str cells[ROW_CELLS];
    size_t count = under_cells(entry, cells);
    return count && is_apart(under, cells, count, columns) ? 2 : 1;
}

// The column of the last cell in a row of its own.
static size_t apart_column(const Canvas *canvas, size_t count)
{
    size_t own = canvas->page->under.cells[count - 1], room = canvas->limit - canvas->column;
    return own + LAST_COLUMNS_MIN <= room ? own : measure_label_columns(&canvas->page->measure);
}

static size_t put_cut(const Canvas *canvas, size_t row, size_t column, Str text, Style style)
{
    Buffer cut = {0};
    size_t room = canvas->limit - canvas->column;
    cut_add(&cut, text, room > column ? room - column : 0, canvas->page->measure.ascii);
    column = canvas_put(canvas, row, column, buffer_str(&cut), style);
    buffer_free(&cut);
    return column;
}

void row_paint(const Canvas *canvas, const Entry *entry, const Block *block)
{
    Str cells[ROW_CELLS];
    const Under *under = &canvas->page->under;
    size_t count = under_cells(entry, cells), at = PAD_COLUMNS;
    PaintedLines lines = canvas_lines(canvas, block);
    size_t last = block->line_count > 1 ? apart_column(canvas, count) : last_column(under, cells, count);
    for (size_t i = 0; i + 1 < count && lines.from == 0; i++) {
        if (!cells[i].len)
            continue;
        at = at > under->cells[i] ? at : under->cells[i];
        at = put_cut(canvas, canvas_row(canvas, block, 0), at, cells[i], i ? STYLE_DIM : STYLE_PLAIN);
        at += APART_COLUMNS;
    }
    if (count && lines.to == block->line_count)
        put_cut(canvas, canvas_row(canvas, block, block->line_count - 1), last, cells[count - 1],
                entry->style);
}
