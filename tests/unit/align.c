// SPDX-License-Identifier: MIT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../support/scratch.h"
#include "diptych/align.h"
#include "diptych/file.h"
#include "diptych/meaning.h"
#include "dossier/open.h"
#include "unit.h"

static const char dossier_text[] = "Dossier: test\n"
                                   "\n"
                                   "Party: su\nTitle: Soviet Union\n"
                                   "\n"
                                   "Party: jp\nTitle: Japan\n"
                                   "\n"
                                   "Party: us\nTitle: United States\n"
                                   "\n"
                                   "Party: ru\nTitle: Russia\nSucceeds: su\n"
                                   "\n"
                                   "Person: rogachev\nParty: su\n"
                                   "\n"
                                   "Person: kuriyama\nParty: jp\n"
                                   "\n"
                                   "Person: dulles\nParty: us\n"
                                   "\n"
                                   "Topic: history\n"
                                   "\n"
                                   "Topic: shimoda-1855\nTitle: Treaty of Shimoda, 1855\nParent: history\n"
                                   "\n"
                                   "Topic: yalta-1945\nTitle: Yalta agreement\nWords: Crimea; \u00e9t\u00e9\n"
                                   "\n"
                                   "Topic: yalta-text\nTitle: What was signed in the Crimea\n"
                                   "\n"
                                   "Topic: unraised\n";

static const char full_text[] =
    "Round: wg1\nTitle: First meeting\nDate: 1988-12-20\n"
    "Participants: kuriyama rogachev\nExtent: full\n"
    "\n"
    "@ kuriyama\n"
    "[11] The treaties are cited.\n{topics: shimoda-1855}\n"
    "\n"
    "[12] They show how the islands were understood.\n{topics: shimoda-1855 yalta-1945}\n"
    "\n"
    "[13] Good morning.\n{act: procedure}\n"
    "\n"
    "@ rogachev\n"
    "[34] Neither has such an article.\n{topics: shimoda-1855; rebuts: 12}\n"
    "\n"
    "[35] Nor do they matter.\n{topics: shimoda-1855; answers: 11-12}\n"
    "\n"
    "@ dulles\n"
    "[36] A word from aside.\n{topics: shimoda-1855}\n"
    "\n"
    "@ su + jp\n"
    "[40] Both agree to meet again.\n{topics: shimoda-1855}\n";

static const char part_text[] = "Round: wg2\nDate: 1989-03-21\nExtent: part\n"
                                "\n"
                                "@ rogachev\n"
                                "[1] Left out.\n{topics: yalta-1945; status: omitted}\n"
                                "\n"
                                "[2] As before.\n{topics: shimoda-1855; restates: wg1.35}\n";

// Three replies that line up, and one pair set by hand that crosses them all.
static const char beside_text[] = "Round: wg3\nDate: 1990\nExtent: full\n"
                                  "\n"
                                  "@ rogachev\n"
                                  "[1] a\n{topics: shimoda-1855}\n\n"
                                  "[2] b\n{topics: shimoda-1855}\n\n"
                                  "[3] c\n{topics: shimoda-1855}\n\n"
                                  "@ kuriyama\n"
                                  "[4] d\n{topics: shimoda-1855; answers: 1}\n\n"
                                  "[5] e\n{topics: shimoda-1855; answers: 2}\n\n"
                                  "[6] f\n{topics: shimoda-1855; answers: 3; beside: 1}\n";

// A dialogue that is linked in one place, with a chair and a joint text between.
static const char dialogue_text[] = "Round: wg4\nDate: 1991\nExtent: full\n"
                                    "\n"
                                    "@ kuriyama\n"
                                    "[1] a\n{topics: yalta-1945}\n\n"
                                    "[2] a\n{topics: shimoda-1855}\n\n"
                                    "@ dulles\n[3] chair\n\n"
                                    "@ rogachev\n"
                                    "[4] b\n{topics: yalta-1945}\n\n"
                                    "[5] b\n{topics: yalta-1945}\n\n"
                                    "@ kuriyama\n"
                                    "[6] c\n{topics: yalta-1945}\n\n"
                                    "@ kuriyama\n"
                                    "[7] c\n{topics: yalta-1945}\n\n"
                                    "@ rogachev\n"
                                    "[8] d\n{topics: yalta-1945; answers: 7}\n\n"
                                    "[9] d\n{topics: shimoda-1855}\n\n"
                                    "@ kuriyama\n"
                                    "[10] e\n{topics: yalta-1945}\n\n"
                                    "@ su + jp\n"
                                    "[11] f\n{topics: unraised}\n\n"
                                    "@ rogachev\n"
                                    "[12] g\n{topics: yalta-1945}\n\n"
                                    "@ kuriyama\n"
                                    "[13] h\n{topics: yalta-1945}\n";

