// SPDX-License-Identifier: MIT
// Tables: headings stay while cells scroll both ways, whatever the width and whatever stands in them.
#include "diptych/table.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/visible.h"
#include "unit.h"

#include "../support/framed.h"

#define ROWS 200
#define COLUMNS 300
// Rows from section to section.
#define SECTION 20

static Target round_of(size_t index)
{
    return (Target){TARGET_ROUND, (uint32_t)index, 0};
}

static Str name(char *out, const char *format, size_t a, size_t b)
{
    sprintf(out, format, a, b);
    return str_of(out);
}

// Row R and column C are called "row R" and "cC", their cell "R.C"; every tenth column begins a group, and a
// section stands before every SECTION-th row.
static Table *generate(void)
{
    char a[40], b[40];
    Table *table = table_new();
    for (size_t i = 0; i < COLUMNS; i++)
        table_add_column(table, round_of(i), name(a, "group %zu", i / 10, 0), name(b, "c%zu", i, 0));
    for (size_t row = 0; row < ROWS; row++) {
        if (row % SECTION == 0)
            table_add_section(table, (Target){0}, name(a, "section %zu", row / SECTION, 0));
        table_add_row(table, topic(row), name(a, "row %zu", row, 0));
        for (size_t i = 0; i < COLUMNS; i++)
            table_put(table, i, (Target){0}, name(a, "%zu.%zu", row, i), STYLE_PLAIN);
    }
    return table;
}

