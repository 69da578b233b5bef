// SPDX-License-Identifier: MIT
// The skim: the same as the speech says, in few bytes, and links found from their other end.
#include "diptych/skim.h"

#include <stdlib.h>

#include "dossier/open.h"
#include "unit.h"

static const char *const text = "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: "
                                "J\n\nPerson: malik\nTitle: M\nParty: su\n\n"
                                "Topic: a\nTitle: A\n\nTopic: b\nTitle: B\n\n"
                                "Round: one\nTitle: O\nDate: 1955\n\n@ malik\n[1] a\n{topics: b a}\n[2] "
                                "b\n[5] c\n{act: offers}\n\n@ su + jp\n[3] d\n\n"
                                "Round: two\nTitle: T\nDate: 1956\n\n@ jp\n[1] a\n{rebuts: one.2; answers: "
                                "one.1-3}\n[2] b\n{defers: one.4-9; "
                                "elsewhere: one; why: x}\n\nstray\n\nRound: three\nTitle: T\nDate: 1957\n\n@ "
                                "su\n[1] a\n{restates: one.1-2 two.1}\n";

static Dossier *open_text(Buffer *bytes)
{
    MemoryFile file = {"d.dip", bytes ? buffer_str(bytes) : str_of(text)};
    return dossier_open_memory(&file, 1);
}

START_TEST(it_is_filled_account_by_account)
{
    Dossier *d = open_text(NULL);
    Skim *skim = skim_new(d);
    ck_assert(!skim_has(skim, 0) && skim_count(skim, 0) == 0);
    ck_assert(skim_step(skim, 0));
    ck_assert_uint_eq(skim_done(skim), 1);
    ck_assert(skim_has(skim, 0) && !skim_has(skim, 1));
    while (skim_step(skim, 1))
        continue;
    ck_assert(skim_complete(skim) && !skim_step(skim, 1));
    ck_assert_uint_eq(dossier_loaded(d), 0);
    skim_free(skim);
    dossier_close(d);
}
END_TEST

START_TEST(glances_agree_with_the_speech)
{
    Dossier *d = open_text(NULL);
    const Speech *kept = dossier_speech(d, 0);
    Skim *skim = skim_new(d);
    while (skim_step(skim, 1))
        continue;
    ck_assert_ptr_eq(dossier_speech(d, 0), kept);
    for (uint32_t i = 0; i < d->account_count; i++) {
        const Speech *speech = dossier_speech(d, i);
        ck_assert_uint_eq(skim_count(skim, i), speech->passage_count);
        for (uint32_t j = 0; j < speech->passage_count; j++) {
            const Passage *passage = &speech->passages[j];
            Glance glance = skim_glance(skim, i, j);
            ck_assert_uint_eq(glance.number, passage->number);
            ck_assert_uint_eq(glance.act, passage->act);
            ck_assert_uint_eq(glance.status, passage->status);
            ck_assert_uint_eq(glance.link_count, passage->link_count);
            ck_assert_uint_eq(glance.speaker_count, speech->turns[passage->turn].speaker_count);
            ck_assert_uint_eq(glance.topic_count, passage->topic_count);
            for (size_t k = 0; k < passage->topic_count; k++)
                ck_assert_uint_eq(glance.topics[k], passage->topics[k]);
        }
    }
    Glance joint = skim_glance(skim, 0, 3);
    ck_assert_uint_eq(joint.speaker, 0 | SKIM_PARTY);
    ck_assert_uint_eq(joint.speakers[1], 1 | SKIM_PARTY);
    ck_assert_uint_eq(skim_glance(skim, 0, 0).speaker, 0);
    ck_assert_uint_eq(skim_glance(skim, 1, 2).speaker, NONE);
    skim_free(skim);
    dossier_close(d);
}
END_TEST