// Another telling, whose numbers are the same for other words.
static const char other_text[] = "Account: wg3/other\nExtent: part\n"
                                 "\n"
                                 "@ rogachev\n"
                                 "[1] b\n{topics: shimoda-1855; same: wg3.2}\n\n"
                                 "[2] z\n{topics: shimoda-1855}\n\n"
                                 "[3] c\n{topics: shimoda-1855}\n";

typedef struct Fixture {
    char directory[32];
    Dossier *dossier;
} Fixture;

static void put_file(Fixture *fixture, const char *name, const char *text)
{
    char path[64];
    Error error;
    snprintf(path, sizeof path, "%s/%s", fixture->directory, name);
    ck_assert_msg(file_write(path, str_of(text), &error), "%s", error.text);
}

static Fixture open_fixture(void)
{
    Fixture fixture = {"unit-align-XXXXXX", NULL};
    Error error;
    ck_assert_ptr_nonnull(mkdtemp(fixture.directory));
    put_file(&fixture, "a.dip", dossier_text);
    put_file(&fixture, "b.dip", full_text);
    put_file(&fixture, "c.dip", part_text);
    put_file(&fixture, "d.dip", beside_text);
    put_file(&fixture, "e.dip", other_text);
    put_file(&fixture, "f.dip", dialogue_text);
    fixture.dossier = dossier_open(fixture.directory, &error);
    ck_assert_msg(fixture.dossier != NULL, "%s", error.text);
    return fixture;
}

static void close_fixture(Fixture *fixture)
{
    dossier_close(fixture->dossier);
    scratch_remove(fixture->directory);
}

// Writes an alignment as "topic[left|right|asides]anchors exchanges", with numbers of passages.
static void write_band(Buffer *out, Dossier *dossier, const Alignment *alignment, const Band *band)
{
    const Speech *left = dossier_speech(dossier, alignment->accounts[0]);
    const Speech *right = dossier_speech(dossier, alignment->accounts[1]);
    buffer_add(out, band->topic == NONE ? str_of("-") : dossier->topics[band->topic].record.id);
    buffer_add_byte(out, '[');
    for (size_t i = 0; i < band->columns[0].count; i++)
        buffer_addf(out, " %u", (unsigned)left->passages[band->columns[0].ordinals[i]].number);
    buffer_add_text(out, " |");
    for (size_t i = 0; i < band->columns[1].count; i++)
        buffer_addf(out, " %u", (unsigned)right->passages[band->columns[1].ordinals[i]].number);
    buffer_add_text(out, " |");
    for (size_t i = 0; i < band->aside_count; i++)
        buffer_addf(out, " %u", (unsigned)left->passages[band->asides[i]].number);
    buffer_add_text(out, " ]");
    for (size_t i = 0; i < band->anchor_count; i++)
        buffer_addf(out, " %u=%u", (unsigned)band->anchors[i].left, (unsigned)band->anchors[i].right);
    for (size_t i = 0; i < band->exchange_count; i++)
        buffer_addf(out, " %u~%u", (unsigned)band->exchanges[i].left, (unsigned)band->exchanges[i].right);
    buffer_add_byte(out, '\n');
}

static void check_alignment(const char *left, const char *right, const char *account, const char *topic,
                            const char *expected)
{
    Fixture fixture = open_fixture();
    Dossier *dossier = fixture.dossier;
    Error error;
    Selector columns[2];
    ck_assert(meaning_selector(dossier, str_of(left), &columns[0], &error));
    ck_assert(meaning_selector(dossier, str_of(right), &columns[1], &error));
    uint32_t only = topic ? dossier_topic(dossier, str_of(topic)) : NONE;
    Alignment *alignment = align_columns(dossier, columns, dossier_account(dossier, str_of(account)), only);
    Buffer out = {0};
    for (size_t i = 0; i < alignment->band_count; i++)
        write_band(&out, dossier, alignment, &alignment->bands[i]);
    char *text = buffer_steal(&out);
    ck_assert_str_eq(text, expected);
    free(text);
    align_free(alignment);
    close_fixture(&fixture);
}

START_TEST(several_topics_have_their_bands)
{
    Fixture fixture = open_fixture();
    Dossier *dossier = fixture.dossier;
    const uint32_t topics[] = {dossier_topic(dossier, str_of("unraised")),
                               dossier_topic(dossier, str_of("yalta-1945"))};
    Selector columns[2] = {{0, NONE}, {1, NONE}};
    Alignment *alignment = align_topics(dossier, columns, dossier_account(dossier, str_of("wg1")), topics, 2);
    Buffer out = {0};
    for (size_t i = 0; i < alignment->band_count; i++)
        write_band(&out, dossier, alignment, &alignment->bands[i]);
    char *text = buffer_steal(&out);
    ck_assert_str_eq(text, "yalta-1945[ | 12 | ]\nunraised[ | | ]\n");
    free(text);
    align_free(alignment);
    close_fixture(&fixture);
}
END_TEST

