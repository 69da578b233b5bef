// SPDX-License-Identifier: MIT
// Searching: from hit to hit, by side, and the results.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/memory.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(searches_count_by_side)
{
    type(":first.1\r");
    type("/landing\r");
    says("North");
    says("hit 1/");
    type("n");
    says("hit 2/");
    type("N");
    says("hit 1/");
    type("/no such words\r");
    says("not found");
    type("/north:\r");
    says("North");
    type("/\x12"
         "mend(ed|ing)\r");
    says("/2 ");
    type("/\x12(\r");
    ck_assert_ptr_null(strstr(last_line(), "hit"));
}
END_TEST

START_TEST(searches_of_one_side)
{
    type("/south:landing\r");
    ck_assert_ptr_null(strstr(last_line(), "North"));
    says("South");
}
END_TEST

START_TEST(cancelled_searches_jump_nowhere)
{
    type("J");
    char *before = mem_text(str_of(shown()));
    type("/landing");
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_str_eq(shown(), before);
    free(before);
}
END_TEST

// Known as search-jump: a hit in the last line stood on the first row, with nothing above it and nothing
// below.
START_TEST(a_hit_near_the_end_fills_the_screen)
{
    Buffer text = {0};
    buffer_add_text(
        &text, "Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: T\n\n"
               "Round: r\nTitle: R\nDate: 1900\n\n@ a\n[1]");
    for (int i = 0; i < 400; i++)
        buffer_addf(&text, " w%d%s", i, i % 10 == 9 ? "\n" : "");
    buffer_add_text(&text, " THEEND.\n{topics: t}\n");
    char *bytes = buffer_steal(&text);
    open_text(bytes);
    resize(12, 80);
    type("/THEEND\r");
    const size_t end = row_of("THEEND");
    char *found = mem_text(str_of(row(end - 3)));
    type("G");
    ck_assert_uint_eq(row_of("THEEND"), end);
    ck_assert_str_eq(row(end - 3), found);
    free(found);
    type("/w200\r"); // in the middle there is something before and behind it
    ck_assert_uint_gt(row_of("w200"), 3);
    ck_assert_uint_lt(row_of("w200"), end);
    close_reader();
    free(bytes);
}
END_TEST

START_TEST(results_are_listed_and_opened)
{
    type("vr");
    says("no search yet");
    type("/landing\rvr");
    shows("results");
    shows("Second meeting");
    reader_press(reader, PRESS_ENTER);
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("vrq");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("/nothing\r");
    is_at("second.1");
    type("vr");
    is_at("second.1");
}
END_TEST

// How many rows have a cell of [from, to) that is marked as found.
static size_t rows_marked(size_t from, size_t to)
{
    size_t count = 0;
    reader_paint(reader, grid);
    for (size_t at = 0; at < grid->rows; at++) {
        bool marked = false;
        for (size_t i = from; i < to; i++)
            marked = marked || (grid->cells[at * grid->columns + i].style & STYLE_HUES) == STYLE_HUE_HIT;
        count += marked;
    }
    return count;
}

START_TEST(searches_of_one_side_mark_that_side_alone)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nRound: r\nTitle: R\nDate: 1955\n\n"
              "@ a\n[1] a word\n\n@ b\n[2] a word\n\n@ a\n[3] a word\n");
    type("/word\r");
    ck_assert_uint_eq(rows_marked(0, 50), 2);
    ck_assert_uint_eq(rows_marked(50, 100), 1);
    type("/b:word\r");
    ck_assert_uint_eq(rows_marked(0, 50), 0);
    ck_assert_uint_eq(rows_marked(50, 100), 1);
    type("U");
    ck_assert_uint_eq(rows_marked(0, 100), 0);
    type("n");
    ck_assert_uint_eq(rows_marked(0, 100), 1);
}
END_TEST

