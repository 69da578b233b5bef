// SPDX-License-Identifier: MIT
// The writer: every value of every fixture changed in turn, and nothing else.
#include "diptych/splice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/values.h"
#include "dossier/open.h"
#include "unit.h"

static const char *const fixtures[][3] = {
    {"clean.dip"},
    {"records.dip"},
    {"speech.dip"},
    {"links.dip"},
    {"alone/dossier.dip", "alone/layer.dip", "alone/round.dip"},
};
#define FIXTURE_COUNT (sizeof fixtures / sizeof *fixtures)
#define FILES_MAX 3

// The files of a fixture in memory.
typedef struct Fixture {
    Buffer bytes[FILES_MAX];
    MemoryFile files[FILES_MAX];
    size_t count;
} Fixture;

static Fixture load(size_t index)
{
    Fixture fixture = {0};
    const char *top = getenv("top_srcdir");
    for (size_t i = 0; i < FILES_MAX && fixtures[index][i]; i++) {
        Buffer path = {0};
        buffer_addf(&path, "%s/tests/fixtures/diagnostics/%s", top ? top : "..", fixtures[index][i]);
        char *name = buffer_steal(&path);
        ck_assert_msg(file_read(name, FILE_LIMIT, &fixture.bytes[i], NULL, NULL), "%s", name);
        free(name);
        fixture.files[i] = (MemoryFile){fixtures[index][i], buffer_str(&fixture.bytes[i])};
        fixture.count++;
    }
    return fixture;
}

static void unload(Fixture *fixture)
{
    for (size_t i = 0; i < FILES_MAX; i++)
        buffer_free(&fixture->bytes[i]);
}

// What is read again where the value was, of the fixture with the changed file; freed by the caller.
static char *read_back(const Fixture *fixture, const Value *value, Str changed)
{
    MemoryFile files[FILES_MAX];
    memcpy(files, fixture->files, sizeof files);
    files[value->file].bytes = changed;
    Dossier *dossier = dossier_open_memory(files, fixture->count);
    ValueList values = values_collect(dossier);
    const Value *found = values_find(&values, value);
    Buffer out = {0};
    if (found)
        buffer_add(&out, found->pair.value);
    values_free(&values);
    dossier_close(dossier);
    return buffer_steal(&out);
}

// True when only bytes of the value, its quotes and the blank before it differ.
static bool is_local(Str before, Str after, const Value *value)
{
    size_t from = value->pair.span.at - value->pair.quoted;
    size_t tail = before.len - value->pair.span.at - value->pair.span.len;
    tail -= value->pair.quoted && tail ? 1 : 0;
    return after.len >= from + tail && str_equal(str_slice(before, 0, from), str_slice(after, 0, from)) &&
           str_equal(str_slice(before, before.len - tail, before.len),
                     str_slice(after, after.len - tail, after.len));
}

typedef struct Change {
    const char *text;
    const char *expected[3]; // by kind of value; null: it cannot be written
} Change;

static const Change changes[] = {
    {"new", {"new", "new", "new"}},
    {"a; b } c: d", {"a; b } c: d", "a; b } c: d", "a; b } c: d"}},
    {"  one \n two", {"one two", "one two", "one two"}},
    {"one\r\n\r\ntwo", {"one\n\ntwo", "one two", "one two"}},
    {"# @ x", {"# @ x", "# @ x", "# @ x"}},
    {"a\n# b\n@ c\n[1] d\n{e\n\\f",
     {"a # b @ c [1] d {e \\f", "a # b @ c [1] d {e \\f", "a # b @ c [1] d {e \\f"}},
    {"he said \"no\"", {"he said \"no\"", "he said \"no\"", "he said \"no\""}},
    {"\"no\"; he said", {"\"no\"; he said", NULL, "\"no\"; he said"}},
    {"\xe5\x9b\xbd\n\xe5\xbe\x8c",
     {"\xe5\x9b\xbd\xe5\xbe\x8c", "\xe5\x9b\xbd\xe5\xbe\x8c", "\xe5\x9b\xbd\xe5\xbe\x8c"}},
    {"a\n.\nb", {NULL, "a . b", "a . b"}},
    {"", {"", "", NULL}},
    {"bell \a", {NULL, NULL, NULL}},
    {"half \xe5\x9b", {NULL, NULL, NULL}},
};

// An attribute whose quote was never closed cannot be changed.
static bool is_open(const Value *value, Str file)
{
    size_t end = (size_t)value->pair.span.at + value->pair.span.len;
    return value->pair.quoted && (end >= file.len || file.at[end] != '"');
}

