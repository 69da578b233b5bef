// SPDX-License-Identifier: MIT
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "diptych/cluster.h"
#include "diptych/cut.h"
#include "diptych/visible.h"
#include "unit.h"

// What visible_add() makes of it; the caller frees it.
static char *visible(Str bytes, bool lines, Repairs *repairs)
{
    Buffer out = {0};
    *repairs = visible_add(&out, bytes, lines);
    return buffer_steal(&out);
}

START_TEST(hostile_bytes_are_made_visible)
{
    static const struct {
        const char *bytes, *shown;
        size_t invalid, control, first;
    } cases[] = {
        {"", "", 0, 0, 0},
        {"plain ASCII, longer than two words ~", "plain ASCII, longer than two words ~", 0, 0, 0},
        {"Итуруп, 択捉島", "Итуруп, 択捉島", 0, 0, 0},
        {"0123456789abcde\x1b[2J", "0123456789abcde<U+001B>[2J", 0, 1, 15},
        {"a\tb\x7f", "a b<U+007F>", 0, 1, 3},
        {"\xc2\x9b"
         "31m",
         "<U+009B>31m", 0, 1, 0},
        {"a\x1b\x1b\x1b[\x01\x02\x02", "a<U+001B x3>[<U+0001><U+0002 x2>", 0, 6, 1},
        {"\x01\x02\x01\x02\x01\x02\x01\x02\x01\x02\x01\x02\x01\x02\x01\x02\x1b\x03\u202E\ta\x01",
         "<U+0001><U+0002><U+0001><U+0002><U+0001><U+0002><U+0001><U+0002><U+0001><U+0002><U+0001><U+0002>"
         "<U+0001><U+0002><U+0001><U+0002><and 3 more control characters> a<U+0001>",
         0, 20, 0},
        {"\u202E\u202E\u202Ea\u202E", "<U+202E x3>a<U+202E>", 0, 4, 0},
        {"a\u202Eb\u2066c\u200Ed\u061Ce", "a<U+202E>b<U+2066>c\u200Ed\u061Ce", 0, 2, 1},
        {"\uFEFFa\u2028b\u200Bc\u2060d", "\uFEFFa b\u200Bc\u2060d", 0, 0, 0},
        {"a\xC2\x85"
         "b\x0c"
         "c\x0b"
         "d\u2029e",
         "a b c d e", 0, 0, 0},
        {"\U000E0041\uE000\uFFFE\U0010FFFF", "<U+E000><U+FFFE><U+10FFFF>", 0, 3, 4},
        {"\u180E\u2062\uFFF9a", "a", 0, 0, 0},
        {"\u200Da\u200Db \uFE0F", "a\u200Db ", 0, 0, 0},
        {"co\u00ADoperate", "co\u00ADoperate", 0, 0, 0},
        {"e\u0301 E\u0323\u0302", "\u00E9 \u1EC6", 0, 0, 0},
        {"\u0438\u0306", "\u0439", 0, 0, 0},
        {"\u1112\u1161\u11AB", "\uD55C", 0, 0, 0},
        {"\u212B\u2126\u2329", "\u00C5\u03A9\u3008", 0, 0, 0},
        {"\u0378", "\uFFFD", 0, 0, 0},
        // Unicode 15, tables 3-8 to 3-11
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8, 0,
         0},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8, 0,
         0},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB", 7, 0, 0},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA", 4, 0, 0},
        {"cut \xF0\x9F\x98", "cut \uFFFD", 1, 0, 4},
        {"e\xCC", "e\uFFFD", 1, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Repairs repairs;
        char *shown = visible(str_of(cases[i].bytes), false, &repairs);
        ck_assert_msg(strcmp(shown, cases[i].shown) == 0, "%zu: %s", i, shown);
        ck_assert_uint_eq(repairs.invalid, cases[i].invalid);
        ck_assert_uint_eq(repairs.control, cases[i].control);
        ck_assert_uint_eq(repairs.first, cases[i].first);
        free(shown);
    }
}
END_TEST

