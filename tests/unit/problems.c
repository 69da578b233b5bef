// SPDX-License-Identifier: MIT
// Problems: each fixture's diagnostics, and each kind of diagnostic in some fixture.
#include "diptych/problems.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/memory.h"
#include "diptych/visible.h"
#include "dossier/open.h"
#include "unit.h"

// Each is a file or a directory below tests/fixtures/diagnostics, with what `check` prints in NAME.expected.
static const char *const fixtures[] = {"clean.dip", "records.dip",  "speech.dip",  "links.dip",
                                       "near.dip",  "misspelt.dip", "grounds.dip", "alone"};
#define FIXTURE_COUNT (sizeof fixtures / sizeof *fixtures)

static void go_to_fixtures(void)
{
    Buffer path = {0};
    const char *top = getenv("top_srcdir");
    buffer_addf(&path, "%s/tests/fixtures/diagnostics", top ? top : "..");
    char *name = buffer_steal(&path);
    ck_assert_int_eq(chdir(name), 0);
    free(name);
}

static void add_check(Buffer *out, Dossier *dossier)
{
    DiagnosticList list = {0};
    Buffer more = {0};
    problems_list(dossier, &list);
    Digest *digest = digest_new(dossier, &list);
    for (size_t i = digest_next(digest, 0); i < list.count; i = digest_next(digest, i + 1)) {
        buffer_clear(&more);
        digest_more_add(&more, digest, i);
        problem_line_add(out, dossier, &list.items[i], buffer_str(&more));
    }
    digest_free(digest);
    buffer_free(&more);
    diagnostic_free(&list);
}

static void add_expected(Buffer *out, const char *fixture)
{
    Buffer path = {0};
    buffer_addf(&path, "%s.expected", fixture);
    char *name = buffer_steal(&path);
    ck_assert_msg(file_read(name, FILE_LIMIT, out, NULL, NULL), "%s", name);
    free(name);
}

START_TEST(fixtures_are_diagnosed)
{
    Buffer out = {0}, expected = {0};
    Error error = {""};
    Dossier *dossier = dossier_open(fixtures[_i], &error);
    ck_assert_msg(dossier != NULL, "%s", error.text);
    add_check(&out, dossier);
    add_expected(&expected, fixtures[_i]);
    char *got = buffer_steal(&out), *want = buffer_steal(&expected);
    ck_assert_str_eq(got, want);
    free(got);
    free(want);
    dossier_close(dossier);
}
END_TEST

static bool has_name(Str text, DiagnosticKind kind)
{
    Buffer name = {0};
    buffer_addf(&name, "[%s]", diagnostic_name(kind));
    char *sought = buffer_steal(&name);
    bool found = memmem(text.at, text.len, sought, strlen(sought)) != NULL;
    free(sought);
    return found;
}

// They need a file that cannot be read, or a large one.
static bool has_own_test(DiagnosticKind kind)
{
    return kind == DIAGNOSTIC_UNREADABLE || kind == DIAGNOSTIC_LEFT_OUT || kind == DIAGNOSTIC_LONG_LINE ||
           kind == DIAGNOSTIC_MANY_PASSAGES || kind == DIAGNOSTIC_TOO_MANY ||
           kind == DIAGNOSTIC_MANY_PROBLEMS;
}

START_TEST(every_kind_is_produced)
{
    Buffer all = {0};
    for (size_t i = 0; i < FIXTURE_COUNT; i++)
        add_expected(&all, fixtures[i]);
    for (int i = 0; i < DIAGNOSTIC_COUNT; i++)
        if (!has_own_test((DiagnosticKind)i))
            ck_assert_msg(has_name(buffer_str(&all), (DiagnosticKind)i), "%s",
                          diagnostic_name((DiagnosticKind)i));
    buffer_free(&all);
}
END_TEST

