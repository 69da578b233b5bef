// SPDX-License-Identifier: MIT
// What was meant by a word that is nearly right.
#include "diptych/spelling.h"

#include <stdio.h>
#include <stdlib.h>

#include "diptych/memory.h"
#include "unit.h"

static const char *const few[] = {"yalta-1945", "shimoda-1855", "north", "northern",
                                  "minutes",    "to",           "asks",  "acts"};

static const struct {
    const char *typed, *meant;
} cases[] = {
    {"yalta-1945", "yalta-1945"},
    {"Yalta_1945", "yalta-1945"},
    {"yatla-1945", "yalta-1945"},
    {"yalta-194", "yalta-1945"},
    {"yalta-19455", "yalta-1945"},
    {"yalta-1845", "yalta-1945"},
    {"minuets", "minutes"},
    {"shimoda", "shimoda-1855"}, // the only one that begins so
    {"nort", "north"},
    {"nor", ""}, // two begin so
    {"ask", "asks"},
    {"aots", "acts"},
    {"ot", ""}, // too short
    {"geneva", ""},
    {"", ""},
};

static void check(size_t others)
{
    Spelling *spelling = spelling_new();
    char(*names)[16] = mem_new(others, sizeof *names);
    for (size_t i = 0; i < sizeof few / sizeof *few; i++)
        spelling_add(spelling, str_of(few[i]));
    for (size_t i = 0; i < others; i++) {
        snprintf(names[i], sizeof names[i], "%05zu-thing", i * 7919 % 100000);
        spelling_add(spelling, str_of(names[i]));
    }
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Str found = spelling_find(spelling, str_of(cases[i].typed));
        ck_assert_msg(str_equal(found, str_of(cases[i].meant)), "%s is %.*s", cases[i].typed, (int)found.len,
                      found.at);
    }
    spelling_free(spelling);
    free(names);
}

START_TEST(near_words_are_found)
{
    check(0);
}
END_TEST

START_TEST(near_words_are_found_among_many)
{
    check(10000);
}
END_TEST

START_TEST(words_that_are_too_long_are_never_found)
{
    static const char long_one[] =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    Spelling *spelling = spelling_new();
    spelling_add(spelling, str_of(long_one));
    ck_assert_uint_eq(spelling_find(spelling, str_of(long_one + 1)).len, 0);
    spelling_free(spelling);
}
END_TEST

START_TEST(two_words_are_near_each_other)
{
    ck_assert(spelling_is_near(str_of("Titel"), str_of("Title")));
    ck_assert(spelling_is_near(str_of("titles"), str_of("Title")));
    ck_assert(!spelling_is_near(str_of("Date"), str_of("Title")));
    ck_assert(!spelling_is_near(str_of("At"), str_of("By")));
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("spelling");
    TCase *tests = tcase_create("spelling");
    tcase_add_test(tests, near_words_are_found);
    tcase_add_test(tests, near_words_are_found_among_many);
    tcase_add_test(tests, words_that_are_too_long_are_never_found);
    tcase_add_test(tests, two_words_are_near_each_other);
    suite_add_tcase(suite, tests);
    return suite;
}
