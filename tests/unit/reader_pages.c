// SPDX-License-Identifier: MIT
// Searching what is on a page: in help, on cards, in lists and tables.
#include <stdio.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

// How many rows have a cell that is marked as found.
static size_t rows_marked(void)
{
    size_t count = 0;
    reader_paint(reader, grid);
    for (size_t at = 0; at < grid->rows; at++) {
        bool marked = false;
        for (size_t i = 0; i < grid->columns; i++)
            marked = marked || (grid->cells[at * grid->columns + i].style & STYLE_HUES) == STYLE_HUE_HIT;
        count += marked;
    }
    return count;
}

START_TEST(help_is_searched_in_place)
{
    type("?");
    hides("names lens");
    type("/");
    says("on this page; // in the records");
    type("names lens\r");
    says("1/1 on this page");
    shows("names lens");
    ck_assert_uint_eq(rows_marked(), 1);
    type("U");
    ck_assert_uint_eq(rows_marked(), 0);
    type("/passage\r");
    says("/");
    says("on this page");
    char first[200];
    snprintf(first, sizeof first, "%.20s", last_line());
    type("n");
    ck_assert(strncmp(first, last_line(), 5) != 0);
    type("N");
    ck_assert(strncmp(first, last_line(), 5) == 0);
    type("G/mark this place\r");
    says("1/1 on this page, from the first again");
    type("/no such words\r");
    says("not on this page; // searches the records");
    shows("keys"); // and it stays there
}
END_TEST

START_TEST(cards_are_searched_in_place_and_records_from_there)
{
    type(":first\rvi/harbour master\r");
    says("on this page");
    ck_assert_uint_gt(rows_marked(), 0);
    type("nN");
    says("on this page");
    type("/North: landing\r"); // who speaks is nothing of a page
    says("hit ");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("vi//landing\r");
    says("hit ");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("vi/(\r");
    says("not on this page");
    type("/\x12(\r");
    says("malformed");
}
END_TEST

START_TEST(lists_and_tables_are_searched_in_place)
{
    type("/the\rvr/second\r");
    says("on this page");
    shows("results");
    shows("Second meeting");
    type("q/landing\r"); // among the words it is the records that are searched
    says("hit ");
    type("vm/tolls\r");
    says("on this page");
    ck_assert_uint_gt(rows_marked(), 0);
}
END_TEST

// Each place is come to once, on and back, and going round is said.
START_TEST(places_are_walked_round)
{
    type("?/these keys\r");
    says("1/1 on this page");
    type("gg/the last\r");
    char begun[8];
    snprintf(begun, sizeof begun, "%.4s", last_line());
    int steps = 0;
    do {
        type("n");
        steps++;
    } while (!strstr(last_line(), begun) && steps < 50);
    ck_assert_int_gt(steps, 1);
    ck_assert_int_lt(steps, 50);
    says("from the first again");
    type("N");
    says("from the last again");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_pages");
    TCase *tests = tcase_create("reader_pages");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, help_is_searched_in_place);
    tcase_add_test(tests, cards_are_searched_in_place_and_records_from_there);
    tcase_add_test(tests, lists_and_tables_are_searched_in_place);
    tcase_add_test(tests, places_are_walked_round);
    suite_add_tcase(suite, tests);
    return suite;
}
