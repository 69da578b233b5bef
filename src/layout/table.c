// SPDX-License-Identifier: MIT
#include "diptych/table.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

Table *table_new(void)
{
    Table *table = mem_new(1, sizeof *table);
    table->arena = mem_new(1, sizeof *table->arena);
    return table;
}

void table_free(Table *table)
{
    if (!table)
        return;
    arena_free(table->arena);
    free(table->arena);
    free(table->columns);
    free(table->rows);
    free(table->cells);
    free(table);
}

static Str copy_line(Table *table, Str text)
{
    if (!text.len || !memchr(text.at, '\n', text.len))
        return arena_str(table->arena, text);
    char *line = mem_text(text);
    for (size_t i = 0; i < text.len; i++)
        if (line[i] == '\n')
            line[i] = ' ';
    Str copy = arena_str(table->arena, (Str){line, text.len});
    free(line);
    return copy;
}

void table_add_column(Table *table, Target target, Str group, Str title)
{
    table->columns =
        mem_grow(table->columns, &table->column_capacity, table->column_count + 1, sizeof *table->columns);
    table->columns[table->column_count++] =
        (TableColumn){target, copy_line(table, group), copy_line(table, title)};
}

void table_ask(Table *table, TableSource source)
{
    table->source = source;
}

static void add_row(Table *table, TableRow row)
{
    size_t first = table->row_count * table->column_count;
    table->rows = mem_grow(table->rows, &table->row_capacity, table->row_count + 1, sizeof *table->rows);
    table->rows[table->row_count++] = row;
    if (table->source.cell)
        return;
    table->cells =
        mem_grow(table->cells, &table->cell_capacity, first + table->column_count, sizeof *table->cells);
    for (size_t i = 0; i < table->column_count; i++)
        table->cells[first + i] = (TableCell){0};
}

void table_add_row(Table *table, Target target, Str title)
{
    add_row(table, (TableRow){.target = target, .title = copy_line(table, title)});
}

void table_set_brief(Table *table, Str brief)
{
    table->rows[table->row_count - 1].brief = copy_line(table, brief);
}

void table_add_section(Table *table, Target target, Str title)
{
    add_row(table, (TableRow){.target = target, .title = copy_line(table, title), .is_section = true});
}

void table_add_note(Table *table, Str text)
{
    add_row(table, (TableRow){.title = copy_line(table, text), .is_section = true, .is_note = true});
}

void table_put(Table *table, size_t column, Target target, Str text, Style style)
{
    size_t first = (table->row_count - 1) * table->column_count;
    table->cells[first + column] = (TableCell){target, copy_line(table, text), style};
}

TableCell table_at(const Table *table, size_t row, size_t column, Buffer *text)
{
    if (!table->source.cell)
        return table->cells[row * table->column_count + column];
    TableCell cell = {0};
    buffer_clear(text);
    cell.style = table->source.cell(table->source.context, row, column, text);
    cell.text = buffer_str(text);
    return cell;
}
