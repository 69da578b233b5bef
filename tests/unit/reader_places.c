// SPDX-License-Identifier: MIT
// Where one is: told, gone to by percent, scrolled to, marked.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/memory.h"
#include "unit.h"

static void open_many(void)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\n\nParty: a\nTitle: Aland\n\nParty: b\nTitle: Bland\n\n"
                           "Topic: t\nTitle: Tea\n\nRound: r\nTitle: First\nDate: 1955\n\n@ a\n");
    for (int i = 1; i <= 100; i++)
        buffer_addf(&text, "[%d] Passage number %d.\n{topics: t}\n", i, i);
    buffer_add_text(&text, "\nRound: s\nTitle: Second\nDate: 1956\n\n@ b\n[1] More tea.\n{topics: t}\n");
    char *bytes = buffer_steal(&text);
    open_text(bytes);
    free(bytes);
}

START_TEST(it_is_told_where_one_is)
{
    type(":r.50\r\x07");
    says("First, 1955 · Tea · r.50, passage 50 of 100 · 50 %");
    type("50%");
    says("r.50, passage 50 of 100");
    type("100%");
    says("r.100, passage 100 of 100 · 100 %");
    type("150%");
    is_at("r.100");
    type("1%");
    is_at("r.1");
    type("%");
    says("r.1, passage 1 of 100 · 0 %");
    type("''");
    is_at("r.100");
    type("?\x07");
    says("keys · ");
    type("50%");
    says("keys · 50 %");
    type("q:card tea\r\x07");
    says("card · ");
}
END_TEST

START_TEST(what_is_current_is_scrolled_to)
{
    type(":r.50\rzt");
    const size_t top = row_of("Passage number 50.");
    type("zb");
    const size_t foot = row_of("Passage number 50.");
    type("zz");
    const size_t middle = row_of("Passage number 50.");
    ck_assert_uint_eq(top, 3);
    ck_assert_uint_gt(middle, top + 5);
    ck_assert_uint_gt(foot, middle + 5);
    is_at("r.50");
}
END_TEST

START_TEST(keys_without_use_are_swallowed)
{
    type(":r.50\r");
    type("zj");
    says("no such key");
    is_at("r.50");
    type("Zj");
    is_at("r.50");
    type("vj"); // says which letters there are
    is_at("r.50");
    type("M\x0e");
    is_at("r.50");
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_ptr_null(strstr(last_line(), "no such key"));
    type("5");
    reader_press(reader, PRESS_ESCAPE);
    type("J");
    is_at("r.51");
    type("gg");
    is_at("r.1");
    type("9gg");
    is_at("r.9");
}
END_TEST

// Ends the session and begins another one with what it kept.
static void begin_anew(void)
{
    Session session = {0};
    reader_keep(reader, &session);
    reader_close(reader);
    reader = reader_open(dossier, false, true);
    reader_resize(reader, 24, 100);
    reader_resume(reader, &session);
    session_free(&session);
    work();
}

START_TEST(marks_are_gone_to_and_kept)
{
    type("'a");
    says("there are no marks; M and a letter sets one");
    type(":r.50\rMa");
    says("marked: ' and a comes back here");
    type(":s.1\rMb");
    type("G:card tea\rM\xc3\xa9");
    type("vo"
         "Mo");
    type("'a");
    is_at("r.50");
    type("'b");
    is_at("s.1");
    type("'o");
    ck_assert_ptr_nonnull(strstr(shown(), "ENTER:read it side by side"));
    type("''");
    is_at("s.1");
    begin_anew();
    type("'a");
    is_at("r.50");
    type("'o");
    ck_assert_ptr_nonnull(strstr(shown(), "ENTER:read it side by side"));
    type("'z");
    shows("marks: a r.50, b s.1, ");
    type(":s.1\rMa'b'a");
    is_at("s.1");
    type(":marks\r");
    shows("marks: a s.1, b s.1, ");
    type("M ");
    says("a mark is a letter");
}
END_TEST

// What was marked in two columns of two rounds comes back so.
START_TEST(marks_keep_columns)
{
    type(":columns a@r b@s\rMc:r\r");
    ck_assert_ptr_null(strstr(row(1), "b@s"));
    begin_anew();
    type("'c");
    ck_assert_ptr_nonnull(strstr(row(1), "Bland · s"));
    ck_assert_ptr_nonnull(strstr(row(1), "Aland · r"));
}
END_TEST

START_TEST(what_was_marked_may_be_gone)
{
    Session session = {0};
    kept_marks_set(&session.marks, (KeptMark){.letter = mem_text(str_of("q")),
                                              .view = mem_text(str_of("nonsense")),
                                              .account = mem_text(str_of("r")),
                                              .target = mem_text(str_of("passage r.999"))});
    kept_marks_set(&session.marks, (KeptMark){.letter = mem_text(str_of("r")),
                                              .view = mem_text(str_of("card")),
                                              .target = mem_text(str_of("topic gone\x1b"))});
    reader_resume(reader, &session);
    session_free(&session);
    type("'q");
    says("what was marked is no longer there: passage r.999");
    ck_assert_ptr_nonnull(strstr(row(0), "First"));
    type("'r");
    says("what was marked is no longer there: topic gone");
}
END_TEST

START_TEST(help_says_where_it_ends)
{
    type("?");
    hides("The end");
    type("G");
    shows("The end");
    shows("q closes this page, g goes to its beginning");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_places");
    TCase *tests = tcase_create("reader_places");
    tcase_add_checked_fixture(tests, open_many, close_reader);
    tcase_add_test(tests, it_is_told_where_one_is);
    tcase_add_test(tests, what_is_current_is_scrolled_to);
    tcase_add_test(tests, keys_without_use_are_swallowed);
    tcase_add_test(tests, marks_are_gone_to_and_kept);
    tcase_add_test(tests, marks_keep_columns);
    tcase_add_test(tests, what_was_marked_may_be_gone);
    tcase_add_test(tests, help_says_where_it_ends);
    suite_add_tcase(suite, tests);
    return suite;
}
