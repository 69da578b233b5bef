// SPDX-License-Identifier: MIT
// The links of a passage: selecting, following, what is unanswered; the places visited on the way.
#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "unit.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

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

static const char attributed[] =
    "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\n\nRound: lost\nTitle: Lost\nDate: 1899\nExtent: lost\n\n"
    "Round: r\nTitle: R\nDate: 1900\n\n@ a\n[1] One thing.\n{topics: t}\n[2] Another thing.\n{topics: t}\n"
    "[3] A third.\n{topics: t}\n\n@ b\n[4] They said it all.\n{topics: t; distorted: 3; overstated: 1-2;"
    " elsewhere: lost;\n why: \"the one thing and the other were said, but with so many reserves, each of "
    "them in its"
    " own place and in words that nobody could take for more than a courtesy, that no more is left of the "
    "claim than"
    " its last word\"}\n[5] They said more.\n{topics: t; supported: 1}\n";
static const char filler[] = " filler";

// However long the reason is, it is shown whole.
START_TEST(what_was_really_said_is_never_cut)
{
    static const size_t sizes[][2] = {{20, 60}, {24, 80}, {40, 120}, {60, 200}};
    Buffer whole = {0};
    buffer_add_text(&whole, attributed);
    buffer_add_text(&whole, "[6]");
    for (size_t i = 0; i < 2000; i++)
        buffer_add_text(&whole, filler);
    buffer_add_text(&whole, "\n");
    char *words = buffer_steal(&whole);
    close_reader();
    open_text(words);
    free(words);
    work();
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        resize(sizes[i][0], sizes[i][1]);
        type(":4\rw");
        shows(">  1");
        shows("One thing.");
        Buffer message = {0};
        for (size_t at = row_of("r.1-2 overstated by r.4"); at < grid->rows; at++)
            buffer_addf(&message, "%s", row(at));
        char *text = buffer_steal(&message);
        ck_assert_ptr_nonnull(
            strstr(text, "; r.3 distorted by r.4; lost said to hold words cited by r.4: the one"));
        ck_assert_ptr_nonnull(strstr(text, "its last word"));
        ck_assert_ptr_null(strstr(text, "\u2026"));
        ck_assert_ptr_null(strstr(text, filler + 1)); // what stood there is gone
        ck_assert_ptr_null(strstr(text, "?:help"));
        free(text);
        type("j");
        hides("reserves"); // it is gone with the next key
    }
    resize(24, 80);
    type(":5\rw");
    says("r.1 fairly reported by r.5");
    is_at("r.1");
    resize(7, 40); // where there is no room it is said that there is more
    type(":4\rw");
    says("\u2026");
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

START_TEST(a_selected_link_is_let_go_on_moving_on)
{
    static const char *const ways[] = {"JK", "jk", "lh", "u"};
    type(":first.3\r");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        reader_press(reader, PRESS_TAB);
        says("link 1/");
        type(ways[i]);
        is_at("first.3");
        reader_press(reader, PRESS_ENTER);
        shows("\n card\n"); // its own, as without a link
        type("q");
        is_at("first.3");
    }
    reader_press(reader, PRESS_TAB);
    type("2");
    reader_press(reader, PRESS_TAB);
    says("link 3/"); // a count moves nothing
}
END_TEST

START_TEST(what_lay_ahead_is_forgotten_after_a_jump)
{
    type(":first.7\r:first.4\r:first.2\r((");
    is_at("first.7");
    type(":first.10\r)");
    says("no place behind this one");
    is_at("first.10");
    type("(");
    is_at("first.7");
    type(")");
    is_at("first.10");
    type("((");
    is_at("first.3");
    type("(");
    says("no place before this one");
}
END_TEST

// Two topics; in the first a claim is answered on its row, and before that by one under the second topic.
static const char replies[] =
    "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
    "Topic: t\nTitle: First\n\nTopic: o\nTitle: Second\n\n"
    "Round: r\nTitle: R\nDate: 1955\n\n"
    "@ a\n[1] claim\n{topics: t}\n\n"
    "@ b\n[2] elsewhere\n{topics: o; rebuts: 1}\n\n[3] here\n{topics: t; answers: 1}\n\n"
    "@ a\n[4] both\n{topics: t o}\n\n"
    "@ b\n[5] again\n{topics: t o; answers: 4}\n\n"
    "@ a\n[6] alone\n{topics: t}\n\n"
    "@ b\n[7] afar\n{topics: o; answers: 6}\n";

START_TEST(the_counterpart_is_that_of_the_row_and_the_topic)
{
    close_reader();
    open_text(replies);
    work();
    type(":1\ro");
    is_at("r.3");
    ck_assert_ptr_nonnull(strstr(row(2), "First"));
    type("g:4\ro"); // it and its reply stand in both
    is_at("r.5");
    resize(6, 100);
    ck_assert_ptr_nonnull(strstr(row(2), "First"));
    type("]h");
    is_at("r.4");
    ck_assert_ptr_nonnull(strstr(row(2), "Second"));
    type("o");
    is_at("r.5");
    ck_assert_ptr_nonnull(strstr(row(2), "Second"));
    type(":6\ro");
    is_at("r.7"); // there is no other
}
END_TEST

