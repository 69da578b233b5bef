// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../support/scratch.h"
#include "diptych/cluster.h"
#include "diptych/file.h"
#include "diptych/search.h"
#include "dossier/open.h"
#include "unit.h"

static const char records[] =
    "Dossier: test\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\n"
    "Party: jp\n\n"
    "Name: iturup\nsu: Iturup; \u0418\u0442\u0443\u0440\u0443\u043f\njp: Etorofu; \u62e9\u6349\u5cf6\n";

static const char *const rounds[] = {
    "Round: a\nDate: 1955\n\n@ su\n[1] Iturup is ours, Iturup alone.\n\n@ jp\n[2] Etorofu is not.\n",
    "Round: b\nDate: 1956\n\n@ su + jp\n[1] Iturup or\nEtorofu, both.\n\n@\n[2] No islands.\n",
    "Round: c\nDate: 1957\n\n@ jp\n[7] The caf\u00e9 \u201cIturup\u201d.\n",
};

typedef struct Fixture {
    char directory[32];
    Dossier *dossier;
} Fixture;

static Fixture open_fixture(void)
{
    Fixture fixture = {"unit-find-XXXXXX", NULL};
    Error error;
    char path[64];
    ck_assert_ptr_nonnull(mkdtemp(fixture.directory));
    snprintf(path, sizeof path, "%s/0.dip", fixture.directory);
    ck_assert(file_write(path, str_of(records), &error));
    for (int i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%d.dip", fixture.directory, i + 1);
        ck_assert(file_write(path, str_of(rounds[i]), &error));
    }
    fixture.dossier = dossier_open(fixture.directory, &error);
    ck_assert_msg(fixture.dossier != NULL, "%s", error.text);
    return fixture;
}

static void close_fixture(Fixture *fixture)
{
    dossier_close(fixture->dossier);
    scratch_remove(fixture->directory);
}

// Writes all matches as the text with brackets around them.
static void check_matches(Query *query, const char *text, const char *expected)
{
    Buffer out = {0};
    Match match = {0, 0};
    size_t done = 0;
    Str s = str_of(text);
    while (query_match(query, s, match.to, &match)) {
        ck_assert_uint_lt(match.from, match.to);
        ck_assert_uint_ge(match.from, done);
        buffer_add(&out, str_slice(s, done, match.from));
        buffer_add_byte(&out, '[');
        buffer_add(&out, str_slice(s, match.from, match.to));
        buffer_add_byte(&out, ']');
        done = match.to;
    }
    buffer_add(&out, str_slice(s, done, s.len));
    char *found = buffer_steal(&out);
    ck_assert_str_eq(found, expected);
    free(found);
}

