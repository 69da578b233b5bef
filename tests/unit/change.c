// SPDX-License-Identifier: MIT
// One side in two rounds, on the screen.
#include "diptych/change.h"

#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static const size_t sizes[][2] = {{20, 60}, {24, 80}, {40, 120}, {60, 200}};
#define SIZES 4

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    begin_in("overview");
}

START_TEST(it_opens_at_the_side_round_and_topic_at_hand)
{
    resize(sizes[_i][0], sizes[_i][1]);
    type(":letters-1956\rhvd");
    ck_assert_ptr_nonnull(strstr(row(1), "change: USSR, wg1 ("));
    ck_assert_ptr_nonnull(strstr(row(1), "wg2 ("));
    shows("restated 4");
    shows("Igor A. Rogachev, wg1.82, restated");
}
END_TEST

START_TEST(the_side_in_focus_is_compared)
{
    resize(40, 160);
    type(":letters-1956\rlvd");
    shows("change: Japan, wg1 (20 Dec 1988, a summary) to wg2");
    shows("Letters of September 1956");
}
END_TEST

START_TEST(one_topic_or_all)
{
    resize(60, 160);
    type(":letters-1956\rhvdf");
    shows("all topics");
    type("G");
    shows("not in the later record");
    type("f");
    shows("Letters of September 1956");
}
END_TEST

START_TEST(later_words_stand_below_earlier_ones_and_open)
{
    resize(40, 120);
    type(":letters-1956\rhvd");
    shows("wg2.16, later");
    type("JJJ\r");
    ck_assert_ptr_nonnull(strstr(row(0), "Working group"));
    reader_press(reader, PRESS_BACKSPACE);
    shows("change: USSR");
}
END_TEST

START_TEST(rounds_are_stepped_through)
{
    resize(24, 160);
    type("vdf}");
    ck_assert_ptr_null(strstr(row(1), "to wg2 "));
    type("{");
    ck_assert_ptr_nonnull(strstr(row(1), "to wg2 "));
    type("99}");
    says("the last round");
}
END_TEST

START_TEST(columns_and_a_topic_are_taken_behind_its_word)
{
    resize(24, 160);
    type(":change jp@london1 jp@letters1956 territory-claimed\r");
    shows("change: Japan, london1 (1 Jun to 13 Sep 1955, ");
    shows("Which islands are claimed");
    type(":change su@wg1 jp@wg2\r");
    says("one side is needed");
    type(":change su\r");
    says("a side in two rounds");
    type(":change su@wg1 su@nowhere\r");
    says("nowhere");
    type(":change su@wg1 su@wg2\r");
    shows("all topics");
}
END_TEST

START_TEST(one_side_in_two_rounds_is_taken_from_the_columns)
{
    resize(24, 160);
    type(":columns su@wg1 su@doi1988\rvd");
    shows("change: USSR, doi1988 (6 May 1988");
    shows("to wg1 (20 Dec 1988");
}
END_TEST

START_TEST(a_dossier_of_one_round_has_no_change)
{
    open_text("Dossier: d\nTitle: D\nFormat: 1\n\nParty: a\nTitle: A\n\nTopic: t\nTitle: T\n\n"
              "Round: r\nTitle: R\nDate: 1901\n\n@ a\n[1] Words.\n{topics: t}\n");
    type("vd");
    shows("change: A, r");
    type("}{fz\r");
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("change");
    TCase *tests = tcase_create("change"), *own = tcase_create("own");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_loop_test(tests, it_opens_at_the_side_round_and_topic_at_hand, 0, SIZES);
    tcase_add_test(tests, the_side_in_focus_is_compared);
    tcase_add_test(tests, one_topic_or_all);
    tcase_add_test(tests, later_words_stand_below_earlier_ones_and_open);
    tcase_add_test(tests, rounds_are_stepped_through);
    tcase_add_test(tests, columns_and_a_topic_are_taken_behind_its_word);
    tcase_add_test(tests, one_side_in_two_rounds_is_taken_from_the_columns);
    tcase_add_test(own, a_dossier_of_one_round_has_no_change);
    suite_add_tcase(suite, tests);
    suite_add_tcase(suite, own);
    return suite;
}
