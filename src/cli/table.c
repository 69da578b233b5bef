// SPDX-License-Identifier: MIT
#include "table.h"

#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/order.h"
#include "table_inside.h"

// A cell that is wider than this moves the rest of its line alone.
#define CELL_MAX 40
#define GAP 2
// Rows of text are aligned with others until they are more bytes than this.
#define ALIGNED_MAX ((size_t)1 << 20)

bool table_format(Output *output, const Subcommand *subcommand, const char *word, TableFormat *format)
{
    static const char *const formats[] = {[TABLE_TEXT] = "text", [TABLE_TSV] = "tsv", [TABLE_JSON] = "json"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (str_is(str_of(word), formats[i])) {
            *format = (TableFormat)i;
            return true;
        }
    }
    arguments_wrong(output, subcommand, "--to %s: one of %s is expected", word, TABLE_FORMATS);
    return false;
}

void table_open(ListTable *table, Output *output, TableFormat format)
{
    *table = (ListTable){.output = output, .format = format};
    table->width = output_is_terminal() ? output_width() : 0;
}

void table_column(ListTable *table, const char *name, unsigned kind)
{
    bool people = kind == COLUMN_PEOPLE, data = (kind & COLUMN_DATA) != 0;
    table->columns =
        mem_grow(table->columns, &table->column_capacity, table->column_count + 1, sizeof *table->columns);
    Str copy = {arena_copy(&table->names, name, strlen(name) + 1), strlen(name)};
    table->columns[table->column_count++] = (ListColumn){
        .name = copy,
        .kind = (ColumnKind)(kind & ~(unsigned)COLUMN_DATA),
        .left_out = table->format == TABLE_TEXT ? data : people,
    };
}

void table_item_add(Buffer *items, Str item)
{
    if (items->len)
        buffer_add_byte(items, TABLE_BETWEEN);
    buffer_add(items, item);
}

Str table_cell_at(const ListTable *table, size_t index)
{
    return str_slice(buffer_str(&table->text), index ? table->ends[index - 1] : 0, table->ends[index]);
}

// --- text

// One line: what ends lines is a blank, what stands between items a comma.
static void add_line_cell(Buffer *out, Str cell)
{
    if (!cell.len)
        buffer_add_byte(out, '-');
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] == TABLE_BETWEEN)
            buffer_add_text(out, ", ");
        else
            buffer_add_byte(out, cell.at[i] == '\n' ? ' ' : cell.at[i]);
    }
}

static size_t shown_columns(const ListTable *table)
{
    size_t shown = 0;
    for (size_t i = 0; i < table->column_count; i++)
        shown += !table->columns[i].left_out;
    return shown;
}

// The width of the column's widest cell that is no wider than CELL_MAX.
static size_t column_width(const ListTable *table, size_t column, size_t shown)
{
    size_t width = 0;
    for (size_t i = column; i < table->count; i += shown) {
        size_t columns = cluster_columns(table_cell_at(table, i));
        if (columns > width && columns <= CELL_MAX)
            width = columns;
    }
    return width;
}

static void add_line(const ListTable *table, size_t first, size_t shown, const size_t *widths, Buffer *line)
{
    for (size_t i = 0; i < shown; i++) {
        Str cell = table_cell_at(table, first + i);
        order_add_apart(line, cell);
        if (i + 1 == shown)
            break;
        size_t columns = cluster_columns(cell);
        buffer_fill(line, ' ', GAP + (columns < widths[i] ? widths[i] - columns : 0));
    }
}

// Prints the rows that are held, aligned with each other. The last column is as long as it is; on a terminal
// lines are cut.
static void print_lines(ListTable *table)
{
    size_t shown = shown_columns(table);
    size_t *widths = mem_new(shown, sizeof *widths);
    for (size_t i = 0; i < shown; i++)
        widths[i] = column_width(table, i, shown);
    Buffer whole = {0}, line = {0};
    for (size_t first = 0; first < table->count && !output_failed(table->output); first += shown) {
        buffer_clear(&whole);
        buffer_clear(&line);
        add_line(table, first, shown, widths, &whole);
        cut_add(&line, buffer_str(&whole), table->width ? table->width : SIZE_MAX,
                !output_is_utf8(table->output));
        buffer_add_byte(&line, '\n');
        output_add(table->output, buffer_str(&line));
    }
    buffer_free(&whole);
    buffer_free(&line);
    free(widths);
}

// --- rows

static void drop_cells(ListTable *table)
{
    buffer_clear(&table->text);
    table->count = 0;
}

// What stands before the first row.
static void begin(const ListTable *table)
{
    Buffer text = {0};
    if (table->format == TABLE_TSV)
        table_tsv_begin(table, &text);
    else if (table->format == TABLE_JSON)
        table_json_begin(table, &text);
    output_add(table->output, buffer_str(&text));
    buffer_free(&text);
}

// A row for programs is printed when it is whole, those for people when there are many.
static void end_row(ListTable *table)
{
    Buffer text = {0};
    if (table->rows == 0)
        begin(table);
    if (table->format == TABLE_TSV)
        table_tsv_row(table, 0, &text);
    else if (table->format == TABLE_JSON)
        table_json_row(table, 0, &text);
    else if (table->text.len > ALIGNED_MAX)
        print_lines(table);
    if (table->format != TABLE_TEXT || table->text.len > ALIGNED_MAX)
        drop_cells(table);
    output_add(table->output, buffer_str(&text));
    buffer_free(&text);
    table->rows++;
}

void table_cell(ListTable *table, Str cell)
{
    if (!table->columns[table->column].left_out) {
        if (table->format == TABLE_TEXT)
            add_line_cell(&table->text, cell);
        else
            buffer_add(&table->text, cell);
        table->ends = mem_grow(table->ends, &table->capacity, table->count + 1, sizeof *table->ends);
        table->ends[table->count++] = table->text.len;
    }
    if (++table->column < table->column_count)
        return;
    table->column = 0;
    end_row(table);
}

size_t table_close(ListTable *table)
{
    size_t rows = table->rows;
    Buffer text = {0};
    if (rows == 0)
        begin(table);
    if (table->format == TABLE_TEXT)
        print_lines(table);
    else if (table->format == TABLE_JSON)
        table_json_end(table, &text);
    output_add(table->output, buffer_str(&text));
    buffer_free(&text);
    buffer_free(&table->text);
    free(table->ends);
    free(table->columns);
    arena_free(&table->names);
    *table = (ListTable){0};
    return rows;
}