START_TEST(phrases_and_patterns)
{
    static const struct {
        const char *query;
        bool regex, lens;
        const char *text, *expected;
    } cases[] = {
        {"is", false, false, "This is IT, is it", "Th[is] [is] IT, [is] it"},
        {"Is", false, false, "This is Is", "This is [Is]"},
        {"Zed", false, false, "zed Zed", "zed [Zed]"},
        {"A zed", false, false, "a zed A zed", "a zed [A zed]"},
        {"cafe", false, false, "caf\u00e9 CAFE\u0301", "[caf\u00e9] [CAFE\u0301]"},
        {"caf\u00e9", false, false, "cafe caf\u00e9", "cafe [caf\u00e9]"},
        {"\u00e9 x", false, false, "\u00e9 x\u0301, \u00e9 x", "\u00e9 x\u0301, [\u00e9 x]"},
        {"don't", false, false, "Don\u2019t don't", "[Don\u2019t] [don't]"},
        {" two  words ", false, false, "two words, two\u00a0 words", "[two words], [two\u00a0 words]"},
        {"aa", false, false, "aaaaa", "[aa][aa]a"},
        {"\uac00", false, false, "\uac01 \uac00", "\uac01 [\uac00]"},
        {"iturup", false, true, "Iturup, ETOROFU, \u62e9\u6349\u5cf6!",
         "[Iturup], [ETOROFU], [\u62e9\u6349\u5cf6]!"},
        {"iturup", false, false, "Iturup, Etorofu", "[Iturup], Etorofu"},
        {"kurile", false, true, "Kurile Etorofu", "[Kurile] Etorofu"},
        {"su: iturup", false, false, "Iturup su: iturup", "[Iturup] su: [iturup]"},
        // A side by whatever it is called, but not by a part of that.
        {"USSR: iturup", false, false, "Iturup USSR: iturup", "[Iturup] USSR: [iturup]"},
        {"soviet union:iturup", false, false, "Iturup", "[Iturup]"},
        {"soviet:iturup", false, false, "Iturup soviet:iturup", "Iturup [soviet:iturup]"},
        {"s: y", false, false, "y s: y", "y [s: y]"},
        {"xx:y", false, false, "xx:y", "[xx:y]"},
        {"i\\w+p", true, false, "Iturup \u00efp isp", "[Iturup] \u00efp [isp]"},
        {"I\\W?t", true, false, "It it I-t", "[It] it [I-t]"},
        {"\\Sturup", true, false, "Iturup ITURUP", "[Iturup] [ITURUP]"},
        {"\\W", true, false, "a b", "a[ ]b"},
        {"x*", true, false, "axxbx", "a[xx]b[x]"}, // no empty matches
        {"^a|b$", true, false, "abab", "[a]ba[b]"},
        {"(?<=a)b", true, false, "ab b ab", "a[b] b a[b]"},
        {"\\x{e9}", true, false, "caf\u00e9", "caf[\u00e9]"},
        {"nothing", false, false, "", ""},
    };
    Fixture fixture = open_fixture();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error = {""};
        Query *query =
            query_new(fixture.dossier, str_of(cases[i].query), cases[i].regex, cases[i].lens, &error);
        ck_assert_msg(query != NULL, "%s: %s", cases[i].query, error.text);
        check_matches(query, cases[i].text, cases[i].expected);
        ck_assert(!query_gave_up(query));
        query_free(query);
    }
    close_fixture(&fixture);
}
END_TEST

START_TEST(wrong_queries_say_what_is_wrong)
{
    static const struct {
        const char *query;
        bool regex;
        const char *error;
    } cases[] = {
        {"", false, "nothing to look for"}, {"  ", true, "nothing to look for"}, {"a(b", true, "character 3"},
        {"\u00e9[", true, "character 2"},   {"\\C", true, "character"},          {"\u0301", false, NULL},
    };
    Fixture fixture = open_fixture();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error = {""};
        Query *query = query_new(fixture.dossier, str_of(cases[i].query), cases[i].regex, true, &error);
        if (cases[i].error)
            ck_assert_msg(!query && strstr(error.text, cases[i].error), "%s: %s", cases[i].query, error.text);
        query_free(query);
    }
    char *many = malloc(5000);
    ck_assert_ptr_nonnull(many);
    memset(many, 'a', 5000);
    ck_assert_ptr_null(query_new(fixture.dossier, (Str){many, 5000}, true, false, NULL));
    free(many);
    close_fixture(&fixture);
}
END_TEST

// Patterns that backtrack without end, on texts that make them: each is given up within a moment.
START_TEST(no_pattern_hangs)
{
    static const char *const patterns[] = {"(a+)+$",     "(a|aa)+$",         "(.*)(.*)(.*)(.*)(.*)(.*)x",
                                           "a.*b.*c.*d", "(?:a?){40}a{40}x", "((a*)*)*b",
                                           "a*b",        "\\w+\\d"};
    static const size_t sizes[] = {60, 10000, 3000000};
    Fixture fixture = open_fixture();
    char *text = malloc(3000000);
    ck_assert_ptr_nonnull(text);
    memset(text, 'a', 3000000);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
            struct timespec start, end;
            Match match = {0, 0};
            Query *query = query_new(fixture.dossier, str_of(patterns[i]), true, false, NULL);
            ck_assert_ptr_nonnull(query);
            clock_gettime(CLOCK_MONOTONIC, &start);
            query_match(query, (Str){text, sizes[j]}, 0, &match);
            clock_gettime(CLOCK_MONOTONIC, &end);
            double seconds =
                (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
            ck_assert_msg(seconds < 5, "%s on %zu bytes took %.1f s", patterns[i], sizes[j], seconds);
            query_free(query);
        }
    free(text);
    close_fixture(&fixture);
}
END_TEST

