// SPDX-License-Identifier: MIT
// A table laid out: how wide its columns are, and painting rows of it.
#include <stdlib.h>

#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/memory.h"
#include "diptych/table.h"

// In front of the headings of rows: room for the '>' of the current one.
#define PAD_COLUMNS 1
// Between columns.
#define GAP_COLUMNS 2
#define CELL_COLUMNS_MIN 3
#define CELL_COLUMNS_MAX 18
#define HEAD_COLUMNS_MIN 8
#define PAGE_COLUMNS_MIN 20

struct TablePage {
    const Table *table;
    size_t columns; // of the screen
    size_t head;    // columns of the headings of rows, with the pad
    bool groups;    // some column has one
    bool ascii;
    uint16_t *widths; // of the table's columns; 0: not measured
};

// The columns of the text, or `limit` when it has more.
static size_t columns_up_to(Str text, size_t limit)
{
    size_t fits = cluster_fit(text, limit);
    return fits < text.len ? limit : cluster_columns(text);
}

// As wide as the widest heading, but the cells have more than half of the screen.
static size_t measure_head(const Table *table, size_t columns)
{
    size_t limit = columns * 2 / 5, widest = HEAD_COLUMNS_MIN;
    for (size_t i = 0; i < table->row_count && widest < limit; i++) {
        size_t width = table->rows[i].is_section ? 0 : columns_up_to(table->rows[i].title, limit);
        widest = width > widest ? width : widest;
    }
    return PAD_COLUMNS + (widest < limit ? widest : limit);
}

TablePage *table_page_new(const Table *table, size_t columns, bool ascii)
{
    TablePage *page = mem_new(1, sizeof *page);
    page->table = table;
    page->ascii = ascii;
    page->columns = columns < PAGE_COLUMNS_MIN ? PAGE_COLUMNS_MIN : columns;
    page->head = measure_head(table, page->columns);
    page->widths = mem_new(table->column_count, sizeof *page->widths);
    for (size_t i = 0; i < table->column_count && !page->groups; i++)
        page->groups = table->columns[i].group.len > 0;
    return page;
}

void table_page_free(TablePage *page)
{
    if (!page)
        return;
    free(page->widths);
    free(page);
}

size_t table_head_rows(const TablePage *page)
{
    return page->groups ? 2 : 1;
}

static size_t measure_column(const Table *table, size_t column)
{
    size_t widest = columns_up_to(table->columns[column].title, CELL_COLUMNS_MAX);
    Buffer text = {0};
    for (size_t row = 0; row < table->row_count && widest < CELL_COLUMNS_MAX; row++) {
        if (table->rows[row].is_section)
            continue;
        size_t width = columns_up_to(table_at(table, row, column, &text).text, CELL_COLUMNS_MAX);
        widest = width > widest ? width : widest;
    }
    buffer_free(&text);
    return widest < CELL_COLUMNS_MIN ? CELL_COLUMNS_MIN : widest;
}

static size_t width_of(TablePage *page, size_t column)
{
    if (!page->widths[column])
        page->widths[column] = (uint16_t)measure_column(page->table, column);
    return page->widths[column];
}

size_t table_columns_shown(TablePage *page, size_t left)
{
    size_t shown = 0, at = page->head;
    while (left + shown < page->table->column_count) {
        at += GAP_COLUMNS + width_of(page, left + shown);
        if (at > page->columns && shown)
            break;
        shown++;
    }
    return shown;
}

size_t table_left_for(TablePage *page, size_t left, size_t column)
{
    if (column <= left)
        return column;
    size_t at = page->head, first = column + 1;
    while (first > left && (at += GAP_COLUMNS + width_of(page, first - 1)) <= page->columns)
        first--;
    return first > column ? column : first;
}

