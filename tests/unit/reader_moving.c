// SPDX-License-Identifier: MIT
// Moving about: in the text, from topic to topic, round to round, side to side.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/buffer.h"
#include "diptych/memory.h"
#include "diptych/standing.h"
#include "unit.h"
#include "view/frame/inside.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

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
    type("1}");
    ck_assert_ptr_nonnull(strstr(row(0), "Second meeting"));
    ck_assert_ptr_nonnull(strstr(row(0), "incomplete: the morning only"));
    type("1}");
    ck_assert_ptr_nonnull(strstr(row(0), "Third meeting"));
    ck_assert_ptr_nonnull(strstr(row(0), "not recorded"));
    type("1}");
    says("the last round");
    type("1{1{");
    ck_assert_ptr_nonnull(strstr(row(0), "First meeting"));
    ck_assert_ptr_null(strstr(row(0), "incomplete"));
    type("1{");
    says("the first round");
}
END_TEST

START_TEST(next_round_keeps_the_topic)
{
    type(":tolls\r");
    ck_assert_ptr_nonnull(strstr(row(2), "Tolls"));
    type("1}");
    ck_assert_ptr_nonnull(strstr(row(2), "Tolls"));
    type("{:winter\r1}");
    says("not in this record: Crossing in winter");
    type("1}");
    says("not recorded: Crossing in winter");
    type("1{1{");
    ck_assert_ptr_nonnull(strstr(row(2), "Crossing in winter"));
    type("1}]1{");
    ck_assert_ptr_null(strstr(row(2), "Crossing in winter"));
}
END_TEST

// Five rounds: both topics, the other one alone, none on record, a topic below the first, told elsewhere.
static const char rounds[] =
    "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
    "Topic: t\nTitle: Whole\n\nTopic: u\nTitle: Part\nParent: t\n\nTopic: o\nTitle: Other\n\n"
    "Round: r1\nTitle: One\nDate: 1955\n\n@ a\n[1] x\n{topics: t}\n\n[2] x\n{topics: o}\n\n"
    "Round: r2\nTitle: Two\nDate: 1956\n\n@ a\n[1] x\n{topics: o}\n\n"
    "Round: r3\nTitle: Three\nDate: 1957\nExtent: lost\n\n"
    "Round: r4\nTitle: Four\nDate: 1958\n\n@ b\n[1] x\n{topics: o}\n\n[2] x\n{topics: u}\n\n"
    "Round: r5\nTitle: Five\nDate: 1959\n\n@ b\n[1] x\n{topics: o}\n\n"
    "Account: r5/book\n\n@ a\n[7] x\n{topics: t}\n\n"
    "Round: r6\nTitle: Six\nDate: 1960\nExtent: lost\n";

START_TEST(a_topic_is_followed_to_the_rounds_that_raise_it)
{
    close_reader();
    open_text(rounds);
    work();
    type(":t\r");
    is_at("r1.1");
    type("}");
    says("passed over r2: not in the record; r3: not recorded");
    is_at("r4.2"); // under a topic below it, and it is still the one that is followed
    type("}");
    is_at("r5/book.7");
    type("}");
    says("no later round raises this; 1} goes on all the same");
    says("r6: not recorded");
    is_at("r5/book.7");
    type("1}");
    ck_assert_ptr_nonnull(strstr(row(0), "Six"));
    type("{");
    is_at("r5/book.7");
    type("{");
    ck_assert_ptr_null(strstr(last_line(), "Whole")); // is not what this round lacks
    is_at("r4.2");
    type("{");
    is_at("r1.1");
    says("r1.1");
    type("{");
    says("the first round");
}
END_TEST

START_TEST(rounds_that_are_passed_over_are_counted_where_there_is_no_room)
{
    close_reader();
    open_text(rounds);
    work();
    resize(24, 50);
    type(":t\r}");
    says("passed over 1 not in the record; 1 not recorded");
}
END_TEST

// Rounds of the dossier, whose skim is complete, that raise the topic in some account.
static size_t rounds_raising(const char *topic)
{
    uint32_t index = dossier_topic(dossier, str_of(topic));
    size_t count = 0;
    for (size_t i = 0; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        bool raised = false;
        for (uint32_t k = 0; k < round->account_count && !raised; k++)
            raised = standing_is_raised(dossier, reader->skim, round->account + k, index);
        count += raised;
    }
    return count;
}

