// SPDX-License-Identifier: MIT
// Each view keeps its place and says what its record lacks; what happens between keys leaves both alone.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/memory.h"
#include "diptych/search.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(a_round_is_shown_whole_after_columns)
{
    type(":columns north@first north@second\r");
    hides("South: Ken Mori");
    type(":first\r");
    shows("South: Ken Mori");
    shows("3 rebuts 1");
    reader_press(reader, PRESS_BACKSPACE);
    shows("North · second, June 1922 (incomplete)");
    hides("South: Ken Mori");
}
END_TEST

START_TEST(columns_name_their_rounds_and_what_they_lack)
{
    type("2}:columns north@first north@second\r");
    ck_assert_ptr_nonnull(strstr(row(0), "First meeting"));
    ck_assert_ptr_nonnull(strstr(row(1), "North · first, 1 Mar 1921  "));
    ck_assert_ptr_nonnull(strstr(row(1), "North · second, June 1922 (incomplete)"));
    resize(24, 54);
    ck_assert_ptr_nonnull(strstr(row(1), "North · first  /  North · second (incomplete)"));
    resize(24, 40);
    ck_assert_ptr_nonnull(strstr(row(1), "North · first  /  North · second"));
    ck_assert_ptr_nonnull(strstr(row(1), "\u2026"));
}
END_TEST

START_TEST(passages_are_found_though_no_column_has_them)
{
    type(":columns north@first north@second\r");
    type(":first.1\r");
    is_at("first.1");
}
END_TEST

START_TEST(third_pane_follows)
{
    resize(50, 200);
    type("h");
    shows("Citation");
    type("2}");
    hides("Citation");
    type("/landing\r/no such words\r");
    type(":third\r");
    shown();
}
END_TEST

START_TEST(results_keep_their_place)
{
    type("/the\rvr");
    type("JJJ");
    char *before = mem_text(str_of(shown()));
    type("vcvr");
    ck_assert_str_eq(shown(), before);
    free(before);
}
END_TEST

START_TEST(results_fit_every_width)
{
    type("/landing\rvr");
    resize(24, 200);
    const char *wide = row(3);
    ck_assert_uint_gt(strlen(wide), 110);
    resize(24, 60);
    ck_assert_ptr_nonnull(strstr(shown(), "\u2026"));
}
END_TEST

START_TEST(no_results_are_said_once)
{
    type("/no such words\rvr");
    ck_assert_ptr_nonnull(strstr(row(2), "Results"));
    ck_assert_ptr_nonnull(strstr(row(3), "Nothing is found"));
}
END_TEST

START_TEST(results_name_what_records_lack)
{
    type("/tolls\rvr");
    shows("incomplete");
}
END_TEST

START_TEST(cards_keep_their_place)
{
    type("viJJJ");
    char *before = mem_text(str_of(shown()));
    type("vcvi");
    ck_assert_str_eq(shown(), before);
    free(before);
}
END_TEST

START_TEST(links_are_not_selected_in_cards)
{
    type("hi");
    reader_press(reader, PRESS_TAB);
    ck_assert_ptr_null(strstr(last_line(), "link 1/"));
}
END_TEST

START_TEST(counts_are_walked_in_one_go)
{
    type("h999999J");
    says("the last one");
    type("999999K");
    says("the first one");
    is_at("first.3");
    type("999999[");
    says("the first one");
}
END_TEST

START_TEST(sides_of_spoken_view_are_walked_too)
{
    type("vsg");
    is_at("first.1");
    type("h");
    ck_assert_ptr_null(strstr(last_line(), "nothing on that side"));
}
END_TEST

START_TEST(rounds_are_begun_at_their_beginning_as_they_were_spoken)
{
    type("vsg]]]");
    type("}");
    is_at("second.1");
}
END_TEST

START_TEST(dates_within_a_span_lead_to_its_round)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
              "Round: long\nTitle: Long\nDate: 1955-06/1955-09\n\n@ a\n[1] x\n\n"
              "Round: later\nTitle: Later\nDate: 1956\n\n@ a\n[1] y\n");
    static const struct {
        const char *date;
        const char *round;
    } cases[] = {{"1955-08", "Long"},
                 {"1955-09-30", "Long"},
                 {"1955-10", "Later"},
                 {"1956-10", "Later"},
                 {"1955", "Long"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        type(":");
        type(cases[i].date);
        type("\r");
        ck_assert_msg(strstr(row(0), cases[i].round) != NULL, "%s: %s", cases[i].date, screen);
    }
}
END_TEST