START_TEST(bands_follow_the_record)
{
    // 34 rebuts 12; 35 answers 11 and 12: the longest chain takes one of them, and the joint text itself.
    check_alignment("su", "jp", "wg1", NULL,
                    "shimoda-1855[ 34 35 40 | 11 12 40 | 36 ] 0=1 2=2\n"
                    "yalta-1945[ | 12 | ]\n"
                    "-[ | 13 | ]\n");
}
END_TEST

START_TEST(one_topic_and_what_is_below_it)
{
    check_alignment("jp", "su", "wg1", "history", "shimoda-1855[ 11 12 40 | 34 35 40 | 36 ] 0=1 2=2\n");
    check_alignment("jp", "su", "wg1", "unraised", "unraised[ | | ]\n");
    check_alignment("jp", "su", "wg2", "unraised", "unraised[ | | ]\n");
}
END_TEST

START_TEST(two_rounds_line_up_by_their_links)
{
    check_alignment("su@wg1", "su@wg2", "wg1", NULL,
                    "shimoda-1855[ 34 35 40 | 2 | ] 1=0\n"
                    "yalta-1945[ | 1 | ]\n");
}
END_TEST

START_TEST(passages_set_beside_come_first)
{
    check_alignment("su", "jp", "wg3", NULL, "shimoda-1855[ 1 2 3 | 4 5 6 | ] 0=2\n");
    check_alignment("jp", "su", "wg3", NULL, "shimoda-1855[ 4 5 6 | 1 2 3 | ] 2=0\n");
}
END_TEST

START_TEST(two_accounts_line_up_by_what_is_said_to_be_the_same)
{
    // Equal numbers alone say nothing.
    check_alignment("su@wg3", "su@wg3/other", "wg3", NULL, "shimoda-1855[ 1 2 3 | 1 2 3 | ] 1=0\n");
}
END_TEST

START_TEST(what_is_not_linked_follows_the_order_of_speaking)
{
    // 6 and 8 begin runs that follow one another, but 8 has its row by its link, and 7 goes on with what 6
    // began. 12 does not follow 10: between them both spoke. Neither do 2 and 9: between them each did.
    check_alignment("jp", "su", "wg4", NULL,
                    "yalta-1945[ 1 6 7 10 13 | 4 5 8 12 | ] 2=2 0~0 4~3\n"
                    "shimoda-1855[ 2 | 9 | ]\n"
                    "unraised[ 11 | 11 | ] 0=0\n"
                    "-[ | | 3 ]\n");
    check_alignment("su", "jp", "wg4", "yalta-1945", "yalta-1945[ 4 5 8 12 | 1 6 7 10 13 | ] 2=2 0~0 3~4\n");
    check_alignment("su@wg4", "jp@wg1", "wg4", "yalta-1945", "yalta-1945[ 4 5 8 12 | 12 | ]\n");
}
END_TEST

START_TEST(parties_are_those_of_the_round)
{
    Fixture fixture = open_fixture();
    uint32_t parties[2];
    // Of the participants, in the order of the parties; of the speakers, filled up.
    for (uint32_t account = 0; account < 2; account++) {
        selector_parties(fixture.dossier, account, parties);
        ck_assert_uint_eq(parties[0], 0);
        ck_assert_uint_eq(parties[1], 1);
    }
    close_fixture(&fixture);
}
END_TEST

// Neither of the two that were chosen speaks there: the one that fills up stays on its side.
START_TEST(who_is_alone_takes_nobodys_place)
{
    MemoryFile file = {"d.dip",
                       str_of("Dossier: d\n\nParty: a\n\nParty: b\n\nParty: c\n\nRound: r\nTitle: R\n"
                              "Date: 1955\n\n@ c\n[1] word\n")};
    Dossier *d = dossier_open_memory(&file, 1);
    static const uint32_t chosen[][2] = {{0, 1}, {1, 0}};
    for (size_t i = 0; i < 2; i++) {
        uint32_t own[2], parties[2];
        selector_parties(d, 0, own);
        ck_assert_uint_eq(own[0] + own[1], 2); // c, and a to face it
        selector_seat(d, 0, chosen[i], parties);
        ck_assert_uint_eq(parties[i], 0);
        ck_assert_uint_eq(parties[!i], 2);
    }
    dossier_close(d);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("align");
    TCase *tests = tcase_create("align");
    tcase_add_test(tests, bands_follow_the_record);
    tcase_add_test(tests, several_topics_have_their_bands);
    tcase_add_test(tests, one_topic_and_what_is_below_it);
    tcase_add_test(tests, two_rounds_line_up_by_their_links);
    tcase_add_test(tests, passages_set_beside_come_first);
    tcase_add_test(tests, two_accounts_line_up_by_what_is_said_to_be_the_same);
    tcase_add_test(tests, what_is_not_linked_follows_the_order_of_speaking);
    tcase_add_test(tests, parties_are_those_of_the_round);
    tcase_add_test(tests, who_is_alone_takes_nobodys_place);
    suite_add_tcase(suite, tests);
    return suite;
}
