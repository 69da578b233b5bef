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

// True when another party's passage answers, rebuts, distinguishes or agrees with it, as far as the skim
// goes.
bool claim_is_answered(Dossier *dossier, Skim *skim, PassageId id);

// The state of the claim, whose account is in the skim, as far as the skim goes. `*account` (which may be
// null) gets the record that may hold the answer when it is UNDECIDED: the claim's own, or else the first one
// later at whose table another party sat.
ClaimState claim_state(Dossier *dossier, Skim *skim, PassageId id, uint32_t *account);

#endif
