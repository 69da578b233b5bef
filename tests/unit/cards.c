// SPDX-License-Identifier: MIT
// The cards of things, as they stand on the screen.
#include <string.h>

#include "../support/typing.h"
#include "unit.h"
#include "view/card/card.h"
#include "view/frame/inside.h"

static void open_ferry(void)
{
    open_fixture("tests/fixtures/ferry");
}

START_TEST(instruments_tell_what_they_say_and_to_whom)
{
    type(":deed\r");
    shows("Deed of the landing");
    shows("3 May 1901");
    shows("Both shores build the landing, and both mend it. (p. 1)");
    shows("What it is to Northern shore");
    shows("first.3");
    shows("What it is to Southern shore");
    shows("first.1 ");
    resize(60, 100);
    shows("Who invokes it, and when");
    shows("first  North 1  1 Mar 1921, The first meeting");
    hides("South 0");
}
END_TEST

START_TEST(an_instrument_leads_to_its_topic_and_back)
{
    type(":deed\rJ\r");
    shows("The northern landing");
    shows("Deed of the landing");
    type(":landing\ri");
    type(":card landing\r");
    shows("Deed of the landing");
}
END_TEST

// What is common ground, and what only looks like it.
static const char ground[] =
    "Dossier: d\nTitle: D\n\n"
    "Party: su\nTitle: Soviet Union\nShort: USSR\n\nParty: jp\nTitle: Japan\n\n"
    "Person: r\nTitle: Mr. Reka\nParty: su\n\nPerson: k\nTitle: Mr. Kawa\nParty: jp\n\n"
    "Person: d\nTitle: Ms. Doi\nParty: jp\nCapacity: opposition\n\n"
    "Topic: border\nTitle: The border\n\nTopic: yalta\nTitle: The pact of Yalta\n\n"
    "Instrument: pact\nTitle: The pact itself\nClause: 1; Peace.\nsu: one.10 one.99\n\n"
    "Round: one\nTitle: One\nDate: 1988\nParticipants: r k\nExtent: full\nTagged: full\n\n"
    "@ r\n[1] The line of the treaty is the border.\n{topics: border}\n"
    "@ k\n[2] That line is granted.\n{topics: border; act: concedes; answers: 1}\n"
    "[3] Let us yield, gentlemen.\n{topics: border; act: concedes; to: own}\n"
    "[4] Tea is welcome.\n{topics: border; act: procedure; agrees: 1}\n"
    "[5] So the border runs.\n{topics: border; agrees: 1}\n"
    "[6] No line at all.\n{topics: border; act: refuses; agrees: 1}\n"
    "[7] In old age: he was right.\n{topics: border; to: later; agrees: 1}\n"
    "[8] As a colleague said.\n{topics: border; agrees: 5}\n"
    "[9] He must have meant to give way.\n{topics: border; act: concedes; status: inferred}\n"
    "@ r\n[10] Japan was no party to it.\n{topics: yalta; act: concedes}\n"
    "@ r + k\n[11] Both will go on talking.\n{topics: border}\n"
    "[12] Adjourned till noon.\n{act: procedure}\n"
    "@ d\n[13] My party thinks otherwise.\n{topics: border; to: public}\n"
    "@ r\n[14] On some day.\n{topics: border; date: ?}\n";

static void open_ground(void)
{
    open_text(ground);
    resize(100, 100);
}

START_TEST(rounds_list_what_is_conceded_or_agreed)
{
    static const char *const missing[] = {"Let us yield", "Tea is welcome", "No line at all",
                                          "In old age",   "As a colleague", "He must have meant",
                                          "Adjourned",    "My party"};
    type(":card one\r");
    shows("What is conceded or agreed");
    shows("That line is granted.");
    shows("So the border runs.");
    shows("Japan was no party to it.");
    shows("11 USSR Japan ");
    shows("Both will go on talking.");
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        hides(missing[i]);
}
END_TEST

