// SPDX-License-Identifier: MIT
// The matrix on the screen: which cells, in what order, and what is told of the one under the cursor.
#include "diptych/matrix.h"

#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static const size_t sizes[][2] = {{20, 60}, {24, 80}, {40, 120}, {60, 200}};
#define SIZES 4

static void open_states(void)
{
    open_fixture("tests/fixtures/standings");
}

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    begin_in("overview");
}

START_TEST(it_opens_at_the_topic_and_round_at_hand)
{
    resize(sizes[_i][0], sizes[_i][1]);
    type("]vm");
    shows(_i ? ">  Treaty of Shimoda, " : ">  Shimoda, 1855");
    shows("Working group on the peace treaty, first meeting");
    shows("wg1");
    ck_assert_ptr_nonnull(strstr(row(row_of(">  ")), "+4=1"));
    ck_assert_ptr_nonnull(strstr(row(row_of(">  ")), "+1=2"));
}
END_TEST

START_TEST(the_last_lines_tell_what_both_sides_hold)
{
    resize(sizes[_i][0], sizes[_i][1]);
    type("vm:matrix\r");
    shows("USSR =1!  Russia was first to find, study");
    shows("Japan off  put off: 103");
    type("l");
    shows("Japan off  put off: 103");
    type("JJ");
    shows("USSR +4=1  ");
    shows("Japan +2=1  ");
    type("2}");
    shows("second (evening");
    type("{");
    shows("second (morning");
}
END_TEST

START_TEST(enter_opens_the_cell)
{
    type("vmj\r");
    shows("Treaty of Shimoda, 1855 ");
    is_at("wg1.15");
    reader_press(reader, PRESS_BACKSPACE);
    shows("matrix; G shows");
    type("2}\r"); // the evening of March 1989
    shows("not in this record: Treaty of Shimoda");
}
END_TEST

START_TEST(the_cell_of_a_side_that_has_no_column_is_opened_with_it)
{
    type(":dulles1956\rvm");
    shows("USA");
    type("ll");
    shows("Dulles");
    type("\r");
    ck_assert_ptr_nonnull(strstr(row(1), "USA"));
}
END_TEST

START_TEST(it_scrolls_both_ways_under_its_headings)
{
    resize(20, 60);
    type("vm20}");
    shows("  Discovery  ");
    ck_assert_ptr_null(strstr(row(2), "wg1 "));
    type("G");
    shows("not read yet");
    ck_assert_ptr_null(strstr(row(2), "wg1 "));
    type("K");
    shows(">");
    type("99{");
    ck_assert_ptr_nonnull(strstr(row(2), "all rounds"));
}
END_TEST

START_TEST(subtopics_fold)
{
    type("vm");
    shows("Treaty of Portsmouth, 1905");
    type("z");
    hides("Treaty of Portsmouth, 1905");
    shows(">[+5] History up to 1945");
    type("z");
    shows("Treaty of Portsmouth, 1905");
    shows(">History up to 1945");
}
END_TEST

START_TEST(topics_sort_by_date_and_by_rounds)
{
    type("vmS");
    says("the earliest topics first");
    type("g");
    ck_assert_ptr_nonnull(strstr(row(4), "Treaty of Shimoda, 1855"));
    type("Sg");
    size_t rounds = 1000;
    type("99{");
    for (size_t i = 4; i < 14; i++) {
        const char *line = row(i);
        size_t number = strtoul(line + strcspn(line + 30, "0123456789") + 30, NULL, 10);
        ck_assert_uint_le(number, rounds);
        rounds = number;
    }
    ck_assert_uint_gt(rounds, 1);
}
END_TEST

START_TEST(rounds_without_speech_are_left_out)
{
    type("vm");
    shows("minister");
    type("f");
    says("without the rounds of which nothing is recorded");
    hides("minister");
    shows("wg1");
    type("}");
    shows("second (evening");
}
END_TEST

