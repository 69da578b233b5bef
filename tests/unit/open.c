// SPDX-License-Identifier: MIT
// Finding the files of a dossier and opening them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../support/scratch.h"
#include "diptych/dossier.h"
#include "diptych/file.h"
#include "unit.h"

static size_t count_of(const DiagnosticList *list, DiagnosticKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].kind == kind;
    return count;
}

static char directory[32];

static void make_directory(void)
{
    strcpy(directory, "unit-dossier-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(directory));
}

static void remove_directory(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", directory);
    ck_assert_int_eq(system(command), 0);
}

static const char *at(const char *name)
{
    static char path[4][128];
    static unsigned next;
    char *out = path[next++ % 4];
    snprintf(out, sizeof path[0], "%s/%s", directory, name);
    return out;
}

static void put(const char *name, const char *text)
{
    ck_assert(file_write(at(name), str_of(text), NULL));
}

START_TEST(a_dossier_is_found_from_every_side)
{
    mkdir(at("a"), 0700);
    mkdir(at("a/rounds"), 0700);
    put("a/main.dip", "# comment\n\nDossier: a\nTitle: A\n");
    put("a/rounds/r.dip", "Round: r\nTitle: R\nDate: 1955\n\n@\n[1] x\n");
    static const char *const ways[] = {"a", "a/", "", "a/main.dip", "a/rounds/r.dip"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Error error = {""};
        Dossier *d = dossier_open(at(ways[i]), &error);
        ck_assert_msg(d != NULL, "%s: %s", ways[i], error.text);
        ck_assert_uint_eq(d->file_count, 2);
        ck_assert_uint_eq(d->round_count, 1);
        ck_assert(!d->accounts[0].speechless);
        dossier_close(d);
    }
}
END_TEST

START_TEST(a_file_may_be_a_whole_dossier)
{
    put("one.dip", "Dossier: one\nTitle: One\n\nRound: r\nTitle: R\nDate: 1955\n\n@\n[1] x\n");
    put("other.dip", "Topic: t\nTitle: T\n");
    Dossier *d = dossier_open(at("one.dip"), NULL);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->file_count, 1);
    dossier_close(d);
}
END_TEST

START_TEST(several_dossiers_are_listed)
{
    mkdir(at("b"), 0700);
    mkdir(at("b/below"), 0700);
    put("one.dip", "Dossier: one\nTitle: One\n");
    put("two.dip", "Dossier: two\nTitle: Two\n");
    Error error;
    ck_assert_ptr_null(dossier_open(directory, &error));
    ck_assert_ptr_nonnull(strstr(error.text, "one.dip"));
    ck_assert_ptr_nonnull(strstr(error.text, "two.dip"));
    unlink(at("two.dip"));
    unlink(at("one.dip"));
    put("b/main.dip", "Dossier: b\nTitle: B\n");
    put("b/below/main.dip", "Dossier: below\nTitle: Below\n");
    FileList found = {0};
    ck_assert(dossier_find_all(directory, &found, &error));
    ck_assert_uint_eq(found.count, 1);
    ck_assert_str_eq(found.paths[0], at("b"));
    file_list_free(&found);
    Dossier *d = dossier_open(directory, &error);
    ck_assert_ptr_nonnull(d);
    ck_assert(str_equal(d->record.id, str_of("b")));
    ck_assert_uint_eq(count_of(d->problems, DIAGNOSTIC_SECOND_DOSSIER), 1);
    dossier_close(d);
}
END_TEST

// True when somebody's .dip files lie above the directory of the tests, where a file's dossier is looked for.
static bool lies_below_files(void)
{
    char here[4096];
    FileList list = {0};
    ck_assert_ptr_nonnull(getcwd(here, sizeof here));
    for (char *slash = strrchr(here, '/'); slash && list.count == 0; slash = strrchr(here, '/')) {
        if (file_is_open_to_all(here))
            break;
        file_list_here(here, ".dip", &list, NULL);
        *slash = '\0';
    }
    bool found = list.count > 0;
    file_list_free(&list);
    return found;
}

START_TEST(what_anybody_may_have_left_above_is_no_dossier)
{
    Error error;
    mkdir(at("open"), 0700);
    mkdir(at("open/mine"), 0700);
    put("open/main.dip", "Dossier: a\nTitle: A\n");
    put("open/mine/topics.dip", "Topic: t\nTitle: T\n");
    Dossier *d = dossier_open(at("open/mine/topics.dip"), &error);
    ck_assert_ptr_nonnull(d);
    dossier_close(d);
    ck_assert_int_eq(chmod(at("open"), 01777), 0);
    ck_assert_ptr_null(dossier_open(at("open/mine/topics.dip"), &error));
}
END_TEST

START_TEST(no_dossier_is_said_with_advice)
{
    static const struct {
        const char *path, *reason;
    } cases[] = {
        {"none", "No such file"},
        {"", "holds no .dip files"},
        {"c", "begins with Dossier:"},
        {"c/topics.dip", "belongs to none"},
    };
    mkdir(at("empty"), 0700);
    for (size_t i = 0; i < sizeof cases / sizeof *cases - lies_below_files(); i++) {
        Error error;
        if (i == 2) {
            mkdir(at("c"), 0700);
            put("c/topics.dip", "Topic: t\nTitle: T\n");
        }
        ck_assert_ptr_null(dossier_open(at(cases[i].path), &error));
        ck_assert_msg(strstr(error.text, cases[i].reason) != NULL, "%s", error.text);
        ck_assert_msg(strstr(error.text, "give the directory") != NULL, "%s", error.text);
        ck_assert_msg(strstr(error.text, directory) == error.text, "%s", error.text);
    }
}
END_TEST

