// SPDX-License-Identifier: MIT
// The links of a passage: selecting, following, what is unanswered; the places visited on the way.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(links_are_selected_and_followed)
{
    type("h");
    is_at("first.3");
    reader_press(reader, PRESS_TAB);
    says("rebuts 1");
    reader_press(reader, PRESS_ENTER);
    is_at("first.1");
    reader_press(reader, PRESS_BACKSPACE);
    is_at("first.3");
    type(")");
    is_at("first.1");
    type("''");
    is_at("first.3");
    reader_press(reader, PRESS_BACKTAB);
    says("restated by second.1");
}
END_TEST

START_TEST(counterparts_and_attributions_are_gone_to)
{
    type("ho");
    is_at("first.1");
    type("o");
    is_at("first.3");
    type("J");
    is_at("first.5");
    type("w");
    says("overstated");
    is_at("first.1");
    reader_press(reader, PRESS_BACKSPACE);
    type("K");
    type("w");
    says("does not say what the other side holds");
}
END_TEST

START_TEST(unanswered_claims_are_found)
{
    type(":first.1\r.");
    const char *line = last_line();
    ck_assert_ptr_null(strstr(line, "first.1 "));
    type("99.");
    says("no claim without an answer");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_links");
    TCase *tests = tcase_create("reader_links");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, links_are_selected_and_followed);
    tcase_add_test(tests, counterparts_and_attributions_are_gone_to);
    tcase_add_test(tests, unanswered_claims_are_found);
    suite_add_tcase(suite, tests);
    return suite;
}
