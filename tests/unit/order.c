// SPDX-License-Identifier: MIT
// Words that run from right to left: in the cells, under highlights, and on terminals of both kinds.
#include <stdlib.h>
#include <string.h>

#include "../support/terminal.h"
#include "../support/typing.h"
#include "diptych/grid.h"
#include "diptych/order.h"
#include "unit.h"

START_TEST(text_that_turns_is_known)
{
    static const struct {
        const char *text;
        bool turns, rtl;
    } cases[] = {
        {"", false, false},       {"plain", false, false},  {"Итуруп 択捉島 é", false, false},
        {"שלום", true, true},     {"12 (שלום", true, true}, {"a שלום", true, false},
        {"سلام", true, true},     {"\u200F", true, true},   {"\U0001E900", true, true},
        {"... 12", false, false}, {"\uFB1D", true, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(order_turns(str_of(cases[i].text)) == cases[i].turns, "%s", cases[i].text);
        ck_assert_msg(order_is_rtl(str_of(cases[i].text)) == cases[i].rtl, "%s", cases[i].text);
    }
}
END_TEST

// The row of a grid of one row as text, to be freed.
static char *row_text(const Grid *row_of)
{
    Buffer out = {0};
    grid_dump_row(row_of, 0, &out);
    buffer_add_text(&out, "");
    return buffer_steal(&out);
}

static char *put(const char *text, bool rtl, size_t columns)
{
    Grid *cells = grid_new(1, 40);
    grid_put_line(cells, 0, 0, columns, str_of(text), rtl, STYLE_PLAIN);
    char *row_of_cells = row_text(cells);
    grid_free(cells);
    return row_of_cells;
}

START_TEST(words_stand_in_their_order)
{
    static const struct {
        const char *text;
        bool rtl;
        const char *shown;
    } cases[] = {
        {"אבג", true, "גבא"},
        {"אבג, דה.", true, ".הד ,גבא"},
        {"אבג, דה.", false, "הד ,גבא."},
        {"NATO (אבג) 12", false, "NATO (גבא) 12"},
        {"אב (גד) 12", true, "12 (דג) בא"}, // brackets are mirrored, numbers are not
        {"אבג NATO דה", true, "הד NATO גבא"},
        {"NATO.", true, ".NATO"},
        {"שָׁב", true, "בשָׁ"}, // points stay on their letters
        {"א\u200Fב\u200Eג", true, "גבא"},
        {"بت", true, "\uFE96\uFE91"}, // joined forms
        {"日本אב", false, "日本בא"},
        {"אב日本", true, "日本בא"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *shown = put(cases[i].text, cases[i].rtl, 40);
        ck_assert_msg(strcmp(shown, cases[i].shown) == 0, "%s: %s", cases[i].text, shown);
        free(shown);
    }
    char *cut = put("אבגד", true, 3); // the first letters that fit
    ck_assert_str_eq(cut, "גבא");
    free(cut);
}
END_TEST

START_TEST(highlights_are_on_their_letters)
{
    Grid *cells = grid_new(1, 12);
    const Str text = str_of("אבג NATO דה");
    grid_put_line(cells, 0, 1, 12, text, true, STYLE_PLAIN);
    grid_mark_line(cells, 0, 1, 12, text, true, (Match){2, 4}, STYLE_REVERSE);
    grid_mark_line(cells, 0, 1, 12, text, true, (Match){7, 9}, STYLE_BOLD);
    Buffer styles = {0};
    grid_dump_styles(cells, &styles);
    ck_assert(str_equal(buffer_str(&styles), str_of("....bb....r.\n")));
    buffer_free(&styles);
    grid_free(cells);
}
END_TEST

START_TEST(the_cursor_is_where_the_next_letter_goes)
{
    const Str text = str_of("a אבג b");
    ck_assert_uint_eq(order_column(text, false, 0), 0);
    ck_assert_uint_eq(order_column(text, false, 2), 4); // the first letter of the word is its last cell
    ck_assert_uint_eq(order_column(text, false, 6), 2);
    ck_assert_uint_eq(order_column(text, false, 9), 6);
    ck_assert_uint_eq(order_column(text, false, text.len), 7);
    ck_assert_uint_eq(order_column(str_of("plain"), false, 3), 3);
    ck_assert_uint_eq(order_column(str_of(""), false, 0), 0);
    // Behind a letter whose mark stands after it.
    ck_assert_uint_eq(order_column(str_of("ax\u0301 longer"), false, 2), 1);
    ck_assert_uint_eq(order_column(str_of("\u200Bx"), false, 0), 0);
}
END_TEST

// What a terminal of either kind shows of two columns.
static void check_columns(bool logical, Terminal terminal, const char *expected)
{
    Grid *cells = grid_new(1, 24);
    cells->logical = logical;
    grid_put_line(cells, 0, 0, 10, str_of("אבג, דה."), true, STYLE_PLAIN);
    grid_put(cells, 0, 11, 24, str_of("│"), STYLE_PLAIN);
    grid_put_line(cells, 0, 13, 24, str_of("וזח (1949)"), true, STYLE_PLAIN);
    char *sent = row_text(cells);
    Buffer shown = {0};
    terminal_show(&terminal, str_of(sent), &shown);
    ck_assert_msg(str_equal(buffer_str(&shown), str_of(expected)), "%.*s", (int)shown.len, shown.bytes);
    buffer_free(&shown);
    free(sent);
    grid_free(cells);
}

START_TEST(no_word_stands_in_the_other_column)
{
    static const char in_order[] = ".הד ,גבא   │ (1949) חזו";
    Terminal told = {.reorders = true, .implicit = true};
    terminal_take(&told, "\x1b[8l");
    check_columns(false, (Terminal){0}, in_order);
    check_columns(false, told, in_order);
    // A stream goes to whatever orders the rows itself: a terminal that is not told otherwise.
    check_columns(true, (Terminal){.reorders = true, .implicit = true}, in_order);
    check_columns(true, (Terminal){0}, "אבג, דה.   │ וזח (1949)");
}
END_TEST

static const char dossier_text[] =
    "Dossier: d\nTitle: D\n\nParty: n\nTitle: North\n\nParty: s\nTitle: South\n\nTopic: t\nTitle: T\n\n"
    "Round: r\nTitle: R\nDate: 1949\nExtent: full\n\n"
    "@ n\n[1] הצפון מציע קו (גבול) ליד NATO.\n{topics: t}\n\n@ s\n[2] הדרום דוחה.\n{topics: t; rebuts: 1}\n";

START_TEST(the_reader_keeps_columns_and_finds_words)
{
    open_text(dossier_text);
    resize(24, 80);
    shows(".NATO דיל (לובג) וק עיצמ ןופצה");
    shows(".החוד םורדה");
    const size_t found = row_of("ןופצה");
    const char *line = row(found), *left = strstr(line, "ןופצה"), *bar = strstr(line, "│");
    ck_assert(left && bar && left < bar);
    type("/NATO\r");
    const size_t marks = row_of("ןופצה");
    size_t marked = 0;
    for (size_t i = 0; i < grid->columns; i++) {
        const Cell *cell = &grid->cells[marks * grid->columns + i];
        if (!(cell->style & STYLE_REVERSE) || cell->len == 0 || (*cell->bytes >= '0' && *cell->bytes <= '9'))
            continue;
        ck_assert_int_eq(*cell->bytes, "NATO"[marked]);
        marked++;
    }
    ck_assert_uint_eq(marked, 4);
    close_reader();
}
END_TEST

START_TEST(joined_emoji_are_the_same_everywhere)
{
    static const char *const texts[] = {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466!",
                                        "\U0001F44D\U0001F3FD!",
                                        "\u2764\uFE0F!",
                                        "1\uFE0F\u20E3!",
                                        "\U0001F3F4\U000E0067\U000E0062!",
                                        "\U0001F1EF\U0001F1F5!",
                                        "e\u0301\u0316\u0317\u0318\u0319\u031A\u031B!"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Grid *reader_cells = grid_new(1, 12), *stream = grid_new(1, 12);
        stream->logical = true;
        const size_t end = grid_put(reader_cells, 0, 0, 12, str_of(texts[i]), STYLE_PLAIN);
        ck_assert_uint_eq(grid_put(stream, 0, 0, 12, str_of(texts[i]), STYLE_PLAIN), end);
        char *one = row_text(reader_cells), *two = row_text(stream);
        ck_assert_str_eq(one, two);
        ck_assert_str_eq(one + strlen(one) - 1, "!");
        ck_assert_uint_eq(cluster_columns(str_of(texts[i])), end);
        for (size_t at = 0; at < end; at++)
            ck_assert_uint_le(reader_cells->cells[at].len, CELL_BYTES);
        free(one);
        free(two);
        grid_free(reader_cells);
        grid_free(stream);
    }
}
END_TEST

START_TEST(long_lines_take_no_longer)
{
    Buffer line = {0};
    while (line.len < 1000000)
        buffer_add_text(&line, "א\u05B8\u200Fa(");
    Grid *cells = grid_new(1, 80);
    grid_put_line(cells, 0, 0, 80, buffer_str(&line), true, STYLE_PLAIN);
    ck_assert_uint_gt(cells->cells[0].len, 0);
    grid_free(cells);
    buffer_free(&line);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("order");
    TCase *tests = tcase_create("order");
    tcase_add_test(tests, text_that_turns_is_known);
    tcase_add_test(tests, words_stand_in_their_order);
    tcase_add_test(tests, highlights_are_on_their_letters);
    tcase_add_test(tests, the_cursor_is_where_the_next_letter_goes);
    tcase_add_test(tests, no_word_stands_in_the_other_column);
    tcase_add_test(tests, the_reader_keeps_columns_and_finds_words);
    tcase_add_test(tests, joined_emoji_are_the_same_everywhere);
    tcase_add_test(tests, long_lines_take_no_longer);
    suite_add_tcase(suite, tests);
    return suite;
}
