// SPDX-License-Identifier: MIT
// What a newcomer wants of the shipped dossier, from the first screen of a small terminal, by the keys that
// come to mind first: at most eight of them each.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

#define KEYS_MAX 8

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    resize(24, 80);
}

// Starts at the first screen again.
static void begin(void)
{
    close_reader();
    open_shipped();
    begin_in("overview");
    shows("Working group 1");
}

// Each byte is a key.
static void by(const char *keys)
{
    ck_assert_msg(strlen(keys) <= KEYS_MAX, "%s: %zu keys", keys, strlen(keys));
    begin();
    type(keys);
}

// The topic of the band at the top.
static void topic_is(const char *title)
{
    ck_assert_msg(strstr(row(2), title), "%s", row(2));
}

START_TEST(the_treaty_of_1855)
{
    by(":1855\r");
    topic_is("Treaty of Shimoda, 1855");
    shows("USSR: Igor A. Rogachev");
    by("/1855\r");
    shows("1855");
    says("hit ");
}
END_TEST

START_TEST(yalta)
{
    by(":yalta\r");
    topic_is("Yalta (Crimean) agreement, 1945");
    by("/yalta\r");
    says("hit ");
}
END_TEST

START_TEST(article_9)
{
    by(":art9\r\r");
    topic_is("Article 9: the transfer of two islands");
}
END_TEST

START_TEST(nato_and_the_reply)
{
    by(":nato\r");
    topic_is("Blocs and NATO");
    is_at("wg1.34");
    by(":nato\ro");
    shows("NATO");
    hides("nothing the other side says");
    ck_assert_ptr_null(strstr(shown(), "> 34"));
    by("/nato\ro");
    shows("NATO");
    hides("nothing the other side says");
}
END_TEST

START_TEST(senkaku)
{
    by("/senk\r");
    says("hit ");
    shows("Senkaku");
    by(":senk\r");
    shows("Takeshima, Senkaku");
}
END_TEST

START_TEST(the_round_of_20_december_1988)
{
    begin();
    type(":wg2\r:20 dec\r");
    ck_assert_ptr_nonnull(strstr(row(0), "20 Dec 1988"));
    by(":20 dec\r");
    shows("round: Working group on the peace treaty, first meeting");
    by(":dec 20\r");
    ck_assert_ptr_nonnull(strstr(row(0), "20 Dec 1988"));
}
END_TEST

START_TEST(one_side_in_december_and_in_march)
{
    by("c");
    ck_assert_ptr_nonnull(strstr(row(1), "USSR · wg1, 20 Dec 1988"));
    ck_assert_ptr_nonnull(strstr(row(1), "USSR · wg2, 21 Mar 1989"));
    begin();
    type(":san-francisco-1951\rlc"); // the side in focus
    ck_assert_ptr_nonnull(strstr(row(1), "Japan · wg1, 20 Dec 1988"));
    ck_assert_ptr_nonnull(strstr(row(1), "Japan · wg2, 21 Mar 1989"));
}
END_TEST

START_TEST(every_concession_of_kuriyama)
{
    by(":kuriy\r");
    shows("What they conceded");
    shows("wg1.25");
    shows("wg1.117");
    shows("wg2.54");
    type("J\r");
    is_at("wg1.27");
}
END_TEST

START_TEST(where_the_accounts_of_london_1955_differ)
{
    by(":lon\r\rvx");
    shows("where accounts differ");
    shows("London");
}
END_TEST

START_TEST(back_to_where_one_was)
{
    begin();
    type("]]");
    char *before = strdup(shown());
    type(":wg2.14\r");
    is_at("wg2.14");
    type("\x7f"); // what BACKSPACE sends
    ck_assert_str_eq(shown(), before);
    type(":wg2.14\r''");
    ck_assert_str_eq(shown(), before);
    type("'':wg1.25\rJJJ''");
    is_at("wg2.14");
    free(before);
}
END_TEST

START_TEST(quit_and_return)
{
    Session session = {0};
    Str copy;
    by(":1855\r");
    char *before = strdup(row(3));
    type("Q");
    ck_assert_int_eq(reader_wish(reader, &copy), WISH_QUIT);
    reader_keep(reader, &session);
    begin();
    reader_resume(reader, &session);
    session_free(&session);
    work();
    topic_is("Treaty of Shimoda, 1855");
    ck_assert_str_eq(row(3), before);
    free(before);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("tasks");
    TCase *tests = tcase_create("tasks");
    tcase_add_checked_fixture(tests, open_shipped, close_reader);
    tcase_add_test(tests, the_treaty_of_1855);
    tcase_add_test(tests, yalta);
    tcase_add_test(tests, article_9);
    tcase_add_test(tests, nato_and_the_reply);
    tcase_add_test(tests, senkaku);
    tcase_add_test(tests, the_round_of_20_december_1988);
    tcase_add_test(tests, one_side_in_december_and_in_march);
    tcase_add_test(tests, every_concession_of_kuriyama);
    tcase_add_test(tests, where_the_accounts_of_london_1955_differ);
    tcase_add_test(tests, back_to_where_one_was);
    tcase_add_test(tests, quit_and_return);
    suite_add_tcase(suite, tests);
    return suite;
}
