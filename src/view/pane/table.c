// SPDX-License-Identifier: MIT
// The pane of a table: its headings stay, the cells scroll both ways, and the cursor is in one of them.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/pane/table_pane.h"

static void lay_out(TablePane *it)
{
    const Setting *setting = &it->pane.setting;
    it->page = table_page_new(it->table, setting->measure.columns, setting->measure.ascii);
    size_t rows = setting->height + 1, head = table_head_rows(it->page);
    it->height = rows > head ? rows - head : 1;
}

static Pane *open_table(void *content, const Setting *setting)
{
    TablePane *it = mem_new(1, sizeof *it);
    it->pane = (Pane){&pane_table, *setting};
    it->table = content;
    lay_out(it);
    it->row = it->table->column_count ? table_pane_row_from(it, 0, 1) : TABLE_NONE;
    return &it->pane;
}

static void close_table(Pane *pane)
{
    TablePane *it = table_pane_of(pane);
    table_page_free(it->page);
    table_free(it->table);
    free(it);
}

static void measure(Pane *pane)
{
    TablePane *it = table_pane_of(pane);
    table_page_free(it->page);
    lay_out(it);
    table_pane_set_top(it, it->top);
    table_pane_show_cursor(it);
}

static Target target(const Pane *pane)
{
    const TablePane *it = table_pane_in(pane);
    if (it->row == TABLE_NONE)
        return (Target){0};
    Buffer text = {0};
    Target cell = table_at(it->table, it->row, it->column, &text).target;
    buffer_free(&text);
    return cell.kind == TARGET_NONE ? it->table->rows[it->row].target : cell;
}

static uint32_t bands(const Pane *pane)
{
    return (uint32_t)table_pane_in(pane)->table->row_count;
}

static uint32_t band(const Pane *pane)
{
    const TablePane *it = table_pane_in(pane);
    return it->row == TABLE_NONE ? 0 : (uint32_t)it->row;
}

static uint32_t topic(const Pane *pane, uint32_t of)
{
    const TablePane *it = table_pane_in(pane);
    if (of >= it->table->row_count || it->table->rows[of].target.kind != TARGET_TOPIC)
        return NONE;
    return it->table->rows[of].target.index;
}

static Spot spot(const Pane *pane)
{
    const TablePane *it = table_pane_in(pane);
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

// Of each row its heading, then its cells.
static size_t items(const Pane *pane)
{
    const Table *table = table_pane_in(pane)->table;
    return table->row_count * (table->column_count + 1);
}

static void item_add(const Pane *pane, size_t at, Buffer *out)
{
    const Table *table = table_pane_in(pane)->table;
    size_t row = at / (table->column_count + 1), column = at % (table->column_count + 1);
    Buffer text = {0};
    if (column == 0)
        buffer_add(out, table->rows[row].title);
    else if (!table->rows[row].is_section)
        buffer_add(out, table_at(table, row, column - 1, &text).text);
    buffer_free(&text);
}

static size_t item(const Pane *pane)
{
    const TablePane *it = table_pane_in(pane);
    size_t row = it->row == TABLE_NONE ? it->top : it->row;
    return row * (it->table->column_count + 1) + (it->row == TABLE_NONE ? 0 : it->column + 1);
}

static void paint(const Pane *pane, Grid *grid, size_t row, size_t column, bool quiet)
{
    const TablePane *it = table_pane_in(pane);
    table_paint_head(it->page, it->left, grid, row, column);
    row += table_head_rows(it->page);
    for (size_t i = 0; i < it->height && it->top + i < it->table->row_count; i++) {
        bool current = it->top + i == it->row && !quiet;
        table_paint_row(it->page, it->top + i, it->left, current ? it->column : TABLE_NONE, grid, row + i,
                        column);
    }
}

static void print(const Pane *pane, uint32_t band, Buffer *out)
{
    (void)band;
    const Measure *measure = &pane->setting.measure;
    table_add_text(table_pane_in(pane)->table, measure->columns, measure->ascii, out);
}

const PaneType pane_table = {
    .open = open_table,
    .close = close_table,
    .measure = measure,
    .lines_are_entries = true,
    .scroll = table_pane_scroll,
    .to_end = table_pane_to_end,
    .step = table_pane_step,
    .step_band = table_pane_step_band,
    .focus = table_pane_focus,
    .target = target,
    .bands = bands,
    .band = band,
    .topic = topic,
    .spot = spot,
    .place = table_pane_place,
    .to_band = table_pane_to_band,
    .show = table_pane_show,
    .items = items,
    .item = item,
    .to_item = table_pane_to_item,
    .item_add = item_add,
    .paint = paint,
    .print = print,
};
