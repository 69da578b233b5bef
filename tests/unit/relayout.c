// SPDX-License-Identifier: MIT
// What is shown at one size is what a reader sees who was opened at that size and led to the same place: in
// every view, at every width at which the screen is divided differently.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/memory.h"
#include "unit.h"

#define FERRY "tests/fixtures/ferry"

// From the beginning to each view, at a place in the middle of it, which its first row on the screen is.
static const char *const ways[] = {"]]", "]]vs", "hi]", "vi", "/the\rvrJ", "?]]", ":card landing\r"};
static const size_t widths[] = {60, 100, 170, 200};

#define WAYS (sizeof ways / sizeof *ways)
#define WIDTHS (sizeof widths / sizeof *widths)

// The screen of a reader opened at so many columns when the keys have been typed, and at `then` columns, if
// that is not 0, some more.
static char *screen_at(size_t columns, const char *keys, size_t then, const char *more)
{
    open_fixture(FERRY);
    resize(30, columns);
    type(keys);
    shown();
    if (then)
        resize(30, then);
    type(more);
    reader_say(reader, "%s", "");
    char *text = mem_text(str_of(shown()));
    close_reader();
    return text;
}

static void same_screen(char *text, char *expected, const char *what, size_t columns)
{
    bool same = strcmp(text, expected) == 0;
    if (!same)
        fprintf(stderr, "%s\ninstead of\n%s", text, expected);
    ck_assert_msg(same, "%s, %zu columns", what, columns);
    free(text);
    free(expected);
}

START_TEST(resized_screens_are_those_of_a_fresh_reader)
{
    size_t from = widths[(size_t)_i / WIDTHS % WIDTHS], to = widths[(size_t)_i % WIDTHS];
    const char *way = ways[(size_t)_i / WIDTHS / WIDTHS];
    same_screen(screen_at(from, way, to, "g"), screen_at(to, way, 0, "g"), way, to);
    same_screen(screen_at(from, way, to, "G"), screen_at(to, way, 0, "G"), way, to);
    same_screen(screen_at(from, way, to, "qg"), screen_at(to, way, 0, "qg"), way, to);
}
END_TEST

// The sides are set to be wider, stacked, the names explained: in the view, or before it was opened.
START_TEST(what_is_set_in_one_view_holds_in_all)
{
    static const char *const sets[] = {"\\", ">>>", "<", "#", "#>\\"};
    size_t columns = widths[(size_t)_i % WIDTHS];
    const char *way = ways[(size_t)_i / WIDTHS];
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        char there[40] = "", before[40] = "";
        strcat(strcat(there, way), sets[i]);
        strcat(strcat(before, sets[i]), way);
        same_screen(screen_at(columns, there, 0, "g"), screen_at(columns, before, 0, "g"), there, columns);
        same_screen(screen_at(columns, there, 0, "qg"), screen_at(columns, before, 0, "qg"), there, columns);
    }
}
END_TEST

// Columns of the words that stand left of the line between the sides, without the margin.
static size_t left_columns(void)
{
    for (size_t at = 3; at + 1 < grid->rows; at++) {
        for (size_t column = 0; column < grid->columns; column++) {
            const Cell *cell = grid->cells + at * grid->columns + column;
            if (cell->len == 3 && memcmp(cell->bytes, "│", 3) == 0)
                return column - 1;
        }
    }
    return 0;
}

START_TEST(both_sides_keep_room_for_words)
{
    open_fixture(FERRY);
    resize(30, 150);
    type("25>25>25>");
    for (size_t columns = 64; columns < 160; columns += 3) {
        resize(30, columns);
        shown();
        size_t left = left_columns();
        ck_assert_msg(left >= 20 && columns - 3 - left >= 20, "%zu of %zu columns", left, columns);
    }
    type("25<25<25<");
    resize(30, 70);
    shown();
    ck_assert_uint_ge(left_columns(), 20);
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("relayout");
    TCase *sizes = tcase_create("sizes");
    tcase_add_loop_test(sizes, resized_screens_are_those_of_a_fresh_reader, 0, (int)(WAYS * WIDTHS * WIDTHS));
    tcase_add_loop_test(sizes, what_is_set_in_one_view_holds_in_all, 0, (int)(WAYS * WIDTHS));
    tcase_add_test(sizes, both_sides_keep_room_for_words);
    suite_add_tcase(suite, sizes);
    return suite;
}
