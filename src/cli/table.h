// SPDX-License-Identifier: MIT
// Lines in aligned columns.
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "output.h"

// Lines of cells, on their way to stdout.
typedef struct ListTable {
    Buffer text;  // the cells, one behind the other
    size_t *ends; // where each ends, in bytes
    size_t count; // cells
    size_t capacity;
    size_t columns; // cells in a line
} ListTable;

// Makes an empty table of lines of `columns` cells.
void table_open(ListTable *table, size_t columns);
// Adds the next cell; "-" when it is empty, so that every line has as many.
void table_cell(ListTable *table, Str cell);
// Prints the lines, two blanks between the cells, and frees the table. The last column is as long as it is;
// on a terminal lines are cut at `width` (0: not at all). Returns how many lines there were.
size_t table_print(ListTable *table, Output *output, size_t width);

#endif
