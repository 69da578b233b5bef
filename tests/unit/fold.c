// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "diptych/fold.h"
#include "unit.h"

static void check_fold(const char *text, unsigned keep, const char *expected)
{
    Folded folded = {0};
    fold_text(str_of(text), keep, &folded);
    ck_assert_msg(str_equal(buffer_str(&folded.text), str_of(expected)), "%s: %.*s", text,
                  (int)folded.text.len, folded.text.bytes);
    fold_free(&folded);
}

START_TEST(text_that_differs_little_folds_alike)
{
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"", ""},
        {"The Treaty of SHIMODA, 1855 [@`z{]", "the treaty of shimoda, 1855 [@`z{]"},
        {"Tōkyō, l’été “où” — Łódź", "tokyo, l'ete \"ou\" - lodz"},
        {"ИТУРУП еще ещё Й", "итуруп еще еще и"},
        {"ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"},
        {"ſ \u212A \u1E9E ß", "s k ss ss"},
        {"øđðþæœı ØĐÐÞÆŒİ ŋĸȷ", "oddthaeoei oddthaeoei nqj"},
        {"қ ґ ӈ", "к г н"},
        {"択捉島が", "択捉島が"},
        {"ﾀﾞﾚｽ ハ\u309C ㌕", "ダレス パ キログラム"},
        {"ＮＡＴＯ １９５６ ① x² ㍻ ﬁ ﬃ Ⅷ №", "nato 1956 1 x2 平成 fi ffi viii no"},
        {"한 ㉮ ﾡ", "한 가 \u1100"},
        {"กิน कि क़", "กิน कि क\u093C"},
        {"שָׁלוֹם צה״ל ר׳ עין־גדי", "שלום צה\"ל ר' עין-גדי"},
        {"مُحَمَّد أحمد مـــن \uFDFA", "محمد احمد من صلى الله عليه وسلم"},
        {"a ≠ b ¨ ´", "a ≠ b ¨ '"},
        {"「埠頭」 1955〜56 ′ ″ ʾ ʿ ᾽", "\"埠頭\" 1955-56 ' \" ' ' '"},
        {"c\u2028d\xC2\x85"
         "e\x0c"
         "f\u2800g",
         "c d e f g"},
        {"a  b\t\n\u00A0\u3000c \u200B d", "a b c d"},
        {"eight by eight  and two blanks", "eight by eight and two blanks"},
        {"  ", " "},
        {"e\u0301\u0323x", "ex"},
        {"co\u00ADop\u200Ber\u2060ate", "cooperate"},
        {"‘a’ ‚b‛ ‹c› „d‟ «e» ʼ", "'a' 'b' 'c' \"d\" \"e\" '"},
        {"1955–56 ‐ ‑ ‒ ― −", "1955-56 - - - - -"},
        {"\xff"
         "A\xe2\x82",
         "\uFFFDa\uFFFD"},
        {"\U0001D160\U0001D160\U0001D160x", "\U0001D158\U0001D165\U0001D16E\U0001D158\U0001D165\U0001D16E"
                                            "\U0001D158\U0001D165\U0001D16Ex"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_fold(cases[i].text, FOLD_ALL, cases[i].folded);
}
END_TEST

