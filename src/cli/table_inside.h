// SPDX-License-Identifier: MIT
// Between the files of a table.
#ifndef CLI_TABLE_INSIDE_H
#define CLI_TABLE_INSIDE_H

#include "table.h"

// What stands between the items of a list; no visible text holds it.
#define TABLE_BETWEEN '\0'

// The text of a cell that has not been printed yet.
Str table_cell_at(const ListTable *table, size_t index);

// Each adds to `out`: what stands before all rows, the row whose cells begin at `first`, what stands behind
// all.
void table_tsv_begin(const ListTable *table, Buffer *out);
void table_tsv_row(const ListTable *table, size_t first, Buffer *out);
void table_json_begin(const ListTable *table, Buffer *out);
void table_json_row(const ListTable *table, size_t first, Buffer *out);
void table_json_end(const ListTable *table, Buffer *out);

#endif
