// SPDX-License-Identifier: MIT
// Copying and saving what is read.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(copies_are_whole_and_cited)
{
    Str text;
    type(":first.2\r");
    reader_press(reader, 'y');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    ck_assert(text.at[text.len - 1] == '\n');
    ck_assert_uint_eq(str_find(text, '\n', 0), text.len - 1);
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    reader_press(reader, 'Y');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    char *copy = mem_text(text);
    ck_assert_ptr_nonnull(strstr(copy, "first.2"));
    ck_assert_ptr_nonnull(strstr(copy, "paraphrase"));
    free(copy);
    reader_press(reader, 'P');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    copy = mem_text(text);
    ck_assert_ptr_nonnull(strstr(copy, "first.4"));
    free(copy);
}
END_TEST

START_TEST(views_are_saved)
{
    char directory[] = "unit-reader-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(directory));
    Buffer path = {0}, saved = {0};
    buffer_addf(&path, "%s/view", directory);
    char *name = buffer_steal(&path);
    type("s");
    says("save this topic as (TAB: all)");
    type("\t");
    says("save all as (TAB: this topic)");
    type(name);
    type("\r");
    says("saved");
    ck_assert(file_read(name, 1 << 20, &saved, NULL, NULL));
    char *text = buffer_steal(&saved);
    ck_assert_ptr_nonnull(strstr(text, "First meeting at the customs house"));
    ck_assert_ptr_nonnull(strstr(text, "Совместный"));
    ck_assert_ptr_nonnull(strstr(text, "The tolls of the northern landing"));
    type("s");
    type(name);
    type("\r");
    says("is there already");
    ck_assert_int_eq(remove(name), 0);
    ck_assert_int_eq(remove(directory), 0);
    free(text);
    free(name);
}
END_TEST

START_TEST(the_topic_at_hand_is_saved)
{
    char directory[] = "unit-reader-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(directory));
    Buffer path = {0}, saved = {0};
    buffer_addf(&path, "%s/topic", directory);
    char *name = buffer_steal(&path);
    type(":first.5\rs");
    type(name);
    type("\r");
    says("this topic saved");
    ck_assert(file_read(name, 1 << 20, &saved, NULL, NULL));
    char *text = buffer_steal(&saved);
    ck_assert_ptr_nonnull(strstr(text, "First meeting at the customs house, Customs house, 1 Mar 1921\n"));
    ck_assert_ptr_nonnull(strstr(text, "mending makes an"));
    ck_assert_ptr_nonnull(strstr(text, "first.5")); // a footnote to it
    ck_assert_ptr_null(strstr(text, "The tolls of the northern landing"));
    ck_assert_ptr_null(strstr(text, "The timetable"));
    ck_assert_int_eq(remove(name), 0);
    ck_assert_int_eq(remove(directory), 0);
    free(text);
    free(name);
}
END_TEST

START_TEST(views_without_words_are_saved_whole)
{
    type(":first.5\ris");
    says("save as:");
    type("\t");
    says("save as:");
}
END_TEST

// The places of the words in what is copied, in this order.
static void copied_in_order(const char *const *words, size_t count)
{
    Str text;
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    char *copy = mem_text(text), *at = copy;
    for (size_t i = 0; i < count; i++) {
        at = strstr(at, words[i]);
        ck_assert_msg(at != NULL, "%s is not behind the others in:\n%s", words[i], copy);
        at++;
    }
    free(copy);
}

START_TEST(both_sides_are_copied_as_they_spoke)
{
    static const char *const words[] = {"The landing\n",
                                        "First meeting at the customs house, Customs house, 1 Mar 1921\n",
                                        "Northern minutes",
                                        "North: Vera Orlova\n",
                                        "South: Ken Mori\n",
                                        "Ken Mori, South:\nThe landing was built",
                                        "(ferry first.1), paraphrase of log \u00b61",
                                        "Vera Orlova, North:\n",
                                        "(ferry first.3)",
                                        "(ferry first.5)",
                                        "Ken Mori, South:\nWhere was",
                                        "(ferry first.6)",
                                        "\nlog: Log of the harbour office"};
    type(":first.3\rP");
    copied_in_order(words, sizeof words / sizeof *words);
}
END_TEST

START_TEST(a_side_without_words_says_why_when_copied)
{
    static const char *const words[] = {"Crossing in winter\n", "South: Ken Mori; silent", "(ferry first.4)"};
    type(":first.4\r]");
    type(":winter\rP");
    copied_in_order(words, sizeof words / sizeof *words);
}
END_TEST

START_TEST(restricted_readers_write_no_files)
{
    Reader *free_one = reader, *restricted = reader_open(dossier, false, true);
    reader = restricted;
    reader_resize(reader, 24, 100);
    type("s");
    says("restricted");
    reader = free_one;
    reader_close(restricted);
}
END_TEST

static size_t times(const char *text, const char *words)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, words)); at++)
        count++;
    return count;
}

START_TEST(joint_texts_are_copied_once)
{
    Str text;
    type(":first.8\r");
    reader_press(reader, 'P');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    char *copy = mem_text(text);
    ck_assert_uint_eq(times(copy, "The timetable stands as agreed"), 1);
    ck_assert_uint_eq(times(copy, "first.8"), 1);
    ck_assert_uint_eq(times(copy, "first.2"), 1);
    ck_assert_uint_eq(times(copy, "first.4"), 1);
    ck_assert_uint_eq(times(copy, "(ferry "), 3); // and nothing of another topic
    free(copy);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_copying");
    TCase *tests = tcase_create("reader_copying");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, copies_are_whole_and_cited);
    tcase_add_test(tests, views_are_saved);
    tcase_add_test(tests, the_topic_at_hand_is_saved);
    tcase_add_test(tests, views_without_words_are_saved_whole);
    tcase_add_test(tests, both_sides_are_copied_as_they_spoke);
    tcase_add_test(tests, a_side_without_words_says_why_when_copied);
    tcase_add_test(tests, restricted_readers_write_no_files);
    tcase_add_test(tests, joint_texts_are_copied_once);
    suite_add_tcase(suite, tests);
    return suite;
}
