// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/codeset.h"
#include "unit.h"

START_TEST(codesets_get_the_closest)
{
    static const struct {
        const char *codeset, *text, *bytes;
    } cases[] = {
        {"UTF-8", "Итуруп — 択捉", "Итуруп — 択捉"},
        {"utf8", "é", "é"},
        {"ANSI_X3.4-1968", "“Tōkyō” — l’été… ¶35 №2", "\"Tokyo\" - l'ete. P35 #2"},
        {"no such codeset", "Łódź\u00A0½ ﬁ 択 Ａ ㎏ \u0301x", "Lodz ? ? ?? A  kg x"},
        {"", "─│┌┘├┼═║╬╱╴╵█", "-|++++=|+/-|#"},
        {"", "\u2580\u259F", "##"},
        {"KOI8-R", "Итуруп é ё 択", "\xe9\xd4\xd5\xd2\xd5\xd0 e \xa3 ??"},
        {"KOI8-R", "е\u0301", "\xc5"},
        {"ISO-8859-1", "é “q” ÿ", "\xe9 \"q\" \xff"},
        {"EUC-JP", "択捉島 é", "\xc2\xf2\xc2\xaa\xc5\xe7 \x8f\xab\xb1"},
        {"ISO-2022-JP", "択Ит", "\x1b$BBr'*'\x64\x1b(B"},
        {"ISO-2022-JP", "択ł", "\x1b$BBr\x1b(Bl"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Codeset *codeset = codeset_open(cases[i].codeset);
        Buffer out = {0};
        codeset_add(codeset, &out, str_of(cases[i].text));
        char *bytes = buffer_steal(&out);
        ck_assert_msg(strcmp(bytes, cases[i].bytes) == 0, "%zu: %s", i, bytes);
        free(bytes);
        codeset_close(codeset);
    }
}
END_TEST

START_TEST(long_text_is_converted_whole)
{
    Buffer text = {0}, out = {0};
    for (int i = 0; i < 10000; i++)
        buffer_add_text(&text, "択\u0301x");
    Codeset *codeset = codeset_open("ISO-2022-JP"); // more bytes than in UTF-8
    codeset_add(codeset, &out, buffer_str(&text));
    ck_assert_uint_eq(out.len, 10000 * strlen("\x1b$BBr\x1b(Bx"));
    ck_assert(!codeset_is_utf8(codeset));
    codeset_close(codeset);
    codeset_close(NULL);
    buffer_free(&text);
    buffer_free(&out);
}
END_TEST

START_TEST(words_are_read_back)
{
    static const struct {
        const char *codeset, *bytes, *text;
    } cases[] = {
        {"UTF-8", "Итуруп", "Итуруп"},
        {"KOI8-R", "\xe9\xd4\xd5\xd2\xd5\xd0", "Итуруп"},
        {"EUC-JP", "\xc2\xf2\xc2\xaa\xc5\xe7", "択捉島"},
        {"EUC-JP", "x\xc2", "x\xc2"}, // ends within a character
        {"ANSI_X3.4-1968", "Итуруп", "Итуруп"},
        {"no such codeset", "x\xff", "x\xff"},
        {"ISO-8859-1", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Buffer out = {0};
        buffer_add_text(&out, ">");
        codeset_read(cases[i].codeset, &out, str_of(cases[i].bytes));
        char *text = buffer_steal(&out);
        ck_assert_msg(strcmp(text + 1, cases[i].text) == 0, "%zu: %s", i, text);
        free(text);
    }
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("codeset");
    TCase *tests = tcase_create("codeset");
    tcase_add_test(tests, codesets_get_the_closest);
    tcase_add_test(tests, long_text_is_converted_whole);
    tcase_add_test(tests, words_are_read_back);
    suite_add_tcase(suite, tests);
    return suite;
}
