// SPDX-License-Identifier: MIT
#include "diptych/claim.h"

#include "diptych/layers.h"
#include "diptych/standing.h"

static bool has_substance(const Dossier *dossier, const Glance *glance)
{
    for (size_t i = 0; i < glance->topic_count; i++)
        if (!dossier->topics[glance->topics[i]].procedural)
            return true;
    return false;
}

bool claim_is(const Dossier *dossier, const Glance *glance)
{
    return glance->act <= ACT_CONDITIONS && status_is_said((Status)glance->status) &&
           glance->addressee == ADDRESSEE_OTHER && has_substance(dossier, glance);
}

// True when a party speaks in `reply` that does not speak in the claim.
static bool is_by_another(const Dossier *dossier, const Glance *reply, const Glance *claim)
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

// The first record that may hold an answer to the claim and is not complete; NONE when there is none.
static uint32_t find_incomplete(Dossier *dossier, Skim *skim, uint32_t account, const Glance *claim)
{
    if (!is_complete(dossier, skim, account))
        return account;
    for (uint32_t i = dossier->accounts[account].round + 1; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        bool complete = !has_another(dossier, round, claim);
        for (uint32_t k = 0; k < round->account_count && !complete; k++)
            complete = is_complete(dossier, skim, round->account + k);
        if (!complete)
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
        if (!verb_is_reply(back[i].verb) || !is_by_another(dossier, &reply, &claim))
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