START_TEST(line_ends_stay_only_where_wanted)
{
    static const struct {
        const char *bytes, *lines, *line;
    } cases[] = {
        {"a\nb", "a\nb", "a<U+000A>b"},
        {"a\r\r\nb\n\n", "a<U+000D>\nb\n\n", "a<U+000D x2><U+000A>b<U+000A x2>"},
        {"a\r\nb\r", "a\nb<U+000D>", "a<U+000D><U+000A>b<U+000D>"},
        {"e\n\u0301", "e\n\u0301", "e<U+000A>\u0301"},
        {"e\n\u200D", "e\n", "e<U+000A>\u200D"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Repairs repairs;
        char *lines = visible(str_of(cases[i].bytes), true, &repairs);
        char *line = visible(str_of(cases[i].bytes), false, &repairs);
        ck_assert_str_eq(lines, cases[i].lines);
        ck_assert_str_eq(line, cases[i].line);
        free(lines);
        free(line);
    }
}
END_TEST

START_TEST(nul_is_visible_and_output_is_added)
{
    Buffer out = {0};
    buffer_add_text(&out, "e");
    Repairs repairs = visible_add(&out, (Str){"\u0301a\0b", 5}, false);
    ck_assert(str_equal(buffer_str(&out), str_of("e\u0301a<U+0000>b")));
    ck_assert_uint_eq(repairs.first, 3);
    buffer_free(&out);
}
END_TEST

static void check_is_harmless(Str s)
{
    ck_assert_ptr_null(u8_check((const uint8_t *)s.at, s.len));
    for (size_t at = 0; at < s.len;) {
        ucs4_t point;
        at += (size_t)u8_mbtouc(&point, (const uint8_t *)s.at + at, s.len - at);
        ck_assert(point == '\n' || !uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Cc));
        const bool mark = point == 0x200E || point == 0x200F || point == 0x61C;
        ck_assert(!uc_is_property_bidi_control(point) || mark);
        ck_assert(!uc_is_property_not_a_character(point));
    }
}

START_TEST(any_bytes_become_harmless)
{
    unsigned state = 1;
    static const char *const pieces[] = {"e",        "\u0301", "\n",     "\u202E", "\xE6\x8A\x9E",
                                         "\xF0\x9F", "\u1161", "\u1112", "\x1b",   "\xED\xA0",
                                         "\u200D",   "\u0345", "\r",     " ",      "\xC2\x85"};
    for (int round = 0; round < 3000; round++) {
        Buffer in = {0}, out = {0}, again = {0};
        for (int i = 0; i < 24; i++) {
            state = state * 1103515245u + 12345u;
            const unsigned pick = state >> 16 & 0xFFF;
            if (pick & 1)
                buffer_add_text(&in, pieces[(pick >> 1) % (sizeof pieces / sizeof *pieces)]);
            else
                buffer_add_byte(&in, (char)(pick >> 1));
        }
        visible_add(&out, buffer_str(&in), true);
        check_is_harmless(buffer_str(&out));
        visible_add(&again, buffer_str(&out), true);
        ck_assert(str_equal(buffer_str(&again), buffer_str(&out)));
        buffer_free(&in);
        buffer_free(&out);
        buffer_free(&again);
    }
}
END_TEST

START_TEST(all_characters_are_in_form_c)
{
    for (uint32_t point = 0x80; point < 0x110000; point++) {
        char bytes[8] = "e";
        const int len = u8_uctomb((uint8_t *)bytes + 1, point, 6);
        if (len < 0)
            continue;
        Buffer out = {0};
        visible_add(&out, (Str){bytes, (size_t)len + 1}, false);
        size_t form_len = 0;
        uint8_t *form = u8_normalize(UNINORM_NFC, (const uint8_t *)out.bytes, out.len, NULL, &form_len);
        // Not ck_assert: it takes a system call even when it passes, and this is a million times.
        if (!str_equal(buffer_str(&out), (Str){(char *)form, form_len}))
            ck_abort_msg("U+%04X", point);
        free(form);
        buffer_free(&out);
    }
}
END_TEST

static bool is_same(Cluster a, Cluster b)
{
    return a.bytes == b.bytes && a.shown == b.shown && a.columns == b.columns && a.bare == b.bare;
}

