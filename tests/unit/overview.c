// SPDX-License-Identifier: MIT
// The overview: what the sides hold, topic by topic.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static const char text[] =
    "Dossier: d\nTitle: D\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\nParty: jp\nTitle: Japan\n\n"
    "Person: r\nTitle: R\nParty: su\n\nPerson: k\nTitle: K\nParty: jp\n\n"
    "Topic: form\nTitle: Form of the talks\nKind: procedure\n\n"
    "Topic: history\nTitle: History\n\nTopic: lone\nTitle: A topic by itself\n\n"
    "Topic: shimoda\nTitle: Shimoda\nParent: history\n\nTopic: yalta\nTitle: Yalta\nParent: history\n\n"
    "Topic: never\nTitle: Never raised\nParent: history\n\n"
    "Position: one su shimoda\nText: The islands were never divided.\nRests: 1\n\n"
    "Round: one\nTitle: One\nDate: 1988\nParticipants: r k\nExtent: full\nTagged: full\nNote: Written by one "
    "side.\n\n"
    "@ r\n[1] A claim on Shimoda.\n{topics: shimoda}\n[2] Yalta binds.\n{topics: yalta}\n"
    "[3] Let us sit at this table.\n{topics: form; act: procedure}\n\n"
    "@ k\n[4] Thanks for coming.\n{topics: shimoda; act: procedure}\n"
    "[5] Shimoda drew the line between the two countries where it has been ever since, as every map of that "
    "century "
    "shows and as nobody denied before the war.\n{topics: shimoda; rebuts: 1}\n"
    "[6] That can wait.\n{topics: form; defers: 2}\n[7] The lone point is granted.\n{topics: lone; act: "
    "concedes}\n"
    "\nRound: two\nTitle: Two\nDate: 1989\nParticipants: r k\nExtent: lost\n";

static void open_it(void)
{
    open_text(text);
    begin_in("overview");
    work();
}

START_TEST(topics_stand_in_their_groups_with_what_sides_hold)
{
    resize(40, 80);
    ck_assert_ptr_nonnull(strstr(row(1), "USSR: R"));
    ck_assert_ptr_nonnull(strstr(row(2), "Topics "));
    ck_assert_uint_lt(row_of("A topic by itself"), row_of("History "));
    ck_assert_uint_lt(row_of("History "), row_of("Shimoda "));
    ck_assert_uint_lt(row_of("Shimoda "), row_of("Yalta "));
    ck_assert_uint_lt(row_of("Yalta "), row_of("Procedure "));
    ck_assert_uint_lt(row_of("Procedure "), row_of("Form of the talks"));
    hides("Never raised");
    shows("The islands were never");
    hides("A claim on Shimoda");
    hides("Let us sit");
    ck_assert_uint_lt(row_of("Form of the talks"), row_of("About this record"));
    shows("Written by one side.");
}
END_TEST

START_TEST(a_passage_stands_for_a_position_that_nobody_wrote)
{
    resize(40, 80);
    shows("passage 5: Shimoda drew");
    hides("as nobody denied");
    shows("\u2026");
    hides("passage 4");
}
END_TEST

START_TEST(who_has_no_words_has_a_state)
{
    resize(40, 80);
    ck_assert_ptr_nonnull(strstr(row(row_of("Yalta ") + 1), "put off: 6"));
    ck_assert_ptr_nonnull(strstr(row(row_of("A topic by itself") + 1), "silent: not a word"));
}
END_TEST

START_TEST(counts_stand_at_the_right)
{
    resize(40, 80);
    ck_assert_ptr_nonnull(strstr(row(row_of("Shimoda ")), " 1 : 2 · 1 undecided"));
    ck_assert_ptr_nonnull(strstr(row(row_of("A topic by itself")), " 0 : 1 · 1 conceded"));
    ck_assert_ptr_nonnull(strstr(row(row_of("Yalta ")), " 1 : 0"));
    ck_assert_ptr_null(strstr(row(row_of("Yalta ")), "open"));
}
END_TEST

START_TEST(a_topic_is_read_side_by_side_and_come_back_from)
{
    type("]");
    type("\r");
    shows("A claim on Shimoda.");
    ck_assert_ptr_nonnull(strstr(row(2), "Shimoda"));
    type("q");
    ck_assert_ptr_nonnull(strstr(row(row_of("The islands were never") - 1), ">Shimoda"));
    type("\r(");
    ck_assert_ptr_nonnull(strstr(row(row_of("The islands were never") - 1), ">Shimoda"));
}
END_TEST

START_TEST(topics_are_walked_with_what_stands_below_them)
{
    resize(9, 80);
    type("]]");
    shows("put off: 6");
    type("]");
    shows("Form of the talks");
    type("]");
    says("the last one");
    type("[[[[");
    says("the first one");
    shows("A topic by itself");
}
END_TEST

START_TEST(what_it_says_is_asked_for_its_reasons)
{
    resize(60, 100);
    type("]]i");
    shows("put off: 6");
    ck_assert_ptr_nonnull(strstr(row(row_of(", put off  ")), "That can wait."));
    type("q[i");
    ck_assert_ptr_nonnull(strstr(row(row_of("USSR holds")), "The islands were never divided. (1)"));
    type("]JJ\r");
    is_at("one.1");
}
END_TEST

START_TEST(the_next_round_has_its_own)
{
    type("}");
    ck_assert_ptr_nonnull(strstr(row(0), "2/2"));
    shows("no record of this round here");
    type("{");
    shows("The islands were never");
}
END_TEST

START_TEST(stacked_it_says_whose_words_are_whose)
{
    resize(40, 60);
    shows("USSR: The islands were never divided.");
    shows("Japan: put off: 6");
}
END_TEST

START_TEST(topics_without_the_words_are_left_out)
{
    close_reader();
    open_fixture("tests/fixtures/ferry");
    begin_in("overview");
    shows("The landing");
    shows("The timetable");
    type("ftimeTABLE\r");
    hides("The timetable"); // a capital counts
    type("ftimetable\r");
    shows("Only topics that have \"timetable\"");
    shows("The timetable");
    hides("The landing  ");
    type("&xyzzy\r");
    says("no topic here has these words");
    type("fact:concedes\r");
    says("words alone");
    type("f\r");
    shows("The landing");
    hides("Only topics");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("overview");
    TCase *tests = tcase_create("overview");
    tcase_add_checked_fixture(tests, open_it, close_reader);
    tcase_add_test(tests, topics_without_the_words_are_left_out);
    tcase_add_test(tests, topics_stand_in_their_groups_with_what_sides_hold);
    tcase_add_test(tests, a_passage_stands_for_a_position_that_nobody_wrote);
    tcase_add_test(tests, who_has_no_words_has_a_state);
    tcase_add_test(tests, counts_stand_at_the_right);
    tcase_add_test(tests, a_topic_is_read_side_by_side_and_come_back_from);
    tcase_add_test(tests, topics_are_walked_with_what_stands_below_them);
    tcase_add_test(tests, what_it_says_is_asked_for_its_reasons);
    tcase_add_test(tests, the_next_round_has_its_own);
    tcase_add_test(tests, stacked_it_says_whose_words_are_whose);
    suite_add_tcase(suite, tests);
    return suite;
}