START_TEST(the_counterpart_again_goes_back)
{
    close_reader();
    open_text(replies);
    work();
    type(":6\ro");
    is_at("r.7");
    type("o");
    is_at("r.6");
    type("o");
    is_at("r.7");
    // By another way it is the counterpart that is gone to, not back.
    type(":4\r:7\ro");
    is_at("r.6");
    type(":1\roo");
    is_at("r.1");
    type("ooo");
    is_at("r.3");
}
END_TEST

START_TEST(the_counterpart_is_what_is_replied_to_before_what_replies)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n"
              "@ a\n[1] first\n\n@ b\n[2] second\n{rebuts: 1}\n\n@ a\n[3] third\n{rebuts: 2}\n\n"
              "@ b\n[4] fourth\n\n@ a\n[5] fifth\n{same: 4}\n\n@ b\n[6] sixth\n{rebuts: 5}\n");
    work();
    type(":2\ro");
    is_at("r.1");
    type(":5\ro");
    is_at("r.6");
}
END_TEST

// The cell that the cursor is on, which has to be reversed.
static char pointed_at(void)
{
    reader_paint(reader, grid);
    const Cell *cell = &grid->cells[grid->cursor_row * grid->columns + grid->cursor_column];
    ck_assert_int_eq(cell->style & STYLE_REVERSE, STYLE_REVERSE);
    return cell->bytes[0];
}

START_TEST(the_cursor_goes_to_the_link_that_is_selected)
{
    close_reader();
    open_text(
        "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: T\n\n"
        "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[7] Seven, said of 7 and 8.\n{topics: t}\n\n[8] Eight.\n\n"
        "@ b\n[9] Nine, of 7 and 8.\n{topics: t; rebuts: 7; answers: 8}\n");
    work();
    type(":9\r\t");
    says("link 1/2: rebuts 7");
    ck_assert_int_eq(pointed_at(), '7');
    ck_assert_uint_lt(grid->cursor_row, 8); // beside the number
    type("\t");
    says("link 2/2: answers 8");
    ck_assert_int_eq(pointed_at(), '8');
    ck_assert_uint_ge(grid->cursor_row, grid->rows - 2); // it is not beside the words
    type("J");
    reader_paint(reader, grid);
    ck_assert_uint_ne(grid->cursor_row, grid->rows - 1);
}
END_TEST

// In the topic that is read an answer goes before what rebuts the passage elsewhere; and a text of both sides
// is no counterpart of itself.
START_TEST(a_counterpart_on_the_topic_goes_before_a_nearer_tie)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: First\n\nTopic: "
              "o\nTitle: Second\n\n"
              "Round: r\nTitle: R\nDate: 1955\n\n"
              "@ a\n[1] claim\n{topics: t}\n[2] claim\n{topics: t}\n\n"
              "@ b\n[8] elsewhere\n{topics: o; rebuts: 2}\n[3] across\n{topics: t; answers: 2}\n"
              "[4] crossing\n{topics: t; answers: 1}\n[5] elsewhere\n{topics: o; rebuts: 1}\n\n"
              "@ a + b\n[6] together\n{topics: t}\n\n@ a\n[7] of it\n{topics: o; restates: 6}\n");
    work();
    type(":1\ro");
    is_at("r.4");
    type(":2\ro");
    is_at("r.3");
    type(":6\ro");
    says("nothing the other side says");
    is_at("r.6");
}
END_TEST

// Having been to other places the same passage is one like any other.
START_TEST(the_counterpart_goes_back_only_from_where_it_led)
{
    close_reader();
    open_text(
        "Dossier: d\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nRound: r\nTitle: R\nDate: 1955\n\n"
        "@ a\n[1] claim\n[2] claim\n\n@ b\n[3] reply\n{rebuts: 1 2}\n\n@ a\n[4] word\n\n@ b\n[5] word\n");
    work();
    type(":2\ro");
    is_at("r.3");
    type(":5\r:3\ro");
    is_at("r.1"); // not back to 2
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("reader_links");
    TCase *tests = tcase_create("reader_links");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, the_cursor_goes_to_the_link_that_is_selected);
    tcase_add_test(tests, links_are_selected_and_followed);
    tcase_add_test(tests, counterparts_and_attributions_are_gone_to);
    tcase_add_test(tests, what_was_really_said_is_never_cut);
    tcase_add_test(tests, unanswered_claims_are_found);
    tcase_add_test(tests, a_selected_link_is_let_go_on_moving_on);
    tcase_add_test(tests, what_lay_ahead_is_forgotten_after_a_jump);
    tcase_add_test(tests, the_counterpart_is_that_of_the_row_and_the_topic);
    tcase_add_test(tests, the_counterpart_again_goes_back);
    tcase_add_test(tests, the_counterpart_goes_back_only_from_where_it_led);
    tcase_add_test(tests, a_counterpart_on_the_topic_goes_before_a_nearer_tie);
    tcase_add_test(tests, the_counterpart_is_what_is_replied_to_before_what_replies);
    suite_add_tcase(suite, tests);
    return suite;
}