START_TEST(clusters_fill_cells)
{
    static const struct {
        const char *text;
        Cluster cluster;
    } cases[] = {
        {"ab", {1, 1, 1, false}},
        {"a\u0323\u0308b", {5, 5, 1, false}},
        {"\na", {1, 1, 0, false}},
        {"\n\u0301", {1, 1, 0, false}},
        {"\u0301\u0302a", {4, 4, 1, true}},
        {"択捉", {3, 3, 2, false}},
        {"か\u309Aa", {6, 6, 2, false}},
        {"e\u0316\u0317\u0318\u0319\u031A\u031B", {13, 9, 1, false}},
        {"\U0001F1EF\U0001F1F5", {4, 4, 1, false}},
        {"\U0001F468\u200D\U0001F469x", {11, 4, 2, false}},
        {"\U0001F44D\U0001F3FDx", {8, 4, 2, false}},
        {"\u2764\uFE0Fx", {6, 3, 1, false}},
        {"\u0915\u093E", {3, 3, 1, false}},
        {"\u1112\u1161\u11AB", {9, 9, 2, false}},
        {"a\u200Bb", {4, 1, 1, false}},
        {"\u00ADab", {2, 0, 0, false}},
        {"\u200E\u2060ab", {6, 0, 0, false}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Cluster cluster = cluster_at(str_of(cases[i].text), 0);
        ck_assert_msg(is_same(cluster, cases[i].cluster), "%zu: %u %u %u", i, cluster.bytes, cluster.shown,
                      cluster.columns);
    }
}
END_TEST

START_TEST(clusters_are_the_same_backwards)
{
    const Str s =
        str_of("ab\u0301c \u200D\U0001F468\u200D\U0001F469\U0001F3FD\u0301\U0001F3FD択\u309A\n\u0301\u0302x"
               "\U0001F1EF\U0001F1F5\U0001F1F7");
    size_t starts[64], count = 0;
    for (size_t at = 0; at < s.len; at += cluster_at(s, at).bytes)
        starts[count++] = at;
    size_t at = s.len;
    while (count-- > 0) {
        at = cluster_before(s, at);
        ck_assert_uint_eq(at, starts[count]);
    }
    ck_assert_uint_eq(at, 0);
    ck_assert_uint_eq(cluster_before(str_of("a\u0301"), 3), 0);
    ck_assert_uint_eq(cluster_before(str_of("a\u0301b"), 4), 3);
}
END_TEST

START_TEST(what_is_cut_ends_in_a_mark)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *cut, *ascii;
    } cases[] = {
        {"abcdefg", 0, "", ""},
        {"abcdefg", 1, "\u2026", "."},
        {"abcdefg", 4, "abc\u2026", "abc."},
        {"abcdefg", 5, "abcd\u2026", "ab..."},
        {"abcdefg", 7, "abcdefg", "abcdefg"},
        {"one two three", 9, "one two\u2026", "one..."},
        {"one two three", 8, "one two\u2026", "one..."},
        {"one, two, three", 9, "one\u2026", "one..."},
        {"the line of 7 February 1855 stands", 20, "the line of\u2026", "the line of..."},
        {"from 20 Dec 1988 on", 14, "from\u2026", "from..."},
        {"20 Dec 1988", 9, "\u2026", "..."},
        {"heard of Igor A. Rogachev then", 18, "heard of\u2026", "heard of..."},
        {"heard of Igor A. Rogachev then", 28, "heard of Igor A. Rogachev\u2026",
         "heard of Igor A. Rogachev..."},
        {"Takakazu Kuriyama", 14, "Takakazu\u2026", "Takakazu..."},
        {"The treaty of Shimoda, 1855", 26, "The treaty of Shimoda\u2026", "The treaty of Shimoda..."},
        {"They met. Nobody spoke", 12, "They met.\u2026", "They met...."},
        {"\u65e5\u672c \u65e5\u672c\u8a9e\u65e5\u672c\u8a9e", 10, "\u65e5\u672c \u65e5\u672c\u2026",
         "\u65e5\u672c \u65e5..."},
        {"\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e", 8, "\u65e5\u672c\u8a9e\u2026", "\u65e5\u672c..."},
    };
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        Buffer out = {0};
        bool ascii = i % 2;
        cut_add(&out, str_of(cases[i / 2].text), cases[i / 2].columns, ascii);
        ck_assert_uint_le(cluster_columns(buffer_str(&out)), cases[i / 2].columns);
        ck_assert_msg(str_is(buffer_str(&out), ascii ? cases[i / 2].ascii : cases[i / 2].cut), "%zu: %.*s", i,
                      (int)out.len, out.bytes);
        buffer_free(&out);
    }
}
END_TEST

