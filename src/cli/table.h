// SPDX-License-Identifier: MIT
// Lists of what a dossier holds, a line or object each: for people in aligned columns, for programs as TSV or
// JSON.
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "diptych/memory.h"
#include "output.h"
#include "subcommand.h"

// Who a list is for.
typedef enum TableFormat {
    TABLE_TEXT, // aligned columns, "-" where nothing is given
    TABLE_TSV,  // a line of names, then a line a row; \t, \n, \r and \\ within a cell, lists joined by "; "
    TABLE_JSON  // an array of objects; null where nothing is given
} TableFormat;

// The words that --to takes.
#define TABLE_FORMATS "text tsv json"
// The format that a word names. False: none, and it has been said.
bool table_format(Output *output, const Subcommand *subcommand, const char *word, TableFormat *format);

// What the cells of a column hold.
typedef enum ColumnKind {
    COLUMN_WORDS,
    COLUMN_NUMBER, // digits, in JSON a number
    COLUMN_LIST,   // items as table_item_add() joins them, in JSON an array
    COLUMN_PEOPLE  // words that only TABLE_TEXT has, where programs get columns of their own
} ColumnKind;

// Columns that only programs get.
#define COLUMN_DATA 0x100

// A column that is opened.
typedef struct ListColumn {
    Str name;
    ColumnKind kind;
    bool left_out; // it is not for this format
} ListColumn;

// A list on its way to stdout.
typedef struct ListTable {
    Output *output;
    TableFormat format;
    size_t width; // where lines of text are cut, in columns; 0: not at all
    ListColumn *columns;
    size_t column_count, column_capacity;
    size_t column; // of the next cell
    Buffer text;   // the cells that are not printed yet, one behind the other
    size_t *ends;  // where each ends, in bytes
    size_t count;  // cells
    size_t capacity;
    size_t rows; // so far
    Arena names;
} ListTable;

// Opens a list: columns are added first, then cells, row by row; table_close() prints what is left, frees the
// table and returns how many rows there were.
void table_open(ListTable *table, Output *output, TableFormat format);
size_t table_close(ListTable *table);

// Adds a column; `kind` is a ColumnKind, with COLUMN_DATA when text goes without it. The name is copied.
void table_column(ListTable *table, const char *name, unsigned kind);
// Adds the next cell of the row; a visible text, or digits, or items. That of a column that this format
// leaves out is dropped.
void table_cell(ListTable *table, Str cell);
// Adds an item to those of a cell of COLUMN_LIST.
void table_item_add(Buffer *items, Str item);

#endif
