// SPDX-License-Identifier: MIT
#include "table.h"
#include "diptych/cluster.h"

#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/memory.h"
#include "diptych/order.h"

// A cell that is wider than this moves the rest of its line alone.
#define CELL_MAX 40
#define GAP 2

void table_open(ListTable *table, size_t columns)
{
    *table = (ListTable){.columns = columns};
}

void table_cell(ListTable *table, Str cell)
{
    buffer_add(&table->text, cell.len ? cell : str_of("-"));
    table->ends = mem_grow(table->ends, &table->capacity, table->count + 1, sizeof *table->ends);
    table->ends[table->count++] = table->text.len;
}

static Str cell_at(const ListTable *table, size_t index)
{
    return str_slice(buffer_str(&table->text), index ? table->ends[index - 1] : 0, table->ends[index]);
}

// The width of the column's widest cell that is no wider than CELL_MAX.
static size_t column_width(const ListTable *table, size_t column)
{
    size_t width = 0;
    for (size_t i = column; i < table->count; i += table->columns) {
        size_t columns = cluster_columns(cell_at(table, i));
        if (columns > width && columns <= CELL_MAX)
            width = columns;
    }
    return width;
}

static void add_line(const ListTable *table, size_t first, const size_t *widths, Buffer *line)
{
    for (size_t i = 0; i < table->columns; i++) {
        Str cell = cell_at(table, first + i);
        order_add_apart(line, cell);
        if (i + 1 == table->columns)
            break;
        size_t columns = cluster_columns(cell);
        buffer_fill(line, ' ', GAP + (columns < widths[i] ? widths[i] - columns : 0));
    }
}

size_t table_print(ListTable *table, Output *output, size_t width)
{
    size_t *widths = mem_new(table->columns, sizeof *widths);
    for (size_t i = 0; i < table->columns; i++)
        widths[i] = column_width(table, i);
    Buffer whole = {0}, line = {0};
    for (size_t first = 0; first < table->count && !output_failed(output); first += table->columns) {
        buffer_clear(&whole);
        buffer_clear(&line);
        add_line(table, first, widths, &whole);
        cluster_cut_add(&line, buffer_str(&whole), width ? width : SIZE_MAX);
        buffer_add_byte(&line, '\n');
        output_add(output, buffer_str(&line));
    }
    buffer_free(&whole);
    buffer_free(&line);
    free(widths);
    size_t lines = table->count / table->columns;
    buffer_free(&table->text);
    free(table->ends);
    *table = (ListTable){0};
    return lines;
}
