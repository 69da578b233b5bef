// SPDX-License-Identifier: MIT
// A dossier told as of a day, on the screen.
#include "diptych/as_of.h"

#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    begin_in("overview");
}

START_TEST(every_view_says_so_in_its_first_line)
{
    static const size_t sizes[][2] = {{20, 60}, {24, 80}, {40, 120}, {60, 200}};
    resize(sizes[_i][0], sizes[_i][1]);
    type(":as-of 1956-10-19\r");
    says("without what came later");
    for (const char *letter = "ocsimlx"; *letter; letter++) {
        char keys[] = {'v', *letter, '\0'};
        type(keys);
        ck_assert_msg(strstr(row(0), "as of 19 Oct 1956"), "v%c: %s", *letter, row(0));
        hides("wg1");
    }
}
END_TEST

START_TEST(the_place_stays_where_it_is_still_there)
{
    type(":london1.7\r:as-of 1956-10-19\r");
    is_at("london1.7");
    type(":as-of\r");
    says("all is told");
    is_at("london1.7");
    ck_assert_ptr_null(strstr(row(0), "as of"));
}
END_TEST

START_TEST(what_was_going_on_last_is_gone_to)
{
    type(":as-of 1956-10-16\r");
    ck_assert_ptr_nonnull(strstr(row(0), "11/11"));
    type("}");
    says("last round");
}
END_TEST

START_TEST(what_has_not_been_cannot_be_gone_to)
{
    type(":as-of 1956-10-16\r:wg1\r");
    says("nothing is called");
    type(":kono1\r");
    ck_assert_ptr_nonnull(strstr(row(0), "Kono and Khrushchev"));
    type(":as-of 1989\r:wg1\r");
    ck_assert_ptr_nonnull(strstr(row(0), "28/"));
}
END_TEST

START_TEST(nothing_may_have_been_said_yet)
{
    type(":as-of 1800\r");
    says("nothing had been said by then");
    shows("Working group");
    type(":as-of 1956\r:as-of 1800\r");
    ck_assert_ptr_nonnull(strstr(row(0), "as of 1956"));
}
END_TEST

START_TEST(topics_to_come_have_no_row)
{
    resize(60, 120);
    type("vm:as-of 1956-10-16\rvm");
    shows("Joint Declaration, 1956"); // they speak of it before it is signed
    hides("Joint statement, 1973");
    hides("five stages");
    type(":as-of\rvm");
    shows("Joint statement, 1973");
}
END_TEST

START_TEST(what_is_no_date_is_said)
{
    type(":as-of the day before yesterday\r");
    says("is no date");
    type(":as-\t");
    says(":as-of");
}
END_TEST

START_TEST(outcomes_are_told_when_they_are_known)
{
    uint32_t round = dossier_round(dossier, str_of("moscow2"));
    ck_assert_uint_gt(dossier->rounds[round].outcome.len, 0);
    type(":as-of 1956-10-18\r");
    round = dossier_round(dossier, str_of("moscow2"));
    ck_assert_uint_eq(dossier->rounds[round].outcome.len, 0);
    type(":as-of 1956-10-19\r");
    ck_assert_uint_gt(dossier->rounds[dossier_round(dossier, str_of("moscow2"))].outcome.len, 0);
    ck_assert_uint_eq(dossier_round(dossier, str_of("wg1")), NONE);
    ck_assert_uint_eq(dossier_account(dossier, str_of("wg1")), NONE);
    type(":as-of\r");
    ck_assert_uint_ne(dossier_round(dossier, str_of("wg1")), NONE);
}
END_TEST

START_TEST(days_and_keys_at_random_do_no_harm)
{
    static const char *const days[] = {"1951", "1955-07",    "1956-10-16", "1800",
                                       "",     "1988-12-20", "2020",       "1956-09-11"};
    for (size_t i = 0; i < 8; i++) {
        type("\x07\x07:as-of ");
        type(days[(i + (size_t)_i) % 8]);
        type("\r");
        type_at_random((unsigned)(_i * 8) + (unsigned)i, 120);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("as_of");
    TCase *tests = tcase_create("as_of");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_loop_test(tests, every_view_says_so_in_its_first_line, 0, 4);
    tcase_add_test(tests, the_place_stays_where_it_is_still_there);
    tcase_add_test(tests, what_was_going_on_last_is_gone_to);
    tcase_add_test(tests, what_has_not_been_cannot_be_gone_to);
    tcase_add_test(tests, nothing_may_have_been_said_yet);
    tcase_add_test(tests, topics_to_come_have_no_row);
    tcase_add_test(tests, what_is_no_date_is_said);
    tcase_add_test(tests, outcomes_are_told_when_they_are_known);
    tcase_add_loop_test(tests, days_and_keys_at_random_do_no_harm, 0, 3);
    suite_add_tcase(suite, tests);
    return suite;
}
