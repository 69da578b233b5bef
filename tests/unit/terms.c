// SPDX-License-Identifier: MIT
// What a search asks of passages beside their words: who speaks, what it does, what it is about.
#include <stdlib.h>
#include <string.h>

#include "diptych/likeness.h"
#include "diptych/search.h"
#include "dossier/open.h"
#include "unit.h"

static const char text[] =
    "Dossier: d\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\n"
    "Party: jp\nTitle: Japan\n\n"
    "Person: kuriyama\nTitle: Takakazu Kuriyama\nParty: jp\n\n"
    "Person: sato-a\nTitle: Akira Sato\nParty: jp\n\n"
    "Person: sato-b\nTitle: Boris Sato\nParty: su\n\n"
    "Topic: war\nTitle: The war\n\n"
    "Topic: yalta\nTitle: Yalta agreement, 1945\nParent: war\nDate: 1945\n\n"
    "Topic: fish\nTitle: Fishing, and whales\nWords: salmon\n\n"
    "Round: a\nTitle: First talk\nDate: 1955\n\n"
    "@ kuriyama\n[1] One word.\n{act: concedes; topics: yalta}\n[2] Two words.\n{act: offers; to: public}\n\n"
    "@ su\n[3] Three words.\n{act: demands; topics: fish; distorted: 1}\n[4] Four: words.\n{status: "
    "omitted}\n\n"
    "@\n[5] Five words.\n\n"
    "Account: a/memoir\nTitle: His memoir\n\n"
    "@ su + jp\n[1] Joint words.\n{topics: fish}\n\n"
    "Round: b\nTitle: Second talk\nDate: 1956\nStatus: reported\n\n"
    "@ sato-a\n[1] Old words.\n{act: concedes; elsewhere: a}\n\n"
    "@ sato-b\n[2] New words.\n{status: narration}\n\n"
    "Layer: l\nFor: d\nBy: me\n\n"
    "On: b.2\nTopics: yalta\nOverstated: b.1\n\n";

static Dossier *dossier;

static void open_dossier(void)
{
    MemoryFile file = {"d.dip", str_of(text)};
    dossier = dossier_open_memory(&file, 1);
}

static void close_dossier(void)
{
    dossier_close(dossier);
}

// The references of all hits, by what the skim has or by what is read.
static char *find(const char *line, bool regex, bool skimmed, bool at_hand)
{
    Error error = {""};
    Buffer out = {0};
    Skim *skim = skim_new(dossier);
    Query *query = query_new(dossier, str_of(line), regex, false, &error);
    ck_assert_msg(query != NULL, "%s: %s", line, error.text);
    for (uint32_t i = 0; i < dossier->account_count && at_hand; i++)
        dossier_speech(dossier, i);
    if (!at_hand)
        dossier_trim(dossier, 0);
    while (skimmed && skim_step(skim, 0))
        continue;
    Search *search = search_new(dossier, skimmed || at_hand ? skim : NULL, query, 1);
    while (search_step(search, 0))
        continue;
    for (size_t i = 0; i < search_count(search); i++) {
        const Hit *hit = search_hit(search, i);
        buffer_add_text(&out, i ? " " : "");
        passage_reference_add(dossier, &out, hit->passage.account, hit->number);
        buffer_add_text(&out, hit->narrated ? "-" : hit->joint ? "+" : "");
    }
    buffer_addf(&out, " su %zu jp %zu", search_count_of(search, 0), search_count_of(search, 1));
    search_free(search);
    skim_free(skim);
    return buffer_steal(&out);
}

