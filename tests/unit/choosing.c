// SPDX-License-Identifier: MIT
// Several meanings of what is typed behind a colon: listed, and chosen from.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/namesakes.h"
#include "../support/typing.h"
#include "unit.h"

static const char text[] = NAMESAKES
    "Topic: shimoda\nTitle: Treaty of Shimoda, 1855\nWords: 1855\n"
    "\n"
    "Topic: letters\n"
    "Title: Letters that the two delegations wrote to each other about the course of the talks\n"
    "Date: 1956-09\n"
    "\n"
    "Topic: declaration\nTitle: Joint Declaration\nDate: 1956-10-19\n"
    "\n"
    "Name: kunashir\nsu: Kunashir; Кунашир\njp: Kunashiri; 国後島\n"
    "\n"
    "Round: moscow\nTitle: The summit\nDate: 1956-10-13\n"
    "\n"
    "@ abe\n[1] A word of the first.\n{topics: shimoda}\n"
    "\n"
    "@ su\n[2] A word of the second.\n{topics: declaration}\n"
    "\n"
    "Round: tokyo\nTitle: The visit of the year, of which much was expected\nShort: The visit of the "
    "year\nDate: 1988-12-20\n"
    "\n"
    "@ jp\n[1] A word of the third.\n{topics: letters}\n";

static void open_dossier(void)
{
    open_text(text);
    resize(24, 80);
}

static void press(Press key)
{
    reader_press(reader, key);
}

// The row starts so: which is chosen, and its kind.
static void row_starts(size_t at, const char *beginning)
{
    const char *line = row(at);
    ck_assert_msg(strncmp(line, beginning, strlen(beginning)) == 0, "row %zu: %s", at, line);
}

START_TEST(two_of_one_surname_are_listed_above_the_prompt)
{
    type(":abe\r");
    row_starts(20, " 1 of 2   TAB next   ENTER go there   ESC leave ─");
    row_starts(21, ">person      Shinzo Abe");
    ck_assert_ptr_nonnull(strstr(row(21), " abe"));
    row_starts(22, " person      Shintaro Abe");
    ck_assert_ptr_nonnull(strstr(row(22), " abe-shintaro"));
    row_starts(23, ":abe");
    ck_assert_uint_eq(grid->cursor_row, 23);
    type("\r");
    shows("Shinzo Abe");
    hides("Shintaro Abe");
    says("person: Shinzo Abe");
}
END_TEST

START_TEST(only_the_best_meanings_are_listed)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\n\nPerson: x\nTitle: Shinzo Abe\n\nPerson: y\nTitle: Shintaro Abe\n\n"
              "Topic: t\nTitle: Talks of Abernathy\n\nTopic: u\nTitle: Cabet\n\n"
              "Round: r\nTitle: R\n\n@ a\n[1] word\n{topics: t u}\n");
    resize(24, 80);
    type(":abe\r");
    shows(" 1 of 2 ");
    hides(">topic");
    hides(" topic  ");
}
END_TEST

START_TEST(keys_choose_and_go_round)
{
    static const Press next[] = {PRESS_TAB, PRESS_DOWN, PRESS_CTRL('N')};
    static const Press previous[] = {PRESS_BACKTAB, PRESS_UP, PRESS_CTRL('P')};
    for (size_t i = 0; i < 3; i++) {
        type(":abe\r");
        press(next[i]);
        row_starts(22, ">person      Shintaro Abe");
        row_starts(23, ":abe-shintaro");
        press(next[i]);
        row_starts(21, ">person      Shinzo Abe");
        press(previous[i]);
        row_starts(22, ">person      Shintaro Abe");
        press(previous[i]);
        row_starts(21, ">person      Shinzo Abe");
        press(previous[i]);
        type("\r");
        says("person: Shintaro Abe");
        type(":moscow\r");
    }
}
END_TEST

START_TEST(typing_on_edits_and_escape_leaves)
{
    type(":abe\r");
    type("-");
    hides("ENTER go there");
    row_starts(23, ":abe-");
    type("shin\r");
    says("person: Shintaro Abe");
    type(":moscow\r:abe\r");
    press(PRESS_ESCAPE);
    hides("ENTER go there");
    is_at("moscow.1");
    // Nothing is left of it for the next line.
    type(":");
    hides("ENTER go there");
    type("2\r");
    is_at("moscow.2");
    type(":abe\r\x7f");
    hides("ENTER go there");
    row_starts(23, ":ab");
}
END_TEST

START_TEST(completion_shows_titles_and_names)
{
    type(":kuna\t");
    row_starts(21, " 1 of 1 ");
    row_starts(22, ">name        Kunashir / Kunashiri");
    row_starts(23, ":kunashir");
    type("\r");
    shows("国後島");
    // The best first; what is contained too.
    type(":moscow\r:decl\t");
    row_starts(22, ">topic       Joint Declaration");
    type("\r");
    is_at("moscow.2");
    type(":ttle\t");
    says("nothing is called so");
    press(PRESS_ESCAPE);
    type(":visi\t\r");
    is_at("tokyo.1");
}
END_TEST

