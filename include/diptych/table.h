// SPDX-License-Identifier: MIT
// Tables: short texts under headings, and their layout, in which the headings of rows and columns stay while
// the cells scroll both ways.
#ifndef DIPTYCH_TABLE_H
#define DIPTYCH_TABLE_H

#include "diptych/sheet.h"

// What stands over the cells of a column.
typedef struct TableColumn {
    Target target;
    Str group; // what it shares with its neighbours; empty: nothing
    Str title;
} TableColumn;

// What stands in front of the cells of a row.
typedef struct TableRow {
    Target target;
    Str title;
    Str brief;       // in its place where that has no room; empty: none
    bool is_section; // over the whole width, without cells: a heading between rows,
    bool is_note;    // or what is said behind them
} TableRow;

// One of the cells, a line of text at most.
typedef struct TableCell {
    Target target; // TARGET_NONE: that of its row
    Str text;      // empty: blank
    Style style;
} TableCell;

// What stands in the cells of a table too large to be filled: it is asked whenever one is shown or measured.
typedef struct TableSource {
    // Adds the text of a cell, visible and without line feeds, and returns its style.
    Style (*cell)(const void *context, size_t row, size_t column, Buffer *text);
    const void *context; // outlives the table
} TableSource;

// Texts are visible (visible.h) and are copied; line feeds in them become blanks.
typedef struct Table {
    TableColumn *columns;
    size_t column_count, column_capacity;
    TableRow *rows;
    size_t row_count, row_capacity;
    TableCell *cells; // row by row, `column_count` each
    size_t cell_capacity;
    TableSource source; // in place of `cells` when its function is set
    struct Arena *arena;
} Table;

// An empty one. The caller frees it.
Table *table_new(void);
// Frees it with all its texts; null is none.
void table_free(Table *table);
// Has the cells asked for instead of filled, before the first row.
void table_ask(Table *table, TableSource source);
// Columns come before the first row.
void table_add_column(Table *table, Target target, Str group, Str title);
// A row of blank cells, which table_put() fills; a section has none.
void table_add_row(Table *table, Target target, Str title);
// What is short for the title of the last row.
void table_set_brief(Table *table, Str brief);
// The heading between rows.
void table_add_section(Table *table, Target target, Str title);
// A line behind the rows, a legend for instance.
void table_add_note(Table *table, Str text);
// Fills the cell of the last row.
void table_put(Table *table, size_t column, Target target, Str text, Style style);
// A cell of it; neither index may be too large. `text`, which is overwritten, holds the words of one that is
// asked for.
TableCell table_at(const Table *table, size_t row, size_t column, Buffer *text);

// A table laid out for a width. Only columns that are asked for are measured.
typedef struct TablePage TablePage;

// Lays the table out for `columns` (20 and more) of the screen. The table must outlive it and no longer
// change. What is cut ends in a mark, of ASCII when `ascii` is set. The caller frees it.
TablePage *table_page_new(const Table *table, size_t columns, bool ascii);
// Frees the layout, not the table.
void table_page_free(TablePage *page);

// Rows of the screen that the headings of the columns take: 1, or 2 when there are groups.
size_t table_head_rows(const TablePage *page);
// How many columns of the table stand beside the headings of the rows, from `left` on: 1 and more, as long as
// there are so many. Those that do not fit whole are left out, unless it is the only one.
size_t table_columns_shown(TablePage *page, size_t left);
// The first column to be shown so that `column` is, as near to `left` as that goes.
size_t table_left_for(TablePage *page, size_t left, size_t column);

// No row, or no column.
#define TABLE_NONE SIZE_MAX

// Paints the headings of the columns from `left` on at (row, column) of the grid.
void table_paint_head(TablePage *page, size_t left, Grid *grid, size_t row, size_t column);
// Paints row `index` of the table. `current` is the column of the cell that the cursor is in (TABLE_NONE:
// none in this row): it is reversed, a '>' stands in front of the row, and the grid's cursor goes there.
void table_paint_row(TablePage *page, size_t index, size_t left, size_t current, Grid *grid, size_t row,
                     size_t column);

// Adds all of the table as text: what stands side by side in `columns` of the screen, then, behind an empty
// line, the columns that come next, and so on. What is said behind the rows is said once.
void table_add_text(const Table *table, size_t columns, bool ascii, Buffer *out);

#endif
