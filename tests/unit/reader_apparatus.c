// SPDX-License-Identifier: MIT
// What stands beside passages, and what the last lines tell of the current one.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/typing.h"
#include "diptych/file.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

static void rest_is(const char *rest)
{
    ck_assert_str_eq(row(grid->rows - 2), rest);
}

START_TEST(the_rest_is_told_above_the_last_line)
{
    static const size_t columns[] = {60, 80, 120};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        resize(24, columns[i]);
        type(":first.4\r");
        rest_is(" concedes; also: Crossing in winter");
        type(":first.5\r");
        rest_is(" why: Mori spoke of the building as much as of the mending");
        hides("(also");
    }
}
END_TEST

// It ends in dots behind a word; the card has all of it.
START_TEST(what_is_too_long_for_the_line_is_said_to_be)
{
    resize(24, 80);
    type(":first.3\r");
    rest_is(" restated by second.1; same as first/memoir.2; also: The northern landing");
    resize(24, 70);
    rest_is(" restated by second.1; same as first/memoir.2; also: The northern\u2026");
    resize(24, 64);
    rest_is(" restated by second.1; same as first/memoir.2; also: The\u2026");
}
END_TEST

// The third pane tells it on a wide screen, and a low one has no room.
START_TEST(the_line_is_there_where_it_is_needed)
{
    static const struct {
        size_t rows, columns;
        bool told;
    } table[] = {{24, 200, false}, {24, 159, true}, {24, 160, false}, {12, 80, true}, {11, 80, false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        resize(table[i].rows, table[i].columns);
        type(":first.4\r");
        const char *line = row(grid->rows - 2);
        ck_assert_msg((strncmp(line, " concedes;", 10) == 0) == table[i].told, "%zu: %s", i, line);
    }
    resize(24, 200);
    shows("act         concedes");
    type("vi");
    ck_assert_ptr_null(strstr(row(grid->rows - 2), "concedes"));
}
END_TEST

START_TEST(three_levels_go_round)
{
    resize(24, 80);
    type(":first.4\rD");
    says("everything beside each passage");
    shows("4+ concedes; answers 2");
    shows("(also: Crossing in winter)");
    ck_assert_ptr_null(strstr(row(grid->rows - 2), "concedes"));
    type("D");
    says("the words alone");
    shows(">  4 Four crossings a day in summer");
    shows("verbatim");
    hides("answers 2");
    hides("answered by 4");
    type("D");
    says("marks tell that there is more");
    shows("4+ answers 2");
    hides("(also");
    type("2D");
    says("the words alone");
    type("vs");
    hides("rebuts 1");
}
END_TEST

START_TEST(the_level_is_kept)
{
    Session session = {0};
    type("D");
    reader_keep(reader, &session);
    type("D");
    hides("4+ concedes");
    reader_resume(reader, &session);
    type(":first.4\r");
    shows("4+ concedes; answers 2");
    session.apparatus = 77; // of a newer version
    type("D");
    reader_resume(reader, &session);
    type(":first.4\r");
    hides("answers 2");
    session_free(&session);
}
END_TEST

// One column scrolls alone, and its passages are still tied to the other.
START_TEST(sides_apart_are_tied)
{
    resize(24, 80);
    type(":first.3\rL");
    shows("3 Vera Orlova, North; rebuts 1;");
    shows("rebutted by 3");
    rest_is(" restated by second.1; same as first/memoir.2; also: The northern landing");
}
END_TEST

// The whole view, and behind it what its marks are about.
START_TEST(saved_views_have_footnotes)
{
    char file[] = "unit-notes-XXXXXX";
    int made = mkstemp(file);
    ck_assert_int_ge(made, 0);
    close(made);
    remove(file);
    Buffer saved = {0};
    resize(24, 80);
    type("s");
    type(file);
    type("\r");
    ck_assert(file_read(file, 1 << 20, &saved, NULL, NULL));
    remove(file);
    char *text = buffer_steal(&saved);
    ck_assert_ptr_nonnull(strstr(text, "\n   5* overstates 1 "));
    const char *notes = strstr(text, "\n Notes ");
    ck_assert_ptr_nonnull(notes);
    ck_assert_ptr_nonnull(strstr(notes, "\n 1 first.5        why: Mori spoke"));
    free(text);
}
END_TEST

START_TEST(help_explains_the_marks)
{
    resize(60, 100);
    type("?G");
    shows("34*");
    shows("34\u2260");
    shows("accounts differ on what it says");
    shows("34+");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_apparatus");
    TCase *tests = tcase_create("reader_apparatus");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, the_rest_is_told_above_the_last_line);
    tcase_add_test(tests, what_is_too_long_for_the_line_is_said_to_be);
    tcase_add_test(tests, the_line_is_there_where_it_is_needed);
    tcase_add_test(tests, three_levels_go_round);
    tcase_add_test(tests, the_level_is_kept);
    tcase_add_test(tests, sides_apart_are_tied);
    tcase_add_test(tests, saved_views_have_footnotes);
    tcase_add_test(tests, help_explains_the_marks);
    suite_add_tcase(suite, tests);
    return suite;
}