START_TEST(widths_add_up)
{
    const Str s = str_of("a\u0301 択捉 b");
    ck_assert_uint_eq(cluster_columns(s), 8);
    static const struct {
        size_t columns, bytes;
    } cases[] = {{0, 0}, {1, 3}, {2, 4}, {3, 4}, {4, 7}, {5, 7}, {6, 10}, {8, 12}, {100, 12}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(cluster_fit(s, cases[i].columns), cases[i].bytes);
}
END_TEST

START_TEST(widths_do_not_need_a_utf8_locale)
{
    setlocale(LC_ALL, "C");
    ck_assert_uint_eq(cluster_columns(str_of("a — Ит 択捉\u0301")), 11);
    Repairs repairs;
    char *shown = visible(str_of("— Ит 択"), false, &repairs);
    ck_assert_str_eq(shown, "— Ит 択");
    free(shown);
}
END_TEST

START_TEST(lines_are_filled)
{
    static const struct {
        size_t columns, first;
        const char *text, *lines; // '|' between lines
    } cases[] = {
        {9, 0, "", ""},
        {9, 0, "aaaa bbbb cccc", "aaaa bbbb|cccc"},
        {9, 0, "aaaa bbbb    cccc   ", "aaaa bbbb|cccc"},
        {9, 0, "aaaa\nbbbb\n", "aaaa|bbbb|"},
        {9, 0, "a\n\nb", "a||b"},
        {4, 0, "abcdefghij", "abcd|efgh|ij"},
        {6, 0, "ab cdefghij", "ab|cdefgh|ij"},
        {5, 0, "well-known", "well-|known"},
        {5, 0, "a\u00A0b\u00A0c\u00A0d", "a\u00A0b\u00A0c|\u00A0d"},
        {9, 0, "U.S.-Soviet i.e. 5 p.m. x", "U.S.-|Soviet|i.e. 5|p.m. x"},
        {7, 0, "see No. 5 now", "see|No. 5|now"},
        {5, 0, "ab\u2060cd-e f", "ab\u2060cd-|e f"},
        {4, 0, "ab\u00A0c d", "ab\u00A0c|d"},
        {5, 0, "ស្ពាន\u200Bនេះ\u200Bជា", "ស្ពាន\u200B|នេះ\u200Bជា"},
        {6, 0, "ge\u00ADsell\u00ADschaft", "ge\u00AD-|sell\u00AD-|schaft"},
        {7, 0, "ge\u00ADsell\u00ADschaft", "ge\u00ADsell\u00AD-|schaft"},
        {5, 0, "a b\u00ADcdefg", "a b\u00AD-|cdefg"},
        {4, 0, "ab b\u00ADcd", "ab|b\u00ADcd"},
        {5, 0, "択捉島の話", "択捉|島の|話"},
        {2, 0, "e\u0301e\u0301e\u0301", "e\u0301e\u0301|e\u0301"},
        {3, 0, "\u0915\u0915\u0915\u093E", "\u0915\u0915|\u0915\u093E"},
        {9, 4, "aaaa bbbb cccc", "aaaa|bbbb cccc"},
        {9, 6, "aaaa bbbb cccc", "|aaaa bbbb|cccc"},
        {9, 9, "aaaa", "|aaaa"},
        {4, 0, "          a", "|a"},
        {4, 0, "   ", ""},
        {1, 0, "択捉", "択|捉"},
        {4, 0, "\u1100\u1100\u1100\u1100\u1100", "\u1100\u1100|\u1100\u1100|\u1100"},
    };
    Breaks breaks = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Str s = str_of(cases[i].text);
        Buffer lines = {0};
        break_lines(s, cases[i].columns, cases[i].first, &breaks);
        for (size_t j = 0; j < breaks.count; j++) {
            const Str line = str_slice(s, breaks.lines[j].from, breaks.lines[j].to);
            const bool hyphen = breaks.lines[j].hyphen;
            ck_assert_uint_eq(breaks.lines[j].columns, cluster_columns(line) + hyphen);
            buffer_add_text(&lines, j ? "|" : "");
            buffer_add(&lines, line);
            buffer_add_text(&lines, hyphen ? "-" : "");
        }
        char *text = buffer_steal(&lines);
        ck_assert_msg(strcmp(text, cases[i].lines) == 0, "%zu: %s", i, text);
        free(text);
    }
    free(breaks.lines);
}
END_TEST

START_TEST(long_lines_break_in_linear_time)
{
    static const char *const pieces[] = {"\u0301", "a", "\U0001F1EF", " ", "択", "\u200D", "a\u00A0"};
    Breaks breaks = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        Buffer text = {0}, shown = {0};
        while (text.len < 2000000)
            buffer_add_text(&text, pieces[i]);
        visible_add(&shown, buffer_str(&text), false);
        break_lines(buffer_str(&shown), 40, 0, &breaks);
        ck_assert_uint_ge(breaks.count, 1);
        if (shown.len)
            ck_assert_uint_le(cluster_before(buffer_str(&shown), shown.len), shown.len);
        buffer_free(&text);
        buffer_free(&shown);
    }
    free(breaks.lines);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, hostile_bytes_are_made_visible);
    tcase_add_test(tests, line_ends_stay_only_where_wanted);
    tcase_add_test(tests, nul_is_visible_and_output_is_added);
    tcase_add_test(tests, any_bytes_become_harmless);
    tcase_add_test(tests, all_characters_are_in_form_c);
    tcase_add_test(tests, clusters_fill_cells);
    tcase_add_test(tests, clusters_are_the_same_backwards);
    tcase_add_test(tests, what_is_cut_ends_in_a_mark);
    tcase_add_test(tests, widths_add_up);
    tcase_add_test(tests, widths_do_not_need_a_utf8_locale);
    tcase_add_test(tests, lines_are_filled);
    tcase_add_test(tests, long_lines_break_in_linear_time);
    suite_add_tcase(suite, tests);
    return suite;
}