START_TEST(a_query_keeps_what_it_uses)
{
    static const struct {
        const char *query;
        unsigned keep;
    } cases[] = {
        {"shimoda", FOLD_ALL},
        {"it's \"x-y\"", FOLD_ALL},
        {"Shimoda", FOLD_KEEP_CASE},
        {"ш", FOLD_ALL},
        {"Ш", FOLD_KEEP_CASE},
        {"été", FOLD_KEEP_ACCENTS},
        {"łódź", FOLD_KEEP_ACCENTS},
        {"straße が 각 ②", FOLD_ALL},
        {"ＮＡＴＯ－１", FOLD_KEEP_CASE},
        {"e\u0301", FOLD_KEEP_ACCENTS},
        {"É", FOLD_KEEP_ACCENTS + FOLD_KEEP_CASE},
        {"l’a", FOLD_KEEP_QUOTES},
        {"1955–56", FOLD_KEEP_QUOTES},
        {"択捉", FOLD_ALL},
        {"\xff", FOLD_ALL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(fold_keep_of(str_of(cases[i].query)) == cases[i].keep, "%s", cases[i].query);
}
END_TEST

START_TEST(what_is_kept_stays)
{
    check_fold("The ÉTÉ  “où” ΣΣ", FOLD_KEEP_CASE, "The ETE \"ou\" ΣΣ");
    check_fold("The ÉTÉ  “où” — x", FOLD_KEEP_ACCENTS, "the été \"où\" - x");
    check_fold("The ÉTÉ  “où” — x", FOLD_KEEP_QUOTES, "the ete “ou” — x");
    check_fold("The ÉTÉ  “où” — x", FOLD_KEEP_CASE + FOLD_KEEP_ACCENTS + FOLD_KEEP_QUOTES,
               "The ÉTÉ “où” — x");
}
END_TEST

START_TEST(every_byte_knows_where_it_comes_from)
{
    Folded folded = {0};
    const char *text = "Ab  ÉTÉ\u00AD\u0301한 twelve letters ﾀﾞx";
    fold_text(str_of(text), FOLD_ALL, &folded);
    ck_assert_uint_eq(folded.from[folded.text.len], strlen(text));
    static const struct {
        const char *part;
        uint32_t from, to;
    } cases[] = {{"ab", 0, 2},        {" ", 2, 4},    {"ete", 4, 13}, {"한", 13, 16},
                 {"letters", 24, 31}, {"ダ", 32, 38}, {"x", 38, 39}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = memmem(folded.text.bytes, folded.text.len, cases[i].part, strlen(cases[i].part));
        ck_assert_ptr_nonnull(found);
        const size_t at = (size_t)(found - folded.text.bytes);
        ck_assert_uint_eq(folded.from[at], cases[i].from);
        ck_assert_uint_eq(folded.from[at + strlen(cases[i].part)], cases[i].to);
    }
    fold_free(&folded);
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
    Folded once = {0}, twice = {0};
    for (uint32_t point = 0; point < 0x110000; point++) {
        char bytes[8] = "a";
        const int len = u8_uctomb((uint8_t *)bytes + 1, point, 6);
        for (unsigned keep = 0; len > 0 && keep <= FOLD_KEEP_ALL; keep += 3) {
            fold_text((Str){bytes, (size_t)len + 1}, keep, &once);
            fold_text(buffer_str(&once.text), keep, &twice);
            // Not ck_assert: it takes a system call even when it passes, and this is six million times.
            if (!str_equal(buffer_str(&once.text), buffer_str(&twice.text)) ||
                u8_check((const uint8_t *)once.text.bytes, once.text.len))
                ck_abort_msg("U+%04X %u", point, keep);
        }
    }
    fold_free(&once);
    fold_free(&twice);
}
END_TEST

START_TEST(lengthening_text_has_room)
{
    for (size_t count = 0; count < 300; count++) {
        Buffer text = {0};
        for (size_t i = 0; i < count; i++)
            buffer_add_text(&text, i % 7 ? "ﷺ" : "\U0001D160");
        buffer_add_text(&text, "x");
        Folded folded = {0};
        fold_text(buffer_str(&text), FOLD_ALL, &folded);
        ck_assert_int_eq(folded.text.bytes[folded.text.len - 1], 'x');
        ck_assert_uint_eq(folded.from[folded.text.len], text.len);
        fold_free(&folded);
        buffer_free(&text);
    }
}
END_TEST

static void check_undivided(const char *text, const char *expected, size_t count)
{
    Folded folded = {0};
    Divided divided = {0};
    fold_text(str_of(text), FOLD_ALL, &folded);
    fold_undivide(str_of(text), &folded, &divided);
    const Folded *joined = &divided.joined;
    ck_assert_msg(str_equal(buffer_str(&joined->text), str_of(expected)), "%s: %.*s", text,
                  (int)joined->text.len, joined->text.bytes);
    ck_assert_uint_eq(divided.count, count);
    ck_assert(count == 0 || fold_has_division(&folded));
    ck_assert_uint_eq(joined->from[joined->text.len], strlen(text));
    fold_free(&folded);
    divided_free(&divided);
}

START_TEST(divided_words_are_joined)
{
    check_undivided("", "", 0);
    check_undivided("no hyphen - at all -", "no hyphen - at all -", 0);
    check_undivided("well-known", "wellknown", 0);
    check_undivided("a negoti- ation of well- known trea\u2010 ties", "a negotiation of wellknown treaties",
                    3);
    check_undivided("war\u2014 peace -x", "war- peace -x", 0);
    check_undivided("1926- 27", "192627", 1);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("fold");
    TCase *tests = tcase_create("fold");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, text_that_differs_little_folds_alike);
    tcase_add_test(tests, a_query_keeps_what_it_uses);
    tcase_add_test(tests, what_is_kept_stays);
    tcase_add_test(tests, every_byte_knows_where_it_comes_from);
    tcase_add_test(tests, folding_twice_changes_nothing);
    tcase_add_test(tests, lengthening_text_has_room);
    tcase_add_test(tests, divided_words_are_joined);
    suite_add_tcase(suite, tests);
    return suite;
}
