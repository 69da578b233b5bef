// SPDX-License-Identifier: MIT
// Moves in a table: rows, sections, columns, and the place that is found again.
#include "view/pane/table_pane.h"

static bool has_cells(const TablePane *it, size_t row)
{
    return !it->table->rows[row].is_section;
}

size_t table_pane_row_from(const TablePane *it, size_t row, int direction)
{
    for (; row < it->table->row_count; row += (size_t)direction) // below 0 it is a large number
        if (has_cells(it, row))
            return row;
    return TABLE_NONE;
}

static size_t last_top(const TablePane *it)
{
    return it->table->row_count > it->height ? it->table->row_count - it->height : 0;
}

void table_pane_set_top(TablePane *it, size_t top)
{
    it->top = top < last_top(it) ? top : last_top(it);
}

static bool is_of_group(const TablePane *it, size_t column)
{
    const TableColumn *columns = it->table->columns;
    return column < it->table->column_count && columns[column].group.len &&
           str_equal(columns[column].group, columns[it->column].group);
}

// Scrolls to show what stands beside the cursor's column under one heading.
static void show_group(TablePane *it)
{
    size_t first = it->column, last = it->column;
    while (first && is_of_group(it, first - 1))
        first--;
    while (is_of_group(it, last + 1))
        last++;
    it->left = table_left_for(it->page, it->left, last);
    it->left = table_left_for(it->page, it->left, first);
}

void table_pane_show_cursor(TablePane *it)
{
    if (it->row == TABLE_NONE)
        return;
    if (it->row < it->top)
        table_pane_set_top(it, it->row && !has_cells(it, it->row - 1) ? it->row - 1 : it->row);
    else if (it->row >= it->top + it->height)
        table_pane_set_top(it, it->row + 1 - it->height);
    show_group(it);
    it->left = table_left_for(it->page, it->left, it->column);
}

static void put_cursor(TablePane *it, size_t row)
{
    it->row = row;
    table_pane_show_cursor(it);
}

// The cursor follows to the row, or to one behind it; above a screen of nothing but what is said behind the
// rows it stays in the last of them, out of sight.
static void draw_cursor(TablePane *it, size_t row, int direction)
{
    size_t next = table_pane_row_from(it, row, direction);
    if (next == TABLE_NONE)
        it->row = table_pane_row_from(it, row, -direction);
    else
        put_cursor(it, next);
}

bool table_pane_scroll(Pane *pane, long rows)
{
    TablePane *it = table_pane_of(pane);
    size_t was = it->top, by = (size_t)(rows < 0 ? -rows : rows);
    if (rows < 0)
        it->top = it->top > by ? it->top - by : 0;
    else
        table_pane_set_top(it, it->top + by);
    if (it->row != TABLE_NONE && it->row < it->top)
        draw_cursor(it, it->top, 1);
    else if (it->row != TABLE_NONE && it->row >= it->top + it->height)
        draw_cursor(it, it->top + it->height - 1, -1);
    return it->top != was;
}

void table_pane_to_end(Pane *pane, int direction)
{
    TablePane *it = table_pane_of(pane);
    if (it->row == TABLE_NONE)
        return;
    it->top = direction < 0 ? 0 : last_top(it);
    it->row = table_pane_row_from(it, direction < 0 ? 0 : it->table->row_count - 1, -direction);
}

bool table_pane_step(Pane *pane, int direction, size_t count, bool any_side)
{
    TablePane *it = table_pane_of(pane);
    (void)any_side;
    for (; count && it->row != TABLE_NONE; count--) {
        size_t next = table_pane_row_from(it, it->row + (size_t)direction, direction);
        if (next == TABLE_NONE)
            break;
        it->row = next;
    }
    table_pane_show_cursor(it);
    return count == 0;
}

// The row of the section that `row` belongs to, or 0.
static size_t section_of(const TablePane *it, size_t row)
{
    while (row && has_cells(it, row))
        row--;
    return row;
}