// From the first round that raises it; the last press says that there is none behind.
START_TEST(the_shipped_dossier_is_walked_in_as_many_presses_as_rounds)
{
    static const char *const walks[][2] = {{":london1\r:art9-transfer\r", "art9-transfer"},
                                           {":orders1945\r:yalta-1945\r", "yalta-1945"},
                                           {":orders1945\r:kurile-extent\r", "kurile-extent"},
                                           {":sanfrancisco1951\r:shimoda-1855\r", "shimoda-1855"}};
    close_reader();
    open_fixture("transcripts/soviet-japanese");
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        size_t presses = 0;
        type(walks[i][0]);
        while (!strstr(last_line(), "no later round") && !strstr(last_line(), "the last round")) {
            type("}");
            ck_assert_uint_lt(++presses, 100);
        }
        ck_assert_msg(presses == rounds_raising(walks[i][1]), "%s: %zu presses", walks[i][1], presses);
    }
}
END_TEST

START_TEST(cards_of_rounds_lead_to_the_next_card)
{
    type("vi");
    shows("First meeting at the customs house ──");
    type("}");
    shows("Second meeting, on the water ──");
    type("}");
    shows("Third meeting ──");
    type("}");
    says("the last round");
    type("2{");
    shows("First meeting at the customs house ──");
    // One beside the other: they are closed as one.
    type("}q");
    is_at("first.3");
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

START_TEST(sides_are_swapped_and_stacked)
{
    type("x");
    const char *sides = row(1);
    ck_assert(strstr(sides, "South") < strstr(sides, "North"));
    type("x\\g");
    shows("North");
    ck_assert_uint_ne(row_of("rebutted by 3"), row_of("rebuts 1"));
    type("\\");
    resize(24, 60);
    type("g");
    ck_assert_uint_ne(row_of("rebutted by 3"), row_of("rebuts 1"));
    resize(24, 100);
    ck_assert_uint_eq(row_of("rebutted by 3"), row_of("3 rebuts 1"));
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
    type("2}vs");
    shows("no record of this round here");
    type("2{vsg");
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

// One row of the pane is told as the current passage's.
static bool current_is_shown(void)
{
    for (size_t at = 3; at + 1 < grid->rows; at++)
        if (*row(at) == '>')
            return true;
    return false;
}

START_TEST(the_current_passage_follows_a_scroll)
{
    resize(7, 100);
    type("h");
    is_at("first.3");
    for (int i = 0; i < 30; i++) {
        type("j");
        ck_assert_msg(current_is_shown(), "after %d rows:\n%s", i + 1, shown());
    }
    type("99j");
    is_at("first.10"); // of the same side
    for (int i = 0; i < 30; i++) {
        type("k");
        ck_assert_msg(current_is_shown(), "after %d rows up:\n%s", i + 1, shown());
    }
    type("99k");
    is_at("first.3");
    type("l99j99k");
    is_at("first.1");
}
END_TEST

START_TEST(a_scroll_leaves_what_is_shown_current)
{
    type("lJ");
    is_at("first.6");
    type("j");
    is_at("first.6");
    type("k");
    is_at("first.6");
}
END_TEST

START_TEST(sides_stand_beside_each_other_from_64_columns_on)
{
    resize(24, 63);
    type("g");
    ck_assert_uint_ne(row_of("rebutted by 3"), row_of("rebuts 1"));
    resize(24, 64);
    type("g");
    ck_assert_uint_eq(row_of("rebutted by 3"), row_of("rebuts 1"));
}
END_TEST

// Each pair differs from the next in one thing.
START_TEST(columns_are_come_back_to)
{
    static const char *const columns[] = {
        "north south",
        "north isle",
        "south isle",
        "south@first isle@second",
        "north@first isle@second",
        "north@first south@second",
        "north@second south@first",
        "north@second isle@first",
        "north@first/memoir isle@first",
        "north@first south",
        "north@second south",
        "north@second isle@first/memoir",
    };
    char *seen[sizeof columns / sizeof *columns];
    size_t count = sizeof columns / sizeof *columns;
    for (size_t i = 0; i < count; i++) {
        type(":columns ");
        type(columns[i]);
        type("\r");
        seen[i] = mem_text(str_of(row(1)));
        if (i)
            ck_assert_str_ne(seen[i], seen[i - 1]);
    }
    for (size_t i = count - 1; i-- > 0;) {
        reader_press(reader, PRESS_BACKSPACE);
        ck_assert_msg(strcmp(row(1), seen[i]) == 0, "%s: %s", columns[i], screen);
    }
    reader_press(reader, PRESS_BACKSPACE);
    ck_assert_uint_eq(row_of("rebutted by 3"), row_of("3 rebuts 1"));
    for (size_t i = 0; i < count; i++)
        free(seen[i]);
}
END_TEST

// The words of the row, without what marks the current passage.
static char *words_of_row(size_t at)
{
    const char *words = strchr(row(at), 'w');
    ck_assert_ptr_nonnull(words);
    return mem_text(str_of(words));
}

START_TEST(a_page_keeps_one_row)
{
    Buffer text = {0};
    buffer_add_text(&text,
                    "Dossier: d\n\nParty: a\n\nParty: b\n\nRound: r\nTitle: R\nDate: 1955\n\n@ a\n[1]");
    for (int i = 0; i < 1000; i++)
        buffer_addf(&text, " w%d", i);
    buffer_add_byte(&text, '\n');
    char *dip = buffer_steal(&text);
    close_reader();
    open_text(dip);
    resize(12, 100);
    work();
    char *first = words_of_row(3), *last = words_of_row(9);
    type(" ");
    char *top = words_of_row(3);
    ck_assert_str_eq(top, last);
    type("b");
    free(top);
    top = words_of_row(3);
    ck_assert_str_eq(top, first);
    free(top);
    free(first);
    free(last);
    free(dip);
}
END_TEST

START_TEST(a_thousand_places_are_remembered)
{
    for (int i = 0; i < 1200; i++)
        type(i % 2 ? ":first.1\r" : ":first.2\r");
    is_at("first.1");
    type("998(");
    is_at("first.1");
    type("(");
    is_at("first.2");
    type("(");
    says("no place before this one");
    type("999)");
    is_at("first.1");
}
END_TEST

// Rounds of su and jp, of jp and us, of us alone, of ru and jp.
static const char sides[] =
    "Dossier: d\n\nParty: su\nTitle: SU\n\nParty: jp\nTitle: JP\n\nParty: us\nTitle: US\n\n"
    "Party: ru\nTitle: RU\nSucceeds: su\n\nTopic: t\nTitle: T\n\n"
    "Round: r1\nTitle: One\nDate: 1955\n\n@ su\n[1] x\n{topics: t}\n\n@ jp\n[2] y\n{topics: t}\n\n"
    "Round: r2\nTitle: Two\nDate: 1956\n\n@ jp\n[1] x\n{topics: t}\n\n@ us\n[2] y\n{topics: t}\n\n"
    "Round: r3\nTitle: Three\nDate: 1957\n\n@ us\n[1] x\n{topics: t}\n\n"
    "Round: r4\nTitle: Four\nDate: 1992\n\n@ jp\n[1] x\n{topics: t}\n\n@ ru\n[2] y\n{topics: t}\n";

// The sides that the second line of the screen names, from left to right.
static void stand(const char *left, const char *right)
{
    const char *line = row(1);
    const char *l = strstr(line, left), *r = strstr(line, right);
    ck_assert_msg(l && r && l < r, "not %s and %s: %s", left, right, line);
}

static void open_sides(void)
{
    close_reader();
    open_text(sides);
    work();
}

START_TEST(sides_stay_where_they_are)
{
    open_sides();
    stand("SU", "JP");
    type("}");
    stand("US", "JP"); // lent
    type("}");
    stand("SU", "US"); // neither is there
    type("}");
    stand("RU", "JP"); // by succession
    type(":r1\r");
    stand("SU", "JP");
    type(":r2.2\r:r1.1\r");
    stand("SU", "JP");
    type(":r2\rvs:r1\r");
    stand("SU", "JP");
    type("x:r3\r");
    stand("US", "SU");
    type(":r2\r");
    stand("JP", "US");
    type("x");
    stand("US", "JP");
    type(":r1\r");
    stand("SU", "JP");
}
END_TEST

START_TEST(places_are_come_back_to_with_the_sides_as_chosen)
{
    open_sides();
    type(":r2\r:r4\rx(");
    stand("JP", "US");
    type("(");
    stand("JP", "SU");
    // Columns that were asked for are a choice; one side in two rounds is none.
    type(":columns us jp\r");
    stand("US", "JP");
    type(":columns jp@r1 jp@r2\rx:r2\r");
    stand("US", "JP");
    type(":r1\r");
    stand("SU", "JP");
}
END_TEST

START_TEST(what_a_round_lends_is_not_kept)
{
    open_sides();
    type("x:r2\r");
    stand("JP", "US");
    Session session = {0};
    reader_keep(reader, &session);
    ck_assert_str_eq(session.columns[0], "jp");
    ck_assert_str_eq(session.columns[1], "su");
    reader_close(reader);
    reader = reader_open(dossier, false, true);
    reader_resize(reader, 24, 100);
    reader_resume(reader, &session);
    stand("JP", "US");
    type(":r1\r");
    stand("JP", "SU");
    session_free(&session);
}
END_TEST

START_TEST(a_joint_text_is_marked_from_either_side)
{
    type("\\:first.8\r");
    for (const char *side = "hlhl"; *side; side++) {
        type((char[]){*side, 0});
        is_at("first.8");
        ck_assert_ptr_nonnull(strstr(row(row_of("The timetable stands as agreed") - 1), ">"));
    }
}
END_TEST

// How a side's name in the second line is marked, and the number of its passage.
static Style style_of_name(const char *name)
{
    const char *line = row(1);
    const char *at = strstr(line, name);
    ck_assert_msg(at != NULL, "no %s: %s", name, line);
    return grid->cells[grid->columns + (size_t)(at - line)].style & (Style)~STYLE_REVERSE;
}

static Style style_of_number(char number, size_t from)
{
    (void)shown();
    for (size_t i = 3; i < 5; i++)
        for (size_t at = from; at < grid->columns; at++)
            if (grid->cells[i * grid->columns + at].bytes[0] == number)
                return grid->cells[i * grid->columns + at].style & (Style)~STYLE_REVERSE;
    ck_abort_msg("no %c on\n%s", number, shown());
}

START_TEST(colours_belong_to_the_parties)
{
    open_sides();
    const Style su = style_of_name("SU"), jp = style_of_name("JP");
    ck_assert_uint_ne(su, STYLE_PLAIN);
    ck_assert_uint_ne(jp, STYLE_PLAIN);
    ck_assert_uint_ne(su & STYLE_HUES, jp & STYLE_HUES);
    ck_assert_uint_ne(su & (Style)~STYLE_HUES, jp & (Style)~STYLE_HUES);
    ck_assert_uint_eq(style_of_number('1', 0), su);
    ck_assert_uint_eq(style_of_number('2', 50), jp);
    type("x");
    ck_assert_uint_eq(style_of_name("SU"), su);
    ck_assert_uint_eq(style_of_name("JP"), jp);
    ck_assert_uint_eq(style_of_number('1', 50), su);
    ck_assert_uint_eq(style_of_number('2', 0), jp);
    type("}");
    ck_assert_uint_eq(style_of_name("JP"), jp);
    const Style us = style_of_name("US");
    ck_assert_uint_ne(us & STYLE_HUES, su & STYLE_HUES);
    ck_assert_uint_ne(us & STYLE_HUES, jp & STYLE_HUES);
    ck_assert_uint_ne(us & (Style)~STYLE_HUES, su & (Style)~STYLE_HUES);
    ck_assert_uint_ne(us & (Style)~STYLE_HUES, jp & (Style)~STYLE_HUES);
    type(":r4\r");
    ck_assert_uint_eq(style_of_name("RU"), su);
    type(":columns jp@r1 jp@r2\r");
    ck_assert_uint_eq(style_of_number('2', 0), jp);
    ck_assert_uint_eq(style_of_number('1', 50), jp);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_moving");
    TCase *tests = tcase_create("reader_moving");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, passages_are_walked_on_each_side);
    tcase_add_test(tests, topics_are_walked_with_counts);
    tcase_add_test(tests, rounds_are_walked_and_say_what_is_missing);
    tcase_add_test(tests, next_round_keeps_the_topic);
    tcase_add_test(tests, a_topic_is_followed_to_the_rounds_that_raise_it);
    tcase_add_test(tests, rounds_that_are_passed_over_are_counted_where_there_is_no_room);
    tcase_add_test(tests, the_shipped_dossier_is_walked_in_as_many_presses_as_rounds);
    tcase_add_test(tests, cards_of_rounds_lead_to_the_next_card);
    tcase_add_test(tests, accounts_are_switched);
    tcase_add_test(tests, sides_are_swapped_and_stacked);
    tcase_add_test(tests, widths_are_changed);
    tcase_add_test(tests, sides_scroll_apart);
    tcase_add_test(tests, spoken_view_keeps_the_order_of_speaking);
    tcase_add_test(tests, place_survives_any_size);
    tcase_add_test(tests, the_current_passage_follows_a_scroll);
    tcase_add_test(tests, a_scroll_leaves_what_is_shown_current);
    tcase_add_test(tests, sides_stand_beside_each_other_from_64_columns_on);
    tcase_add_test(tests, columns_are_come_back_to);
    tcase_add_test(tests, a_page_keeps_one_row);
    tcase_add_test(tests, a_thousand_places_are_remembered);
    tcase_add_test(tests, sides_stay_where_they_are);
    tcase_add_test(tests, places_are_come_back_to_with_the_sides_as_chosen);
    tcase_add_test(tests, what_a_round_lends_is_not_kept);
    tcase_add_test(tests, a_joint_text_is_marked_from_either_side);
    tcase_add_test(tests, colours_belong_to_the_parties);
    suite_add_tcase(suite, tests);
    return suite;
}