START_TEST(links_are_found_from_their_other_end)
{
    static const struct {
        uint32_t number;
        const char *found; // as "account.number verb", in order
    } cases[] = {
        {0, "1.2 elsewhere "},
        {1, "1.1 answers 2.1 restates "},
        {2, "1.1 answers 1.1 rebuts 2.1 restates "},
        {3, "1.1 answers "},
        {4, "1.2 defers "},
        {9, "1.2 defers "},
        {10, ""},
    };
    Dossier *d = open_text(NULL);
    Skim *skim = skim_new(d);
    while (skim_step(skim, 1))
        continue;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count;
        Buffer out = {0};
        const Backlink *links = skim_backlinks(skim, 0, cases[i].number, SIZE_MAX, &count);
        for (size_t j = 0; j < count; j++)
            buffer_addf(&out, "%u.%u %s ", links[j].from.account, links[j].number, verb_word(links[j].verb));
        char *found = buffer_steal(&out);
        ck_assert_str_eq(found, cases[i].found);
        free(found);
    }
    skim_free(skim);
    dossier_close(d);
}
END_TEST

// Many links, single ones and long ranges, against a count that looks at each.
START_TEST(many_ranges_are_searched_as_if_expanded)
{
    enum { PASSAGES = 60 };
    Buffer bytes = {0};
    uint32_t ranges[PASSAGES * 3][2], count = 0, seed = 7;
    buffer_add_text(&bytes, "Dossier: d\nTitle: D\n\nRound: one\nTitle: O\nDate: 1955\n\n@\n[1] x\n\n"
                            "Round: two\nTitle: T\nDate: 1956\n\n@\n");
    for (int i = 1; i <= PASSAGES; i++) {
        buffer_addf(&bytes, "[%d] x\n{rebuts:", i);
        for (int j = 0; j < 3; j++) {
            seed = seed * 1103515245 + 12345;
            uint32_t first = 1 + (seed >> 16) % 50, len = (seed >> 8) % 4 ? 0 : (seed >> 24) % 40;
            bool again = false; // it counts once
            for (uint32_t k = count - count % 3; k < count && !again; k++)
                again = ranges[k][0] == first && ranges[k][1] == first + len;
            ranges[count][0] = again ? UINT32_MAX : first;
            ranges[count++][1] = first + len;
            buffer_addf(&bytes, " one.%u-%u", first, first + len);
        }
        buffer_add_text(&bytes, "}\n");
    }
    Dossier *d = open_text(&bytes);
    Skim *skim = skim_new(d);
    while (skim_step(skim, 1))
        continue;
    for (uint32_t number = 1; number < 100; number++) {
        size_t expected = 0, found;
        for (uint32_t i = 0; i < count; i++)
            expected += ranges[i][0] <= number && number <= ranges[i][1];
        skim_backlinks(skim, 0, number, SIZE_MAX, &found);
        ck_assert_uint_eq(found, expected);
        skim_backlinks(skim, 0, number, 3, &found);
        ck_assert_uint_eq(found, expected < 3 ? expected : 3);
    }
    skim_free(skim);
    dossier_close(d);
    buffer_free(&bytes);
}
END_TEST

START_TEST(a_passage_takes_few_bytes)
{
    Buffer bytes = {0};
    buffer_add_text(&bytes, "Dossier: d\nTitle: D\n\nTopic: a\nTitle: A\n\nTopic: b\nTitle: B\n\n"
                            "Round: one\nTitle: O\nDate: 1955\n\n@\n[1] x\n");
    for (int i = 2; i <= 10000; i++)
        buffer_addf(&bytes, "\n@\n[%d] x\n{topics: a b; rebuts: %d}\n", i, i - 1);
    Dossier *d = open_text(&bytes);
    Skim *skim = skim_new(d);
    size_t before = skim_bytes(skim);
    while (skim_step(skim, 1))
        continue;
    ck_assert_uint_le(skim_bytes(skim) - before, (size_t)64 * 10000);
    skim_free(skim);
    dossier_close(d);
    buffer_free(&bytes);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("skim");
    TCase *tests = tcase_create("skim");
    tcase_add_test(tests, it_is_filled_account_by_account);
    tcase_add_test(tests, glances_agree_with_the_speech);
    tcase_add_test(tests, links_are_found_from_their_other_end);
    tcase_add_test(tests, many_ranges_are_searched_as_if_expanded);
    tcase_add_test(tests, a_passage_takes_few_bytes);
    suite_add_tcase(suite, tests);
    return suite;
}