// Where the word begins in the row, which is ASCII; -1: it is not there as a word.
static int column_of(size_t row, const char *word)
{
    char *text = row_text(row), *at = text;
    int column = -1;
    size_t len = strlen(word);
    while (column < 0 && (at = strstr(at, word))) {
        if ((at == text || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
            column = (int)(at - text);
        at++;
    }
    free(text);
    return column;
}

// The cursor's cell stands under the heading of its column, in the row that its heading begins.
static void cursor_is_in(size_t row, size_t column)
{
    char cell[40], head[40], side[40];
    name(cell, "%zu.%zu", row, column);
    name(head, "c%zu", column, 0);
    name(side, ">row %zu", row, 0);
    paint();
    int at = column_of(grid->cursor_row, cell);
    ck_assert_msg(at >= 0 && (size_t)at == grid->cursor_column, "%s is not at the cursor", cell);
    ck_assert_msg(column_of(1, head) == at, "%s does not stand over %s", head, cell);
    ck_assert_int_eq(column_of(grid->cursor_row, side), 0);
    ck_assert(grid->cells[grid->cursor_row * grid->columns + (size_t)at].style & STYLE_REVERSE);
}

START_TEST(headings_stay_while_the_cursor_walks)
{
    open_pane(&pane_table, generate(), widths[_i]);
    cursor_is_in(0, 0);
    for (size_t i = 1; i < COLUMNS; i++) {
        ck_assert(pane->type->focus(pane, SIDE_RIGHT, true));
        cursor_is_in(0, i);
    }
    ck_assert(!pane->type->focus(pane, SIDE_RIGHT, true));
    for (size_t i = 1; i < ROWS; i++) {
        ck_assert(pane->type->step(pane, 1, 1, true));
        cursor_is_in(i, COLUMNS - 1);
    }
    ck_assert(!pane->type->step(pane, 1, 1, true));
    for (size_t i = COLUMNS - 1; i-- > 0;) {
        ck_assert(pane->type->focus(pane, SIDE_LEFT, true));
        cursor_is_in(ROWS - 1, i);
    }
    for (size_t i = ROWS - 1; i-- > 0;) {
        ck_assert(pane->type->step(pane, -1, 1, true));
        cursor_is_in(i, 0);
    }
    close_pane();
}
END_TEST

START_TEST(groups_stand_over_their_columns)
{
    open_pane(&pane_table, generate(), widths[_i]);
    paint();
    int group = column_of(0, "group");
    ck_assert_int_eq(group, column_of(1, "c0"));
    for (size_t i = 0; i < 14; i++)
        pane->type->focus(pane, SIDE_RIGHT, true);
    paint();
    char *head = row_text(0);
    ck_assert_ptr_nonnull(strstr(head, "group 1"));
    free(head);
    close_pane();
}
END_TEST

START_TEST(scrolling_takes_the_cursor_along)
{
    open_pane(&pane_table, generate(), widths[_i]);
    ck_assert(!pane->type->scroll(pane, -1));
    ck_assert(pane->type->scroll(pane, 30));
    paint();
    char *first = row_text(2);
    ck_assert_ptr_nonnull(strstr(first, "row 28"));
    free(first);
    cursor_is_in(28, 0);
    ck_assert(pane->type->scroll(pane, 100000));
    ck_assert(!pane->type->scroll(pane, 1));
    char *last = row_text(20);
    free(last);
    paint();
    last = row_text(20);
    ck_assert_ptr_nonnull(strstr(last, "row 199"));
    free(last);
    pane->type->to_end(pane, 1);
    cursor_is_in(ROWS - 1, 0);
    pane->type->to_end(pane, -1);
    cursor_is_in(0, 0);
    close_pane();
}
END_TEST

START_TEST(sections_are_stepped_over_and_to)
{
    open_pane(&pane_table, generate(), widths[_i]);
    ck_assert(pane->type->step_band(pane, 1, 2));
    cursor_is_in(2 * SECTION, 0);
    ck_assert(pane->type->step(pane, -1, 1, true));
    cursor_is_in(2 * SECTION - 1, 0);
    ck_assert(pane->type->step_band(pane, -1, 1));
    cursor_is_in(0, 0);
    ck_assert(!pane->type->step_band(pane, -1, 1));
    ck_assert(!pane->type->step_band(pane, 1, 1000));
    cursor_is_in(ROWS - SECTION, 0);
    close_pane();
}
END_TEST

START_TEST(places_are_found_again_at_every_width)
{
    open_pane(&pane_table, generate(), widths[_i]);
    pane->type->step(pane, 1, 70, true);
    for (size_t i = 0; i < 123; i++)
        pane->type->focus(pane, SIDE_RIGHT, true);
    Spot spot = pane->type->spot(pane);
    ck_assert_uint_eq(spot.target.index, 70);
    ck_assert_uint_eq(spot.across.index, 123);
    ck_assert_uint_eq(spot.topic, 70);
    for (size_t i = 0; i < WIDTHS; i++) {
        resize_pane(widths[i]);
        cursor_is_in(70, 123);
    }
    pane->type->to_end(pane, -1);
    ck_assert(pane->type->place(pane, &spot));
    cursor_is_in(70, 123);
    ck_assert_uint_eq(pane->type->spot(pane).row, spot.row);
    spot.target = topic(ROWS);
    ck_assert(!pane->type->place(pane, &spot));
    cursor_is_in(70, 123);
    close_pane();
}
END_TEST

START_TEST(all_of_a_table_is_printed)
{
    char cell[40];
    open_pane(&pane_table, generate(), widths[_i]);
    Buffer text = {0};
    pane->type->print(pane, NONE, &text);
    buffer_add_byte(&text, '\0');
    for (size_t row = 0; row < ROWS; row += 33)
        for (size_t column = 0; column < COLUMNS; column += 7) {
            name(cell, " %zu.%zu", row, column);
            ck_assert_msg(strstr(text.bytes, cell) != NULL, "no%s", cell);
        }
    buffer_free(&text);
    close_pane();
}
END_TEST

static const char *const nasty[] = {
    "",
    "\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3\xb6\xe5\xb3"
    "\xb6\xe5\xb3\xb6",
    "\xcc\x81\xcc\x81",
    "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    "\x1b[31mred\x1b[0m\n\nlines\tof\n it",
    "\xe2\x80\xae"
    "abc",
    "\xff\xfe\xc0",
    "a word of a length that no column has, and more behind it to be cut away",
};
#define NASTY (sizeof nasty / sizeof *nasty)

static Str visible(Buffer *out, size_t i)
{
    buffer_clear(out);
    visible_add(out, str_of(nasty[i % NASTY]), true);
    return buffer_str(out);
}

// Whatever the texts are, nothing is painted outside the table's columns, and the cursor is inside.
START_TEST(hostile_texts_stay_in_their_columns)
{
    Table *table = table_new();
    Buffer text = {0}, group = {0}, title = {0};
    buffer_fill(&title, 'x', 100000);
    for (size_t i = 0; i < 40; i++)
        table_add_column(table, round_of(i), visible(&group, i / 3),
                         i == 9 ? buffer_str(&title) : visible(&text, i));
    for (size_t row = 0; row < 40; row++) {
        table_add_row(table, topic(row), row == 30 ? buffer_str(&title) : visible(&text, row));
        for (size_t i = 0; i < 40; i++)
            table_put(table, i, (Target){0}, visible(&text, row + i), STYLE_PLAIN);
    }
    buffer_free(&text);
    buffer_free(&group);
    buffer_free(&title);
    size_t columns = _i < (int)WIDTHS ? widths[_i] : 20;
    open_pane(&pane_table, table, columns);
    grid_free(grid);
    grid = grid_new(25, columns + 9);
    for (size_t i = 0; i < 40; i++) {
        grid_clear(grid);
        pane->type->paint(pane, grid, 1, 4, false);
        for (size_t row = 0; row < grid->rows; row++)
            for (size_t column = 0; column < grid->columns; column++)
                if (row < 1 || row > 21 || column < 4 || column >= columns + 4)
                    ck_assert_uint_eq(grid->cells[row * grid->columns + column].len, 0);
        ck_assert(grid->cursor_column >= 4 && grid->cursor_column < columns + 4);
        pane->type->focus(pane, SIDE_RIGHT, true);
        pane->type->step(pane, 1, 1, true);
    }
    close_pane();
}
END_TEST

START_TEST(empty_tables_have_no_place)
{
    open_pane(&pane_table, table_new(), 80);
    paint();
    ck_assert(!pane->type->scroll(pane, 1));
    ck_assert(!pane->type->step(pane, 1, 1, true));
    ck_assert(!pane->type->step_band(pane, 1, 1));
    ck_assert(!pane->type->focus(pane, SIDE_LEFT, true));
    pane->type->to_end(pane, 1);
    ck_assert_int_eq(pane->type->target(pane).kind, TARGET_NONE);
    Spot spot = pane->type->spot(pane);
    ck_assert(!pane->type->place(pane, &spot));
    close_pane();
}
END_TEST

START_TEST(a_section_is_shown_with_its_first_row)
{
    open_pane(&pane_table, generate(), widths[_i]);
    pane->type->step(pane, 1, 3 * SECTION, true);
    for (size_t i = 0; i < SECTION; i++)
        pane->type->step(pane, -1, 1, true);
    cursor_is_in(2 * SECTION, 0);
    char *above = row_text(grid->cursor_row - 1);
    ck_assert_ptr_nonnull(strstr(above, "section 2"));
    free(above);
    close_pane();
}
END_TEST

Suite *unit_suite(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    Suite *suite = suite_create("table");
    TCase *tests = tcase_create("table");
    tcase_add_loop_test(tests, headings_stay_while_the_cursor_walks, 0, WIDTHS);
    tcase_add_loop_test(tests, groups_stand_over_their_columns, 0, WIDTHS);
    tcase_add_loop_test(tests, scrolling_takes_the_cursor_along, 0, WIDTHS);
    tcase_add_loop_test(tests, sections_are_stepped_over_and_to, 0, WIDTHS);
    tcase_add_loop_test(tests, a_section_is_shown_with_its_first_row, 0, WIDTHS);
    tcase_add_loop_test(tests, places_are_found_again_at_every_width, 0, WIDTHS);
    tcase_add_loop_test(tests, all_of_a_table_is_printed, 0, WIDTHS);
    tcase_add_loop_test(tests, hostile_texts_stay_in_their_columns, 0, WIDTHS + 1);
    tcase_add_test(tests, empty_tables_have_no_place);
    suite_add_tcase(suite, tests);
    return suite;
}