START_TEST(what_is_conceded_has_its_object)
{
    type(":card one\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("That line is granted.") + 1), "answers"));
    ck_assert_ptr_nonnull(
        strstr(row(row_of("That line is granted.") + 1), "one.1  answers  USSR  The line of"));
    ck_assert_ptr_nonnull(strstr(row(row_of("So the border runs.") + 1), "agrees"));
    ck_assert_ptr_nonnull(strstr(row(row_of("Japan was no party to it.") + 1), "on "));
    ck_assert_ptr_nonnull(strstr(row(row_of("Japan was no party to it.") + 1), "The pact of Yalta"));
    type("]J\r");
    is_at("one.1");
}
END_TEST

START_TEST(passages_tell_to_whom_and_for_whom)
{
    type(":card one.3\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("said to")), "their own side"));
    hides("speaks for");
    shows("Mr. Kawa, to their own side, One, 1988 (d one.3)");
    type(":card one.13\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("said to")), "the public"));
    ck_assert_ptr_nonnull(strstr(row(row_of("speaks for")), "the opposition"));
    shows("Ms. Doi, for the opposition, to the public, One");
    type(":card one.2\r");
    hides("said to");
    hides("speaks for");
    shows("Mr. Kawa, One, 1988");
}
END_TEST

START_TEST(instruments_show_what_is_there)
{
    type(":card pact\r");
    shows("one.10");
    hides("one.99");
}
END_TEST

START_TEST(no_date_is_borrowed_for_a_day_that_is_not_known)
{
    type(":card one.14\r");
    shows("Mr. Reka, One (d one.14)");
}
END_TEST

START_TEST(people_tell_for_whom_they_speak)
{
    type(":card d\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("speaks for")), "the opposition"));
    type(":card r\r");
    hides("speaks for");
}
END_TEST

// At the third pane's side: what is told beside the passage is not told again.
START_TEST(a_page_beside_the_passage_does_not_repeat_it)
{
    resize(50, 200);
    type(":one.2\rvc");
    is_at("one.2");
    const char *text = strstr(shown(), "That line is granted.");
    ck_assert_ptr_nonnull(text);
    ck_assert_ptr_null(strstr(text + 1, "That line is granted."));
    hides("speaker");
    hides("Other links");
    ck_assert_ptr_nonnull(strstr(row(row_of("act  ")), "concedes"));
    type("D");
    shows("That line is granted.");
    type("D");
    ck_assert_ptr_nonnull(strstr(row(row_of("Other links") + 1), "one.1  answers  USSR  The line of the"));
}
END_TEST

START_TEST(links_are_rows_of_a_table)
{
    resize(50, 60);
    type(":card one.1\r");
    ck_assert_str_eq(row(row_of("one.2  ")), " one.2  answered by   Japan  That line is granted.");
    ck_assert_str_eq(row(row_of("one.7  ")), " one.7  agreed to by  Japan  In old age: he was right.");
}
END_TEST

START_TEST(one_is_not_many)
{
    type(":card d\r");
    shows("1 passage ");
    type(":card k\r");
    shows("10 passages ");
}
END_TEST

static const char beside[] =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: USSR\n\nParty: jp\nTitle: Japan\n\nParty: us\nTitle: USA\n\n"
    "Topic: t\n\nTopic: u\n\nName: isle\nsu: Isle; Islet\njp: Isle\nus: Rock\n\n"
    "Round: one\nTitle: One\nDate: 1988\n\n"
    "@ su\n[1] The Isle is ours.\n{topics: t}\n"
    "@ jp\n[2] So they claimed.\n{topics: t; overstated: 1}\n"
    "[3] Of that under another head.\n{topics: u; answers: 1}\n"
    "[4] It is not.\n{topics: t; rebuts: 1}\n";

// Links that the columns do not show stand in the third pane.
START_TEST(other_links_are_those_that_are_not_shown_beside)
{
    close_reader();
    open_text(beside);
    resize(40, 200);
    type(":t\r:one.1\r");
    is_at("one.1");
    shows("Other links");
    shows("one.2  overstated by  Japan  So they");
    shows("one.3  answered by    Japan  Of that");
    hides("one.4");
}
END_TEST

START_TEST(a_name_that_several_use_is_told_once)
{
    close_reader();
    open_text(beside);
    type(":card one.1\r");
    shows("Isle (USSR, Japan) / Rock (USA)");
}
END_TEST

static void open_mill(void)
{
    open_fixture("tests/fixtures/standings");
    resize(60, 100);
}

START_TEST(states_have_their_reasons_on_the_card_of_a_topic)
{
    type(":card fish\r");
    shows("answered under Toll: 5");
    ck_assert_ptr_nonnull(
        strstr(row(row_of("answered elsewhere")), "full.5  The keepers of the weir, answered elsewhere"));
    type(":card road\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("full.6  ")), "Of the road another time."));
    type(":card ice\r");
    ck_assert_ptr_nonnull(strstr(row(row_of("left out of the record: 7") + 1), "Left out."));
    type(":card bridge\r");
    ck_assert_ptr_nonnull(strstr(row(row_of(", in another account") + 1), "I said"));
    type(":card flood\r");
    hides("full.9");
}
END_TEST

START_TEST(a_reason_is_gone_to)
{
    type(":card road\r]JJJ");
    type("\r");
    is_at("full.6");
}
END_TEST

START_TEST(another_account_that_has_the_words_is_gone_to)
{
    type(":full\r:bridge\r");
    shows("told by diary: 1");
    type("C");
    shows("I said that the bridge is everybody's.");
    is_at("full/diary.1");
    type("C");
    is_at("full.4");
}
END_TEST

START_TEST(where_a_record_is_printed_is_told)
{
    resize(60, 158);
    type(":lost\rvc");
    shows("one is printed in the Mill Gazette, no. 4");
    type(":card lost\r");
    shows("the Mill Gazette, no. 4; no copy is known to be left");
    type(":empty\rvc");
    hides("is printed in");
}
END_TEST

START_TEST(what_is_conceded_without_an_object_has_its_topics)
{
    close_reader();
    open_text(
        "Dossier: d\n\nParty: a\n\nParty: b\n\nTopic: t\nTitle: The border\n\nTopic: o\nTitle: The pact\n\n"
        "Round: r\nTitle: R\nDate: 1955\n\n@ a\n[1] word\n{topics: t}\n\n@ b\n[2] granted\n{topics: t o; "
        "act: concedes}\n"
        "[3] an offer in agreement\n{topics: t; act: offers; agrees: 1}\n\n"
        "Round: s\nTitle: S\nDate: 1956\n\n@ a\n[1] later\n\n"
        "Discrepancy: x\nAbout: the hour\nReading: r; noon\nReading: r.1; night\n\n"
        "Discrepancy: y\nAbout: the place\nReading: s; here\nReading: s.1; there\n");
    resize(60, 100);
    type(":card r\r");
    size_t at = row_of("granted");
    ck_assert_ptr_nonnull(strstr(row(at + 1), "on "));
    ck_assert_ptr_nonnull(strstr(row(at + 1), "The border"));
    ck_assert_ptr_null(strstr(row(at + 2), "on "));
    ck_assert_ptr_nonnull(strstr(row(at + 2), "The pact"));
    shows("an offer in agreement");
    shows("the hour");
    hides("the place");
}
END_TEST

START_TEST(the_card_of_an_account_is_that_of_its_round)
{
    close_reader();
    open_text("Dossier: d\n\nParty: a\n\nRound: r\nTitle: The first\nDate: 1955\n\n@ a\n[1] one\n\n"
              "Account: r/other\nTitle: Told later\n\n@ a\n[1] one\n\n"
              "Round: s\nTitle: The second\nDate: 1956\n\n@ a\n[1] two\n\n"
              "Round: t\nTitle: The third\nDate: 1957\n\n@ a\n[1] three\n");
    Sheet *sheet = sheet_new();
    card_add(sheet, reader->dossier, reader->skim, (Target){TARGET_ACCOUNT, 1, 0});
    ck_assert_uint_gt(sheet->entry_count, 0);
    ck_assert(str_equal(sheet->entries[0].text, str_of("The first")));
    sheet_free(sheet);
}
END_TEST

// A card that is asked for again is still that card: one key closes it.
START_TEST(a_card_closes_to_what_it_was_opened_from)
{
    type(":one.2\r:card one\r:card one\rq");
    is_at("one.2");
    type(":card one\r:card border\rq");
    shows("What is conceded or agreed");
    type("q");
    is_at("one.2");
    type(":card one\r?vi"); // back from another view it is the same card
    shows("What is conceded or agreed");
    type("q");
    is_at("one.2");
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("cards");
    TCase *tests = tcase_create("cards");
    tcase_add_checked_fixture(tests, open_ferry, close_reader);
    tcase_add_test(tests, instruments_tell_what_they_say_and_to_whom);
    tcase_add_test(tests, an_instrument_leads_to_its_topic_and_back);
    suite_add_tcase(suite, tests);
    TCase *grounds = tcase_create("ground");
    tcase_add_checked_fixture(grounds, open_ground, close_reader);
    tcase_add_test(grounds, rounds_list_what_is_conceded_or_agreed);
    tcase_add_test(grounds, what_is_conceded_has_its_object);
    tcase_add_test(grounds, a_card_closes_to_what_it_was_opened_from);
    tcase_add_test(grounds, the_card_of_an_account_is_that_of_its_round);
    tcase_add_test(grounds, what_is_conceded_without_an_object_has_its_topics);
    tcase_add_test(grounds, passages_tell_to_whom_and_for_whom);
    tcase_add_test(grounds, instruments_show_what_is_there);
    tcase_add_test(grounds, no_date_is_borrowed_for_a_day_that_is_not_known);
    tcase_add_test(grounds, people_tell_for_whom_they_speak);
    tcase_add_test(grounds, a_page_beside_the_passage_does_not_repeat_it);
    tcase_add_test(grounds, links_are_rows_of_a_table);
    tcase_add_test(grounds, one_is_not_many);
    tcase_add_test(grounds, other_links_are_those_that_are_not_shown_beside);
    tcase_add_test(grounds, a_name_that_several_use_is_told_once);
    suite_add_tcase(suite, grounds);
    TCase *states = tcase_create("states");
    tcase_add_checked_fixture(states, open_mill, close_reader);
    tcase_add_test(states, states_have_their_reasons_on_the_card_of_a_topic);
    tcase_add_test(states, a_reason_is_gone_to);
    tcase_add_test(states, another_account_that_has_the_words_is_gone_to);
    tcase_add_test(states, where_a_record_is_printed_is_told);
    suite_add_tcase(suite, states);
    return suite;
}