START_TEST(joint_texts_are_found_once_and_counted_for_each_side)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nPerson: p\nTitle: P\nParty: a\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n@ a + p + b\n[1] a word\n\n@ p + a\n[2] a word\n");
    type("/word\r");
    says("hit 1/2 · A 2 · B 1");
}
END_TEST

// A dossier whose first round takes a pattern with (x+x+)+y in it longer than a search looks before it
// paints.
static void open_slow(void)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                           "Round: r\nTitle: R\nDate: 1955\n\n@ a\n");
    for (int i = 1; i < 1000; i++)
        buffer_addf(&text, "[%d] xxxxxxxxxxxxxxxx y\n", i);
    buffer_add_text(
        &text, "[1000] zy zy qy qy\n\nRound: s\nTitle: S\nDate: 1956\n\n@ a\n[1] zy zy\n\n@ b\n[2] zy\n");
    char *dip = buffer_steal(&text);
    close_reader();
    open_text(dip);
    free(dip);
}

START_TEST(the_number_of_a_hit_grows_with_what_is_found_before_it)
{
    open_slow();
    work();
    type(":s.1\r");
    for (const char *c = "/\x12(x+x+)+y|zy\r"; *c; c++)
        reader_press(reader, (Press)(unsigned char)*c);
    says("hit 1/3+");
    reader_press(reader, 'n');
    says("hit 2/3+");
    work();
    says("hit 4/5");
    is_at("s.1");
    type("n");
    is_at("s.2");
    type("n");
    is_at("r.1000");
}
END_TEST

// Whoever goes on before there is a hit is left in peace, and goes to the first one with n.
START_TEST(a_search_that_was_not_waited_for_begins_with_n)
{
    open_slow();
    work();
    type(":s.1\r");
    for (const char *c = "/\x12(x+x+)+y|qy\rh"; *c; c++)
        reader_press(reader, (Press)(unsigned char)*c);
    work();
    is_at("s.1");
    type("n");
    says("hit 1/2");
    is_at("r.1000");
}
END_TEST

static void open_cats(void)
{
    open_text("Dossier: d\n\nParty: a\nTitle: Aland\n\nParty: b\nTitle: Bland\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[1] Of a category, a cat and a cat.\n\n"
              "@ b\n[2] No category.\n{act: concedes}\n\n@\n[3] The cat of the record.\n\n"
              "Round: s\nTitle: S\nDate: 1956\n\n@ b\n[1] A cat.\n{act: concedes; topics: t}\n\n"
              "Topic: t\nTitle: The topic\n");
}

START_TEST(whole_words_first_and_going_round_is_said)
{
    open_cats();
    type("/cat\r");
    says("hit 1/6 · Aland 3 · Bland 2 · narration 1");
    is_at("r.1");
    type("n");
    says("hit 2/6 ·");
    is_at("r.1");
    type("n");
    is_at("r.3");
    type("n");
    is_at("s.1");
    type("n");
    says("hit 5/6, in longer words ·");
    is_at("r.1");
    type("nn");
    says("hit 1/6, from the first again ·");
    is_at("r.1");
    type("N");
    says("hit 6/6, in longer words, from the last again ·");
    is_at("r.2");
    type(":s.1\r/category\r"); // round, since nothing follows
    says("hit 1/2, from the first again");
    type("/egory\r");
    says("hit 1/2, in longer words");
    is_at("r.1");
    close_reader();
}
END_TEST

START_TEST(what_a_passage_does_is_found_with_words_and_without)
{
    open_cats();
    type("/act:concedes\r");
    says("hit 1/2 · Bland 2");
    is_at("r.2");
    type("n");
    is_at("s.1");
    type("vr");
    shows("r.2 Bland");
    shows("No category.");
    type("q/topic:\"the topic\" cat Bland:\r");
    says("hit 1/1");
    type("/act:conceds\r");
    shows("no such act; the nearest is concedes");
    is_at("s.1");
    type("/acts:x\r");
    says("not found; is \"act:\" meant?");
    close_reader();
}
END_TEST

