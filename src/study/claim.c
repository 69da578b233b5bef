// SPDX-License-Identifier: MIT
#include "diptych/claim.h"

#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/standing.h"

bool claim_has_substance(const Dossier *dossier, const Glance *glance)
{
    for (size_t i = 0; i < glance->topic_count; i++)
        if (!dossier->topics[glance->topics[i]].procedural)
            return true;
    return false;
}

bool claim_is(const Dossier *dossier, const Glance *glance)
{
    return glance->act <= ACT_CONDITIONS && status_is_said((Status)glance->status) &&
           glance->addressee == ADDRESSEE_OTHER && claim_has_substance(dossier, glance);
}

bool claim_is_by_another(const Dossier *dossier, const Glance *reply, const Glance *claim)
{
    for (size_t i = 0; i < reply->speaker_count; i++) {
        uint32_t party = glance_party(dossier, reply->speakers[i]);
        if (party != NONE && !glance_is_by(dossier, claim, party))
            return true;
    }
    return false;
}

// Whether a party that is not the claim's is known to take part.
static bool has_another(const Dossier *dossier, const Round *round, const Glance *claim)
{
    for (size_t i = 0; i < round->party_count; i++)
        if (!glance_is_by(dossier, claim, round->parties[i]))
            return true;
    return false;
}

// What is not yet in the skim may hold anything.
static bool is_complete(Dossier *dossier, Skim *skim, uint32_t account)
{
    return skim_has(skim, account) && standing_of_lack(dossier, skim, account).state == STANDING_SILENT;
}

// No account of the round is complete.
static bool lacks(Dossier *dossier, Skim *skim, const Round *round)
{
    for (uint32_t k = 0; k < round->account_count; k++)
        if (is_complete(dossier, skim, round->account + k))
            return false;
    return true;
}

// The first record that may hold an answer to the claim and is not complete; NONE when there is none.
static uint32_t find_incomplete(Dossier *dossier, Skim *skim, uint32_t account, const Glance *claim)
{
    if (!is_complete(dossier, skim, account))
        return account;
    for (uint32_t i = dossier->accounts[account].round + 1; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        if (has_another(dossier, round, claim) && lacks(dossier, skim, round))
            return round->account;
    }
    return NONE;
}

// Looks through the replies of others. `*deferred` tells whether one puts the claim off.
static bool find_answer(Dossier *dossier, Skim *skim, PassageId id, bool *deferred)
{
    Glance claim = layered_glance(dossier, skim, id);
    size_t count;
    const Backlink *back = layered_backlinks(dossier, skim, id.account, claim.number, SIZE_MAX, &count);
    *deferred = false;
    for (size_t i = 0; i < count; i++) {
        Glance reply = layered_glance(dossier, skim, back[i].from);
        if (!verb_is_reply(back[i].verb) || !claim_is_by_another(dossier, &reply, &claim))
            continue;
        if (back[i].verb != VERB_DEFERS)
            return true;
        *deferred = true;
    }
    return false;
}

bool claim_is_answered(Dossier *dossier, Skim *skim, PassageId id)
{
    bool deferred;
    return find_answer(dossier, skim, id, &deferred);
}

ClaimState claim_state(Dossier *dossier, Skim *skim, PassageId id, uint32_t *account)
{
    Glance claim = layered_glance(dossier, skim, id);
    bool deferred;
    if (find_answer(dossier, skim, id, &deferred))
        return CLAIM_ANSWERED;
    if (deferred)
        return CLAIM_PUT_OFF;
    uint32_t incomplete = find_incomplete(dossier, skim, id.account, &claim);
    if (account)
        *account = incomplete;
    return incomplete == NONE ? CLAIM_OPEN : CLAIM_UNDECIDED;
}

// From each round on the next one whose record may hold an answer to the party.
typedef struct NextRounds {
    uint32_t *rounds; // by round, that one included, and one behind the last; NONE behind the last such
} NextRounds;

