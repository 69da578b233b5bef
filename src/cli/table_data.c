// SPDX-License-Identifier: MIT
// Lists for programs.
#include <jansson.h>
#include <stdlib.h>

#include "table_inside.h"

// --- TSV

static void add_escaped(Buffer *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.at[i]) {
        case '\t':
            buffer_add_text(out, "\\t");
            break;
        case '\n':
            buffer_add_text(out, "\\n");
            break;
        case '\r':
            buffer_add_text(out, "\\r");
            break;
        case '\\':
            buffer_add_text(out, "\\\\");
            break;
        case TABLE_BETWEEN:
            buffer_add_text(out, "; ");
            break;
        default:
            buffer_add_byte(out, text.at[i]);
        }
    }
}

void table_tsv_begin(const ListTable *table, Buffer *out)
{
    const char *before = "";
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].left_out)
            continue;
        buffer_add_text(out, before);
        buffer_add(out, table->columns[i].name);
        before = "\t";
    }
    buffer_add_byte(out, '\n');
}

void table_tsv_row(const ListTable *table, size_t first, Buffer *out)
{
    size_t cell = first;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].left_out)
            continue;
        buffer_add_text(out, cell > first ? "\t" : "");
        add_escaped(out, table_cell_at(table, cell++));
    }
    buffer_add_byte(out, '\n');
}

// --- JSON

static json_t *words(Str text)
{
    return text.len ? json_stringn(text.at, text.len) : json_null();
}

static json_t *items(Str cell)
{
    json_t *array = json_array();
    Str rest = cell;
    while (rest.len) {
        size_t end = str_find(rest, TABLE_BETWEEN, 0);
        json_array_append_new(array, words(str_slice(rest, 0, end)));
        rest = str_slice(rest, end + 1, rest.len);
    }
    return array;
}

static json_t *value_of(ColumnKind kind, Str cell)
{
    uint32_t number = 0;
    if (kind == COLUMN_LIST)
        return items(cell);
    if (kind == COLUMN_NUMBER && str_number(cell, UINT32_MAX, &number))
        return json_integer(number);
    return words(cell);
}

void table_json_begin(const ListTable *table, Buffer *out)
{
    (void)table;
    buffer_add_byte(out, '[');
}

void table_json_row(const ListTable *table, size_t first, Buffer *out)
{
    json_t *object = json_object();
    size_t cell = first;
    for (size_t i = 0; i < table->column_count; i++) {
        const ListColumn *column = &table->columns[i];
        if (!column->left_out)
            json_object_set_new(object, column->name.at,
                                value_of(column->kind, table_cell_at(table, cell++)));
    }
    // What the codeset of the locale lacks is written by its number.
    char *text = json_dumps(object, output_is_utf8(table->output) ? 0 : JSON_ENSURE_ASCII);
    buffer_add_text(out, table->rows ? ",\n " : "\n ");
    buffer_add_text(out, text);
    free(text);
    json_decref(object);
}

void table_json_end(const ListTable *table, Buffer *out)
{
    buffer_add_text(out, table->rows ? "\n]\n" : "]\n");
}
