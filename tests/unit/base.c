// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/buffer.h"
#include "diptych/diagnostic.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "unit.h"

static bool is(Str s, const char *text)
{
    return str_equal(s, str_of(text));
}

START_TEST(slices_are_clamped)
{
    Str s = str_of("abc");
    ck_assert(is(str_slice(s, 1, 9), "bc"));
    ck_assert(is(str_slice(s, 7, 9), ""));
    ck_assert(is(str_slice(s, 2, 1), ""));
}
END_TEST

START_TEST(words_are_not_empty)
{
    Str rest = str_of(" su@wg1,, jp  "), word;
    ck_assert(str_next_word(&rest, " ,", &word) && is(word, "su@wg1"));
    ck_assert(str_next_word(&rest, " ,", &word) && is(word, "jp"));
    ck_assert(!str_next_word(&rest, " ,", &word) && is(word, ""));
    ck_assert(!str_next_word(&rest, " ,", &word) && is(word, ""));
}
END_TEST

START_TEST(pieces_may_be_empty)
{
    Str rest = str_of(";a;;b"), piece;
    const char *expected[] = {"", "a", "", "b"};
    size_t count = 0;
    while (str_next(&rest, ";", &piece)) {
        ck_assert_uint_lt(count, 4);
        ck_assert(is(piece, expected[count]));
        count++;
    }
    ck_assert_uint_eq(count, 4);
}
END_TEST

START_TEST(numbers_have_limits)
{
    static const struct {
        const char *text;
        bool valid;
        uint32_t value;
    } cases[] = {
        {"0", true, 0},   {"42", true, 42}, {"100", true, 100}, {"101", false, 0},         {"", false, 0},
        {"-1", false, 0}, {"1a", false, 0}, {" 1", false, 0},   {"99999999999", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t value = 7;
        ck_assert_msg(str_number(str_of(cases[i].text), 100, &value) == cases[i].valid, "%s", cases[i].text);
        ck_assert_uint_eq(value, cases[i].valid ? cases[i].value : 7);
    }
}
END_TEST

START_TEST(order_is_that_of_bytes)
{
    ck_assert_int_lt(str_compare(str_of("ab"), str_of("abc")), 0);
    ck_assert_int_gt(str_compare(str_of("b"), str_of("abc")), 0);
    ck_assert_int_eq(str_compare(str_of("x"), str_of("x")), 0);
    ck_assert_int_lt(str_compare(str_of("z"), str_of("\xc3\xa9")), 0);
}
END_TEST

START_TEST(steps_are_whole_characters)
{
    Str s = str_of("a\xc3\xa9\xe6\x8a\x9e"); // bytes 0, 1-2, 3-5
    static const struct {
        size_t at, start, before, from;
    } cases[] = {{1, 1, 0, 1}, {2, 1, 1, 3}, {3, 3, 1, 3}, {4, 3, 3, 6}, {5, 3, 3, 6}, {6, 6, 3, 6}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_uint_eq(str_character_start(s, cases[i].at), cases[i].start);
        ck_assert_uint_eq(str_character_before(s, cases[i].at), cases[i].before);
        ck_assert_uint_eq(str_character_from(s, cases[i].at), cases[i].from);
    }
    ck_assert_uint_eq(str_character_start(s, 9), 9);
    ck_assert_uint_eq(str_character_start(str_of("\xa9"), 0), 0);
}
END_TEST

START_TEST(arena_keeps_addresses)
{
    Arena arena = {0};
    Str first = arena_str(&arena, str_of("first"));
    for (int i = 0; i < 10000; i++)
        arena_new(&arena, 100);
    char *large = arena_new(&arena, 1 << 20);
    ck_assert_int_eq(large[(1 << 20) - 1], 0);
    ck_assert(is(first, "first"));
    arena_free(&arena);
    ck_assert_uint_eq(arena.total, 0);
}
END_TEST

START_TEST(buffer_grows_and_is_handed_over)
{
    Buffer buffer = {0};
    for (int i = 0; i < 1000; i++)
        buffer_addf(&buffer, "%03d", i);
    buffer_fill(&buffer, '-', 3);
    ck_assert_uint_eq(buffer_str(&buffer).len, 3003);
    char *text = buffer_steal(&buffer);
    ck_assert_str_eq(text + 2997, "999---");
    ck_assert_ptr_null(buffer.bytes);
    free(text);
}
END_TEST

static char *scratch(void)
{
    char name[] = "unit-base-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(name));
    return mem_text(str_of(name));
}

// Frees the name.
static void remove_all(char *directory)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", directory);
    ck_assert_int_eq(system(command), 0);
    free(directory);
}

