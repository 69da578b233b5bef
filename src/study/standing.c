// SPDX-License-Identifier: MIT
// The rule, from ids and the skim alone.
#include "diptych/standing.h"

#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"
#include "study/evidence.h"

struct Standings {
    const Dossier *dossier;
    uint32_t round;
    Evidence evidence;
    bool *speech; // by account of the round: it holds some
    bool any_speech;
    bool absent;
};

static size_t seat(bool *seated, uint32_t party)
{
    if (party == NONE || seated[party])
        return 0;
    seated[party] = true;
    return 1;
}

size_t standing_seat(Dossier *dossier, Skim *skim, uint32_t round, bool *seated)
{
    const Round *at = &dossier->rounds[round];
    size_t count = 0;
    skim_take_round(skim, round);
    for (size_t i = 0; i < at->party_count; i++)
        count += seat(seated, at->parties[i]);
    for (uint32_t account = at->account; account < at->account + at->account_count; account++)
        for (uint32_t i = 0; i < skim_count(skim, account); i++) {
            Glance glance = skim_glance(skim, account, i);
            for (size_t k = 0; k < glance.speaker_count; k++)
                count += seat(seated, glance_party(dossier, glance.speakers[k]));
        }
    return count;
}

// A party is absent where others are known to have been at the table, and it is not.
static bool is_absent(Dossier *dossier, Skim *skim, uint32_t round, uint32_t party)
{
    bool *seated = mem_new(dossier->party_count, sizeof *seated);
    bool anyone = standing_seat(dossier, skim, round, seated) > 0;
    bool absent = anyone && (party == NONE || !seated[party]);
    free(seated);
    return absent;
}

bool standing_is_raised(const Dossier *dossier, const Skim *skim, uint32_t account, uint32_t topic)
{
    size_t count = skim_count(skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = layered_glance(dossier, skim, (PassageId){account, i});
        if (glance_is_on(dossier, &glance, topic))
            return true;
    }
    return false;
}

// What was said of a lost record later is no record.
static bool holds_speech(const Dossier *dossier, const Skim *skim, uint32_t account)
{
    size_t count = dossier->accounts[account].extent == EXTENT_LOST ? 0 : skim_count(skim, account);
    for (uint32_t i = 0; i < count; i++)
        if (skim_glance(skim, account, i).speaker_count)
            return true;
    return false;
}

Standings *standings_new(Dossier *dossier, Skim *skim, uint32_t round, uint32_t party, uint32_t topic)
{
    const Round *at = &dossier->rounds[round];
    Standings *standings = mem_new(1, sizeof *standings);
    skim_take_round(skim, round);
    standings->dossier = dossier;
    standings->round = round;
    standings->speech = mem_new(at->account_count, sizeof *standings->speech);
    for (uint32_t i = 0; i < at->account_count; i++) {
        standings->speech[i] = holds_speech(dossier, skim, at->account + i);
        standings->any_speech = standings->any_speech || standings->speech[i];
    }
    standings->absent = is_absent(dossier, skim, round, party);
    evidence_gather(&standings->evidence, dossier, skim, round, party, topic);
    return standings;
}

void standings_free(Standings *standings)
{
    if (!standings)
        return;
    evidence_free(&standings->evidence);
    free(standings->speech);
    free(standings);
}

// What it means that an account which holds speech has no words of a side: where not every passage has been
// given its topics, some may be there.
static StandingState lack_of(const Account *account)
{
    if (account->tagging != TAGGING_FULL)
        return STANDING_NOT_IN_RECORD;
    switch (account->extent) {
    case EXTENT_FULL:
        return STANDING_SILENT;
    case EXTENT_CONTENTS:
        return STANDING_NOT_IN_MINUTES;
    default:
        return STANDING_NOT_IN_RECORD;
    }
}

static StandingState lack_in(const Standings *standings, uint32_t account)
{
    const Dossier *dossier = standings->dossier;
    if (!standings->any_speech)
        return STANDING_NOT_RECORDED;
    bool speech = standings->speech[account - dossier->rounds[standings->round].account];
    return speech && !standings->evidence.cut ? lack_of(&dossier->accounts[account]) : STANDING_NOT_IN_RECORD;
}

Standing standings_of(const Standings *standings, uint32_t account, uint32_t topic)
{
    const Evidence *evidence = &standings->evidence;
    for (StandingState state = STANDING_SPOKE; state <= STANDING_TOLD; state++) {
        Question question = {state, state == STANDING_TOLD ? NONE : account, topic};
        size_t count;
        const Reason *reasons = evidence_find(evidence, question, &count);
        if (count)
            return (Standing){state, standings->round, reasons, count};
    }
    return standings_lack(standings, account);
}

Standing standings_lack(const Standings *standings, uint32_t account)
{
    return (Standing){.state = standings->absent ? STANDING_ABSENT : lack_in(standings, account),
                      .round = standings->round};
}

static int compare_topics(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

uint32_t *standings_topics(const Standings *standings, uint32_t account, size_t *count)
{
    const Evidence *evidence = &standings->evidence;
    uint32_t *topics = mem_new(evidence->count, sizeof *topics);
    size_t found = 0;
    *count = 0;
    for (size_t i = 0; i < evidence->count; i++) {
        const Question *question = &evidence->questions[i];
        if (question->account == account || question->state == STANDING_TOLD)
            topics[found++] = question->topic;
    }
    if (found > 1)
        qsort(topics, found, sizeof *topics, compare_topics);
    for (size_t i = 0; i < found; i++)
        if (i == 0 || topics[i] != topics[*count - 1])
            topics[(*count)++] = topics[i];
    return topics;
}

static StandingState find_lack(const Dossier *dossier, const Skim *skim, uint32_t account)
{
    const Round *round = &dossier->rounds[dossier->accounts[account].round];
    if (holds_speech(dossier, skim, account))
        return lack_of(&dossier->accounts[account]);
    for (uint32_t other = round->account; other < round->account + round->account_count; other++)
        if (holds_speech(dossier, skim, other))
            return STANDING_NOT_IN_RECORD;
    return STANDING_NOT_RECORDED;
}

Standing standing_of_lack(Dossier *dossier, Skim *skim, uint32_t account)
{
    uint32_t round = dossier->accounts[account].round;
    skim_take_round(skim, round);
    return (Standing){.state = find_lack(dossier, skim, account), .round = round};
}
