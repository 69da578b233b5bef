// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/cluster.h"
#include "diptych/grid.h"
#include "unit.h"

static void check_dump(const Grid *grid, const char *expected)
{
    Buffer out = {0};
    grid_dump(grid, &out);
    char *text = buffer_steal(&out);
    ck_assert_str_eq(text, expected);
    free(text);
}

START_TEST(sizes_are_clamped)
{
    Grid *grid = grid_new(0, 0);
    ck_assert_uint_eq(grid->rows, 1);
    ck_assert_uint_eq(grid->columns, 1);
    grid_free(grid);
    grid = grid_new(SIZE_MAX, SIZE_MAX);
    ck_assert_uint_eq(grid->rows, GRID_ROWS_MAX);
    ck_assert_uint_eq(grid->columns, GRID_COLUMNS_MAX);
    grid_free(grid);
}
END_TEST

START_TEST(text_is_put_and_dumped_without_trailing_blanks)
{
    Grid *grid = grid_new(4, 10);
    ck_assert_uint_eq(grid_put(grid, 0, 2, 10, str_of("ab  "), STYLE_PLAIN), 6);
    ck_assert_uint_eq(grid_put(grid, 2, 8, 99, str_of("xyz"), STYLE_BOLD), 10);
    ck_assert_uint_eq(grid_put(grid, 9, 0, 10, str_of("nowhere"), STYLE_BOLD), 0);
    check_dump(grid, "  ab\n\n        xy\n");
    grid_clear(grid);
    check_dump(grid, "");
    grid_free(grid);
}
END_TEST

START_TEST(wide_clusters_are_whole_or_not_there)
{
    static const struct {
        const char *first, *second; // put at column 0 and at `at`
        size_t at, limit;
        const char *row;
    } cases[] = {
        {"\u65e5\u672c", "", 0, 4, "\u65e5\u672c\n"},
        {"\u65e5\u672c", "", 0, 3, "\u65e5\n"},        // half a character does not fit
        {"\u65e5\u672c", "a", 0, 4, "a \u672c\n"},     // the left half overwritten
        {"\u65e5\u672c", "a", 1, 4, " a\u672c\n"},     // the right half overwritten
        {"abcd", "\u65e5", 1, 4, "a\u65e5d\n"},        //
        {"\u65e5\u672c", "\u8a9e", 1, 4, " \u8a9e\n"}, // both neighbours cut
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Grid *grid = grid_new(1, 4);
        grid_put(grid, 0, 0, cases[i].limit, str_of(cases[i].first), STYLE_PLAIN);
        grid_put(grid, 0, cases[i].at, cases[i].limit, str_of(cases[i].second), STYLE_PLAIN);
        check_dump(grid, cases[i].row);
        size_t columns = 0;
        for (size_t c = 0; c < 4; c++)
            columns += grid->cells[c].columns;
        ck_assert_uint_eq(columns, 4);
        grid_free(grid);
    }
}
END_TEST

START_TEST(a_mark_gets_a_base_and_stays_in_its_cell)
{
    Grid *grid = grid_new(1, 4);
    grid_put(grid, 0, 0, 4, str_of("a"), STYLE_PLAIN);
    grid_put(grid, 0, 1, 4, str_of("\u0301b"), STYLE_PLAIN);
    check_dump(grid, "a\u25cc\u0301b\n");
    // However many marks there are, a cell holds what it can.
    char many[3 + 60];
    strcpy(many, "x");
    for (int i = 0; i < 30; i++)
        strcat(many, "\u0301");
    grid_put(grid, 0, 0, 4, str_of(many), STYLE_PLAIN);
    grid_put(grid, 0, 1, 4, str_of(many + 1), STYLE_PLAIN);
    for (size_t i = 0; i < 2; i++)
        ck_assert_uint_le(grid->cells[i].len, CELL_BYTES);
    grid_free(grid);
}
END_TEST

// It is as wide as it is measured, so that nothing behind it is lost.
START_TEST(a_leading_mark_takes_a_column_of_its_own)
{
    static const char *const texts[] = {"\u0301abc", "\u0301\u0302abc", "\u0301\u62e9c",
                                        "\u0301\u0431\u0432"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Str text = str_of(texts[i]);
        size_t columns = cluster_columns(text);
        Grid *grid = grid_new(1, 20);
        ck_assert_uint_eq(grid_put(grid, 0, 0, columns, text, STYLE_PLAIN), columns);
        Buffer out = {0};
        grid_dump_row(grid, 0, &out);
        ck_assert_uint_eq(out.len, strlen("\u25cc") + text.len);
        buffer_free(&out);
        grid_free(grid);
    }
}
END_TEST

START_TEST(a_line_feed_is_a_blank)
{
    Grid *grid = grid_new(1, 4);
    grid_put(grid, 0, 0, 4, str_of("a\nb"), STYLE_PLAIN);
    check_dump(grid, "a b\n");
    grid_free(grid);
}
END_TEST

START_TEST(styles_keep_the_text)
{
    Grid *grid = grid_new(1, 6);
    Buffer out = {0};
    grid_put(grid, 0, 0, 6, str_of("abcdef"), STYLE_DIM);
    grid_style(grid, 0, 1, 3, STYLE_REVERSE | STYLE_HUE_HIT);
    grid_style(grid, 0, 5, 99, STYLE_BOLD);
    grid_style(grid, 7, 0, 1, STYLE_BOLD);
    check_dump(grid, "abcdef\n");
    grid_dump_styles(grid, &out);
    ck_assert(str_equal(buffer_str(&out), str_of("drrddb\n")));
    buffer_free(&out);
    grid_free(grid);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("grid");
    TCase *tests = tcase_create("grid");
    tcase_add_test(tests, sizes_are_clamped);
    tcase_add_test(tests, text_is_put_and_dumped_without_trailing_blanks);
    tcase_add_test(tests, wide_clusters_are_whole_or_not_there);
    tcase_add_test(tests, a_mark_gets_a_base_and_stays_in_its_cell);
    tcase_add_test(tests, a_leading_mark_takes_a_column_of_its_own);
    tcase_add_test(tests, a_line_feed_is_a_blank);
    tcase_add_test(tests, styles_keep_the_text);
    suite_add_tcase(suite, tests);
    return suite;
}