START_TEST(columns_are_completed)
{
    type(":columns nor");
    reader_press(reader, PRESS_TAB);
    says(":columns north");
    type("@sec");
    reader_press(reader, PRESS_TAB);
    says(":columns north@second");
    reader_press(reader, PRESS_ESCAPE);
    type(":zzz");
    reader_press(reader, PRESS_TAB);
    says("nothing is called so");
    says(":zzz");
}
END_TEST

START_TEST(what_a_state_file_brings_is_made_visible)
{
    Session session = {0};
    char *searches[2] = {mem_text(str_of("a\xe2\x80\xaez")), mem_new(300000, 1)};
    memset(searches[1], 'x', 299999);
    session.searches = searches;
    session.search_count = 2;
    reader_resume(reader, &session);
    type("/\x10");
    says("a<U+202E>z");
    reader_press(reader, PRESS_ESCAPE);
    free(searches[0]);
    free(searches[1]);
}
END_TEST

START_TEST(no_answer_is_none_of_ones_own)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\n\nRound: r\nTitle: "
              "R\nDate: 1955\n\n"
              "@ b\n[1] x\n{topics: t}\n\n@ a\n[2] claim\n{topics: t; rebuts: 1}\n\n[3] more\n{topics: t; "
              "answers: 2; act: procedure}\n");
    work();
    type(":1\r.");
    is_at("r.2");
}
END_TEST

// What is known only when all rounds have been read comes to the screen then, and nothing else changes.
START_TEST(cards_are_completed)
{
    Buffer text = {0};
    buffer_add_text(&text,
                    "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: T\n\n");
    for (int i = 0; i < 50; i++)
        buffer_addf(
            &text,
            "Round: r%d\nTitle: Round %d\nDate: %d\n\n@ a\n[1] x\n{topics: t}\n\n@ b\n[2] y\n{topics: t}\n\n",
            i, i, 1900 + i);
    char *dip = buffer_steal(&text);
    close_reader();
    open_text(dip);
    for (const char *c = ":card t\r"; *c; c++)
        reader_press(reader, (Press)(unsigned char)*c);
    shows("Not all rounds are read yet");
    work();
    hides("Not all rounds are read yet");
    shows("Round 5");
    free(dip);
}
END_TEST

START_TEST(sides_stay_apart_while_rounds_are_read)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: T\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[1] x\n{topics: t}\n\n@ b\n[2] y\n{topics: t}\n");
    reader_press(reader, 'L');
    work();
    type("L");
    says("together");
}
END_TEST

START_TEST(near_topics_are_gone_to)
{
    close_reader();
    open_text(
        "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: o\nTitle: Other\n\nTopic: "
        "t\nTitle: Whole\n\n"
        "Topic: u\nTitle: Part\nParent: t\n\nRound: r\nTitle: R\nDate: 1955\n\n@ a\n[1] x\n{topics: u}\n\n"
        "Round: s\nTitle: S\nDate: 1956\n\n@ a\n[1] y\n{topics: o}\n\n[2] y\n{topics: t}\n");
    work();
    type("1}");
    ck_assert_ptr_nonnull(strstr(row(2), "Whole"));
    says("not in this record: Part");
    is_at("s.2");
}
END_TEST

START_TEST(an_empty_record_is_never_silent)
{
    close_reader();
    open_fixture("tests/fixtures/standings");
    type(":rumour\r:toll\r");
    shows("not in this record    part");
    shows("not recorded          empty, lost, told, rumour");
    hides(" silent ");
    type("q:empty\r");
    ck_assert_ptr_nonnull(strstr(row(0), "not recorded"));
    shows("no record of this round here");
    hides("silent");
}
END_TEST

// In the first frame, before anything is done between keys.
START_TEST(other_accounts_are_told_of_at_once)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: Topic\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[1] x\n{topics: t}\n\n"
              "Account: r/diary\nTitle: D\n\n@ b\n[7] y\n{topics: t}\n");
    shows("told by diary: 7");
}
END_TEST

START_TEST(cards_count_what_stands_below_a_topic)
{
    close_reader();
    open_fixture("tests/fixtures/standings");
    type(":water\r");
    ck_assert_str_eq(strstr(row(0), "1801"), "1801");
    shows("full    The mill 1       ");
    shows("The keepers of the weir  put off: 6");
}
END_TEST