START_TEST(files_are_replaced_whole)
{
    char *directory = scratch();
    Buffer path = {0}, back = {0};
    buffer_addf(&path, "%s/file", directory);
    char *name = buffer_steal(&path);
    ck_assert(file_write(name, str_of("one"), NULL));
    ck_assert(file_write(name, str_of("two and more"), NULL));
    size_t size = 0;
    ck_assert(file_read(name, 3, &back, &size, NULL));
    ck_assert(is(buffer_str(&back), "two"));
    ck_assert_uint_eq(size, 12);
    struct stat info;
    ck_assert_int_eq(stat(name, &info), 0);
    ck_assert_uint_eq(info.st_mode & 0777, 0600);
    FileList list = {0};
    ck_assert(file_list(directory, "", &list, NULL));
    ck_assert_uint_eq(list.count, 1);
    file_list_free(&list);
    unlink(name);
    rmdir(directory);
    buffer_free(&back);
    free(name);
    free(directory);
}
END_TEST

// The mode of the file, without its type.
static unsigned mode_of(const char *name)
{
    struct stat info;
    ck_assert_int_eq(lstat(name, &info), 0);
    return info.st_mode & 07777;
}

static bool is_link(const char *name)
{
    struct stat info;
    return lstat(name, &info) == 0 && S_ISLNK(info.st_mode);
}

START_TEST(a_replaced_file_keeps_its_mode)
{
    char *directory = scratch();
    ck_assert_int_eq(chdir(directory), 0);
    umask(022);
    ck_assert(file_write("own", str_of("one"), NULL));
    ck_assert(file_write_shared("shared", str_of("one"), NULL));
    ck_assert_uint_eq(mode_of("own"), 0600);
    ck_assert_uint_eq(mode_of("shared"), 0644);
    ck_assert_int_eq(chmod("own", 0640), 0);
    ck_assert_int_eq(chmod("shared", 0400), 0);
    ck_assert(file_write("own", str_of("two"), NULL));
    ck_assert(file_write_shared("shared", str_of("two"), NULL));
    ck_assert_uint_eq(mode_of("own"), 0640);
    ck_assert_uint_eq(mode_of("shared"), 0400);
    ck_assert_int_eq(chdir(".."), 0);
    remove_all(directory);
}
END_TEST

START_TEST(a_link_is_followed_and_stays)
{
    char *directory = scratch();
    ck_assert_int_eq(chdir(directory), 0);
    ck_assert_int_eq(mkdir("there", 0700), 0);
    ck_assert_int_eq(symlink("there/second", "first"), 0);
    ck_assert_int_eq(symlink("../file", "there/second"), 0);
    for (int turn = 0; turn < 2; turn++) { // where there is nothing yet, and where there is a file
        ck_assert(file_write("first", str_of(turn ? "two" : "one"), NULL));
        ck_assert(is_link("first"));
        ck_assert(is_link("there/second"));
        ck_assert(!is_link("file"));
        Buffer back = {0};
        ck_assert(file_read("file", 10, &back, NULL, NULL));
        ck_assert(is(buffer_str(&back), turn ? "two" : "one"));
        buffer_free(&back);
    }
    ck_assert_int_eq(chdir(".."), 0);
    remove_all(directory);
}
END_TEST

START_TEST(only_regular_files_are_replaced)
{
    Error error;
    char *directory = scratch();
    ck_assert_int_eq(chdir(directory), 0);
    ck_assert_int_eq(mkfifo("fifo", 0600), 0);
    ck_assert_int_eq(symlink("loop", "loop"), 0);
    static const char *const names[] = {"fifo", "loop", "."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_msg(!file_write(names[i], str_of("x"), &error), "%s", names[i]);
        ck_assert_msg(strstr(error.text, names[i]) != NULL, "%s", error.text);
    }
    FileList list = {0};
    ck_assert(file_list(".", "", &list, NULL));
    ck_assert_msg(list.count == 0, "%s is left", list.count ? list.paths[0] : "");
    file_list_free(&list);
    ck_assert_int_eq(chdir(".."), 0);
    remove_all(directory);
}
END_TEST

