// SPDX-License-Identifier: MIT
// Claims, and whether anybody answered them: the one place that judges it.
#ifndef DIPTYCH_CLAIM_H
#define DIPTYCH_CLAIM_H

#include "diptych/skim.h"

// What became of a claim: the first that holds.
typedef enum ClaimState {
    CLAIM_ANSWERED, // another party's passage answers, rebuts, distinguishes or agrees with it
    CLAIM_PUT_OFF,  // one defers it, and none answers
    CLAIM_OPEN,     // neither, in records that would show it
    CLAIM_UNDECIDED // neither, and a record that may hold the answer is not complete
} ClaimState;

// A claim asserts, proposes, offers, demands or conditions on a topic of substance, is neither omitted nor
// inferred nor narration, and was said to the other side.
bool claim_is(const Dossier *dossier, const Glance *glance);

// True when some topic of it is not about procedure.
bool claim_has_substance(const Dossier *dossier, const Glance *glance);
// True when a party speaks in `reply` that does not speak in the claim.
bool claim_is_by_another(const Dossier *dossier, const Glance *reply, const Glance *claim);

// True when another party's passage answers, rebuts, distinguishes or agrees with it, as far as the skim
// goes.
bool claim_is_answered(Dossier *dossier, Skim *skim, PassageId id);

// The state of the claim, whose account is in the skim, as far as the skim goes. `*account` (which may be
// null) gets the record that may hold the answer when it is UNDECIDED: the claim's own, or else the first one
// later at whose table another party sat.
ClaimState claim_state(Dossier *dossier, Skim *skim, PassageId id, uint32_t *account);

// Judges many claims of a skim that is complete, and remembers what their records have in common.
typedef struct ClaimJudge ClaimJudge;

// The skim must be complete and outlive it, with the layers as they are. The caller frees it.
ClaimJudge *claim_judge_new(Dossier *dossier, Skim *skim);
void claim_judge_free(ClaimJudge *judge);

// As claim_state(). O(log links) for most.
ClaimState claim_judge_state(ClaimJudge *judge, PassageId id, uint32_t *account);
// The records that may hold an answer to words of these speakers in the account, and are not complete: that
// account first, then those of later rounds. `records` gets up to `most` of them. Returns how many there are.
size_t claim_judge_records(ClaimJudge *judge, PassageId id, uint32_t *records, size_t most);

#endif