START_TEST(what_a_record_lacks_is_said_whole)
{
    close_reader();
    open_text(
        "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: Topic\n\n"
        "Round: r\nTitle: R\nDate: 1955\nExtent: contents; from the notes of a clerk\n\n@ a\n[1] x\n"
        "{topics: t}\n\nRound: s\nTitle: S\nDate: 1956\nExtent: digest; a page\n\n@ b\n[1] x\n{topics: t}\n");
    shows("a summary: from the notes of a clerk");
    type(":columns a@r b@s\r");
    shows("A · r, 1955 (a summary)");
    shows("B · s, 1956 (incomplete)");
}
END_TEST

START_TEST(wide_left_sides_shrink_on_small_screens)
{
    resize(24, 160);
    type("99>");
    resize(24, 80);
    size_t before = (size_t)(strstr(row(1), "South") - screen);
    type("<");
    ck_assert_uint_lt((size_t)(strstr(row(1), "South") - screen), before);
}
END_TEST

START_TEST(empty_dossiers_say_so)
{
    close_reader();
    open_text("Dossier: d\nTitle: Nothing yet\n");
    work();
    shows("Nothing yet");
    shows("no rounds");
    type("?");
    shows("next topic");
}
END_TEST

START_TEST(hits_beyond_counting_are_not_counted_out)
{
    static const char head[] = "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                               "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[1]";
    size_t words = SEARCH_HITS_MAX + 10;
    Buffer text = {0};
    buffer_add_text(&text, head);
    for (size_t i = 0; i < words; i++)
        buffer_add_text(&text, i % 20 ? " x" : "\nx");
    buffer_add_byte(&text, '\n');
    char *dip = buffer_steal(&text);
    close_reader();
    open_text(dip);
    free(dip);
    type("/x\r");
    says("+");
    type("vr");
    ck_assert_ptr_nonnull(strstr(row(1), "+"));
}
END_TEST

START_TEST(the_trail_is_walked_in_one_go)
{
    type("2}vs");
    reader_press(reader, PRESS_BACKSPACE);
    type("99(");
    says("no place before this one");
    ck_assert_ptr_nonnull(strstr(row(0), "First meeting"));
    type("2)");
    ck_assert_ptr_nonnull(strstr(row(0), "Third meeting"));
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("views");
    TCase *tests = tcase_create("views");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, a_round_is_shown_whole_after_columns);
    tcase_add_test(tests, columns_name_their_rounds_and_what_they_lack);
    tcase_add_test(tests, passages_are_found_though_no_column_has_them);
    tcase_add_test(tests, third_pane_follows);
    tcase_add_test(tests, results_keep_their_place);
    tcase_add_test(tests, results_fit_every_width);
    tcase_add_test(tests, no_results_are_said_once);
    tcase_add_test(tests, results_name_what_records_lack);
    tcase_add_test(tests, cards_keep_their_place);
    tcase_add_test(tests, links_are_not_selected_in_cards);
    tcase_add_test(tests, counts_are_walked_in_one_go);
    tcase_add_test(tests, sides_of_spoken_view_are_walked_too);
    tcase_add_test(tests, rounds_are_begun_at_their_beginning_as_they_were_spoken);
    tcase_add_test(tests, dates_within_a_span_lead_to_its_round);
    tcase_add_test(tests, columns_are_completed);
    tcase_add_test(tests, what_a_state_file_brings_is_made_visible);
    tcase_add_test(tests, no_answer_is_none_of_ones_own);
    tcase_add_test(tests, cards_are_completed);
    tcase_add_test(tests, sides_stay_apart_while_rounds_are_read);
    tcase_add_test(tests, near_topics_are_gone_to);
    tcase_add_test(tests, an_empty_record_is_never_silent);
    tcase_add_test(tests, other_accounts_are_told_of_at_once);
    tcase_add_test(tests, cards_count_what_stands_below_a_topic);
    tcase_add_test(tests, what_a_record_lacks_is_said_whole);
    tcase_add_test(tests, wide_left_sides_shrink_on_small_screens);
    tcase_add_test(tests, empty_dossiers_say_so);
    tcase_add_test(tests, hits_beyond_counting_are_not_counted_out);
    tcase_add_test(tests, the_trail_is_walked_in_one_go);
    suite_add_tcase(suite, tests);
    return suite;
}