// A value whose quotes are followed by something keeps them.
static bool is_followed(const Value *value, Str file)
{
    Str rest = str_slice(file, (size_t)value->pair.span.at + value->pair.span.len + 1, file.len);
    return value->pair.quoted && str_starts(rest, str_of(" and more"));
}

static void check_change(const Fixture *fixture, const Value *value, const Change *change)
{
    Str before = fixture->files[value->file].bytes;
    bool refused = is_open(value, before) || (is_followed(value, before) && strchr(change->text, '"'));
    const char *expected = refused ? NULL : change->expected[value->kind];
    Buffer out = {0};
    Error error = {""};
    bool written = values_splice(value, before, str_of(change->text), &out, &error);
    ck_assert_msg(written == (expected != NULL), "'%s' in line %u of %s: %s", change->text, value->pair.line,
                  fixture->files[value->file].path, error.text);
    if (written) {
        ck_assert(is_local(before, buffer_str(&out), value));
        char *back = read_back(fixture, value, buffer_str(&out));
        ck_assert_msg(strcmp(back, expected) == 0, "line %u of %s: '%s' is not '%s'", value->pair.line,
                      fixture->files[value->file].path, back, expected);
        free(back);
    } else {
        ck_assert_uint_eq(out.len, 0);
        ck_assert_str_ne(error.text, "");
    }
    buffer_free(&out);
}

START_TEST(every_value_is_changed_alone)
{
    Fixture fixture = load((size_t)_i);
    Dossier *dossier = dossier_open_memory(fixture.files, fixture.count);
    ValueList values = values_collect(dossier);
    ck_assert_uint_gt(values.count, 20);
    for (size_t i = 0; i < values.count; i++)
        for (size_t j = 0; j < sizeof changes / sizeof *changes; j++)
            check_change(&fixture, &values.items[i], &changes[j]);
    values_free(&values);
    dossier_close(dossier);
    unload(&fixture);
}
END_TEST

START_TEST(a_value_put_back_is_the_same_file)
{
    Fixture fixture = load((size_t)_i);
    Dossier *dossier = dossier_open_memory(fixture.files, fixture.count);
    ValueList values = values_collect(dossier);
    for (size_t i = 0; i < values.count; i++) {
        const Value *value = &values.items[i];
        Str file = fixture.files[value->file].bytes;
        Span span = value->pair.span;
        Buffer out = {0};
        // A value on one line that is shown as it is written.
        if (value->pair.value.len &&
            str_equal(value->pair.value, str_slice(file, span.at, (size_t)span.at + span.len)) &&
            !is_open(value, file)) {
            ck_assert(values_splice(value, file, value->pair.value, &out, NULL));
            ck_assert(str_equal(buffer_str(&out), file));
        }
        buffer_free(&out);
    }
    values_free(&values);
    dossier_close(dossier);
    unload(&fixture);
}
END_TEST

START_TEST(line_ends_and_comments_stay)
{
    static const char *const before = "Dossier: d\r\nTitle: one\r\n# comment\r\n two\r\nNote: n\r\n";
    MemoryFile file = {"d.dip", str_of(before)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Buffer out = {0};
    ck_assert(splice_pair(file.bytes, &dossier->record.pairs[0], false, str_of("a\n\nb"), &out, NULL));
    ck_assert(str_equal(buffer_str(&out),
                        str_of("Dossier: d\r\nTitle: a\r\n .\r\n b\r\n# comment\r\nNote: n\r\n")));
    buffer_free(&out);
    dossier_close(dossier);
}
END_TEST

START_TEST(a_file_that_has_shrunk_is_left_alone)
{
    Pair pair = {.span = {10, 5}};
    Buffer out = {0};
    Error error;
    ck_assert(!splice_pair(str_of("short"), &pair, false, str_of("x"), &out, &error));
    ck_assert(!splice_text(str_of("short"), pair.span, str_of("x"), &out, &error));
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("splice");
    TCase *tests = tcase_create("splice");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, every_value_is_changed_alone, 0, (int)FIXTURE_COUNT);
    tcase_add_loop_test(tests, a_value_put_back_is_the_same_file, 0, (int)FIXTURE_COUNT);
    tcase_add_test(tests, line_ends_and_comments_stay);
    tcase_add_test(tests, a_file_that_has_shrunk_is_left_alone);
    suite_add_tcase(suite, tests);
    return suite;
}