START_TEST(only_regular_files_are_read)
{
    Error error;
    Buffer out = {0};
    ck_assert(!file_read("/", 10, &out, NULL, &error));
    ck_assert(!file_read("/dev/zero", 10, &out, NULL, &error));
    ck_assert_ptr_nonnull(strstr(error.text, "/dev/zero"));
    ck_assert(!file_read("no such file", 10, &out, NULL, &error));
    ck_assert_uint_eq(out.len, 0);
}
END_TEST

START_TEST(diagnostics_sort_by_place)
{
    DiagnosticList list = {0};
    diagnostic_add(&list, DIAGNOSTIC_BAD_DATE, 1, 5, 2, str_of("b"));
    diagnostic_add(&list, DIAGNOSTIC_BAD_ID, 0, 9, 1, str_of("a"));
    diagnostic_add(&list, DIAGNOSTIC_BAD_ID, 1, 5, 1, str_of("c"));
    diagnostic_sort(&list);
    ck_assert(is(list.items[0].detail, "a"));
    ck_assert(is(list.items[1].detail, "c"));
    ck_assert(is(list.items[2].detail, "b"));
    diagnostic_free(&list);
}
END_TEST

START_TEST(every_diagnostic_is_named_once)
{
    for (int i = 0; i < DIAGNOSTIC_COUNT; i++) {
        ck_assert_msg(diagnostic_name((DiagnosticKind)i) != NULL, "kind %d has no name", i);
        ck_assert_ptr_nonnull(diagnostic_sentence((DiagnosticKind)i));
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(diagnostic_name((DiagnosticKind)i), diagnostic_name((DiagnosticKind)j));
    }
}
END_TEST

START_TEST(beginnings_are_told)
{
    ck_assert(str_starts(str_of("abc"), str_of("abc")));
    ck_assert(str_starts(str_of("abc"), str_of("ab")));
    ck_assert(str_starts(str_of("abc"), str_of("")));
    ck_assert(!str_starts(str_of("abc"), str_of("abcd")));
    ck_assert(!str_starts(str_of("abc"), str_of("b")));
}
END_TEST

START_TEST(a_buffer_is_cut)
{
    Buffer buffer = {0};
    buffer_add_text(&buffer, "abcdef");
    buffer_cut(&buffer, 4);
    ck_assert(is(buffer_str(&buffer), "abcd"));
    buffer_add_text(&buffer, "x");
    ck_assert(is(buffer_str(&buffer), "abcdx"));
    buffer_cut(&buffer, 0);
    ck_assert(is(buffer_str(&buffer), ""));
    buffer_free(&buffer);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("base");
    TCase *tests = tcase_create("base");
    tcase_add_test(tests, slices_are_clamped);
    tcase_add_test(tests, pieces_may_be_empty);
    tcase_add_test(tests, words_are_not_empty);
    tcase_add_test(tests, numbers_have_limits);
    tcase_add_test(tests, order_is_that_of_bytes);
    tcase_add_test(tests, steps_are_whole_characters);
    tcase_add_test(tests, arena_keeps_addresses);
    tcase_add_test(tests, buffer_grows_and_is_handed_over);
    tcase_add_test(tests, files_are_replaced_whole);
    tcase_add_test(tests, a_replaced_file_keeps_its_mode);
    tcase_add_test(tests, a_link_is_followed_and_stays);
    tcase_add_test(tests, only_regular_files_are_replaced);
    tcase_add_test(tests, only_regular_files_are_read);
    tcase_add_test(tests, diagnostics_sort_by_place);
    tcase_add_test(tests, every_diagnostic_is_named_once);
    tcase_add_test(tests, beginnings_are_told);
    tcase_add_test(tests, a_buffer_is_cut);
    suite_add_tcase(suite, tests);
    return suite;
}
