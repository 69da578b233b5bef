// SPDX-License-Identifier: MIT
#include "diptych/tally.h"

#include <stdlib.h>

#include "diptych/claim.h"
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/standing.h"

typedef struct Tallying {
    Dossier *dossier;
    Skim *skim;
    uint32_t party;
    Tally *tallies;  // by topic
    uint32_t *stamp; // by topic: the passage that was counted there last, from 1
} Tallying;

// What a passage adds to each topic that it is on.
static Tally worth_of(const Tallying *tallying, PassageId id, const Glance *glance)
{
    Tally worth = {0};
    bool alone = true;
    for (size_t i = 0; i < glance->speaker_count; i++)
        alone = alone && glance_party(tallying->dossier, glance->speakers[i]) == tallying->party;
    worth.passages = status_is_said((Status)glance->status) && glance->status != STATUS_SUMMARY;
    if (alone && claim_is(tallying->dossier, glance)) {
        ClaimState state = claim_state(tallying->dossier, tallying->skim, id, NULL);
        worth.open = state == CLAIM_OPEN;
        worth.undecided = state == CLAIM_UNDECIDED;
    }
    worth.conceded = alone && ground_is_concession(tallying->dossier, glance);
    return worth;
}

static void add(Tally *tally, Tally worth)
{
    tally->passages += worth.passages;
    tally->open += worth.open;
    tally->undecided += worth.undecided;
    tally->conceded += worth.conceded;
}

// A topic that is above several of the passage's counts once.
static void count(Tallying *tallying, PassageId id)
{
    Glance glance = layered_glance(tallying->dossier, tallying->skim, id);
    if (!glance_is_by(tallying->dossier, &glance, tallying->party))
        return;
    Tally worth = worth_of(tallying, id, &glance);
    for (size_t i = 0; i < glance.topic_count; i++) {
        uint32_t topic = glance.topics[i];
        tallying->tallies[topic].direct = true;
        for (int level = 0; level < STANDING_LEVELS && topic != NONE; level++) {
            if (tallying->stamp[topic] == id.ordinal + 1)
                break;
            tallying->stamp[topic] = id.ordinal + 1;
            add(&tallying->tallies[topic], worth);
            topic = tallying->dossier->topics[topic].parent;
        }
    }
}

Tally *tally_topics(Dossier *dossier, Skim *skim, uint32_t account, uint32_t party)
{
    Tallying tallying = {.dossier = dossier,
                         .skim = skim,
                         .party = party,
                         .tallies = mem_new(dossier->topic_count, sizeof(Tally)),
                         .stamp = mem_new(dossier->topic_count, sizeof(uint32_t))};
    skim_take_round(skim, dossier->accounts[account].round);
    for (uint32_t i = 0; i < skim_count(skim, account); i++)
        count(&tallying, (PassageId){account, i});
    free(tallying.stamp);
    return tallying.tallies;
}
