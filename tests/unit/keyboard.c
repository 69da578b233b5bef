// SPDX-License-Identifier: MIT
// From bytes to presses, however the bytes arrive.
#include "tui/keyboard.h"

#include <locale.h>
#include <string.h>

#include "unit.h"

static Keyboard keyboard;

static void make_keyboard(void)
{
    keyboard = (Keyboard){0};
    keyboard_bind(&keyboard, str_of("\033[A"), PRESS_UP);
    keyboard_bind(&keyboard, str_of("\033OP"), PRESS_F1);
    keyboard_bind(&keyboard, str_of("\033[5~"), PRESS_PAGE_UP);
    keyboard_bind(&keyboard, str_of("\033[[A"), PRESS_F1);
    keyboard_bind(&keyboard, str_of("\033[200~"), PRESS_PASTE_BEGIN);
    keyboard_bind(&keyboard, str_of("\033[201~"), PRESS_PASTE_END);
    keyboard_bind(&keyboard, str_of(""), PRESS_HOME);
}

static void free_keyboard(void)
{
    keyboard_free(&keyboard);
}

static void feed(const char *bytes, size_t len)
{
    keyboard_feed(&keyboard, (Str){bytes, len}, 0);
}

static Press take(void)
{
    return keyboard_take(&keyboard, false, true, 0);
}

typedef struct Typed {
    const char *bytes;
    Press presses[8]; // ends with 0
} Typed;

static const Typed typed[] = {
    {"ne", {'n', 'e'}},
    {"n\xc3\xa9", {'n', 0xE9}},
    {"\xe6\x8a\x9e\xf0\x9f\x87\xa6", {0x629E, 0x1F1E6}},
    {"\xc3n", {0xFFFD, 'n'}},
    {"\xe6\x8an", {0xFFFD, 'n'}},
    {"\xffz\x80", {0xFFFD, 'z', 0xFFFD}},
    {"\xc3\033[A", {0xFFFD, PRESS_UP}},
    {"\033[A\033OPj", {PRESS_UP, PRESS_F1, 'j'}},
    {"\033[5~\033[[A", {PRESS_PAGE_UP, PRESS_F1}},
    {"\033[1;5Aj\033[15~k", {PRESS_OTHER, 'j', PRESS_OTHER, 'k'}},
    {"\033OQ\033[[Bj", {PRESS_OTHER, PRESS_OTHER, 'j'}},
    {"\033j", {PRESS_ESCAPE, 'j'}},
    {"\033\033[A", {PRESS_ESCAPE, PRESS_UP}},
    {"\033[\002j", {PRESS_OTHER, 2, 'j'}},
    {"\r\n\t\x7f", {PRESS_ENTER, PRESS_ENTER, PRESS_TAB, PRESS_DELETE}},
    {"a\033[200~bc\033[201~d", {'a', 'b', 'c', 'd'}},
    {"\033[200~b\rQ\nQ\033[201~d", {'b', 'd'}},
    {"\033[200~\033OPQ\033[A\033[201~d", {'d'}},
    {"\033[200~a\x7fQ\033[201~d", {'a', 'd'}},
    {"\033[200~\xc3\033[201~d", {0xFFFD, 'd'}},
    {"\033[200~\xc3\xa9\033[201~", {0xE9}},
    {"\033[201~d", {'d'}},
};

// All at once, a byte at a time with nothing in between, and cut in two at each place.
START_TEST(presses_come_however_their_bytes_arrive)
{
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        size_t len = strlen(typed[i].bytes);
        for (size_t cut = 0; cut <= len; cut++) {
            size_t got = 0;
            Press press;
            for (size_t at = 0; at < len;) {
                size_t more = cut == len ? 1 : at == 0 && cut ? cut : len - at;
                feed(typed[i].bytes + at, more);
                at += more;
                while ((press = take()) != PRESS_NONE) {
                    ck_assert_msg(press == typed[i].presses[got], "%zu: cut at %zu: press %zu is %x", i, cut,
                                  got, press);
                    got++;
                }
            }
            ck_assert_msg(typed[i].presses[got] == 0, "%zu: cut at %zu: %zu presses", i, cut, got);
            ck_assert(keyboard_is_empty(&keyboard));
        }
    }
}
END_TEST