START_TEST(what_one_side_alone_raised_is_three_keys_away)
{
    type("vmff");
    says("only what one side alone has words on, by round");
    shows("=1!");
    hides("What the Kuriles are"); // raised by both
    shows("Yalta (Crimean) agreement");
}
END_TEST

START_TEST(every_state_has_its_sign)
{
    resize(40, 120);
    type("vm99{");
    static const char *const signs[] = {"  ans", "  off", "  cut", "  acc", "  0", "  rec?", "  min?", "  ?"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        bool found = false;
        for (int step = 0; step < 12 && !found; step++, type("}"))
            for (size_t line = 4; line < 12; line++)
                found = found || strstr(row(line), signs[i]);
        ck_assert_msg(found, "no %s", signs[i]);
        type("99{");
    }
}
END_TEST

START_TEST(the_place_is_kept)
{
    type("vmjjjl");
    Session session = {0};
    reader_keep(reader, &session);
    char *before = strdup(row(row_of(">  ")));
    type("vovm");
    ck_assert_str_eq(row(row_of(">  ")), before);
    free(before);
    ck_assert_str_eq(session.shown.name, "matrix");
    session_free(&session);
}
END_TEST

// A dossier of many rounds, of which the first slice does not get through.
static void open_many(size_t rounds, size_t passages)
{
    Buffer text = {0};
    buffer_add_text(&text,
                    "Dossier: many\nTitle: Many\nFormat: 1\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                    "Topic: t\nTitle: T\n");
    for (size_t i = 0; i < rounds; i++) {
        buffer_addf(&text, "\nRound: r%zu\nTitle: R%zu\nDate: %zu\nParticipants: a b\n\n@ a\n", i, i,
                    1000 + i);
        for (size_t k = 1; k <= passages; k++)
            buffer_addf(&text, "[%zu] Words.\n{topics: t}\n", k);
    }
    open_text(text.bytes);
    buffer_free(&text);
}

START_TEST(it_fills_between_keys)
{
    open_many(2000, 200);
    reader_press(reader, 'v');
    reader_press(reader, 'm');
    shows("+ of 2000 rounds");
    type("1000l");
    work();
    hides("+ of 2000 rounds");
    hides("  .. ");
    shows("400000");
    close_reader();
}
END_TEST

START_TEST(a_dossier_without_rounds_has_no_matrix)
{
    open_text("Dossier: none\nTitle: None\nFormat: 1\n");
    type("vm");
    says("no rounds yet");
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("matrix");
    TCase *shipped = tcase_create("shipped"), *states = tcase_create("states"), *own = tcase_create("own");
    tcase_add_checked_fixture(shipped, open_shipped, close_reader);
    tcase_add_loop_test(shipped, it_opens_at_the_topic_and_round_at_hand, 0, SIZES);
    tcase_add_loop_test(shipped, the_last_lines_tell_what_both_sides_hold, 0, SIZES);
    tcase_add_test(shipped, enter_opens_the_cell);
    tcase_add_test(shipped, the_cell_of_a_side_that_has_no_column_is_opened_with_it);
    tcase_add_test(shipped, it_scrolls_both_ways_under_its_headings);
    tcase_add_test(shipped, subtopics_fold);
    tcase_add_test(shipped, topics_sort_by_date_and_by_rounds);
    tcase_add_test(shipped, rounds_without_speech_are_left_out);
    tcase_add_test(shipped, what_one_side_alone_raised_is_three_keys_away);
    tcase_add_test(shipped, the_place_is_kept);
    tcase_add_checked_fixture(states, open_states, close_reader);
    tcase_add_test(states, every_state_has_its_sign);
    tcase_add_test(own, it_fills_between_keys);
    tcase_add_test(own, a_dossier_without_rounds_has_no_matrix);
    suite_add_tcase(suite, shipped);
    suite_add_tcase(suite, states);
    suite_add_tcase(suite, own);
    return suite;
}