START_TEST(long_lines_are_reported_wherever_they_are)
{
    Buffer text = {0}, out = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\nNote: ");
    buffer_fill(&text, 'x', 10 << 20);
    buffer_add_text(&text, "\n\nRound: r\nTitle: R\nDate: 1955\n\n@\n[1] ");
    buffer_fill(&text, 'y', 10 << 20);
    buffer_add_text(&text, "\n{note: ");
    buffer_fill(&text, 'z', 10 << 20);
    buffer_add_text(&text, "}\n");
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    add_check(&out, dossier);
    char *got = buffer_steal(&out);
    ck_assert_str_eq(got,
                     "d.dip:3:1: warning: a line of more than a megabyte; likely its line ends are lost: "
                     "Note: xxxxxxxxxxxxxx [long-line]\n"
                     "d.dip:10:1: warning: a line of more than a megabyte; likely its line ends are lost: "
                     "[1] yyyyyyyyyyyyyyyy [long-line]\n"
                     "d.dip:11:1: warning: a line of more than a megabyte; likely its line ends are lost: "
                     "{note: zzzzzzzzzzzzz [long-line]\n");
    free(got);
    dossier_close(dossier);
    buffer_free(&text);
}
END_TEST

START_TEST(too_many_passages_are_shown_as_one)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\n\nRound: r\nTitle: R\nDate: 1955\n\n@\n");
    for (int i = 1; i <= 1000002; i++)
        buffer_addf(&text, "[%d]no longer than that, which is enough\n", i);
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    const Speech *speech = dossier_speech(dossier, 0);
    ck_assert_uint_eq(speech->passage_count, 1000001);
    ck_assert(str_equal(
        speech->passages[1000000].text,
        str_of(
            "[1000001]no longer than that, which is enough [1000002]no longer than that, which is enough")));
    ck_assert_uint_eq(speech->problems->count, 1);
    ck_assert_int_eq(speech->problems->items[0].kind, DIAGNOSTIC_MANY_PASSAGES);
    dossier_close(dossier);
    buffer_free(&text);
}
END_TEST

// What is too short for its number: the problem is one, and all words are there.
START_TEST(passages_do_not_outgrow_their_bytes)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\n\nRound: r\nTitle: R\nDate: 1955\n\n@\n");
    for (int i = 1; i <= 100000; i++)
        buffer_addf(&text, "[%d]x\n", i);
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    const Speech *speech = dossier_speech(dossier, 0);
    ck_assert_uint_gt(speech->passage_count, 30000);
    ck_assert_uint_lt(speech->passage_count, 90000);
    Str last = speech->passages[speech->passage_count - 1].text;
    ck_assert(str_equal(str_slice(last, last.len - 9, last.len), str_of("[100000]x")));
    ck_assert_uint_eq(speech->problems->count, 1);
    ck_assert_int_eq(speech->problems->items[0].kind, DIAGNOSTIC_MANY_PASSAGES);
    dossier_close(dossier);
    buffer_free(&text);
}
END_TEST

// The bytes of `head`, so many times `each`, and `tail`, as a dossier of one file.
static Dossier *open_repeated(Buffer *text, const char *head, const char *each, size_t count,
                              const char *tail)
{
    buffer_add_text(text, "Dossier: d\nTitle: D\n\n");
    buffer_add_text(text, head);
    for (size_t i = 0; i < count; i++)
        buffer_add_text(text, each);
    buffer_add_text(text, tail);
    MemoryFile file = {"d.dip", buffer_str(text)};
    return dossier_open_memory(&file, 1);
}

