// SPDX-License-Identifier: MIT
// The whole reader without a terminal, keys in, grid out: its screen, and how it begins and ends.
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(begins_at_the_first_round_with_both_sides)
{
    const char *head = row(0);
    ck_assert_ptr_nonnull(strstr(head, "First meeting at the customs house"));
    ck_assert_ptr_nonnull(strstr(head, "1/3"));
    const char *sides = row(1);
    ck_assert_ptr_nonnull(strstr(sides, "North: Vera Orlova"));
    ck_assert_ptr_nonnull(strstr(sides, "South: Ken Mori"));
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
    says("?:help");
}
END_TEST

START_TEST(head_is_cut_to_its_line)
{
    static const struct {
        size_t columns;
        const char *head;
    } table[] = {
        {130, " The ferry talks   1/3 First meeting at the customs house · account 1/2 · Customs house, 1 "
              "Mar 1921"},
        {100, " 1/3 First meeting at the customs house · account 1/2 · Customs house, 1 Mar 1921"},
        {80, " 1/3 The first meeting · account 1/2 · Customs house, 1 Mar 1921"},
        {60, " 1/3 The first meeting · account 1/2 · 1 Mar 1921"},
        {48, " 1/3 The first meeting · 1/2 · 1 Mar 1921"},
        {40, " 1/3 The first meeting · 1/2"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        resize(24, table[i].columns);
        ck_assert_str_eq(row(0), table[i].head);
    }
    type("}");
    ck_assert_str_eq(row(0), " 2/3 Second meeting, on\u2026     incomplete");
    resize(24, 60);
    ck_assert_str_eq(row(0), " 2/3 Second meeting, on the water · June 1922    incomplete");
}
END_TEST

START_TEST(reply_stands_beside_its_claim)
{
    ck_assert_uint_eq(row_of("rebutted by 3"), row_of("3 rebuts 1"));
}
END_TEST

START_TEST(omissions_are_never_silence)
{
    type("}:tolls\r");
    shows("omitted");
    hides("silent");
    type("{:tolls\r");
    shows("silent");
}
END_TEST

START_TEST(screens_that_are_too_small_say_so)
{
    resize(5, 80);
    shows("too small");
    resize(24, 19);
    shows("too small");
    type("jjJ]}/x\r");
    resize(24, 80);
    hides("too small");
}
END_TEST

START_TEST(current_passage_is_evident_without_colour)
{
    Buffer styles = {0};
    type("h");
    shown();
    ck_assert_uint_gt(grid->cursor_row, 2);
    ck_assert_uint_lt(grid->cursor_row, grid->rows - 1);
    grid_dump_styles(grid, &styles);
    char *picture = buffer_steal(&styles);
    ck_assert_ptr_nonnull(strchr(picture, 'r'));
    free(picture);
    shows(">  3");
}
END_TEST

START_TEST(wide_screens_have_a_third_pane)
{
    resize(50, 200);
    type("h");
    shows("Log of the harbour office");
    shows("Citation");
    resize(50, 160);
    shows("Citation");
    resize(50, 159);
    hides("Citation");
}
END_TEST

START_TEST(names_lens_shows_the_other_name)
{
    type("#");
    says("names lens");
    type("#");
    says("as they are said");
}
END_TEST

START_TEST(closing_goes_back_and_then_quits)
{
    Str text;
    type("?");
    shows("First steps");
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    hides("First steps");
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    says("ENTER:read it side by side");
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_QUIT);
    static const char *const ways[] = {"?Q", "viZZ", ":q\r", ":quit\r"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        type(ways[i]);
        ck_assert_int_eq(reader_wish(reader, &text), WISH_QUIT);
    }
}
END_TEST

static void quits(void)
{
    Str text;
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_QUIT);
}

START_TEST(closing_goes_back_card_by_card)
{
    begin_in("overview");
    type("\r:first.3\ri");
    shows("passage ──");
    type(":orlova\r");
    shows("person ──");
    type(":log\r");
    shows("source ──");
    type("q");
    shows("person ──");
    type("q");
    shows("passage ──");
    type("q");
    is_at("first.3");
    type("q");
    says("ENTER:read it side by side");
    quits();
}
END_TEST

START_TEST(closing_comes_back_to_the_results)
{
    begin_in("overview");
    type("/ferry\rvrJ");
    char *results = mem_text(str_of(row(5)));
    says("ENTER:open");
    type("\r");
    ck_assert_str_ne(row(5), results);
    type("J}i");
    shows(" ──");
    type("qq");
    says("ENTER:open");
    ck_assert_str_eq(row(5), results);
    free(results);
    type("q");
    hides("ENTER:open");
    type("q");
    says("ENTER:read it side by side");
    quits();
}
END_TEST

