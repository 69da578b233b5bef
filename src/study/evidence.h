// SPDX-License-Identifier: MIT
// What a side has on topics in a round: its words, and its replies to words there.
#ifndef DIPTYCH_STUDY_EVIDENCE_H
#define DIPTYCH_STUDY_EVIDENCE_H

#include "diptych/standing.h"

// What a reason counts for; sorted by this, the reasons that belong together stand together.
typedef struct Question {
    StandingState state; // SPOKE to TOLD
    uint32_t account;    // NONE for TOLD: all accounts of the round
    uint32_t topic;
} Question;

// All reasons of a side in a round, in order of their questions.
typedef struct Evidence {
    Question *questions; // one for each reason
    Reason *reasons;
    size_t count;
    bool cut; // there is too much to be looked through: nothing can be said to be missing
} Evidence;

// The round is in the skim. With `topic` other than NONE only what counts for it.
void evidence_gather(Evidence *evidence, const Dossier *dossier, const Skim *skim, uint32_t round,
                     uint32_t party, uint32_t topic);
void evidence_free(Evidence *evidence);

// The reasons that answer the question, each passage once, in the order of the record.
const Reason *evidence_find(const Evidence *evidence, Question question, size_t *count);

#endif
