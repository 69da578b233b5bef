// SPDX-License-Identifier: MIT
// Searching: from hit to hit, by side, and the results.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/memory.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(searches_count_by_side)
{
    type(":first.1\r");
    type("/landing\r");
    says("North");
    says("hit 1/");
    type("n");
    says("hit 2/");
    type("N");
    says("hit 1/");
    type("/no such words\r");
    says("not found");
    type("/north:\r");
    ck_assert_ptr_null(strstr(last_line(), "hit"));
    type("/\x12"
         "mend(ed|ing)\r");
    says("/2 ");
    type("/\x12(\r");
    ck_assert_ptr_null(strstr(last_line(), "hit"));
}
END_TEST

START_TEST(searches_of_one_side)
{
    type("/south:landing\r");
    ck_assert_ptr_null(strstr(last_line(), "North"));
    says("South");
}
END_TEST

START_TEST(cancelled_searches_jump_nowhere)
{
    type("J");
    char *before = mem_text(str_of(shown()));
    type("/landing");
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_str_eq(shown(), before);
    free(before);
}
END_TEST

START_TEST(results_are_listed_and_opened)
{
    type("vr");
    says("no results yet");
    type("/landing\rvr");
    shows("results");
    shows("Second meeting");
    reader_press(reader, PRESS_ENTER);
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("vrq");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("/nothing\r");
    is_at("second.1");
    type("vr");
    is_at("second.1");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_searching");
    TCase *tests = tcase_create("reader_searching");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, searches_count_by_side);
    tcase_add_test(tests, searches_of_one_side);
    tcase_add_test(tests, cancelled_searches_jump_nowhere);
    tcase_add_test(tests, results_are_listed_and_opened);
    suite_add_tcase(suite, tests);
    return suite;
}