START_TEST(a_character_waits_for_its_bytes_for_ever)
{
    feed("\xe6", 1);
    ck_assert_int_eq(keyboard_patience(&keyboard, 50), -1);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 99999), PRESS_NONE);
    feed("\x8a", 1);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 99999), PRESS_NONE);
    feed("\x9e", 1);
    ck_assert_uint_eq(take(), 0x629E);
}
END_TEST

START_TEST(a_lone_escape_comes_after_its_delay)
{
    feed("\033", 1);
    ck_assert_uint_eq(take(), PRESS_NONE);
    ck_assert_int_eq(keyboard_patience(&keyboard, 50), 50);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 0), PRESS_ESCAPE);
    ck_assert_int_eq(keyboard_patience(&keyboard, 50), -1);
    feed("j", 1);
    ck_assert_uint_eq(take(), 'j');
}
END_TEST

START_TEST(what_is_late_behind_an_escape_is_no_typing)
{
    feed("\033", 1);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 1000), PRESS_ESCAPE);
    keyboard_feed(&keyboard, str_of("["), 1200);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, true, 1200), PRESS_NONE);
    ck_assert_int_eq(keyboard_patience(&keyboard, 50), KEYBOARD_LATE);
    keyboard_feed(&keyboard, str_of("A"), 1900);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, true, 1900), PRESS_UNESCAPE);
    keyboard_feed(&keyboard, str_of("b"), 9000);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, true, 9000), PRESS_UP);
    ck_assert_uint_eq(take(), 'b');
    ck_assert_uint_eq(take(), PRESS_NONE);
}
END_TEST

START_TEST(what_is_typed_behind_an_escape_is_typing)
{
    feed("\033", 1);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 1000), PRESS_ESCAPE);
    keyboard_feed(&keyboard, str_of("["), 1200);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, true, 1200), PRESS_NONE);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 2200), '[');
    feed("\033", 1);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 3000), PRESS_ESCAPE);
    keyboard_feed(&keyboard, str_of("["), 3000 + KEYBOARD_LATE + 1);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, true, 5000), '[');
}
END_TEST

START_TEST(a_paste_is_taken_where_it_is_wanted)
{
    feed("\033[200~Q\033[201~j", 14);
    ck_assert_uint_eq(keyboard_take(&keyboard, false, false, 0), 'j');
    ck_assert_uint_eq(take(), PRESS_NONE);
}
END_TEST

START_TEST(the_longest_sequence_counts)
{
    keyboard_bind(&keyboard, str_of("ab"), PRESS_HOME);
    keyboard_bind(&keyboard, str_of("abc"), PRESS_END);
    feed("ab", 2);
    ck_assert_uint_eq(take(), PRESS_NONE);
    ck_assert_uint_eq(keyboard_take(&keyboard, true, true, 0), PRESS_HOME);
    feed("abcabd", 6);
    ck_assert_uint_eq(take(), PRESS_END);
    ck_assert_uint_eq(take(), PRESS_HOME);
    ck_assert_uint_eq(take(), 'd');
}
END_TEST

START_TEST(characters_are_the_locale_s)
{
    static const struct {
        const char *locale, *bytes;
        size_t len;
        Press press;
    } others[] = {
        {"ja_JP.EUC-JP", "\xc2\xf2", 2, 0x629E}, {"ru_RU.KOI8-R", "\xc9", 1, 0x438}, {"C", "a", 1, 'a'}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (!setlocale(LC_ALL, others[i].locale))
            continue; // not installed here; tests/locales.sh makes them
        for (size_t at = 0; at < others[i].len; at++) {
            ck_assert_uint_eq(take(), PRESS_NONE);
            feed(others[i].bytes + at, 1);
        }
        ck_assert_uint_eq(take(), others[i].press);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("keyboard");
    TCase *tests = tcase_create("keyboard");
    tcase_add_checked_fixture(tests, make_keyboard, free_keyboard);
    tcase_add_test(tests, presses_come_however_their_bytes_arrive);
    tcase_add_test(tests, a_character_waits_for_its_bytes_for_ever);
    tcase_add_test(tests, a_lone_escape_comes_after_its_delay);
    tcase_add_test(tests, what_is_late_behind_an_escape_is_no_typing);
    tcase_add_test(tests, what_is_typed_behind_an_escape_is_typing);
    tcase_add_test(tests, a_paste_is_taken_where_it_is_wanted);
    tcase_add_test(tests, the_longest_sequence_counts);
    tcase_add_test(tests, characters_are_the_locale_s);
    suite_add_tcase(suite, tests);
    return suite;
}