START_TEST(terms_alone_and_with_words_in_any_order)
{
    static const struct {
        const char *line, *hits;
    } cases[] = {
        {"act:concedes", "a.1 b.1 su 0 jp 2"},
        {"act:concedes,offers", "a.1 a.2 b.1 su 0 jp 3"},
        {"act:concedes ACT:offers", "a.1 a.2 b.1 su 0 jp 3"},
        {"act: concedes", "a.1 b.1 su 0 jp 2"},
        {"act:concedes old", "b.1 su 0 jp 1"},
        {"old act:concedes", "b.1 su 0 jp 1"},
        {"old act:concedes words", "b.1 su 0 jp 1"},
        {"status:omitted", "a.4 su 1 jp 0"},
        {"status:narration", "a.5- b.2- su 0 jp 0"},
        {"status:reported", "b.1 su 0 jp 1"}, // as its record says
        {"to:public", "a.2 su 0 jp 1"},
        {"topic:fish", "a.3 a/memoir.1+ su 2 jp 1"},
        {"topic:salmon", "a.3 a/memoir.1+ su 2 jp 1"},
        {"topic:\"Fishing, and whales\"", "a.3 a/memoir.1+ su 2 jp 1"},
        {"topic:war", "a.1 b.2- su 0 jp 1"}, // and what is below it, and what layers say
        {"topic:1945", "a.1 b.2- su 0 jp 1"},
        {"topic:war,fish", "a.1 a.3 a/memoir.1+ b.2- su 2 jp 2"},
        {"topic:war act:asserts", "b.2- su 0 jp 0"},
        {"round:b", "b.1 b.2- su 0 jp 1"},
        {"round:1955", "a.1 a.2 a.3 a.4 a.5- a/memoir.1+ su 3 jp 3"},
        {"round:a/memoir", "a/memoir.1+ su 1 jp 1"},
        {"round:\"second talk\" new", "b.2- su 0 jp 0"},
        {"verdict:distorted", "a.3 su 1 jp 0"},
        {"verdict:elsewhere,overstated", "b.1 b.2- su 0 jp 1"},
        {"Japan:", "a.1 a.2 a/memoir.1+ b.1 su 1 jp 4"},
        {"jp: word", "a.1 a.2 a/memoir.1+ b.1 su 1 jp 4"},
        {"USSR: joint", "a/memoir.1+ su 1 jp 1"},
        {"soviet union: three", "a.3 su 1 jp 0"},
        {"act:demands Soviet Union: three", "a.3 su 1 jp 0"},
        {"three \"soviet union\":", "a.3 su 1 jp 0"},
        {"three Japan:", " su 0 jp 0"},
        {"su: jp: three", "a.3 su 1 jp 0"},
        {"Kuriyama:", "a.1 a.2 su 0 jp 2"},
        {"Kuriyama: act:offers two", "a.2 su 0 jp 1"},
        {"Sato:", "b.1 b.2- su 0 jp 1"}, // both of that name
        {"Sato: Japan:", "b.1 su 0 jp 1"},
        {"four: words", "a.4 su 1 jp 0"}, // a colon in a text
        {"\\act:concedes", " su 0 jp 0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int way = 0; way < 8; way++) {
            char *found = find(cases[i].line, way & 4, way & 1, way & 2);
            const bool escaped = cases[i].line[0] == '\\' && way & 4;
            ck_assert_msg(escaped || !strcmp(found, cases[i].hits), "%s (%d): %s", cases[i].line, way, found);
            free(found);
        }
}
END_TEST

START_TEST(words_keep_their_blanks_and_quotes)
{
    static const struct {
        const char *line, *words, *doubt;
    } cases[] = {
        {" two  words ", "two  words", ""},
        {"two  act:asks  words", "two words", ""},
        {"\"a act:b\" c", "\"a act:b\" c", ""},
        {"\"a act:asks", "\"a", ""},
        {"\\act:asks b", "act:asks b", ""},
        {"\\n: b", "\\n: b", ""},
        {"acts:asks b", "acts:asks b", "act:"},
        {"Jpan: b", "Jpan: b", "Japan:"},
        {"10:30 and http://x :y", "10:30 and http://x :y", ""},
        {"japan", "japan", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer words = {0}, doubt = {0};
        Terms terms;
        Error error = {""};
        ck_assert_msg(terms_take(dossier, str_of(cases[i].line), false, &terms, &words, &doubt, &error), "%s",
                      error.text);
        ck_assert_msg(str_equal(buffer_str(&words), str_of(cases[i].words)), "%s: %.*s", cases[i].line,
                      (int)words.len, words.bytes);
        ck_assert_msg(str_equal(buffer_str(&doubt), str_of(cases[i].doubt)), "%s: %.*s", cases[i].line,
                      (int)doubt.len, doubt.bytes);
        terms_free(&terms);
        buffer_free(&words);
        buffer_free(&doubt);
    }
}
END_TEST

START_TEST(unknown_values_say_which_is_nearest)
{
    static const struct {
        const char *line, *error;
    } cases[] = {
        {"act:conceeds", "no such act; the nearest is concedes (of asserts, "},
        {"act:xyzzy", "one of asserts, proposes"},
        {"act:concede", "the nearest is concedes"},
        {"x act:", "what follows is missing: one of asserts"},
        {"act:asks,", "what follows is missing"},
        {"status:omited x", "the nearest is omitted"},
        {"verdict:distortd", "the nearest is distorted"},
        {"to:publik", "no such addressee; the nearest is public"},
        {"topic:jalta", "no such topic; the nearest is yalta (Yalta agreement, 1945)"},
        {"topic:xyzzy", "no such topic; TAB"},
        {"topic:", "the name of a topic"},
        {"round:secund", "the nearest is b (Second talk)"},
        {"round:1999", "no such round"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Error error = {""};
        ck_assert_ptr_null(query_new(dossier, str_of(cases[i].line), false, false, &error));
        ck_assert_msg(strstr(error.text, cases[i].error), "%s: %s", cases[i].line, error.text);
    }
}
END_TEST

// However long a line is and however many colons it has, it is taken apart in a moment.
START_TEST(long_lines_are_words)
{
    Buffer line = {0};
    Error error;
    for (int i = 0; i < 20000; i++)
        buffer_add_text(&line, "x: act:y \"");
    Query *query = query_new(dossier, buffer_str(&line), false, false, &error);
    ck_assert_ptr_null(query); // the first act: is one
    buffer_clear(&line);
    for (int i = 0; i < 20000; i++)
        buffer_add_text(&line, "x: zz:y \"");
    query = query_new(dossier, buffer_str(&line), false, false, &error);
    ck_assert_ptr_nonnull(query);
    query_free(query);
    buffer_free(&line);
}
END_TEST

START_TEST(likeness_counts_letters)
{
    static const struct {
        const char *a, *b;
        size_t limit, distance;
    } cases[] = {
        {"", "", 3, 0},
        {"a", "", 3, 1},
        {"", "abc", 3, 3},
        {"abc", "abc", 0, 0},
        {"abc", "acb", 3, 1},
        {"abc", "abd", 3, 1},
        {"abc", "xyz", 1, 2},
        {"kitten", "sitting", 9, 3},
        {"ca", "abc", 9, 3},
        {"\u044f\u043b", "\u043b\u044f", 3, 1},
        {"conceeds", "concedes", 2, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_uint_eq(likeness_distance(str_of(cases[i].a), str_of(cases[i].b), cases[i].limit),
                          cases[i].distance);
        ck_assert_uint_eq(likeness_distance(str_of(cases[i].b), str_of(cases[i].a), cases[i].limit),
                          cases[i].distance);
    }
    char longest[LIKENESS_LETTERS + 1];
    memset(longest, 'a', sizeof longest);
    Str full = {longest, LIKENESS_LETTERS}, over = {longest, sizeof longest};
    ck_assert_uint_eq(likeness_distance(full, str_slice(full, 1, full.len), 5), 1);
    ck_assert_uint_eq(likeness_distance(over, full, 5), 6);
    ck_assert_uint_eq(likeness_distance(over, over, 5), 0);
    ck_assert_uint_eq(likeness_limit(str_of("ab")), 0);
    ck_assert_uint_eq(likeness_limit(str_of("abc")), 1);
    ck_assert_uint_eq(likeness_limit(str_of("\u044f\u044f\u044f\u044f\u044f\u044f")), 2);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("terms");
    TCase *tests = tcase_create("terms");
    tcase_add_checked_fixture(tests, open_dossier, close_dossier);
    tcase_add_test(tests, terms_alone_and_with_words_in_any_order);
    tcase_add_test(tests, words_keep_their_blanks_and_quotes);
    tcase_add_test(tests, unknown_values_say_which_is_nearest);
    tcase_add_test(tests, long_lines_are_words);
    tcase_add_test(tests, likeness_counts_letters);
    suite_add_tcase(suite, tests);
    return suite;
}
