// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/script.h"
#include "diptych/sift.h"
#include "diptych/visible.h"
#include "text/changing.h"
#include "text/foldtable.h"
#include "text/utf8.h"
#include "unit.h"

static bool might_match(const char *phrase, unsigned keep, Str raw)
{
    Sift *sift = sift_new(str_of(phrase), keep);
    const bool result = sift_might_match(sift, raw);
    sift_free(sift);
    return result;
}

START_TEST(the_longest_word_decides)
{
    static const struct {
        const char *phrase;
        unsigned keep;
        const char *raw;
        bool result;
    } cases[] = {
        {"", 0, "", true},
        {" ' ", 0, "", true},
        {"shimoda", 0, "", false},
        {"shimoda", 0, "The Treaty of SHIMODA, 1855", true},
        {"shimoda", 0, "Shimod a and more than a block of bytes", false},
        {"shimoda", 0, "more than a block of bytes, and then more, and at the very end Shimoda", true},
        {"shimoda treaty", 0, "shimoda\r\n\r\nshimod", true},
        {"shimoda", FOLD_KEEP_CASE, "SHIMODA", false},
        {"Shimoda", FOLD_KEEP_CASE, "at Shimoda", true},
        {"tokyo", 0, "in Tōkyō, at night and in all the parks", true},
        {"tokyo", FOLD_KEEP_ACCENTS, "in Tōkyō, at night and in all the parks", false},
        {"tōkyō", FOLD_KEEP_ACCENTS, "in To\u0304kyo\u0304, at night and in all the parks", true},
        {"cooperate", 0, "co\u00ADop\u200Derate", true},
        {"kelvin", 0, "300 \u212Aelvin", true},
        {"l'ete", 0, "l’e\u0301te", true},
        {"итуруп", 0, "остров ИТУРУП", true},
        {"итуруп", 0, "остров Иту руп", false},
        {"еще", 0, "и ещё раз", true},
        {"еще", 0, "и е\u0301ще раз", true},
        {"択捉島", 0, "択捉島", true},
        {"択捉島", 0, "択\r\n捉  \n# a comment\n\\島", true},
        {"択捉島", 0, "択捉\n\n島", false},
        {"択捉島", 0, "択捉と島", false},
        {"한", 0, "\u1112\u1161\u11AB", true},
        {"한", 0, "하", false},
        {"ダレス", 0, "x ﾀﾞﾚｽ", true},
        {"アダ", 0, "ｱﾀﾞ", true},
        {"が", 0, "か\u3099", true},
        {"か", 0, "が", false},
        {"office", 0, "the oﬃce of more than a block of bytes", true},
        {"strasse", 0, "Die Straße", true},
        {"≠≠", 0, "=\u0338≠", true},
        {"negotiation", 0, "a negoti-\nation of words", true},
        {"negotiation", 0, "a negoti-  \r\n# a comment\nation of words", true},
        {"negotiation", 0, "énegoti-\nation of words", true},
        {"negotiation", 0, "a negoti-\n\nation of words", false},
        {"negotiation", 0, "a negoti- ation of words", true},
        {"negotiation", 0, "a negoti\u2010\nation of words", true},
        {"переговоры", 0, "о пере-\nговоры", true},
        {"переговоры", 0, "о пере-\nговоре", false},
        {"co\u2010operation", FOLD_KEEP_QUOTES, "co\u2010\noperation", true},
        {"u+001b", 0, "a\x1b", true},
        {"\uFFFDb", 0,
         "a\xff"
         "B",
         true},
        {"\u8C48", 0, "\uF900", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(might_match(cases[i].phrase, cases[i].keep, str_of(cases[i].raw)) == cases[i].result,
                      "%zu: %s", i, cases[i].phrase);
}
END_TEST

static unsigned next_random(unsigned *state, unsigned below)
{
    *state = *state * 1103515245u + 12345u;
    return (*state >> 16) % below;
}

// The bytes of a text as they may stand in a file.
static void add_random_raw(Buffer *out, unsigned *state)
{
    static const char *const pieces[] = {"a",        "b",        "K",      "e",      "é",
                                         "e\u0301",  "\u0301",   "\u00AD", "\u200D", "択",
                                         "捉",       "か\u3099", "が",     "ё",      "и",
                                         "и\u0306",  "К",        "\u212A", "한",     "\u1112\u1161",
                                         " ",        "\t",       "\n",     "a\n",    "\r\n",
                                         "\n#択\n",  "\n\\",     "\r",     "\x1b",   "\xff",
                                         "\xE6\x8A", "“",        "-",      "—",      "\uF900",
                                         "abé",      "択捉\n",   "\u0378", "\u202E", "\U0001F468",
                                         "\u00A0",   "\u3000",   "İ",      "ſ",      "-\n",
                                         "- ",       "\u2010\n", "a-\nb",  "カ",     "ｶ",
                                         "ﾞ",        "\u309B",   "ﬁ",      "ﷺ",      "=",
                                         "\u0338",   "ß",        "\u200B", "31",     "\u2028"};
    const unsigned count = 1 + next_random(state, 40);
    for (unsigned i = 0; i < count; i++)
        buffer_add_text(out, pieces[next_random(state, sizeof pieces / sizeof *pieces)]);
}

// One text out of its lines up to an empty one, as a passage is read.
static void add_joined(Buffer *out, Str raw)
{
    Str line;
    while (str_next(&raw, "\n", &line)) {
        if (line.len == 0 || str_equal(line, str_of("\r")))
            break;
        if (str_starts(line, str_of("#")))
            continue;
        Buffer visible = {0};
        visible_add(&visible, str_trim(str_slice(line, str_starts(line, str_of("\\")), line.len)), false);
        const Str next = str_trim(buffer_str(&visible));
        if (out->len > 0 && next.len > 0 && script_lines_part(buffer_str(out), next))
            buffer_add_byte(out, ' ');
        buffer_add(out, next);
        buffer_free(&visible);
    }
}

static bool is_boundary(Str s, size_t at)
{
    return at == s.len || ((unsigned char)s.at[at] & 0xC0) != 0x80;
}

// True when one divided word and no other hyphen that was left out is in bytes [from, to).
static bool goes_over(const Divided *divided, size_t from, size_t to)
{
    size_t places = 0, gaps = 0;
    for (size_t i = 0; i < divided->count; i++)
        places += divided->places[i] > from && divided->places[i] < to;
    for (size_t i = from + 1; i < to; i++)
        gaps += divided->joined.from[i] > divided->joined.from[i - 1] + 4;
    return places == 1 && gaps <= 1;
}

START_TEST(nothing_that_matches_is_missed)
{
    unsigned state = 7;
    Folded folded = {0};
    Divided divided = {0};
    for (int round = 0; round < 200000; round++) {
        Buffer raw = {0}, text = {0};
        add_random_raw(&raw, &state);
        add_joined(&text, buffer_str(&raw));
        const unsigned keep = next_random(&state, 8);
        fold_text(buffer_str(&text), keep, &folded);
        fold_undivide(buffer_str(&text), &folded, &divided);
        const bool whole = round % 2;
        const Str all = buffer_str(whole ? &folded.text : &divided.joined.text);
        const size_t from = next_random(&state, (unsigned)all.len + 1);
        const size_t to = from + next_random(&state, 12);
        if (to <= all.len && (whole || goes_over(&divided, from, to)) && is_boundary(all, from) &&
            is_boundary(all, to)) {
            char *phrase = strndup(all.at + from, to - from);
            ck_assert_msg(might_match(phrase, keep, buffer_str(&raw)), "%d: '%s' %u in '%.*s'", round, phrase,
                          keep, (int)raw.len, raw.bytes);
            free(phrase);
        }
        buffer_free(&raw);
        buffer_free(&text);
    }
    fold_free(&folded);
    divided_free(&divided);
}
END_TEST

// A phrase that stands somewhere in folded text; the caller frees it.
static char *random_phrase(unsigned *state, unsigned keep)
{
    Buffer raw = {0}, text = {0};
    Folded folded = {0};
    do {
        buffer_clear(&raw);
        buffer_clear(&text);
        add_random_raw(&raw, state);
        add_joined(&text, buffer_str(&raw));
        fold_text(buffer_str(&text), keep, &folded);
    } while (folded.text.len == 0);
    size_t from = next_random(state, (unsigned)folded.text.len), to = from + 1 + next_random(state, 6);
    while (!is_boundary(buffer_str(&folded.text), from))
        from--;
    to = to < folded.text.len ? to : folded.text.len;
    while (!is_boundary(buffer_str(&folded.text), to))
        to++;
    char *phrase = strndup(folded.text.bytes + from, to - from);
    buffer_free(&raw);
    buffer_free(&text);
    fold_free(&folded);
    return phrase;
}

// A sift that has seen much looks for what it has learned.
static Sift *learned_sift(const char *phrase, unsigned keep)
{
    static char blanks[(size_t)1 << 20 | 1];
    memset(blanks, ' ', sizeof blanks);
    Sift *sift = sift_new(str_of(phrase), keep);
    sift_might_match(sift, (Str){blanks, sizeof blanks});
    return sift;
}

START_TEST(what_is_learned_changes_nothing)
{
    unsigned state = 11;
    for (int i = 0; i < 300; i++) {
        const unsigned keep = next_random(&state, 8);
        char *phrase = random_phrase(&state, keep);
        Sift *plain = sift_new(str_of(phrase), keep), *learned = learned_sift(phrase, keep);
        for (int round = 0; round < 300; round++) {
            Buffer raw = {0};
            add_random_raw(&raw, &state);
            ck_assert_msg(sift_might_match(plain, buffer_str(&raw)) ==
                              sift_might_match(learned, buffer_str(&raw)),
                          "'%s' %u in '%.*s'", phrase, keep, (int)raw.len, raw.bytes);
            buffer_free(&raw);
        }
        sift_free(plain);
        sift_free(learned);
        free(phrase);
    }
}
END_TEST

static bool is_listed(const uint32_t *points, size_t count, uint32_t point)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (points[middle] < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && points[low] == point;
}

START_TEST(every_character_that_changes_is_known)
{
    static const unsigned keeps[] = {FOLD_ALL, FOLD_KEEP_CASE, FOLD_KEEP_ACCENTS, FOLD_KEEP_QUOTES,
                                     FOLD_KEEP_CASE | FOLD_KEEP_ACCENTS | FOLD_KEEP_QUOTES};
    size_t count;
    const uint32_t *points = changing_points(&count);
    for (uint32_t point = 0x80; point < 0x110000; point++) {
        if ((point >= 0xD800 && point < 0xE000) || is_listed(points, count, point))
            continue;
        const FoldEntry entry = fold_entry_once(fold_table(keeps[point % 5]), point);
        const bool itself =
            utf8_decode_shown((Str){entry.bytes, entry.len ? entry.len : 1}, 0).point == point;
        ck_assert_msg(itself || entry.len == 0 || entry.how == FOLD_BLANK, "%x", (unsigned)point);
    }
}
END_TEST

START_TEST(hostile_bytes_take_linear_time)
{
    static const char *const pieces[] = {"\u0301", "é",        "択\n", "\x1b",     "択",   "ё",
                                         "\r",     "択\u0301", "\\\n", "e\u0301 ", "i-\n", "- "};
    static const char *const phrases[] = {"shimode", "択択捉", "ёё\u0436", "\uFFFDx"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        Buffer raw = {0};
        while (raw.len < 1000000)
            buffer_add_text(&raw, pieces[i]);
        for (size_t j = 0; j < sizeof phrases / sizeof *phrases; j++)
            ck_assert_msg(!might_match(phrases[j], 0, buffer_str(&raw)), "%s %s", pieces[i], phrases[j]);
        buffer_free(&raw);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("sift");
    TCase *tests = tcase_create("sift");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_longest_word_decides);
    tcase_add_test(tests, nothing_that_matches_is_missed);
    tcase_add_test(tests, what_is_learned_changes_nothing);
    tcase_add_test(tests, every_character_that_changes_is_known);
    tcase_add_test(tests, hostile_bytes_take_linear_time);
    suite_add_tcase(suite, tests);
    return suite;
}
