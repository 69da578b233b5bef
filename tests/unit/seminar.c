// SPDX-License-Identifier: MIT
// What a seminar asks of the shipped dossier: each in at most ten keys from the first screen.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    begin_in("overview");
}

static void ask(const char *keys)
{
    ck_assert_uint_le(strlen(keys), 10);
    type(keys);
}

START_TEST(which_soviet_claims_of_december_1988_did_japan_put_off)
{
    resize(60, 200);
    ask("vlfsu def\r");
    shows(">[-] wg1: Working group on the peace treaty, first meeting, 20 Dec 1988; USSR 37: ");
    shows("Igor A. Rogachev, wg1.45, put off");
    // ... and that the record of March cannot show whether they were answered there
    shows("put off: 103; an answer may stand in wg1 (a summary), wg2-morning (not recorded), wg2");
}
END_TEST

START_TEST(which_topics_did_one_side_alone_raise_by_round)
{
    resize(40, 120);
    ask("vmff");
    shows("wg1");
    ck_assert_ptr_nonnull(strstr(row(row_of("Yalta (Crimean)")), "+3=2!"));
    hides("Standing working group");
}
END_TEST

START_TEST(what_did_kuriyama_concede)
{
    resize(40, 80);
    ask(":kuriy\r");
    shows("What they conceded");
    static const char *const conceded[] = {"wg1.25", "wg1.27", "wg1.101", "wg1.102", "wg1.117",
                                           "wg2.54", "wg2.55", "wg2.60",  "wg2.112"};
    for (size_t i = 0; i < sizeof conceded / sizeof *conceded; i++)
        shows(conceded[i]);
}
END_TEST

START_TEST(what_changed_in_the_soviet_reading_of_the_letters)
{
    resize(40, 120);
    ask("19]vd");
    shows("change: USSR, wg1 (20 Dec 1988, a summary) to wg2 (21 Mar 1989, incomplete): Letters of September "
          "1956");
    shows("restated 4");
    shows("wg1.82, restated");
    shows("wg2.16, later");
    type("G");
    shows("new 2: come back to nothing that was said before");
    shows("not in the later record 1, which would not show everything: incomplete");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("seminar");
    TCase *tests = tcase_create("seminar");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_test(tests, which_soviet_claims_of_december_1988_did_japan_put_off);
    tcase_add_test(tests, which_topics_did_one_side_alone_raise_by_round);
    tcase_add_test(tests, what_did_kuriyama_concede);
    tcase_add_test(tests, what_changed_in_the_soviet_reading_of_the_letters);
    suite_add_tcase(suite, tests);
    return suite;
}