START_TEST(long_texts_are_searched_window_by_window)
{
    Fixture fixture = open_fixture();
    enum { SIZE = 200001 };
    char *text = malloc(SIZE);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = i % 1000 == 999 ? 'x' : i % 1000 == 0 ? 'y' : '\xc3' - (i % 2 ? 0 : 0x14);
    for (size_t i = 1; i + 1 < SIZE; i++) // e acute all over, but for the marks
        if (text[i] != 'x' && text[i] != 'y')
            text[i] = i % 2 ? '\xc3' : '\xa9';
    for (size_t i = 0; i < SIZE; i += 1000)
        if (i)
            text[i - 2] = 'z';
    Query *query = query_new(fixture.dossier, str_of("zxy"), true, false, NULL);
    Match match = {0, 0};
    size_t count = 0;
    while (query_match(query, (Str){text, SIZE}, match.to, &match)) {
        ck_assert_uint_eq(match.to - match.from, 3);
        ck_assert_uint_eq(match.to % 1000, 1);
        count++;
    }
    ck_assert_uint_eq(count, 200);
    query_free(query);
    free(text);
    close_fixture(&fixture);
}
END_TEST

// Writes the hits as "round.number:from-to" and a sign for who speaks.
static void check_hits(Fixture *fixture, const char *query_text, uint32_t first, unsigned slice,
                       const char *expected)
{
    Error error = {""};
    Query *query = query_new(fixture->dossier, str_of(query_text), false, false, &error);
    ck_assert_msg(query != NULL, "%s", error.text);
    Search *search = search_new(fixture->dossier, NULL, query, first);
    while (search_step(search, slice))
        ck_assert(!search_complete(search));
    ck_assert(search_complete(search));
    Buffer out = {0};
    for (size_t i = 0; i < search_count(search); i++) {
        const Hit *hit = search_hit(search, i);
        ck_assert_uint_eq(search_find(search, hit), i);
        buffer_add(&out, fixture->dossier->accounts[hit->passage.account].name);
        buffer_addf(&out, ".%u:%zu-%zu%s%s ", (unsigned)hit->number, hit->match.from, hit->match.to,
                    hit->joint ? "+" : "", hit->narrated ? "-" : "");
    }
    buffer_addf(&out, "su %zu jp %zu", search_count_of(search, 0), search_count_of(search, 1));
    char *text = buffer_steal(&out);
    ck_assert_str_eq(text, expected);
    free(text);
    search_free(search);
}

START_TEST(hits_are_in_order_wherever_the_search_begins)
{
    Fixture fixture = open_fixture();
    const Speech *kept = dossier_speech(fixture.dossier, 1);
    size_t loaded = dossier_loaded(fixture.dossier);
    for (uint32_t first = 0; first < 4; first++)
        for (unsigned slice = 0; slice < 2; slice++) {
            check_hits(&fixture, "iturup", first, slice, "a.1:0-6 a.1:16-22 b.1:0-6+ c.7:13-19 su 3 jp 2");
            check_hits(&fixture, "iturup or etorofu", first, slice, "b.1:0-17+ su 1 jp 1");
            check_hits(&fixture, "jp:iturup", first, slice, "b.1:0-6+ c.7:13-19 su 1 jp 2");
            check_hits(&fixture, "islands", first, slice, "b.2:3-10- su 0 jp 0");
            check_hits(&fixture, "absent", first, slice, "su 0 jp 0");
        }
    ck_assert_ptr_eq(dossier_speech(fixture.dossier, 1), kept);
    ck_assert_uint_eq(dossier_loaded(fixture.dossier), loaded);
    close_fixture(&fixture);
}
END_TEST

