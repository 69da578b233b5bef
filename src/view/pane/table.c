// SPDX-License-Identifier: MIT
// The pane of a table: its headings stay, the cells scroll both ways, and the cursor is in one of them.
#include "diptych/table.h"

#include <stdlib.h>

#include "diptych/memory.h"
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

static TablePane *table_of(Pane *pane)
{
    return (TablePane *)pane;
}

static const TablePane *table_in(const Pane *pane)
{
    return (const TablePane *)pane;
}

static bool has_cells(const TablePane *it, size_t row)
{
    return !it->table->rows[row].is_section;
}

// The next row with cells from `row` on, that one included; TABLE_NONE.
static size_t row_from(const TablePane *it, size_t row, int direction)
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

static void set_top(TablePane *it, size_t top)
{
    it->top = top < last_top(it) ? top : last_top(it);
}

// Scrolls as far as it takes to show the cursor.
static void show_cursor(TablePane *it)
{
    if (it->row == TABLE_NONE)
        return;
    if (it->row < it->top)
        set_top(it, it->row && !has_cells(it, it->row - 1) ? it->row - 1 : it->row);
    else if (it->row >= it->top + it->height)
        set_top(it, it->row + 1 - it->height);
    it->left = table_left_for(it->page, it->left, it->column);
}

static void lay_out(TablePane *it)
{
    const Setting *setting = &it->pane.setting;
    it->page = table_page_new(it->table, setting->measure.columns);
    size_t rows = setting->height + 1, head = table_head_rows(it->page);
    it->height = rows > head ? rows - head : 1;
}

static Pane *open_table(void *content, const Setting *setting)
{
    TablePane *it = mem_new(1, sizeof *it);
    it->pane = (Pane){&pane_table, *setting};
    it->table = content;
    lay_out(it);
    it->row = it->table->column_count ? row_from(it, 0, 1) : TABLE_NONE;
    return &it->pane;
}

static void close_table(Pane *pane)
{
    TablePane *it = table_of(pane);
    table_page_free(it->page);
    table_free(it->table);
    free(it);
}

static void measure(Pane *pane)
{
    TablePane *it = table_of(pane);
    table_page_free(it->page);
    lay_out(it);
    set_top(it, it->top);
    show_cursor(it);
}

static void put_cursor(TablePane *it, size_t row)
{
    it->row = row;
    show_cursor(it);
}

static bool scroll(Pane *pane, long rows)
{
    TablePane *it = table_of(pane);
    size_t was = it->top, by = (size_t)(rows < 0 ? -rows : rows);
    if (rows < 0)
        it->top = it->top > by ? it->top - by : 0;
    else
        set_top(it, it->top + by);
    if (it->row != TABLE_NONE && it->row < it->top)
        put_cursor(it, row_from(it, it->top, 1));
    else if (it->row != TABLE_NONE && it->row >= it->top + it->height)
        put_cursor(it, row_from(it, it->top + it->height - 1, -1));
    return it->top != was;
}

static void to_end(Pane *pane, int direction)
{
    TablePane *it = table_of(pane);
    if (it->row == TABLE_NONE)
        return;
    it->top = direction < 0 ? 0 : last_top(it);
    put_cursor(it, row_from(it, direction < 0 ? 0 : it->table->row_count - 1, -direction));
}

static bool step(Pane *pane, int direction, size_t count, bool any_side)
{
    TablePane *it = table_of(pane);
    (void)any_side;
    for (; count && it->row != TABLE_NONE; count--) {
        size_t next = row_from(it, it->row + (size_t)direction, direction);
        if (next == TABLE_NONE)
            break;
        it->row = next;
    }
    show_cursor(it);
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
        return row ? row_from(it, section_of(it, row - 1), 1) : TABLE_NONE;
    for (row = it->row; row < it->table->row_count && has_cells(it, row);)
        row++;
    return row_from(it, row, 1);
}

static bool step_band(Pane *pane, int direction, size_t count)
{
    TablePane *it = table_of(pane);
    for (; count && it->row != TABLE_NONE; count--) {
        size_t next = row_of_next(it, direction);
        if (next == TABLE_NONE)
            break;
        it->row = next;
    }
    show_cursor(it);
    return count == 0;
}

static bool focus(Pane *pane, Side side, bool any_band)
{
    TablePane *it = table_of(pane);
    (void)any_band;
    if (it->row == TABLE_NONE ||
        (side == SIDE_LEFT ? it->column == 0 : it->column + 1 >= it->table->column_count))
        return false;
    it->column += side == SIDE_LEFT ? (size_t)-1 : 1;
    show_cursor(it);
    return true;
}