// What is current in the overview is a topic, and no place among the passages.
START_TEST(a_search_from_the_overview_begins_with_its_round)
{
    open_text(
        "Dossier: d\n\nParty: a\nTitle: A\n\nTopic: t\nTitle: T\n\nRound: r\nTitle: R\nDate: 1955\n\n"
        "@ a\n[1] A cat.\n{topics: t}\n\nRound: s\nTitle: S\nDate: 1956\n\n@ a\n[1] A cat.\n{topics: t}\n");
    type(":r\rvo/cat\r");
    is_at("r.1");
    type(":s\rvo/cat\r");
    is_at("s.1");
    close_reader();
}
END_TEST

START_TEST(terms_are_completed)
{
    open_cats();
    type("/\t");
    says("/act:");
    shows("1 of 8 ");
    shows("what a passage does");
    shows("ENTER search");
    type("conc\t");
    says("/act:concedes");
    type(" bl\t");
    says("/act:concedes Bland:");
    type(" topic:\t");
    says("/act:concedes Bland: topic:t");
    type("\r");
    says("hit 1/1");
    is_at("s.1");
    type("/round:r,\"S\t");
    says("/round:r,s");
    reader_press(reader, PRESS_BACKTAB);
    type(" status:om\t cat zz\t");
    says("nothing completes this");
    says("/round:r,s status:omitted cat zz");
    reader_press(reader, PRESS_ESCAPE);
    hides("omitted");
    is_at("s.1");
    close_reader();
}
END_TEST

// The list has all hits, in the order of n, and is opened at the one at hand.
START_TEST(the_list_is_whole_and_shows_the_hit_at_hand)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\n\nParty: a\nTitle: A\n\nRound: r\nTitle: R\nDate: 1900\n\n@ a\n");
    for (int i = 1; i <= 60; i++)
        buffer_addf(&text, "[%d] Here is the word, and the word%s.\n", i, i % 2 ? "s" : " once more");
    char *bytes = buffer_steal(&text);
    open_text(bytes);
    type("/word\r40n");
    says("hit 41/120");
    is_at("r.28");
    type("vr");
    shows("results: 120");
    is_at("r.28");
    ck_assert_uint_gt(row_of(">r.28"), 3);
    type("KK");
    reader_press(reader, PRESS_ENTER);
    says("hit 39/120");
    is_at("r.26");
    type("n");
    is_at("r.27");
    type("vr");
    is_at("r.27");
    type("G");
    shows("in longer words");
    is_at("r.59");
    close_reader();
    free(bytes);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_searching");
    TCase *tests = tcase_create("reader_searching");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, searches_count_by_side);
    tcase_add_test(tests, searches_of_one_side);
    tcase_add_test(tests, cancelled_searches_jump_nowhere);
    tcase_add_test(tests, results_are_listed_and_opened);
    tcase_add_test(tests, searches_of_one_side_mark_that_side_alone);
    tcase_add_test(tests, joint_texts_are_found_once_and_counted_for_each_side);
    tcase_add_test(tests, the_number_of_a_hit_grows_with_what_is_found_before_it);
    suite_add_tcase(suite, tests);
    TCase *texts = tcase_create("texts");
    tcase_add_test(texts, a_hit_near_the_end_fills_the_screen);
    tcase_add_test(texts, whole_words_first_and_going_round_is_said);
    tcase_add_test(texts, what_a_passage_does_is_found_with_words_and_without);
    tcase_add_test(texts, a_search_from_the_overview_begins_with_its_round);
    tcase_add_test(texts, terms_are_completed);
    tcase_add_test(texts, the_list_is_whole_and_shows_the_hit_at_hand);
    tcase_add_test(tests, a_search_that_was_not_waited_for_begins_with_n);
    suite_add_tcase(suite, texts);
    return suite;
}