// A directory of one file, and in the directory above it two dossiers that have nothing to do with it.
static void check_guise(const char *bytes, size_t len, const char *guise)
{
    static const char dossier[] = "Dossier: a\n";
    char above[] = "unit-guise-XXXXXX", inner[64], path[80];
    ck_assert_ptr_nonnull(mkdtemp(above));
    Error error;
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%d.dip", above, i);
        ck_assert(file_write(path, str_of(dossier), &error));
    }
    snprintf(inner, sizeof inner, "%s/inner", above);
    ck_assert(file_make_directory(inner, &error));
    snprintf(path, sizeof path, "%s/case.dip", inner);
    ck_assert(file_write(path, (Str){bytes, len}, &error));
    ck_assert_ptr_null(dossier_open(path, &error));
    ck_assert_msg(strstr(error.text, guise) != NULL, "%s", error.text);
    ck_assert_ptr_nonnull(strstr(error.text, path));
    ck_assert_ptr_null(dossier_open(inner, &error));
    ck_assert_msg(strstr(error.text, guise) != NULL, "%s", error.text);
    remove(path);
    rmdir(inner);
    scratch_remove(above);
}

#define CHECK_GUISE(bytes, guise) check_guise(bytes, sizeof(bytes) - 1, guise)

START_TEST(what_is_no_plain_text_is_named)
{
    CHECK_GUISE("\xff\xfe"
                "D\0o\0s\0s\0i\0e\0r\0:\0",
                "is UTF-16: save it as UTF-8");
    CHECK_GUISE("\xfe\xff\0D\0o\0s\0s\0i\0e\0r\0:", "is UTF-16: save it as UTF-8");
    CHECK_GUISE("D\0o\0s\0s\0i\0e\0r\0:\0 \0a\0\n\0", "is UTF-16");
    CHECK_GUISE("\0D\0o\0s\0s\0i\0e\0r\0:\0 \0a\0\n", "is UTF-16");
    CHECK_GUISE("\xff\xfe\0\0D\0\0\0", "is UTF-32: save it as UTF-8");
    CHECK_GUISE("\x1f\x8b\x08\0\0\0\0\0", "gzip: unpack it");
    CHECK_GUISE("PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml", "docx): save it as plain text");
    CHECK_GUISE("PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "ODF): save it");
    CHECK_GUISE("PK\x03\x04\x14\0\0\0dossier.dip", "zip archive: unpack it");
    CHECK_GUISE("%PDF-1.7\n", "PDF: take its text out");
    CHECK_GUISE("{\\rtf1\\ansi", "RTF: save it as plain text");
}
END_TEST

START_TEST(long_records_and_comments_are_read_whole)
{
    Buffer text = {0};
    for (int i = 0; i < 2000; i++)
        buffer_add_text(&text, "# comment\n\n");
    buffer_add_text(&text, "Dossier: d\nTitle: D\n");
    ck_assert(file_write(at("d.dip"), buffer_str(&text), NULL));
    buffer_clear(&text);
    buffer_fill(&text, '\n', 10000);
    buffer_add_text(&text, "Round: r\nTitle: R\nDate: 1955\nNote: a\n");
    for (int i = 0; i < 2000; i++)
        buffer_add_text(&text, " and so on\n");
    buffer_add_text(&text, "Outcome: none\n\n@\n[1] x\n");
    ck_assert(file_write(at("r.dip"), buffer_str(&text), NULL));
    buffer_free(&text);
    Dossier *d = dossier_open(directory, NULL);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->problems->count, 0);
    ck_assert(str_equal(d->rounds[0].outcome, str_of("none")));
    ck_assert(!d->accounts[0].speechless);
    dossier_close(d);
}
END_TEST

START_TEST(a_file_that_is_too_large_is_reported)
{
    put("d.dip", "Dossier: d\nTitle: D\n");
    put("huge.dip", "Round: r\nTitle: R\nDate: 1955\n");
    ck_assert_int_eq(truncate(at("huge.dip"), (off_t)FILE_LIMIT + 1), 0);
    Dossier *d = dossier_open(directory, NULL);
    ck_assert_uint_eq(count_of(d->problems, DIAGNOSTIC_UNREADABLE), 1);
    dossier_close(d);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("open");
    TCase *tests = tcase_create("open");
    tcase_add_checked_fixture(tests, make_directory, remove_directory);
    tcase_add_test(tests, a_dossier_is_found_from_every_side);
    tcase_add_test(tests, a_file_may_be_a_whole_dossier);
    tcase_add_test(tests, several_dossiers_are_listed);
    tcase_add_test(tests, what_anybody_may_have_left_above_is_no_dossier);
    tcase_add_test(tests, no_dossier_is_said_with_advice);
    tcase_add_test(tests, what_is_no_plain_text_is_named);
    tcase_add_test(tests, long_records_and_comments_are_read_whole);
    tcase_add_test(tests, a_file_that_is_too_large_is_reported);
    suite_add_tcase(suite, tests);
    return suite;
}