static Target target(const Pane *pane)
{
    const TablePane *it = table_in(pane);
    if (it->row == TABLE_NONE)
        return (Target){0};
    Target cell = table_cell(it->table, it->row, it->column)->target;
    return cell.kind == TARGET_NONE ? it->table->rows[it->row].target : cell;
}

static uint32_t bands(const Pane *pane)
{
    return (uint32_t)table_in(pane)->table->row_count;
}

static uint32_t band(const Pane *pane)
{
    const TablePane *it = table_in(pane);
    return it->row == TABLE_NONE ? 0 : (uint32_t)it->row;
}

static uint32_t topic(const Pane *pane, uint32_t of)
{
    const TablePane *it = table_in(pane);
    if (of >= it->table->row_count || it->table->rows[of].target.kind != TARGET_TOPIC)
        return NONE;
    return it->table->rows[of].target.index;
}

static Spot spot(const Pane *pane)
{
    const TablePane *it = table_in(pane);
    if (it->row == TABLE_NONE)
        return (Spot){.topic = NONE};
    return (Spot){
        .target = it->table->rows[it->row].target,
        .across = it->table->columns[it->column].target,
        .topic = topic(pane, band(pane)),
        .band = band(pane),
        .row = it->row - it->top,
    };
}

// The row about the target: that of the band when it is, else the first; TABLE_NONE.
static size_t find_row(const TablePane *it, const Spot *at)
{
    if (at->target.kind == TARGET_NONE)
        return TABLE_NONE;
    if (at->band < it->table->row_count && has_cells(it, at->band) &&
        target_equal(it->table->rows[at->band].target, at->target))
        return at->band;
    for (size_t row = 0; row < it->table->row_count; row++)
        if (has_cells(it, row) && target_equal(it->table->rows[row].target, at->target))
            return row;
    return TABLE_NONE;
}

static void show(Pane *pane, size_t offset, size_t row)
{
    TablePane *it = table_of(pane);
    (void)offset;
    if (it->row == TABLE_NONE)
        return;
    set_top(it, it->row > row ? it->row - row : 0);
    show_cursor(it);
}

static bool place(Pane *pane, const Spot *at)
{
    TablePane *it = table_of(pane);
    size_t row = it->row == TABLE_NONE ? TABLE_NONE : find_row(it, at);
    if (row == TABLE_NONE)
        return false;
    it->row = row;
    for (size_t i = 0; i < it->table->column_count && at->across.kind != TARGET_NONE; i++) {
        if (target_equal(it->table->columns[i].target, at->across)) {
            it->column = i;
            break;
        }
    }
    show(pane, 0, at->row);
    return true;
}

static bool to_band(Pane *pane, uint32_t to)
{
    TablePane *it = table_of(pane);
    if (it->row == TABLE_NONE || to >= it->table->row_count || !has_cells(it, to))
        return false;
    put_cursor(it, to);
    return true;
}

static void paint(const Pane *pane, Grid *grid, size_t row, size_t column, bool quiet)
{
    const TablePane *it = table_in(pane);
    table_paint_head(it->page, it->left, grid, row, column);
    row += table_head_rows(it->page);
    for (size_t i = 0; i < it->height && it->top + i < it->table->row_count; i++) {
        bool current = it->top + i == it->row && !quiet;
        table_paint_row(it->page, it->top + i, it->left, current ? it->column : TABLE_NONE, grid, row + i,
                        column);
    }
}

static void print_rows(Grid *grid, size_t rows, Buffer *out)
{
    for (size_t row = 0; row < rows; row++) {
        grid_dump_row(grid, row, out);
        buffer_add_byte(out, '\n');
    }
    grid_clear(grid);
}

// What stands side by side on a screen, then the columns behind it.
static void print(const Pane *pane, Buffer *out)
{
    const TablePane *it = table_in(pane);
    size_t head = table_head_rows(it->page);
    Grid *grid = grid_new(head, pane->setting.measure.columns);
    size_t left = 0, shown = 0;
    do {
        if (left)
            buffer_add_byte(out, '\n');
        table_paint_head(it->page, left, grid, 0, 0);
        print_rows(grid, head, out);
        for (size_t row = 0; row < it->table->row_count; row++) {
            table_paint_row(it->page, row, left, TABLE_NONE, grid, 0, 0);
            print_rows(grid, 1, out);
        }
        shown = table_columns_shown(it->page, left);
        left += shown;
    } while (shown && left < it->table->column_count);
    grid_free(grid);
}

const PaneType pane_table = {
    .open = open_table,
    .close = close_table,
    .measure = measure,
    .scroll = scroll,
    .to_end = to_end,
    .step = step,
    .step_band = step_band,
    .focus = focus,
    .target = target,
    .bands = bands,
    .band = band,
    .topic = topic,
    .spot = spot,
    .place = place,
    .to_band = to_band,
    .show = show,
    .paint = paint,
    .print = print,
};
