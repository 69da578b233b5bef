// SPDX-License-Identifier: MIT
// A table on the screen: where it is scrolled to, and where its cursor is.
#ifndef DIPTYCH_VIEW_TABLE_PANE_H
#define DIPTYCH_VIEW_TABLE_PANE_H

#include "diptych/table.h"
#include "view/pane/pane.h"

// Rows are its bands, so that a place is found again by the topic of its row.
typedef struct TablePane {
    Pane pane;
    Table *table; // owned
    TablePage *page;
    size_t height; // rows of the table on the screen
    size_t top;    // the first of them
    size_t left;   // the first column beside the headings
    size_t row;    // where the cursor is; TABLE_NONE: there is no row with cells
    size_t column;
} TablePane;

// The pane as what it is, to change and to look at.
static inline TablePane *table_pane_of(Pane *pane)
{
    return (TablePane *)pane;
}
static inline const TablePane *table_pane_in(const Pane *pane)
{
    return (const TablePane *)pane;
}

// The next row with cells from `row` on, that one included, down (+1) or up (-1); TABLE_NONE.
size_t table_pane_row_from(const TablePane *it, size_t row, int direction);
// Scrolls to the row, or as far as there is text below it.
void table_pane_set_top(TablePane *it, size_t top);
// Scrolls as far as it takes to show the cursor.
void table_pane_show_cursor(TablePane *it);

// The moves that a PaneType has.
bool table_pane_scroll(Pane *pane, long rows);
void table_pane_to_end(Pane *pane, int direction);
bool table_pane_step(Pane *pane, int direction, size_t count, bool any_side);
bool table_pane_step_band(Pane *pane, int direction, size_t count);
bool table_pane_focus(Pane *pane, Side side, bool any_band);
bool table_pane_to_band(Pane *pane, uint32_t to);
bool table_pane_place(Pane *pane, const Spot *at);
void table_pane_show(Pane *pane, size_t offset, size_t row);
void table_pane_to_item(Pane *pane, size_t item, size_t offset, size_t above);

#endif