struct ClaimJudge {
    Dossier *dossier;
    Skim *skim;
    bool *complete;      // by account
    bool *lacking;       // by round: no account of it is complete
    NextRounds *parties; // by party; null: not worked out yet
};

ClaimJudge *claim_judge_new(Dossier *dossier, Skim *skim)
{
    ClaimJudge *judge = mem_new(1, sizeof *judge);
    judge->dossier = dossier;
    judge->skim = skim;
    judge->complete = mem_new(dossier->account_count, sizeof *judge->complete);
    judge->lacking = mem_new(dossier->round_count, sizeof *judge->lacking);
    judge->parties = mem_new(dossier->party_count, sizeof *judge->parties);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        judge->complete[i] = is_complete(dossier, skim, i);
    for (uint32_t i = 0; i < dossier->round_count; i++)
        judge->lacking[i] = lacks(dossier, skim, &dossier->rounds[i]);
    return judge;
}

void claim_judge_free(ClaimJudge *judge)
{
    if (!judge)
        return;
    for (size_t i = 0; i < judge->dossier->party_count; i++)
        free(judge->parties[i].rounds);
    free(judge->parties);
    free(judge->complete);
    free(judge->lacking);
    free(judge);
}

static bool seats_another(const Round *round, uint32_t party)
{
    for (size_t i = 0; i < round->party_count; i++)
        if (round->parties[i] != party)
            return true;
    return false;
}

static const uint32_t *next_rounds(ClaimJudge *judge, uint32_t party)
{
    NextRounds *next = &judge->parties[party];
    size_t count = judge->dossier->round_count;
    if (next->rounds)
        return next->rounds;
    next->rounds = mem_new(count + 1, sizeof *next->rounds);
    next->rounds[count] = NONE;
    for (size_t i = count; i-- > 0;) {
        bool may = judge->lacking[i] && seats_another(&judge->dossier->rounds[i], party);
        next->rounds[i] = may ? (uint32_t)i : next->rounds[i + 1];
    }
    return next->rounds;
}

// The first round from `round` on whose record may hold an answer to the claim; NONE.
static uint32_t next_round(ClaimJudge *judge, uint32_t round, const Glance *claim)
{
    const Dossier *dossier = judge->dossier;
    uint32_t party = glance_party(dossier, claim->speaker);
    if (claim->speaker_count == 1 && party != NONE)
        return next_rounds(judge, party)[round];
    while (round < dossier->round_count &&
           !(judge->lacking[round] && has_another(dossier, &dossier->rounds[round], claim)))
        round++;
    return round < dossier->round_count ? round : NONE;
}

ClaimState claim_judge_state(ClaimJudge *judge, PassageId id, uint32_t *account)
{
    Glance claim = layered_glance(judge->dossier, judge->skim, id);
    uint32_t round = judge->dossier->accounts[id.account].round, record = NONE;
    bool deferred;
    if (find_answer(judge->dossier, judge->skim, id, &deferred))
        return CLAIM_ANSWERED;
    if (deferred)
        return CLAIM_PUT_OFF;
    if (!judge->complete[id.account])
        record = id.account;
    else if ((round = next_round(judge, round + 1, &claim)) != NONE)
        record = judge->dossier->rounds[round].account;
    if (account)
        *account = record;
    return record == NONE ? CLAIM_OPEN : CLAIM_UNDECIDED;
}

size_t claim_judge_records(ClaimJudge *judge, PassageId id, uint32_t *records, size_t most)
{
    Glance claim = layered_glance(judge->dossier, judge->skim, id);
    uint32_t round = judge->dossier->accounts[id.account].round;
    size_t count = 0;
    if (!judge->complete[id.account] && count++ < most)
        records[0] = id.account;
    while ((round = next_round(judge, round + 1, &claim)) != NONE)
        if (count++ < most)
            records[count - 1] = judge->dossier->rounds[round].account;
    return count;
}