// Where there are too many of something it is said once, and what follows is read as if nothing had been.
START_TEST(too_many_of_a_kind_are_left_out)
{
    static const char speech[] = "Round: r\nTitle: R\nDate: 1955\n\nRound: s\nTitle: S\nDate: 1956\n\n@\n";
    static const struct {
        const char *head, *each, *tail;
        bool of_records;
    } cases[] = {
        {"", "Event: 1955\n\n", "", true},
        {"", "Round: r\n\n", "", true},
        {"Topic: t\nTitle: T\n", "X-a: b\n", "\n", true},
        {"Round: q\nTitle: Q\nDate: 1950\n\nDiscrepancy: x\nAbout: y\nReading: ", "q ",
         "; z\nReading: q; w\n\n", true},
        {"", "a:b;", "}\n", false},
        {"", "rebuts: r.1-2 r.3;\n", "}\n", false},
        {"", "+a", "\n[3] after\n", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer text = {0}, head = {0};
        if (!cases[i].of_records)
            buffer_addf(&head, "%s%s", speech, i == 6 ? "[1] a\n\n@a" : "[1] a\n[2] b\n{");
        else
            buffer_add_text(&head, cases[i].head);
        buffer_add_byte(&head, '\0');
        Dossier *dossier = open_repeated(&text, head.bytes, cases[i].each, 200000, cases[i].tail);
        const DiagnosticList *problems =
            cases[i].of_records ? dossier->problems : dossier_speech(dossier, 1)->problems;
        size_t said = 0;
        for (size_t k = 0; k < problems->count; k++)
            said += problems->items[k].kind == DIAGNOSTIC_TOO_MANY;
        ck_assert_msg(said == 1, "case %zu: %zu", i, said);
        dossier_close(dossier);
        buffer_free(&text);
        buffer_free(&head);
    }
}
END_TEST

START_TEST(too_many_problems_are_not_listed)
{
    Buffer text = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\n\nRound: r\nTitle: R\nDate: 1955\n\n");
    for (int i = 0; i < 20000; i++)
        buffer_add_text(&text, "stray\n\n");
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    const DiagnosticList *problems = dossier_speech(dossier, 0)->problems;
    ck_assert_uint_eq(problems->count, 10001);
    ck_assert_int_eq(problems->items[9999].kind, DIAGNOSTIC_STRAY_TEXT);
    ck_assert_int_eq(problems->items[10000].kind, DIAGNOSTIC_MANY_PROBLEMS);
    dossier_close(dossier);
    buffer_free(&text);
}
END_TEST

START_TEST(lines_are_fit_for_a_terminal)
{
    MemoryFile file = {"a\x1b[2J\n.dip", str_of("Dossier: d\nTitle: D\n\x1b]0;\a: x\n")};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Buffer out = {0};
    add_check(&out, dossier);
    for (size_t i = 0; i < out.len; i++)
        ck_assert((unsigned char)out.bytes[i] >= 0x20 || (out.bytes[i] == '\n' && i + 1 == out.len));
    buffer_free(&out);
    dossier_close(dossier);
}
END_TEST

// What `check` prints about the speech of a round between a and b.
static char *check_speech(const char *speech)
{
    Buffer text = {0}, out = {0};
    buffer_add_text(&text, "Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                           "Round: r\nTitle: R\nDate: 1955\nExtent: full\n\n");
    buffer_add_text(&text, speech);
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    add_check(&out, dossier);
    dossier_close(dossier);
    buffer_free(&text);
    return out.len ? buffer_steal(&out) : NULL;
}

START_TEST(both_ends_of_a_range_are_earlier)
{
    static const struct {
        const char *speech;
        bool fine;
    } cases[] = {
        {"@ a\n[1] x\n\n[2] y\n\n@ b\n[5] z\n{answers: 1-2}\n", true},
        {"@ a\n[1] x\n\n@ b\n[5] z\n{answers: 1-2}\n\n@ a\n[2] y\n", false},
        {"@ a\n[2] x\n\n@ b\n[5] z\n{answers: 1-2}\n\n@ a\n[1] y\n", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *found = check_speech(cases[i].speech);
        if (cases[i].fine)
            ck_assert_ptr_null(found);
        else
            ck_assert_msg(found && strstr(found, "1-2 [later-link]"), "%zu", i);
        free(found);
    }
}
END_TEST

// A dossier before the record that has the problem; it takes 27 lines.
static const char *const before =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\nTopic: a\nTitle: A\n\n"
    "Source: s\nKind: minutes\nTitle: S\n\nRound: r\nTitle: R\nDate: 1955\n\n@ su\n[1] one\n\n@ jp\n[2] two\n"
    "{rebuts: 1}\n\n";

// Places of problems in values of several lines, with comments and blanks between.
static const struct {
    const char *text;  // behind `before`
    const char *found; // "line:column detail" of each problem, counted from 1 behind `before`
} places[] = {
    {"@ jp\n[3] three\n{answers: 1 8}\n", "3:13 8|"},
    {"@ jp\n[3] three\n{answers: \"1\n# 8\n\t8,r.9\"}\n", "5:2 8|5:4 9|"},
    {"@ jp\n[3] three\n{note: x;\r\n answers: 7;\r\n rebuts: 1 8}\r\n", "4:11 7|5:12 8|"},
    {"Discrepancy: x\nAbout: x\nReading: r.1 r.8; a\nReading: r.9; b\n", "3:14 r.8|4:10 r.9|"},
    {"Discrepancy: x\nAbout: x\nReading: r.1\n  r.2 r.8\n\tr.9; a\nReading: r.2; b\n", "4:7 r.8|5:2 r.9|"},
    {"Discrepancy: x\nAbout: x\nReading: r.1\n# a; b r.7\n r.8; a\nReading: r.2; b\n", "5:2 r.8|"},
    {"Discrepancy: x\nAbout: x\nReading:\n r.1\n r.8 ; a\nReading: r.2; b; r.9\n", "5:2 r.8|"},
    {"Discrepancy: x\nAbout: x\nTopics: a\n b\nReading: r.1; a\nReading: r.2; b\n", "4:2 b|"},
    {"Layer: l\nFor: d\n\nOn: r.1\nrebuts: r.2\n# r.7\n  r.8\n", "5:9 r.2|7:3 r.8|"},
    {"Layer: l\nFor: d\n\nOn: r.8\nrebuts: r.2\n", "4:5 r.8|"},
    {"Event: 1955\nTitle: E\nTopics: a,\n a b\nSource: t\n", "4:4 b|5:9 t|"},
    {"Discrepancy:\n X\nAbout: x\nReading: r.1; a\nReading: r.2; \xff\n", "2:2 X|5:15 \xef\xbf\xbd|"},
    {"Discrepancy: x\nAbout: x\nReading: r.1; a\nReading: r.2; b\n cd\xff\n", "5:4 \xef\xbf\xbd|"},
};

START_TEST(places_are_right_in_every_line)
{
    Buffer text = {0}, out = {0};
    buffer_add_text(&text, before);
    buffer_add_text(&text, places[_i].text);
    MemoryFile file = {"d.dip", buffer_str(&text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    DiagnosticList list = {0};
    problems_list(dossier, &list);
    for (size_t i = 0; i < list.count; i++) {
        buffer_addf(&out, "%u:%u ", list.items[i].line - 27, list.items[i].column);
        visible_add(&out, list.items[i].detail, false);
        buffer_add_text(&out, "|");
    }
    char *got = buffer_steal(&out);
    ck_assert_str_eq(got, places[_i].found);
    free(got);
    diagnostic_free(&list);
    dossier_close(dossier);
    buffer_free(&text);
}
END_TEST

// As many are counted, in slices, as are listed; also where the accounts are at hand.
static void compare_count(Dossier *dossier, const char *name, bool at_hand)
{
    DiagnosticList list = {0};
    Skim *skim = skim_new(dossier);
    Problems *problems = problems_new(skim);
    size_t last = problems_count(problems);
    for (uint32_t i = 0; at_hand && i < dossier->account_count; i++)
        dossier_speech(dossier, i);
    while (problems_step(problems, 0)) {
        ck_assert_uint_ge(problems_count(problems), last);
        last = problems_count(problems);
    }
    ck_assert(problems_complete(problems) && !problems_step(problems, 0) && skim_complete(skim));
    problems_list(dossier, &list);
    ck_assert_msg(problems_count(problems) == list.count, "%s: %zu are counted, %zu listed", name,
                  problems_count(problems), list.count);
    diagnostic_free(&list);
    problems_free(problems);
    skim_free(skim);
}

START_TEST(fixtures_are_counted_as_listed)
{
    FileList dossiers = {0};
    ck_assert(dossier_find_all("..", &dossiers, NULL));
    ck_assert_uint_gt(dossiers.count, 3);
    for (size_t i = 0; i < dossiers.count; i++) {
        Dossier *dossier = dossier_open(dossiers.paths[i], NULL);
        ck_assert_msg(dossier != NULL, "%s", dossiers.paths[i]);
        compare_count(dossier, dossiers.paths[i], i % 2);
        dossier_close(dossier);
    }
    file_list_free(&dossiers);
}
END_TEST

START_TEST(damaged_files_are_counted_as_listed)
{
    FileList files = {0};
    ck_assert(file_list("../../fuzz/corpus", "", &files, NULL));
    ck_assert_uint_gt(files.count, 20);
    for (size_t i = 0; i < files.count; i++) {
        Buffer bytes = {0};
        ck_assert(file_read(files.paths[i], FILE_LIMIT, &bytes, NULL, NULL));
        MemoryFile both[] = {{"before.dip", str_of(before)}, {"input.dip", buffer_str(&bytes)}};
        Dossier *dossier = dossier_open_memory(both, 2), *alone = dossier_open_memory(both + 1, 1);
        compare_count(dossier, files.paths[i], i % 2);
        compare_count(alone, files.paths[i], i % 2);
        dossier_close(dossier);
        dossier_close(alone);
        buffer_free(&bytes);
    }
    file_list_free(&files);
}
END_TEST

// In the first round of each pair, which comes later by its Order:, a passage answers one of the second, and
// is answered by it.
START_TEST(rounds_of_one_day_follow_their_order_and_place)
{
    // What is not known of a date counts as first.
    static const char *const days[][2] = {
        {"1955", "1955"},    {"1955-01-01", "1955-01"}, {"1955-01", "1955-01-01"},
        {"1955-01", "1955"}, {"1955", "1955-01"},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        char dip[512];
        snprintf(dip, sizeof dip,
                 "Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                 "Round: late\nTitle: L\nDate: %s\nOrder: 2\n\n@ a\n[1] x\n{answers: early.1}\n\n"
                 "Round: early\nTitle: E\nDate: %s\nOrder: 1\n\n@ b\n[1] x\n\n[2] y\n{answers: late.1}\n",
                 days[i][0], days[i][1]);
        MemoryFile file = {"d.dip", str_of(dip)};
        Dossier *dossier = dossier_open_memory(&file, 1);
        Buffer out = {0};
        add_check(&out, dossier);
        char *found = buffer_steal(&out);
        ck_assert_msg(strstr(found, "late.1 [later-link]") != NULL, "%zu: %s", i, found);
        ck_assert_msg(strstr(found, "early.1 [later-link]") == NULL, "%zu: %s", i, found);
        free(found);
        dossier_close(dossier);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("problems");
    TCase *tests = tcase_create("problems");
    tcase_add_checked_fixture(tests, go_to_fixtures, NULL);
    tcase_add_loop_test(tests, fixtures_are_diagnosed, 0, (int)FIXTURE_COUNT);
    tcase_add_test(tests, every_kind_is_produced);
    tcase_add_test(tests, long_lines_are_reported_wherever_they_are);
    tcase_add_test(tests, too_many_passages_are_shown_as_one);
    tcase_add_test(tests, passages_do_not_outgrow_their_bytes);
    tcase_add_test(tests, too_many_of_a_kind_are_left_out);
    tcase_add_test(tests, too_many_problems_are_not_listed);
    tcase_add_test(tests, lines_are_fit_for_a_terminal);
    tcase_add_test(tests, both_ends_of_a_range_are_earlier);
    tcase_add_loop_test(tests, places_are_right_in_every_line, 0, (int)(sizeof places / sizeof *places));
    tcase_add_test(tests, fixtures_are_counted_as_listed);
    tcase_add_test(tests, damaged_files_are_counted_as_listed);
    tcase_add_test(tests, rounds_of_one_day_follow_their_order_and_place);
    suite_add_tcase(suite, tests);
    return suite;
}