// The first row with cells of the section behind the one at hand, or before it; TABLE_NONE.
static size_t row_of_next(const TablePane *it, int direction)
{
    size_t row = section_of(it, it->row);
    if (direction < 0)
        return row ? table_pane_row_from(it, section_of(it, row - 1), 1) : TABLE_NONE;
    for (row = it->row; row < it->table->row_count && has_cells(it, row);)
        row++;
    return table_pane_row_from(it, row, 1);
}

static bool has_sections(const Table *table)
{
    for (size_t row = 0; row < table->row_count; row++)
        if (table->rows[row].is_section && !table->rows[row].is_note)
            return true;
    return false;
}

// Where there are no sections each row is one.
bool table_pane_step_band(Pane *pane, int direction, size_t count)
{
    TablePane *it = table_pane_of(pane);
    if (!has_sections(it->table))
        return table_pane_step(pane, direction, count, true);
    for (; count && it->row != TABLE_NONE; count--) {
        size_t next = row_of_next(it, direction);
        if (next == TABLE_NONE)
            break;
        it->row = next;
    }
    table_pane_show_cursor(it);
    return count == 0;
}

bool table_pane_focus(Pane *pane, Side side, bool any_band)
{
    TablePane *it = table_pane_of(pane);
    (void)any_band;
    if (it->row == TABLE_NONE ||
        (side == SIDE_LEFT ? it->column == 0 : it->column + 1 >= it->table->column_count))
        return false;
    it->column += side == SIDE_LEFT ? (size_t)-1 : 1;
    table_pane_show_cursor(it);
    return true;
}

// The row about the target: that of the band when it is, else the first; TABLE_NONE.
static size_t find_row(const TablePane *it, const Spot *at)
{
    if (at->target.kind == TARGET_NONE && at->across.kind == TARGET_NONE)
        return TABLE_NONE;
    if (at->band < it->table->row_count && has_cells(it, at->band) &&
        target_equal(it->table->rows[at->band].target, at->target))
        return at->band;
    for (size_t row = 0; row < it->table->row_count && at->target.kind != TARGET_NONE; row++)
        if (has_cells(it, row) && target_equal(it->table->rows[row].target, at->target))
            return row;
    return TABLE_NONE;
}

// The column about the target, else the first one about the same thing in part, else the one at hand.
static size_t find_column(const TablePane *it, Target across)
{
    size_t like = TABLE_NONE;
    for (size_t i = 0; i < it->table->column_count && across.kind != TARGET_NONE; i++) {
        Target target = it->table->columns[i].target;
        if (target_equal(target, across))
            return i;
        if (like == TABLE_NONE && target.kind == across.kind && target.index == across.index)
            like = i;
    }
    return like == TABLE_NONE ? it->column : like;
}

void table_pane_show(Pane *pane, size_t offset, size_t row)
{
    TablePane *it = table_pane_of(pane);
    (void)offset;
    if (it->row == TABLE_NONE)
        return;
    table_pane_set_top(it, it->row > row ? it->row - row : 0);
    table_pane_show_cursor(it);
}

// The heading of a row is shown with the cell that the cursor is beside; a section is shown, and no more.
void table_pane_to_item(Pane *pane, size_t item, size_t offset, size_t above)
{
    TablePane *it = table_pane_of(pane);
    size_t row = item / (it->table->column_count + 1), column = item % (it->table->column_count + 1);
    if (!it->table->rows[row].is_section && it->table->column_count) {
        it->row = row;
        it->column = column ? column - 1 : it->column;
        table_pane_show(pane, offset, above);
        return;
    }
    table_pane_set_top(it, row > above ? row - above : 0);
    table_pane_scroll(pane, 0);
}

bool table_pane_place(Pane *pane, const Spot *at)
{
    TablePane *it = table_pane_of(pane);
    size_t row = it->row == TABLE_NONE ? TABLE_NONE : find_row(it, at);
    if (row == TABLE_NONE)
        return false;
    it->row = row;
    it->column = find_column(it, at->across);
    table_pane_show(pane, 0, at->row);
    return true;
}

bool table_pane_to_band(Pane *pane, uint32_t to)
{
    TablePane *it = table_pane_of(pane);
    if (it->row == TABLE_NONE || to >= it->table->row_count || !has_cells(it, to))
        return false;
    put_cursor(it, to);
    return true;
}
