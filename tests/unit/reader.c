// SPDX-License-Identifier: MIT
// The whole reader without a terminal: keys in, grid out.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(begins_at_the_first_round_with_both_sides)
{
    const char *head = row(0);
    ck_assert_ptr_nonnull(strstr(head, "First meeting at the customs house"));
    ck_assert_ptr_nonnull(strstr(head, "1/3"));
    const char *sides = row(1);
    ck_assert_ptr_nonnull(strstr(sides, "North: Vera Orlova"));
    ck_assert_ptr_nonnull(strstr(sides, "South: Ken Mori"));
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
    says("?:help");
}
END_TEST

START_TEST(head_is_cut_to_its_line)
{
    static const struct {
        size_t columns;
        const char *head;
    } table[] = {
        {130, " The ferry talks   1/3 First meeting at the customs house · account 1/2 · Customs house, 1 "
              "Mar 1921"},
        {100, " 1/3 First meeting at the customs house · account 1/2 · Customs house, 1 Mar 1921"},
        {80, " 1/3 The first meeting · account 1/2 · Customs house, 1 Mar 1921"},
        {60, " 1/3 The first meeting · account 1/2 · 1 Mar 1921"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        resize(24, table[i].columns);
        ck_assert_str_eq(row(0), table[i].head);
    }
    type("}");
    ck_assert_str_eq(row(0), " 2/3 Second meeting, on the water · June 1922    incomplete");
}
END_TEST

START_TEST(reply_stands_beside_its_claim)
{
    ck_assert_uint_eq(row_of("The landing was built"), row_of("3 rebuts 1"));
}
END_TEST

START_TEST(passages_are_walked_on_each_side)
{
    type("h");
    is_at("first.3");
    type("J");
    is_at("first.5");
    type("K");
    is_at("first.3");
    type("l");
    is_at("first.1");
    type("J");
    is_at("first.6");
    type("KK");
    says("the first one");
    type("2J");
    is_at("first.2");
}
END_TEST

START_TEST(topics_are_walked_with_counts)
{
    type("]");
    ck_assert_ptr_nonnull(strstr(row(2), "The timetable"));
    type("[");
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
    type("2]");
    ck_assert_ptr_null(strstr(row(2), "The timetable"));
    type("99]");
    says("the last one");
    type("g");
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
}
END_TEST

START_TEST(rounds_are_walked_and_say_what_is_missing)
{
    type("}");
    ck_assert_ptr_nonnull(strstr(row(0), "Second meeting"));
    ck_assert_ptr_nonnull(strstr(row(0), "incomplete: the morning only"));
    type("}");
    ck_assert_ptr_nonnull(strstr(row(0), "Third meeting"));
    ck_assert_ptr_nonnull(strstr(row(0), "not recorded"));
    type("}");
    says("the last round");
    type("{{");
    ck_assert_ptr_nonnull(strstr(row(0), "First meeting"));
    ck_assert_ptr_null(strstr(row(0), "incomplete"));
    type("{");
    says("the first round");
}
END_TEST

START_TEST(next_round_keeps_the_topic)
{
    type(":tolls\r");
    ck_assert_ptr_nonnull(strstr(row(2), "Tolls"));
    type("}");
    ck_assert_ptr_nonnull(strstr(row(2), "Tolls"));
    type("{:winter\r}");
    says("not in this record: Crossing in winter");
    type("}");
    says("not in this record: Crossing in winter");
    type("{{");
    ck_assert_ptr_nonnull(strstr(row(2), "Crossing in winter"));
    type("}]{");
    ck_assert_ptr_null(strstr(row(2), "Crossing in winter"));
}
END_TEST

START_TEST(omissions_are_never_silence)
{
    type("}:tolls\r");
    shows("omitted");
    hides("silent");
    type("{:tolls\r");
    shows("silent");
}
END_TEST

START_TEST(accounts_are_switched)
{
    type("C");
    ck_assert_ptr_nonnull(strstr(row(0), "account 2/2"));
    shows("as theirs");
    type("C");
    ck_assert_ptr_nonnull(strstr(row(0), "account 1/2"));
    type("}C");
    says("one account only");
}
END_TEST

START_TEST(links_are_selected_and_followed)
{
    type("h");
    is_at("first.3");
    reader_press(reader, PRESS_TAB);
    says("rebuts 1");
    reader_press(reader, PRESS_ENTER);
    is_at("first.1");
    reader_press(reader, PRESS_BACKSPACE);
    is_at("first.3");
    type(")");
    is_at("first.1");
    type("''");
    is_at("first.3");
    reader_press(reader, PRESS_BACKTAB);
    says("restated by second.1");
}
END_TEST

START_TEST(counterparts_and_attributions_are_gone_to)
{
    type("ho");
    is_at("first.1");
    type("o");
    is_at("first.3");
    type("J");
    is_at("first.5");
    type("w");
    says("overstated");
    is_at("first.1");
    reader_press(reader, PRESS_BACKSPACE);
    type("K");
    type("w");
    says("does not say what the other side holds");
}
END_TEST

START_TEST(unanswered_claims_are_found)
{
    type(":first.1\r.");
    const char *line = last_line();
    ck_assert_ptr_null(strstr(line, "first.1 "));
    type("99.");
    says("no claim without an answer");
}
END_TEST

START_TEST(searches_count_by_side)
{
    type(":first.1\r");
    type("/landing\r");
    says("North");
    says("hit 1/");
    type("n");
    says("hit 2/");
    type("N");
    says("hit 1/");
    type("/no such words\r");
    says("not found");
    type("/north:\r");
    ck_assert_ptr_null(strstr(last_line(), "hit"));
    type("/\x12"
         "mend(ed|ing)\r");
    says("/2 ");
    type("/\x12(\r");
    ck_assert_ptr_null(strstr(last_line(), "hit"));
}
END_TEST

START_TEST(searches_of_one_side)
{
    type("/south:landing\r");
    ck_assert_ptr_null(strstr(last_line(), "North"));
    says("South");
}
END_TEST

START_TEST(cancelled_searches_jump_nowhere)
{
    type("J");
    char *before = mem_text(str_of(shown()));
    type("/landing");
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_str_eq(shown(), before);
    free(before);
}
END_TEST

START_TEST(results_are_listed_and_opened)
{
    type("vr");
    says("no results yet");
    type("/landing\rvr");
    shows("results");
    shows("Second meeting");
    reader_press(reader, PRESS_ENTER);
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("vrq");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
    type("/nothing\r");
    is_at("second.1");
    type("vr");
    is_at("second.1");
}
END_TEST

START_TEST(commands_go_places)
{
    static const struct {
        const char *line;
        const char *shown;
    } cases[] = {
        {"first.4", "first.4"},
        {"4", "first.4"},
        {"first/memoir.2", "first/memoir.2"},
        {"second", "Second meeting"},
        {"1922", "Second meeting"},
        {"timet", "The timetable"},
        {"orlova", "Harbour master"},
        {"strait", "松の海峡"},
        {"memoir", "渡し守三十年"},
        {"first.99", "no passage"},
        {"nonsense", "nonsense"},
        {"columns north", "two columns"},
        {"columns north@first north@second", "second (incomplete)  North"},
        {"help", "SPACE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        type(":");
        type(cases[i].line);
        type("\r");
        shows(cases[i].shown);
        type(":first\r");
    }
}
END_TEST

START_TEST(prompts_complete)
{
    type(":timet");
    reader_press(reader, PRESS_TAB);
    ck_assert_ptr_nonnull(strstr(last_line(), ":timetable"));
    type("\r");
    ck_assert_ptr_nonnull(strstr(row(2), "The timetable"));
}
END_TEST

START_TEST(cards_tell_and_lead_on)
{
    type("h");
    reader_press(reader, 'i');
    shows("first.3");
    shows("Log of the harbour office");
    shows("rebuts");
    type("q");
    ck_assert_ptr_nonnull(strstr(row(2), "The landing"));
    type("vi");
    shows("What is conceded or agreed");
    type(":landing\r");
    type(":timetable\rvc");
    type(":card tolls\r");
    shows("left out of the");
    shows("silent");
}
END_TEST

START_TEST(rounds_have_cards)
{
    type("}}i");
    shows("Third meeting");
    shows("about 1923");
    type(":first\r:second\r");
    type(":winter\r");
    shows("Crossing in winter");
    shows("not recorded");
}
END_TEST

START_TEST(sides_are_swapped_and_stacked)
{
    type("x");
    const char *sides = row(1);
    ck_assert(strstr(sides, "South") < strstr(sides, "North"));
    type("x\\g");
    shows("North");
    ck_assert_uint_ne(row_of("The landing was built"), row_of("rebuts 1"));
    type("\\");
    resize(24, 60);
    type("g");
    ck_assert_uint_ne(row_of("The landing was built"), row_of("rebuts 1"));
    resize(24, 100);
    ck_assert_uint_eq(row_of("The landing was built"), row_of("3 rebuts 1"));
}
END_TEST

START_TEST(widths_are_changed)
{
    size_t before = (size_t)(strstr(row(1), "South") - screen);
    type("5>");
    ck_assert_uint_gt((size_t)(strstr(row(1), "South") - screen), before);
    type("9<");
    ck_assert_uint_lt((size_t)(strstr(row(1), "South") - screen), before);
}
END_TEST

START_TEST(sides_scroll_apart)
{
    resize(12, 100);
    type("hL");
    says("apart");
    char *right = mem_text(str_of(shown()));
    type("l3j");
    ck_assert_str_ne(shown(), right);
    shows("Совместный");
    type("L");
    says("together");
    free(right);
}
END_TEST

START_TEST(spoken_view_keeps_the_order_of_speaking)
{
    type("}}vs");
    shows("not recorded: no words of this round");
    type("{{vsg");
    size_t claim = row_of("The landing was built"), reply = row_of("Совместный");
    ck_assert_uint_lt(claim, reply);
    type("GK");
    type("vc");
    ck_assert_ptr_nonnull(strstr(row(1), "North"));
}
END_TEST

START_TEST(place_survives_any_size)
{
    static const size_t sizes[][2] = {{6, 20}, {24, 60}, {60, 200}, {7, 40}, {300, 500}, {24, 80}, {24, 100}};
    type(":first.7\r");
    is_at("first.7");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        resize(sizes[i][0], sizes[i][1]);
        shown();
    }
    is_at("first.7");
    shows("The tolls of the northern landing");
}
END_TEST

START_TEST(screens_that_are_too_small_say_so)
{
    resize(5, 80);
    shows("too small");
    resize(24, 19);
    shows("too small");
    type("jjJ]}/x\r");
    resize(24, 80);
    hides("too small");
}
END_TEST

START_TEST(current_passage_is_evident_without_colour)
{
    Buffer styles = {0};
    type("h");
    shown();
    ck_assert_uint_gt(grid->cursor_row, 2);
    ck_assert_uint_lt(grid->cursor_row, grid->rows - 1);
    grid_dump_styles(grid, &styles);
    char *picture = buffer_steal(&styles);
    ck_assert_ptr_nonnull(strchr(picture, 'r'));
    free(picture);
    shows(">  3");
}
END_TEST

START_TEST(wide_screens_have_a_third_pane)
{
    resize(50, 200);
    type("h");
    shows("Log of the harbour office");
    shows("Citation");
    resize(24, 100);
    hides("Citation");
}
END_TEST

START_TEST(names_lens_shows_the_other_name)
{
    type("#");
    says("names lens");
    type("#");
    says("as they are said");
}
END_TEST

START_TEST(copies_are_whole_and_cited)
{
    Str text;
    type(":first.2\r");
    reader_press(reader, 'y');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    ck_assert(text.at[text.len - 1] == '\n');
    ck_assert_uint_eq(str_find(text, '\n', 0), text.len - 1);
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    reader_press(reader, 'Y');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    char *copy = mem_text(text);
    ck_assert_ptr_nonnull(strstr(copy, "first.2"));
    ck_assert_ptr_nonnull(strstr(copy, "paraphrase"));
    free(copy);
    reader_press(reader, 'P');
    ck_assert_int_eq(reader_wish(reader, &text), WISH_COPY);
    copy = mem_text(text);
    ck_assert_ptr_nonnull(strstr(copy, "first.4"));
    free(copy);
}
END_TEST

START_TEST(views_are_saved)
{
    char directory[] = "unit-reader-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(directory));
    Buffer path = {0}, saved = {0};
    buffer_addf(&path, "%s/view", directory);
    char *name = buffer_steal(&path);
    type("s");
    type(name);
    type("\r");
    says("saved");
    ck_assert(file_read(name, 1 << 20, &saved, NULL, NULL));
    char *text = buffer_steal(&saved);
    ck_assert_ptr_nonnull(strstr(text, "First meeting at the customs house"));
    ck_assert_ptr_nonnull(strstr(text, "Совместный"));
    ck_assert_ptr_nonnull(strstr(text, "The tolls of the northern landing"));
    type("s");
    type(name);
    type("\r");
    says("is there already");
    ck_assert_int_eq(remove(name), 0);
    ck_assert_int_eq(remove(directory), 0);
    free(text);
    free(name);
}
END_TEST

START_TEST(restricted_readers_write_no_files)
{
    Reader *free_one = reader, *restricted = reader_open(dossier, false, true);
    reader = restricted;
    reader_resize(reader, 24, 100);
    type("s");
    says("restricted");
    reader = free_one;
    reader_close(restricted);
}
END_TEST

START_TEST(closing_goes_back_and_then_quits)
{
    Str text;
    type("?");
    shows("next passage");
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_NONE);
    type("q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_QUIT);
    type("?Q");
    ck_assert_int_eq(reader_wish(reader, &text), WISH_QUIT);
}
END_TEST

START_TEST(the_terminal_is_asked)
{
    Str text;
    reader_press(reader, PRESS_CTRL('L'));
    ck_assert_int_eq(reader_wish(reader, &text), WISH_REPAINT);
    reader_press(reader, PRESS_CTRL('Z'));
    ck_assert_int_eq(reader_wish(reader, &text), WISH_SUSPEND);
}
END_TEST

START_TEST(sessions_are_resumed)
{
    Session session = {0};
    type("}:landing\r:second.3\r\\");
    reader_keep(reader, &session);
    Reader *next = reader_open(dossier, false, false);
    Reader *old = reader;
    reader_resume(next, &session);
    reader = next;
    reader_resize(reader, 24, 100);
    is_at("second.3");
    reader = old;
    reader_close(next);
    session_free(&session);
}
END_TEST

START_TEST(unknown_keys_are_answered)
{
    type("Z");
    says("no such key");
    type("vz");
    says("views:");
    reader_press(reader, PRESS_OTHER);
    says("no such key");
    reader_press(reader, 0x1F600);
    says("no such key");
}
END_TEST

// Any keys in any order, at any size: nothing is asserted but that the reader goes on and paints. It is a
// restricted one, so that no view is saved under a name of random keys.
START_TEST(random_keys_do_no_harm)
{
    Reader *free_one = reader, *restricted = reader_open(dossier, false, true);
    reader = restricted;
    reader_resize(reader, 24, 100);
    static const char keys[] = "jkdu bgGhlJK][}{C\toOw(.,/nNU:xx\\<>L#yYPi?=vcvsvrvi\r\x1b"
                               "123abc'";
    unsigned state = 7;
    for (int i = 0; i < 4000; i++) {
        state = state * 1103515245u + 12345u;
        unsigned pick = state >> 16;
        if (pick % 97 == 0)
            resize(1 + pick % 60, 1 + pick % 170);
        reader_press(reader, (Press)(unsigned char)keys[pick % (sizeof keys - 1)]);
        reader_work(reader, 1);
        if (pick % 5 == 0)
            reader_paint(reader, grid);
    }
    resize(24, 100);
    reader_press(reader, PRESS_ESCAPE);
    ck_assert_uint_gt(strlen(shown()), 0);
    reader = free_one;
    reader_close(restricted);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader");
    TCase *tests = tcase_create("reader");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, head_is_cut_to_its_line);
    tcase_add_test(tests, begins_at_the_first_round_with_both_sides);
    tcase_add_test(tests, reply_stands_beside_its_claim);
    tcase_add_test(tests, passages_are_walked_on_each_side);
    tcase_add_test(tests, topics_are_walked_with_counts);
    tcase_add_test(tests, rounds_are_walked_and_say_what_is_missing);
    tcase_add_test(tests, next_round_keeps_the_topic);
    tcase_add_test(tests, omissions_are_never_silence);
    tcase_add_test(tests, accounts_are_switched);
    tcase_add_test(tests, links_are_selected_and_followed);
    tcase_add_test(tests, counterparts_and_attributions_are_gone_to);
    tcase_add_test(tests, unanswered_claims_are_found);
    tcase_add_test(tests, searches_count_by_side);
    tcase_add_test(tests, searches_of_one_side);
    tcase_add_test(tests, cancelled_searches_jump_nowhere);
    tcase_add_test(tests, results_are_listed_and_opened);
    tcase_add_test(tests, commands_go_places);
    tcase_add_test(tests, prompts_complete);
    tcase_add_test(tests, cards_tell_and_lead_on);
    tcase_add_test(tests, rounds_have_cards);
    tcase_add_test(tests, sides_are_swapped_and_stacked);
    tcase_add_test(tests, widths_are_changed);
    tcase_add_test(tests, sides_scroll_apart);
    tcase_add_test(tests, spoken_view_keeps_the_order_of_speaking);
    tcase_add_test(tests, place_survives_any_size);
    tcase_add_test(tests, screens_that_are_too_small_say_so);
    tcase_add_test(tests, current_passage_is_evident_without_colour);
    tcase_add_test(tests, wide_screens_have_a_third_pane);
    tcase_add_test(tests, names_lens_shows_the_other_name);
    tcase_add_test(tests, copies_are_whole_and_cited);
    tcase_add_test(tests, views_are_saved);
    tcase_add_test(tests, restricted_readers_write_no_files);
    tcase_add_test(tests, closing_goes_back_and_then_quits);
    tcase_add_test(tests, the_terminal_is_asked);
    tcase_add_test(tests, sessions_are_resumed);
    tcase_add_test(tests, unknown_keys_are_answered);
    tcase_add_test(tests, random_keys_do_no_harm);
    suite_add_tcase(suite, tests);
    return suite;
}
