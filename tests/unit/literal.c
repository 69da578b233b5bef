// SPDX-License-Identifier: MIT
// What every match of a regular expression must hold, and that nothing is missed for it.
#include "find/literal.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/visible.h"
#include "find/pattern.h"
#include "unit.h"

START_TEST(the_longest_run_outside_of_groups_counts)
{
    static const struct {
        const char *pattern, *literal; // null: none is known
    } cases[] = {
        {"lantern +keep[a-z]+", "lantern"},
        {"a lantern", "lantern"},
        {"^treaty$", "treaty"},
        {"treat(y|ies) of peace", "treat"},
        {"(?:north|south)ern border", "border"},
        {"(a(b)c) lantern", "lantern"},
        {"[(] lantern", "lantern"},
        {"[]a] lantern", "lantern"},
        {"[^]a] lantern", "lantern"},
        {"lanter\\w", "lanter"},
        {"\\(lantern\\)", "lantern"},
        {"lanterns?", "lantern"},
        {"lantern*s", "lanter"},
        {"lan+tern", "tern"},
        {"la+?ntern", "ntern"},
        {"(lantern)? lit", "lit"},
        {"хранители +фон[а-я]+", "хранители"},
        {"灯塔.看守人", "看守人"},
        {"φύλακες", "λακες"},
        {"phaéton", "pha"},
        {"ταινία", "τα"},
        {"", NULL},
        {"a", NULL},
        {"a.b.c", NULL},
        {"lantern|keeper", NULL},
        {"(?i)lantern", NULL},
        {"(?x) lan tern", NULL},
        {"lantern(?# words)", NULL},
        {"(*UTF)lantern", NULL},
        {"\\Qlantern\\E", NULL},
        {"\\x41lantern", NULL},
        {"(lantern)\\1", NULL},
        {"lantern{0}", NULL},
        {"lantern{2}", NULL},
        {"[[:alpha:]]lantern", NULL},
        {"(lantern", NULL},
        {"[lantern", NULL},
        {"lantern\\", NULL},
        {"がぎ", NULL},
        {"\u0301\u0302", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer out = {0};
        const bool known = literal_add(&out, str_of(cases[i].pattern));
        ck_assert_msg(known == (cases[i].literal != NULL) &&
                          str_equal(buffer_str(&out), str_of(known ? cases[i].literal : "")),
                      "%s: %.*s", cases[i].pattern, (int)out.len, out.bytes);
        buffer_free(&out);
    }
}
END_TEST

static unsigned next_random(unsigned *state, unsigned below)
{
    *state = *state * 1103515245u + 12345u;
    return (*state >> 16) % below;
}

static void add_random(Buffer *out, unsigned *state, const char *const *pieces, size_t count)
{
    for (unsigned i = 1 + next_random(state, 8); i > 0; i--)
        buffer_add_text(out, pieces[next_random(state, (unsigned)count)]);
}

START_TEST(nothing_that_a_pattern_matches_is_missed)
{
    static const char *const syntax[] = {"a",  "b",   "kS",  "1",   "ж",   "Ж",     "σ",     "灯",  "+",
                                         "*",  "?",   ".",   "(a",  ")",   "(?:bк", "[a-ж]", "[^a", "]",
                                         "|",  "^",   "\\b", "\\w", "é",   "\\.",   "K",     "ss",  "ф+",
                                         "()", "{2}", "ι",   "か",  "\\d", " "};
    static const char *const pieces[] = {"a",       "B",      "\u212A", "\u017F",   "s",        "1", "²",
                                         "ж",       "Ж",      "Σ",      "ς",        "灯",       "é", "A",
                                         "e\u0301", "\u00AD", "ﬁ",      "ß",        "ф",        " ", "-",
                                         "ᾳ",       "Ι",      "\u0345", "か\u3099", "ab\u0301", "к"};
    unsigned state = 5;
    size_t matched = 0;
    for (int round = 0; round < 60000; round++) {
        Buffer pattern = {0}, raw = {0}, text = {0};
        Error error;
        Match match;
        add_random(&pattern, &state, syntax, sizeof syntax / sizeof *syntax);
        add_random(&raw, &state, pieces, sizeof pieces / sizeof *pieces);
        visible_add(&text, buffer_str(&raw), false);
        Pattern *made = pattern_new(buffer_str(&pattern), &error);
        if (made && pattern_match(made, buffer_str(&text), 0, &match)) {
            matched++;
            ck_assert_msg(pattern_might_match(made, buffer_str(&raw)), "%.*s in %.*s", (int)pattern.len,
                          pattern.bytes, (int)raw.len, raw.bytes);
        }
        pattern_free(made);
        buffer_free(&pattern);
        buffer_free(&raw);
        buffer_free(&text);
    }
    ck_assert_uint_gt(matched, 2000);
}
END_TEST

START_TEST(what_cannot_match_is_passed_over)
{
    Error error;
    Pattern *pattern = pattern_new(str_of("lantern +keep[a-z]+"), &error);
    ck_assert(!pattern_might_match(pattern, str_of("a lamp and its keepers, and much more of the kind")));
    ck_assert(pattern_might_match(pattern, str_of("the LANTERN and its keepers")));
    pattern_free(pattern);
    pattern = pattern_new(str_of("lamp|lantern"), &error);
    ck_assert(pattern_might_match(pattern, str_of("nothing of it")));
    pattern_free(pattern);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("literal");
    TCase *tests = tcase_create("literal");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_longest_run_outside_of_groups_counts);
    tcase_add_test(tests, nothing_that_a_pattern_matches_is_missed);
    tcase_add_test(tests, what_cannot_match_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
