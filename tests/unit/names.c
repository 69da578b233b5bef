// SPDX-License-Identifier: MIT
// Where words begin and end, and which names stand in a text.
#include "diptych/names.h"

#include <stdlib.h>

#include "../support/typing.h"
#include "diptych/bounds.h"
#include "diptych/query.h"
#include "dossier/open.h"
#include "unit.h"

// Writes the text with a bar at every place where a word may begin or end.
START_TEST(words_have_bounds)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"a", "a"},
        {"Etorofu2", "Etorofu2"},
        {"Etorofu's", "Etorofu|'|s"},
        {"Kunashiri-Etorofu", "Kunashiri|-|Etorofu"},
        {"an island.", "an| |island|."},
        {"\u0418\u0442\u0443\u0440\u0443\u043f\u0430", "\u0418\u0442\u0443\u0440\u0443\u043f\u0430"},
        {"e\u0301te\u0301s", "e\u0301te\u0301s"},
        {"x\u0327", "x\u0327"},
        {"\u00ab\u00e9t\u00e9\u00bb", "\u00ab|\u00e9t\u00e9|\u00bb"},
        {"\u62e9\u6349\u5cf6", "\u62e9|\u6349|\u5cf6"},
        {"\u62e9\u6349Iturup", "\u62e9|\u6349|Iturup"},
        {"\u30a4\u30c8\u30a5", "\u30a4|\u30c8|\u30a5"},
        {"\ucfe0\ub9b4\uc740", "\ucfe0|\ub9b4|\uc740"},
        {"\u0e01\u0e38\u0e02", "\u0e01\u0e38|\u0e02"},
        {"a\u200bb", "a|\u200b|b"},
        {"a\u200db", "a\u200db"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str text = str_of(cases[i].text);
        Buffer out = {0};
        for (size_t at = 0; at < text.len; at++) {
            if (at && bounds_word(text, at))
                buffer_add_byte(&out, '|');
            buffer_add_byte(&out, text.at[at]);
        }
        char *found = buffer_steal(&out);
        ck_assert_str_eq(found, cases[i].expected);
        ck_assert(bounds_word(text, 0) && bounds_word(text, text.len));
        free(found);
    }
}
END_TEST

static const char records[] =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\nTopic: t\nTitle: Islands\n\n"
    "Name: iturup\nsu: Iturup; \u0418\u0442\u0443\u0440\u0443\u043f\njp: Etorofu; \u62e9\u6349\n\n"
    "Name: kunashir\nsu: Kunashir\njp: Kunashiri; \u56fd\u5f8c\n\n"
    "Name: kuriles\nsu: Kuril; Kuril Islands\njp: Chishima\n\n"
    "Name: south\nsu: Kuril Islands of the South; E\u0301te\u0301\njp: Minami\n\n"
    "Round: r\nTitle: R\nDate: 1955\n\n";

static Dossier *open_records(void)
{
    MemoryFile file = {"d.dip", str_of(records)};
    return dossier_open_memory(&file, 1);
}

// Names stand in brackets.
static const struct {
    const char *text, *expected;
} cases[] = {
    {"Etorofu2 and Iturup", "Etorofu2 and [Iturup]"},
    {"Etorofu's shore", "[Etorofu]'s shore"},
    {"(Kunashiri-Etorofu)", "([Kunashiri]-[Etorofu])"},
    {"xEtorofu, Etorofux", "xEtorofu, Etorofux"},
    {"\u62e9\u6349\u5cf6\u3068\u56fd\u5f8c\u5cf6", "[\u62e9\u6349]\u5cf6\u3068[\u56fd\u5f8c]\u5cf6"},
    {"\u0418\u0442\u0443\u0440\u0443\u043f, \u0418\u0442\u0443\u0440\u0443\u043f\u0430",
     "[\u0418\u0442\u0443\u0440\u0443\u043f], \u0418\u0442\u0443\u0440\u0443\u043f\u0430"},
    {"Kuril, Kuril Islands, Kuril Islands of the South",
     "[Kuril], [Kuril Islands], [Kuril Islands of the South]"},
    {"Kuril Islands of the Southern sea, Kuril Islandsx",
     "[Kuril Islands] of the Southern sea, [Kuril] Islandsx"},
    {"Kunashir and Kunashiri", "[Kunashir] and [Kunashiri]"},
    {"l'\u00c9t\u00e9", "l'[\u00c9t\u00e9]"},
    {"Iturup\u0327", "Iturup\u0327"},
    {"", ""},
};

START_TEST(names_stand_as_words)
{
    Dossier *d = open_records();
    Names *names = names_new(d);
    Str text = str_of(cases[_i].text);
    Buffer out = {0};
    NameFound found = {0};
    size_t done = 0;
    while (names_next(names, text, found.to, &found)) {
        buffer_add(&out, str_slice(text, done, found.from));
        buffer_addf(&out, "[%.*s]", (int)(found.to - found.from), text.at + found.from);
        done = found.to;
    }
    buffer_add(&out, str_slice(text, done, text.len));
    char *marked = buffer_steal(&out);
    ck_assert_str_eq(marked, cases[_i].expected);
    free(marked);
    names_free(names);
    dossier_close(d);
}
END_TEST

// What is typed is found anywhere, another name for it as a word of its own.
START_TEST(search_finds_other_names_as_words)
{
    static const struct {
        const char *query, *text;
        size_t from; // SIZE_MAX: not found
    } searches[] = {
        {"iturup", "Etorofu2, Etorofu", 10}, {"iturup", "Etorofu's", 0},
        {"iturup", "Etorofu2", SIZE_MAX},    {"etorofu", "Etorofu2", 0},
        {"etorofu", "Iturups", SIZE_MAX},    {"iturup", "\u5317\u62e9\u6349\u5cf6", 3},
        {"iturup", "Eto-\nrofu2", SIZE_MAX},
    };
    Dossier *d = open_records();
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        Error error;
        Query *query = query_new(d, str_of(searches[i].query), false, true, &error);
        Match match = {SIZE_MAX, 0};
        query_match(query, str_of(searches[i].text), 0, &match);
        ck_assert_msg(match.from == searches[i].from, "%s in %s", searches[i].query, searches[i].text);
        query_free(query);
    }
    dossier_close(d);
}
END_TEST

START_TEST(lens_card_and_search_agree)
{
    Buffer text = {0};
    buffer_addf(&text, "%s@ jp\n[1] Etorofu2 has no name, Kunashiri has.\n{topics: t}\n", records);
    char *whole = buffer_steal(&text);
    open_text(whole);
    work();
    type("#");
    shows("Etorofu2 has no name, Kunashiri [Kunashir]");
    type("/iturup\r");
    says("not found");
    type("Ui");
    shows("Kunashir (S) / Kunashiri (J)");
    hides("Iturup (S)");
    close_reader();
    free(whole);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("names");
    TCase *tests = tcase_create("names");
    tcase_add_test(tests, words_have_bounds);
    tcase_add_loop_test(tests, names_stand_as_words, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tests, search_finds_other_names_as_words);
    tcase_add_test(tests, lens_card_and_search_agree);
    suite_add_tcase(suite, tests);
    return suite;
}
