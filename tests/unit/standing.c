// SPDX-License-Identifier: MIT
// The state of a side on a topic, and of a claim. The fixture has a round for each; tests/standings.sh works
// the states out anew.
#include "diptych/standing.h"

#include <stdlib.h>

#include "diptych/claim.h"
#include "dossier/open.h"
#include "unit.h"

static Dossier *open_fixture(void)
{
    const char *top = getenv("top_srcdir");
    Buffer path = {0};
    Error error;
    buffer_addf(&path, "%s/tests/fixtures/standings", top ? top : ".");
    char *name = buffer_steal(&path);
    Dossier *dossier = dossier_open(name, &error);
    ck_assert_msg(dossier != NULL, "%s", error.text);
    ck_assert_uint_eq(dossier->problems->count, 0);
    free(name);
    return dossier;
}

static char *words_of(Dossier *dossier, Skim *skim, const char *account, const char *party, const char *topic,
                      uint32_t only)
{
    uint32_t index = dossier_account(dossier, str_of(account));
    Standings *standings = standings_new(dossier, skim, dossier->accounts[index].round,
                                         dossier_party(dossier, str_of(party)), only);
    Standing standing = standings_of(standings, index, dossier_topic(dossier, str_of(topic)));
    Buffer words = {0};
    buffer_addf(&words, "%s | ", standing_word(standing.state));
    standing_add(&words, dossier, standing);
    standings_free(standings);
    return buffer_steal(&words);
}

static const struct {
    const char *account, *party, *topic, *expected;
} cases[] = {
    {"full", "mill", "water-summer", "spoke | under Water in summer: 1"},
    {"full", "mill", "water", "spoke | under Water in summer: 1"},
    {"full", "weir", "fish", "answered elsewhere | answered under Toll: 5"},
    {"full", "weir", "road", "put off | put off: 6"},
    {"full", "weir", "water", "put off | put off: 6"},
    {"full", "weir", "ice", "omitted | left out of the record: 7"},
    {"full", "weir", "flood", "omitted | left out of the record: 8"},
    {"full", "weir", "bridge", "in another account | told by diary: 1"},
    {"full", "mill", "toll", "silent | silent: not a word on this in a full record"},
    {"full", "ford", "bridge", "absent | not at the table"},
    {"full/diary", "weir", "ice", "spoke | under Ice: 2"},
    {"full/diary", "weir", "fish", "not in this record | not in this record, which is not complete"},
    {"full/diary", "mill", "bridge", "in another account | told by full: 4"},
    {"contents", "mill", "ice", "not in these minutes | not in these minutes, which are a summary"},
    {"untagged", "mill", "ice", "not in this record | not in this record, which is not complete"},
    {"part", "mill", "water", "not in this record | not in this record, which is not complete"},
    {"part", "ford", "road", "not in this record | not in this record, which is not complete"},
    {"empty", "weir", "fish", "not recorded | no record of this round here"},
    {"empty", "ford", "fish", "absent | not at the table"},
    {"lost", "mill", "fish", "spoke | under Fish: 1"},
    {"lost", "weir", "fish",
     "not recorded | no record of this round here; one is printed in the Mill Gazette, no. 4"},
    {"letter", "weir", "toll", "in another account | told by bo: 1"},
    {"letter", "mill", "toll", "not in this record | not in this record, which is not complete"},
    {"letter/bo", "mill", "toll", "silent | silent: not a word on this in a full record"},
    {"told", "weir", "water", "not recorded | no record of this round here"},
    {"rumour", "weir", "water", "not recorded | no record of this round here"},
};