START_TEST(words_of_the_prompt_complete_as_well)
{
    type(":col\t");
    row_starts(22, ">command     columns");
    row_starts(23, ":columns");
    type(" s\t");
    row_starts(22, ">party       Soviet Union");
    row_starts(23, ":columns su");
    type("@mos\t");
    row_starts(23, ":columns su@moscow");
    shows("ENTER do it");
    type(" jap\t@tok\t\r");
    shows("tokyo");
    type(":moscow\r:card 185\t");
    row_starts(22, ">topic       Treaty of Shimoda, 1855");
    row_starts(23, ":card shimoda");
    type("\r");
    shows("Treaty of Shimoda, 1855 ──");
    shows("topic ──");
    type(":hel\t\r");
    shows("First steps");
    type("q:qui\t\r");
    Str copy;
    ck_assert_int_eq(reader_wish(reader, &copy), WISH_QUIT);
}
END_TEST

START_TEST(of_nothing_typed_all_is_listed)
{
    type(":\t");
    shows("1 of 1");
    row_starts(23, ":columns");
    press(PRESS_BACKTAB);
    hides(" 1 of 1");
    row_starts(22, ">person      Shintaro Abe");
    type("\x15q\r");
    Str copy;
    ck_assert_int_eq(reader_wish(reader, &copy), WISH_QUIT);
}
END_TEST

START_TEST(a_longer_list_scrolls_and_tells_how_long_it_is)
{
    resize(10, 60);
    type(":\t");
    size_t all = strtoul(row(4) + strlen(" 1 of "), NULL, 10);
    ck_assert_uint_ge(all, 12);
    for (size_t i = 2; i <= all; i++) {
        press(PRESS_TAB);
        char count[64];
        sprintf(count, " %zu of %zu ", i, all);
        row_starts(4, count);
        size_t chosen = 0;
        for (size_t at = 5; at < 9; at++)
            chosen += row(at)[0] == '>';
        ck_assert_uint_eq(chosen, 1);
    }
    press(PRESS_TAB);
    row_starts(5, ">command     columns");
    resize(6, 20);
    row_starts(2, " 1 of ");
    row_starts(3, ">command     columns");
}
END_TEST

START_TEST(long_titles_take_the_rows_that_they_need)
{
    resize(24, 60);
    type(":lette\t");
    row_starts(21, ">topic       Letters that the two delegations wrote to each");
    row_starts(22, "             other about the course of the talks    letters");
    resize(24, 120);
    row_starts(22,
               ">topic       Letters that the two delegations wrote to each other about the course of the "
               "talks");
    ck_assert_ptr_nonnull(strstr(row(22), " letters"));
    resize(24, 20);
    row_starts(18, ">topic       Letters");
    row_starts(21, "             delega\u2026");
    row_starts(22, "            letters");
}
END_TEST

START_TEST(a_short_title_stands_where_there_is_room_for_no_more)
{
    resize(24, 60);
    type(":visit\t");
    row_starts(22, ">round       The visit of the year ");
    ck_assert_ptr_nonnull(strstr(row(22), " tokyo"));
    resize(24, 80);
    row_starts(22, ">round       The visit of the year, of which much was expected ");
}
END_TEST

START_TEST(the_list_covers_what_stands_below_it)
{
    type("vs:abe\r");
    resize(6, 80);
    row_starts(2, " 1 of 2 ");
    row_starts(3, ">person      Shinzo Abe");
    row_starts(4, " person      Shintaro Abe");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("choosing");
    TCase *tests = tcase_create("choosing");
    tcase_add_checked_fixture(tests, open_dossier, close_reader);
    tcase_add_test(tests, two_of_one_surname_are_listed_above_the_prompt);
    tcase_add_test(tests, only_the_best_meanings_are_listed);
    tcase_add_test(tests, keys_choose_and_go_round);
    tcase_add_test(tests, typing_on_edits_and_escape_leaves);
    tcase_add_test(tests, completion_shows_titles_and_names);
    tcase_add_test(tests, words_of_the_prompt_complete_as_well);
    tcase_add_test(tests, of_nothing_typed_all_is_listed);
    tcase_add_test(tests, a_longer_list_scrolls_and_tells_how_long_it_is);
    tcase_add_test(tests, long_titles_take_the_rows_that_they_need);
    tcase_add_test(tests, a_short_title_stands_where_there_is_room_for_no_more);
    tcase_add_test(tests, the_list_covers_what_stands_below_it);
    suite_add_tcase(suite, tests);
    return suite;
}
