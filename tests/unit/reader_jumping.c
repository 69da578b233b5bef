// SPDX-License-Identifier: MIT
// What is in sight after a jump: the whole passage, its number, and lines of what stands before it.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

// A round of `count` passages by two sides in turns on one topic, each of `words` words w<passage>x<word>,
// and behind them one on another topic.
static void open_talk(int count, int words)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\n\nTopic: u\n\n"
                           "Round: r\nTitle: R\nDate: 1900\n\n");
    for (int i = 1; i <= count; i++) {
        buffer_addf(&text, "@ %s\n[%d]", i % 2 ? "a" : "b", i);
        for (int word = 0; word < words; word++)
            buffer_addf(&text, "%sw%dx%d", word % 10 ? " " : "\n", i, word);
        buffer_addf(&text, "\n{topics: t%s}\n\n", i % 2 ? "" : "; answers: 1");
    }
    buffer_add_text(&text, "@ a\n[9999] The last word.\n{topics: u}\n");
    char *dip = buffer_steal(&text);
    open_text(dip);
    free(dip);
    work();
}

// A passage that fits is shown whole wherever in it the hit is, a little of what stands before it above.
START_TEST(a_passage_is_shown_whole)
{
    static const struct {
        size_t rows, columns;
    } sizes[] = {{24, 80}, {20, 60}, {40, 120}, {24, 200}};
    static const char *const keys[] = {":21\r", "/w21x49\r", "/w21x0\r", "21G", ":r.21\r", "/w21x25\r"};
    open_talk(41, 50);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        resize(sizes[i].rows, sizes[i].columns);
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            type("g");
            type(keys[k]);
            size_t number = row_of("> 21");
            ck_assert_msg(number == 3 + 3, "%s: row %zu of\n%s", keys[k], number, shown());
            shows("w21x0");
            shows("w21x49");
            ck_assert_uint_gt(strlen(row(number - 2)), 1);
        }
    }
    close_reader();
}
END_TEST

// Of one that is too long its number and beginning, unless the hit is further down.
START_TEST(a_long_passage_is_shown_from_its_beginning)
{
    open_talk(9, 300);
    resize(24, 80);
    type(":5\r");
    ck_assert_uint_eq(row_of(">  5"), 3);
    type("g/w5x40\r");
    ck_assert_uint_eq(row_of(">  5"), 3);
    shows("w5x40");
    type("g/w5x200\r");
    ck_assert_uint_eq(row_of("w5x200"), 3 + 3);
    ck_assert_uint_eq(row_of(">  5 w5x"), 3); // which passage it is stands where the screen begins
    type("j");
    ck_assert_uint_eq(row_of(">  5 w5x"), 3);
    ck_assert_uint_eq(row_of("w5x200"), 3 + 2);
    close_reader();
}
END_TEST

// One that just fits has as little above it as leaves it whole.
START_TEST(what_just_fits_is_whole)
{
    for (int words = 70; words < 110; words++) {
        Buffer last = {0};
        buffer_addf(&last, "w5x%d", words - 1);
        char *word = buffer_steal(&last);
        open_talk(9, words);
        resize(24, 80);
        type(":5\r");
        if (row_of(">  5") > 3)
            shows(word);
        free(word);
        close_reader();
    }
}
END_TEST

// The last passage stands at the foot, with as much above it as there is room for.
START_TEST(the_end_fills_the_screen)
{
    open_talk(30, 10);
    resize(24, 80);
    type("G");
    size_t end = row_of("The last word.");
    ck_assert_uint_ge(end, grid->rows - 5); // above what is said of the other side, and the last two rows
    type("g:9999\r");
    is_at("r.9999");
    ck_assert_uint_eq(row_of("The last word."), end);
    close_reader();
}
END_TEST

// The other end of a link, though it stands far above.
START_TEST(a_counterpart_is_shown_whole)
{
    open_talk(41, 50);
    resize(24, 80);
    type(":40\ro");
    is_at("r.1");
    shows("w1x49");
    type("(");
    is_at("r.40");
    close_reader();
}
END_TEST

static const char uneven[] =
    "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\nTitle: First thing\n\nTopic: u\nTitle: Second thing\n\n"
    "Topic: v\nTitle: Third thing\n\nRound: r\nTitle: R\nDate: 1900\n\n"
    "@ a\n[1] To begin with.\n{topics: t}\n\n@ b\n[2] Yes.\n{topics: t}\n[3] c c c\n{topics: u}\n"
    "[4] d d d\n{topics: u}\n[5] e e e\n{topics: u}\n[6] f f f\n{topics: u}\n[7] g g g\n{topics: u}\n"
    "[8] h h h\n{topics: u}\n\n@ a\n[9] Late.\n{topics: u; answers: 8}\n\n@ b\n[10] j j j\n{topics: v}\n\n"
    "@ a\n[11] Soon.\n{topics: v}\n";

// The cursor keeps its side where that begins in sight; else it rests on the earliest of both.
START_TEST(a_band_is_entered_at_its_heading)
{
    open_text(uneven);
    work();
    resize(12, 80);
    type(":1\r]");
    ck_assert_ptr_nonnull(strstr(row(2), "Second thing"));
    ck_assert_uint_eq(row_of(">  3"), 3);
    is_at("r.3");
    type("]");
    is_at("r.10");
    type("g]]");
    ck_assert_ptr_nonnull(strstr(row(2), "Third thing"));
    type(":11\r[");
    ck_assert_ptr_nonnull(strstr(row(2), "Second thing"));
    is_at("r.3");
    resize(40, 80);
    type(":1\r]");
    ck_assert_ptr_nonnull(strstr(row(2), "Second thing"));
    is_at("r.9");
    type(":u\r");
    is_at("r.9");
    ck_assert_uint_eq(row_of("3 c c c"), 3);
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_jumping");
    TCase *tests = tcase_create("reader_jumping");
    tcase_add_test(tests, a_passage_is_shown_whole);
    tcase_add_test(tests, a_long_passage_is_shown_from_its_beginning);
    tcase_add_test(tests, what_just_fits_is_whole);
    tcase_add_test(tests, the_end_fills_the_screen);
    tcase_add_test(tests, a_counterpart_is_shown_whole);
    tcase_add_test(tests, a_band_is_entered_at_its_heading);
    suite_add_tcase(suite, tests);
    return suite;
}