// Of all topics at once and of one alone alike.
START_TEST(each_state_is_told_by_the_first_rule_that_holds)
{
    Dossier *dossier = open_fixture();
    Skim *skim = skim_new(dossier);
    uint32_t topic = dossier_topic(dossier, str_of(cases[_i].topic));
    for (int alone = 0; alone < 2; alone++) {
        char *words = words_of(dossier, skim, cases[_i].account, cases[_i].party, cases[_i].topic,
                               alone ? topic : NONE);
        ck_assert_msg(str_equal(str_of(words), str_of(cases[_i].expected)), "%s, %s on %s: %s",
                      cases[_i].account, cases[_i].party, cases[_i].topic, words);
        free(words);
    }
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

START_TEST(only_the_round_asked_about_is_read)
{
    Dossier *dossier = open_fixture();
    Skim *skim = skim_new(dossier);
    uint32_t full = dossier_account(dossier, str_of("full")), part = dossier_account(dossier, str_of("part"));
    standings_free(standings_new(dossier, skim, dossier->accounts[full].round, 0, NONE));
    ck_assert(skim_has(skim, full) && skim_has(skim, full + 1) && !skim_has(skim, part));
    while (skim_step(skim, 0))
        continue;
    size_t count;
    skim_backlinks(skim, full, 3, SIZE_MAX, &count); // what was taken at once is not taken again
    ck_assert_uint_eq(count, 1);
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

START_TEST(a_lack_means_what_the_account_is)
{
    static const struct {
        const char *account;
        StandingState state;
    } lacks[] = {
        {"full", STANDING_SILENT},
        {"full/diary", STANDING_NOT_IN_RECORD},
        {"contents", STANDING_NOT_IN_MINUTES},
        {"untagged", STANDING_NOT_IN_RECORD},
        {"part", STANDING_NOT_IN_RECORD},
        {"empty", STANDING_NOT_RECORDED},
        {"lost", STANDING_NOT_RECORDED},
        {"letter", STANDING_NOT_IN_RECORD},
        {"letter/bo", STANDING_SILENT},
        {"told", STANDING_NOT_RECORDED},
    };
    Dossier *dossier = open_fixture();
    Skim *skim = skim_new(dossier);
    for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++) {
        uint32_t account = dossier_account(dossier, str_of(lacks[i].account));
        ck_assert_msg(standing_of_lack(dossier, skim, account).state == lacks[i].state, "%s",
                      lacks[i].account);
    }
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

// Only the first passages are named, and each once, however many of its topics lie below the one asked about.
START_TEST(many_reasons_are_cut)
{
    static const char text[] =
        "Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nTopic: t\nTitle: T\n\nTopic: u\nTitle: U\nParent: "
        "t\n\n"
        "Topic: v\nTitle: V\nParent: t\n\nRound: r\nTitle: R\nDate: 1900\n\n@ a {topics: u v}\n"
        "[1] x\n{topics: u v}\n[2] x\n{topics: u v}\n[3] x\n{topics: v}\n[4] x\n{topics: v}\n"
        "[5] x\n{topics: v}\n[6] x\n{topics: v}\n[7] x\n{topics: v}\n[8] x\n{topics: v}\n[9] x\n{topics: v}\n"
        "[10] x\n{topics: v}\n";
    MemoryFile file = {"d.dip", str_of(text)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Skim *skim = skim_new(dossier);
    char *words = words_of(dossier, skim, "r", "a", "t", NONE);
    ck_assert_str_eq(words, "spoke | under U: 1, 2; V: 3, 4, 5, 6, 7, 8 and 2 more");
    free(words);
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

static const char claims[] =
    "Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nParty: c\nTitle: C\n\n"
    "Topic: t\nTitle: T\n\nTopic: p\nTitle: P\nKind: procedure\n\n"
    "Round: r\nTitle: R\nDate: 1900\nParticipants: a b\nTagged: full\nExtent: full\n\n"
    "@ a\n[1] x\n{topics: t}\n[2] x\n[3] x\n{topics: t; act: asks}\n[4] x\n{topics: t; status: omitted}\n"
    "[5] x\n{topics: t; act: conditions}\n[6] x\n{topics: t}\n[7] x\n{topics: t; answers: 6}\n"
    "@ b\n[8] x\n{answers: 1}\n[9] x\n{defers: 1 5}\n[10] x\n{topics: t}\n"
    "[11] x\n{topics: p}\n[12] x\n{topics: p t}\n[13] x\n{topics: t; to: own}\n[14] x\n{topics: t; status: "
    "inferred}\n\n"
    "Round: own\nTitle: O\nDate: 1901\nParticipants: a\nExtent: lost\n\n"
    "Round: s\nTitle: S\nDate: 1902\nParticipants: a c\nExtent: lost\n\n"
    "Round: last\nTitle: L\nDate: 1903\nTagged: full\nExtent: full\n\n@ a\n[1] x\n{topics: t}\n@ b\n[2] x\n";

START_TEST(claims_are_answered_put_off_open_or_undecided)
{
    static const struct {
        const char *account;
        uint32_t ordinal;
        bool claim;
        ClaimState state;
        const char *record;
    } expected[] = {
        {"r", 0, true, CLAIM_ANSWERED, NULL},     {"r", 1, false, CLAIM_UNDECIDED, "s"},
        {"r", 2, false, CLAIM_UNDECIDED, "s"},    {"r", 3, false, CLAIM_UNDECIDED, "s"},
        {"r", 4, true, CLAIM_PUT_OFF, NULL},      {"r", 5, true, CLAIM_UNDECIDED, "s"},
        {"r", 9, true, CLAIM_UNDECIDED, "own"},   {"r", 10, false, CLAIM_UNDECIDED, "own"},
        {"r", 11, true, CLAIM_UNDECIDED, "own"},  {"r", 12, false, CLAIM_UNDECIDED, "own"},
        {"r", 13, false, CLAIM_UNDECIDED, "own"}, {"last", 0, true, CLAIM_OPEN, NULL},
    };
    MemoryFile file = {"d.dip", str_of(claims)};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        PassageId id = {dossier_account(dossier, str_of(expected[i].account)), expected[i].ordinal};
        Glance glance = skim_glance(skim, id.account, id.ordinal);
        uint32_t record = NONE;
        ck_assert_msg(claim_is(dossier, &glance) == expected[i].claim, "%zu", i);
        ck_assert_msg(claim_state(dossier, skim, id, &record) == expected[i].state, "%zu", i);
        ck_assert(claim_is_answered(dossier, skim, id) == (expected[i].state == CLAIM_ANSWERED));
        uint32_t wanted = expected[i].record ? dossier_account(dossier, str_of(expected[i].record)) : NONE;
        ck_assert_msg(record == wanted, "%zu", i);
    }
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

START_TEST(a_passage_is_one_reason_however_many_it_answers)
{
    MemoryFile file = {
        "d.dip",
        str_of("Dossier: d\nTitle: D\n\nParty: a\nTitle: A\n\nParty: b\nTitle: B\n\nTopic: t\nTitle: T\n\n"
               "Topic: u\nTitle: U\n\nRound: r\nTitle: R\nDate: 1955\nExtent: full\n\n"
               "@ a\n[1] x\n{topics: t}\n\n[2] y\n{topics: t}\n\n"
               "@ b\n[3] z\n{topics: u; answers: 1; rebuts: 2}\n")};
    Dossier *dossier = dossier_open_memory(&file, 1);
    Skim *skim = skim_new(dossier);
    for (int alone = 0; alone < 2; alone++) {
        Standings *standings = standings_new(dossier, skim, 0, 1, alone ? 0 : NONE);
        Standing standing = standings_of(standings, 0, 0);
        ck_assert_int_eq(standing.state, STANDING_ANSWERED);
        ck_assert_uint_eq(standing.count, 1);
        standings_free(standings);
    }
    skim_free(skim);
    dossier_close(dossier);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("standing");
    TCase *tests = tcase_create("standing");
    tcase_add_loop_test(tests, each_state_is_told_by_the_first_rule_that_holds, 0,
                        (int)(sizeof cases / sizeof *cases));
    tcase_add_test(tests, only_the_round_asked_about_is_read);
    tcase_add_test(tests, a_lack_means_what_the_account_is);
    tcase_add_test(tests, many_reasons_are_cut);
    tcase_add_test(tests, claims_are_answered_put_off_open_or_undecided);
    tcase_add_test(tests, a_passage_is_one_reason_however_many_it_answers);
    suite_add_tcase(suite, tests);
    return suite;
}
