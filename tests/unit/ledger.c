// SPDX-License-Identifier: MIT
// The ledger on the screen: every claim, what became of it, and which are asked for.
#include "diptych/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "../support/typing.h"
#include "diptych/ledger_words.h"
#include "unit.h"

static const size_t sizes[][2] = {{20, 60}, {24, 80}, {40, 120}, {60, 200}};
#define SIZES 4

static void open_shipped(void)
{
    open_fixture("transcripts/soviet-japanese");
    begin_in("overview");
}

START_TEST(it_opens_at_the_round_at_hand)
{
    resize(sizes[_i][0], sizes[_i][1]);
    type("vl");
    shows("ledger: every claim; ");
    shows(">");
    shows("wg1: Working group on the peace treaty, first");
    shows("wg1.11, undecided");
    shows("undecided: an answer may stand in wg1 (a summary), wg2-");
}
END_TEST

START_TEST(a_claim_and_its_replies_fold)
{
    resize(60, 120);
    type("vlJ");
    shows("> 11* [-] Takakazu Kuriyama, wg1.11, undecided");
    shows("undecided: an answer may stand");
    type("z");
    shows("[+1] Takakazu Kuriyama, wg1.11, undecided");
    type("z");
    shows("[-] Takakazu Kuriyama, wg1.11, undecided");
}
END_TEST

START_TEST(rounds_open_and_close)
{
    resize(40, 100);
    type("vlz");
    shows("[+] wg1: ");
    hides("wg1.12");
    type("\r");
    shows("wg1.12");
    hides("[+] wg1: ");
}
END_TEST

START_TEST(only_what_is_asked_for_is_shown)
{
    resize(24, 120);
    type("vlfsu def\r");
    shows("ledger: USSR, defers; 72");
    shows("Igor A. Rogachev, wg1.45, put off");
    hides("Japan 29");
    type("fjp answ\r");
    says("several begin so");
    shows("ledger: USSR, defers; 72");
    type("fjp answered\r");
    shows("ledger: Japan, answered; ");
    type("fnobody\r");
    says("nobody");
    type("f\r");
    shows("ledger: every claim; ");
    type("fopen\r");
    shows("There is none.");
}
END_TEST

START_TEST(what_is_asked_for_can_be_typed_behind_the_word)
{
    type(":ledger kuriyama act:concedes\r");
    shows("Takakazu Kuriyama, concedes; 9");
    type(":ledger\r");
    shows("every claim");
}
END_TEST

START_TEST(wishes_are_completed)
{
    type("vlfsu def\t");
    says("only: su defers");
    type("\r");
    shows("ledger: USSR, defers; 72");
    type("fco\t");
    says("only: contradicts");
    type("\t");
    says("only: conditions");
    type("\x07:ledger kuriy\t");
    says(":ledger kuriyama");
    type(" state:un\t\r");
    shows("Takakazu Kuriyama, undecided");
}
END_TEST

START_TEST(enter_opens_the_passage)
{
    type("vlJ\r");
    is_at("wg1.11");
    reader_press(reader, PRESS_BACKSPACE);
    shows("ledger: every claim");
}
END_TEST

START_TEST(claims_are_walked_from_any_view)
{
    static const char *const ways[] = {"", "vs", "vm", "vl", "vi", "vx"};
    type(ways[_i]);
    type(".");
    ck_assert_ptr_nonnull(strstr(last_line(), "wg1."));
}
END_TEST

START_TEST(a_topic_and_a_cell_say_where_the_walk_begins)
{
    type("]."); // Shimoda
    is_at("wg1.57");
    type("vo]]vm2}."); // the evening of March 1989
    shows("no claim without an answer on this topic");
}
END_TEST

START_TEST(words_are_taken_in_any_order)
{
    static const struct {
        const char *words;
        LedgerFilter filter;
    } cases[] = {
        {"", {NONE, NONE, NONE, 0, 0, 0, 0}},
        {"su", {0, NONE, NONE, 0, 0, 0, 0}},
        {"put-off su", {0, NONE, NONE, 0, 0, 0, 1u << CLAIM_PUT_OFF}},
        {"  Japan   open undecided ", {1, NONE, NONE, 0, 0, 0, 1u << CLAIM_OPEN | 1u << CLAIM_UNDECIDED}},
        {"offers act:demands", {NONE, NONE, NONE, 1u << ACT_OFFERS | 1u << ACT_DEMANDS, 0, 0, 0}},
        {"oppo", {NONE, NONE, NONE, 0, 1u << CAPACITY_OPPOSITION, 0, 0}},
        {"link:rebuts", {NONE, NONE, NONE, 0, 0, 1u << VERB_REBUTS, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        LedgerFilter filter;
        Error error;
        ck_assert_msg(ledger_words_take(dossier, str_of(cases[i].words), &filter, &error), "%s", error.text);
        ck_assert_mem_eq(&filter, &cases[i].filter, sizeof filter);
    }
    static const char *const wrong[] = {
        "con", "act:open", "side:nobody", "topic:", "state:", "as:rebuts", "topic:nothing"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        LedgerFilter filter;
        Error error;
        ck_assert_msg(!ledger_words_take(dossier, str_of(wrong[i]), &filter, &error), "%s", wrong[i]);
    }
}
END_TEST

START_TEST(it_fills_between_keys)
{
    Buffer text = {0};
    buffer_add_text(&text,
                    "Dossier: many\nTitle: Many\nFormat: 1\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\n"
                    "Topic: t\nTitle: T\n");
    for (size_t i = 0; i < 1500; i++) {
        buffer_addf(&text, "\nRound: r%zu\nTitle: R%zu\nDate: %zu\nParticipants: a b\n\n@ a\n", i, i,
                    1000 + i);
        for (size_t k = 1; k <= 200; k++)
            buffer_addf(&text, "[%zu] Words.\n{topics: t}\n", k);
    }
    open_text(text.bytes);
    buffer_free(&text);
    reader_press(reader, 'v');
    reader_press(reader, 'l');
    shows("of 1500 records");
    shows("not counted yet");
    work();
    hides("of 1500 records");
    hides("not counted yet");
    shows("300000");
    close_reader();
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("ledger");
    TCase *shipped = tcase_create("shipped"), *own = tcase_create("own");
    tcase_add_checked_fixture(shipped, open_shipped, close_reader);
    tcase_add_loop_test(shipped, it_opens_at_the_round_at_hand, 0, SIZES);
    tcase_add_test(shipped, a_claim_and_its_replies_fold);
    tcase_add_test(shipped, rounds_open_and_close);
    tcase_add_test(shipped, only_what_is_asked_for_is_shown);
    tcase_add_test(shipped, what_is_asked_for_can_be_typed_behind_the_word);
    tcase_add_test(shipped, wishes_are_completed);
    tcase_add_test(shipped, enter_opens_the_passage);
    tcase_add_loop_test(shipped, claims_are_walked_from_any_view, 0, 6);
    tcase_add_test(shipped, a_topic_and_a_cell_say_where_the_walk_begins);
    tcase_add_test(shipped, words_are_taken_in_any_order);
    tcase_add_test(own, it_fills_between_keys);
    suite_add_tcase(suite, shipped);
    suite_add_tcase(suite, own);
    return suite;
}