// Puts the text up to `limit`, with the mark where it is cut.
static void put_cut(const TablePage *page, Grid *grid, size_t row, size_t column, size_t limit, Str text,
                    Style style)
{
    Buffer cut = {0};
    cut_add(&cut, text, limit > column ? limit - column : 0, page->ascii);
    grid_put(grid, row, column, limit, buffer_str(&cut), style);
    buffer_free(&cut);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool same_group(const TablePage *page, size_t a, size_t b)
{
    return str_equal(page->table->columns[a].group, page->table->columns[b].group);
}

void table_paint_head(TablePage *page, size_t left, Grid *grid, size_t row, size_t column)
{
    size_t at = column + page->head, end = column + page->columns;
    size_t behind = left + table_columns_shown(page, left);
    for (size_t i = left; i < behind; i++) {
        at += GAP_COLUMNS;
        size_t limit = least(at + width_of(page, i), end);
        put_cut(page, grid, row + page->groups, at, limit, page->table->columns[i].title, STYLE_BOLD);
        if (page->groups && (i == left || !same_group(page, i, i - 1))) {
            size_t over = limit;
            for (size_t next = i + 1; next < behind && same_group(page, next, i); next++)
                over += GAP_COLUMNS + width_of(page, next);
            put_cut(page, grid, row, at, least(over, end), page->table->columns[i].group, STYLE_HEADING);
        }
        at = limit;
    }
}

void table_paint_row(TablePage *page, size_t index, size_t left, size_t current, Grid *grid, size_t row,
                     size_t column)
{
    const TableRow *it = &page->table->rows[index];
    size_t at = column + page->head, end = column + page->columns;
    if (it->is_section) {
        put_cut(page, grid, row, column + PAD_COLUMNS, end, it->title,
                it->is_note ? STYLE_DIM : STYLE_HEADING);
        return;
    }
    if (current != TABLE_NONE) {
        grid_put(grid, row, column, end, str_of(">"), STYLE_BOLD);
        grid->cursor_row = row;
        grid->cursor_column = column;
    }
    bool whole = !it->brief.len || column + PAD_COLUMNS + cluster_columns(it->title) <= at;
    put_cut(page, grid, row, column + PAD_COLUMNS, at, whole ? it->title : it->brief, STYLE_PLAIN);
    Buffer text = {0};
    size_t behind = left + table_columns_shown(page, left);
    for (size_t i = left; i < behind; i++) {
        TableCell cell = table_at(page->table, index, i, &text);
        at += GAP_COLUMNS;
        size_t limit = least(at + width_of(page, i), end);
        put_cut(page, grid, row, at, limit, cell.text, cell.style);
        if (i == current) {
            grid_style(grid, row, at, limit, cell.style | STYLE_REVERSE);
            grid->cursor_column = at;
        }
        at = limit;
    }
    buffer_free(&text);
}

static void add_rows(Grid *grid, size_t rows, Buffer *out)
{
    for (size_t row = 0; row < rows; row++) {
        grid_dump_row(grid, row, out);
        buffer_add_byte(out, '\n');
    }
    grid_clear(grid);
}

// A note in the lines that it takes; those behind the first are set in as its words are behind their sign.
static void add_note(const TablePage *page, Str note, Buffer *out)
{
    size_t sign = str_find(note, ' ', 0), from = sign;
    while (from < note.len && note.at[from] == ' ')
        from++;
    size_t indent =
        PAD_COLUMNS + (from < note.len && from > sign + 1 ? cluster_columns(str_slice(note, 0, from)) : 0);
    Breaks lines = {0};
    break_lines(note, page->columns > indent + 2 ? page->columns - indent : 2, 0, &lines);
    for (size_t i = 0; i < lines.count; i++) {
        buffer_fill(out, ' ', i ? indent : note.len ? PAD_COLUMNS : 0);
        buffer_add(out, str_slice(note, lines.lines[i].from, lines.lines[i].to));
        buffer_add_byte(out, '\n');
    }
    free(lines.lines);
}

// The columns from `left` on that stand side by side.
static void add_part(TablePage *page, size_t left, Grid *grid, Buffer *out)
{
    table_paint_head(page, left, grid, 0, 0);
    add_rows(grid, table_head_rows(page), out);
    for (size_t row = 0; row < page->table->row_count; row++) {
        bool last = left + table_columns_shown(page, left) >= page->table->column_count;
        if (page->table->rows[row].is_note && last) {
            add_note(page, page->table->rows[row].title, out);
        } else if (!page->table->rows[row].is_note) {
            table_paint_row(page, row, left, TABLE_NONE, grid, 0, 0);
            add_rows(grid, 1, out);
        }
    }
}

void table_add_text(const Table *table, size_t columns, bool ascii, Buffer *out)
{
    TablePage *page = table_page_new(table, columns, ascii);
    Grid *grid = grid_new(table_head_rows(page), page->columns);
    size_t left = 0, shown = 0;
    do {
        if (left)
            buffer_add_byte(out, '\n');
        add_part(page, left, grid, out);
        shown = table_columns_shown(page, left);
        left += shown;
    } while (shown && left < table->column_count);
    grid_free(grid);
    table_page_free(page);
}