// "/nato" does not begin with "signatories".
START_TEST(words_by_themselves_come_before_parts_of_longer_ones)
{
    Fixture fixture = open_fixture();
    for (uint32_t first = 0; first < 3; first++)
        for (unsigned slice = 0; slice < 2; slice++) {
            check_hits(&fixture, "no", first, slice, "b.2:0-2- a.2:11-13 su 0 jp 1");
            check_hits(&fixture, "is", first, slice, "a.1:7-9 a.2:8-10 b.2:3-5- su 1 jp 1");
        }
    close_fixture(&fixture);
}
END_TEST

START_TEST(context_puts_the_match_at_a_third)
{
    static const struct {
        const char *text;
        Match match;
        size_t columns;
        const char *line;
    } cases[] = {
        {"short and whole", {6, 9}, 30, "short [and] whole"},
        {"a long text that goes on for quite a while here", {17, 21}, 24, "...that [goes] on for..."},
        {"the end of a text that is long enough", {31, 37}, 21, "...[enough]"},
        {"a match that fills everything up", {2, 32}, 20, "a [match that fill]..."},
        {"\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e",
         {12, 15},
         12,
         "...[\u672c]\u8a9e\u65e5..."},
        {"nothing fits", {8, 12}, 0, "[]"},
        {"nothing fits", {8, 12}, 2, "[fi]"},
        {"", {0, 0}, 10, "[]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer out = {0}, line = {0};
        Match keyword;
        search_context_add(&out, str_of(cases[i].text), cases[i].match, cases[i].columns, true, &keyword);
        Str words = buffer_str(&out);
        ck_assert_uint_le(cluster_columns(words), cases[i].columns);
        buffer_add(&line, str_slice(words, 0, keyword.from));
        buffer_add_byte(&line, '[');
        buffer_add(&line, str_slice(words, keyword.from, keyword.to));
        buffer_add_byte(&line, ']');
        buffer_add(&line, str_slice(words, keyword.to, words.len));
        char *text = buffer_steal(&line);
        ck_assert_str_eq(text, cases[i].line);
        free(text);
        buffer_free(&out);
    }
}
END_TEST

// A query with the names lens on, in a dossier with that record of names.
static void check_lens(const char *names, const char *words, const char *text, const char *expected)
{
    Buffer dip = {0};
    Error error = {""};
    buffer_addf(&dip, "Dossier: d\n\nParty: a\n\nParty: b\n\n%s\n", names);
    MemoryFile file = {"d.dip", buffer_str(&dip)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Query *query = query_new(dossier, str_of(words), false, true, &error);
    ck_assert_msg(query != NULL, "%s: %s", words, error.text);
    check_matches(query, text, expected);
    query_free(query);
    dossier_close(dossier);
    buffer_free(&dip);
}

START_TEST(names_are_found_whole_and_many)
{
    check_lens("Name: n\na: Kuril; Kuril Isle", "kuril", "Kuril Isle, Kuril", "[Kuril Isle], [Kuril]");
    check_lens("Name: n\na: Kuril Isle; Kuril", "kuril isle", "Kuril Isle, Kuril", "[Kuril Isle], [Kuril]");
    Buffer names = {0};
    buffer_add_text(&names, "Name: n\na: w1000");
    for (int i = 1; i < 200; i++)
        buffer_addf(&names, "; w%d", 1000 + i);
    char *record = buffer_steal(&names);
    check_lens(record, "w1000", "w1000 w1001 w1063 w1199", "[w1000] [w1001] [w1063] w1199");
    free(record);
}
END_TEST

START_TEST(no_more_hits_are_kept_than_may_be)
{
    Buffer dip = {0};
    Error error;
    buffer_add_text(&dip, "Dossier: d\n\nParty: a\n\nRound: r\n\n@ a\n[1]");
    for (size_t i = 0; i < SEARCH_HITS_MAX + 2; i++)
        buffer_add_text(&dip, " x");
    MemoryFile file = {"d.dip", buffer_str(&dip)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Search *search = search_new(dossier, NULL, query_new(dossier, str_of("x"), false, false, &error), 0);
    while (search_step(search, 0))
        continue;
    ck_assert_uint_eq(search_count(search), SEARCH_HITS_MAX);
    ck_assert(search_is_cut(search));
    search_free(search);
    dossier_close(dossier);
    buffer_free(&dip);
}
END_TEST

START_TEST(a_text_is_searched_from_anywhere)
{
    static const char text[] = "one two one two";
    Fixture fixture = open_fixture();
    Error error;
    Match match;
    Query *query = query_new(fixture.dossier, str_of("two"), false, false, &error);
    ck_assert(query_match(query, str_of(text), 0, &match) && match.from == 4);
    ck_assert(query_match(query, str_of(text), 7, &match) && match.from == 12);
    ck_assert(query_match(query, str_of(text), 2, &match) && match.from == 4);
    query_free(query);
    close_fixture(&fixture);
}
END_TEST

START_TEST(a_file_may_be_cut_between_the_steps)
{
    Fixture fixture = open_fixture();
    char path[64];
    Error error;
    Str text;
    Search *search = search_new(fixture.dossier, NULL,
                                query_new(fixture.dossier, str_of("Etorofu"), false, false, &error), 0);
    ck_assert(search_step(search, 0)); // the first round is read
    snprintf(path, sizeof path, "%s/1.dip", fixture.directory);
    ck_assert(file_write(path, str_of("Round: a\nDate: 1955\n\n@ su\n[1] Iturup.\n"), &error));
    while (search_step(search, 0))
        continue;
    snprintf(path, sizeof path, "%s/2.dip", fixture.directory);
    ck_assert(
        file_write(path, str_of("Round: b\nDate: 1956\n\n@ su\n[1] \u62e9\u6349\u5cf6\u62e9\n"), &error));
    dossier_trim(fixture.dossier, 0);
    ck_assert_uint_eq(search_count(search), 2);
    Hit gone = *search_hit(search, 0), cut = *search_hit(search, 1);
    ck_assert(!hit_text(fixture.dossier, gone.passage, gone.match, &text));   // there is no such passage
    ck_assert(!hit_text(fixture.dossier, cut.passage, cut.match, &text));     // nor one so long
    ck_assert(!hit_text(fixture.dossier, cut.passage, (Match){3, 7}, &text)); // nor one parted there
    ck_assert(hit_text(fixture.dossier, cut.passage, (Match){3, 6}, &text));
    ck_assert_uint_eq(text.len, 12);
    search_free(search);
    close_fixture(&fixture);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("find");
    TCase *tests = tcase_create("find");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, phrases_and_patterns);
    tcase_add_test(tests, wrong_queries_say_what_is_wrong);
    tcase_add_test(tests, no_pattern_hangs);
    tcase_add_test(tests, long_texts_are_searched_window_by_window);
    tcase_add_test(tests, hits_are_in_order_wherever_the_search_begins);
    tcase_add_test(tests, words_by_themselves_come_before_parts_of_longer_ones);
    tcase_add_test(tests, context_puts_the_match_at_a_third);
    tcase_add_test(tests, names_are_found_whole_and_many);
    tcase_add_test(tests, no_more_hits_are_kept_than_may_be);
    tcase_add_test(tests, a_text_is_searched_from_anywhere);
    tcase_add_test(tests, a_file_may_be_cut_between_the_steps);
    suite_add_tcase(suite, tests);
    return suite;
}