START_TEST(a_view_opened_again_closes_those_above_it)
{
    begin_in("overview");
    type("\r");
    for (int i = 0; i < 3; i++)
        type("vsvc");
    type("q");
    says("ENTER:read it side by side");
    type("\rvovcvo");
    quits();
}
END_TEST

START_TEST(closing_stays_with_the_words_at_hand)
{
    begin_in("overview");
    type("\r}");
    shows("Second meeting");
    type("q");
    says("ENTER:read it side by side");
    shows("Second meeting");
    // Places that were visited in a view are no views to be closed; what was closed lies ahead.
    type("\r:first.1\r:first.4\r}q");
    says("ENTER:read it side by side");
    type(")");
    hides("ENTER:read it side by side");
    type("q");
    says("ENTER:read it side by side");
    quits();
}
END_TEST

START_TEST(the_terminal_is_asked)
{
    Str text;
    reader_press(reader, PRESS_CTRL('L'));
    ck_assert_int_eq(reader_wish(reader, &text), WISH_REPAINT);
    reader_press(reader, PRESS_CTRL('Z'));
    ck_assert_int_eq(reader_wish(reader, &text), WISH_SUSPEND);
}
END_TEST

START_TEST(sessions_are_resumed)
{
    Session session = {0};
    type("}:landing\r:second.3\r\\");
    reader_keep(reader, &session);
    Reader *next = reader_open(dossier, false, false);
    Reader *old = reader;
    reader_resume(next, &session);
    reader = next;
    reader_resize(reader, 24, 100);
    is_at("second.3");
    reader = old;
    reader_close(next);
    session_free(&session);
}
END_TEST

START_TEST(unknown_keys_are_answered)
{
    type("W");
    says("no such key");
    type("Zq");
    says("no such key");
    type("vz");
    shows("views:");
    reader_press(reader, PRESS_OTHER);
    says("no such key");
    reader_press(reader, 0x1F600);
    says("no such key");
}
END_TEST

// Any keys in any order, at any size: nothing is asserted but that the reader goes on and paints. It is a
// restricted one, so that no view is saved under a name of random keys.
START_TEST(random_keys_do_no_harm)
{
    Reader *free_one = reader, *restricted = reader_open(dossier, false, true);
    reader = restricted;
    reader_resize(reader, 24, 100);
    static const char keys[] = "jkdu bgGhlJK][}{C\toOw(.,/nNU:xx\\<>L#yYPi?=vcvsvrvi\r\x1b"
                               "123abc'";
    unsigned state = 7;
    for (int i = 0; i < 4000; i++) {
        state = state * 1103515245u + 12345u;
        unsigned pick = state >> 16;
        if (pick % 97 == 0)
            resize(1 + pick % 60, 1 + pick % 170);
        reader_press(reader, (Press)(unsigned char)keys[pick % (sizeof keys - 1)]);
        reader_work(reader, 1);
        if (pick % 5 == 0)
            reader_paint(reader, grid);
    }
    resize(24, 100);
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_uint_gt(strlen(shown()), 0);
    reader = free_one;
    reader_close(restricted);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader");
    TCase *tests = tcase_create("reader");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, begins_at_the_first_round_with_both_sides);
    tcase_add_test(tests, head_is_cut_to_its_line);
    tcase_add_test(tests, reply_stands_beside_its_claim);
    tcase_add_test(tests, omissions_are_never_silence);
    tcase_add_test(tests, screens_that_are_too_small_say_so);
    tcase_add_test(tests, current_passage_is_evident_without_colour);
    tcase_add_test(tests, wide_screens_have_a_third_pane);
    tcase_add_test(tests, names_lens_shows_the_other_name);
    tcase_add_test(tests, closing_goes_back_and_then_quits);
    tcase_add_test(tests, closing_goes_back_card_by_card);
    tcase_add_test(tests, closing_comes_back_to_the_results);
    tcase_add_test(tests, a_view_opened_again_closes_those_above_it);
    tcase_add_test(tests, closing_stays_with_the_words_at_hand);
    tcase_add_test(tests, the_terminal_is_asked);
    tcase_add_test(tests, sessions_are_resumed);
    tcase_add_test(tests, unknown_keys_are_answered);
    tcase_add_test(tests, random_keys_do_no_harm);
    suite_add_tcase(suite, tests);
    return suite;
}
