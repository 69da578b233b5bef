// SPDX-License-Identifier: MIT
// Where one is: told, gone to by percent, scrolled to, marked.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
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
    tcase_add_test(tests, help_says_where_it_ends);
    suite_add_tcase(suite, tests);
    return suite;
}
