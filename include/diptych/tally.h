// SPDX-License-Identifier: MIT
// How much a side has on each topic of an account, and what became of it.
#ifndef DIPTYCH_TALLY_H
#define DIPTYCH_TALLY_H

#include "diptych/skim.h"

// Of one topic, words on the topics below it among them. Claims and concessions of joint texts are nobody's.
typedef struct Tally {
    bool direct;        // something is said on the topic itself
    uint32_t passages;  // neither omitted, inferred, narrated nor an editor's summary
    uint32_t open;      // claims that nobody answered or put off, in records that would show it
    uint32_t undecided; // claims whose answer may stand in a record that is not complete
    uint32_t conceded;  // what it conceded to the other side
} Tally;

// What `party` has in the account, which is taken into the skim with its round when it is not there yet: an
// item for each topic of the dossier, all zeros for NONE. The state of claims is as far as the skim goes. The
// caller frees it.
Tally *tally_topics(Dossier *dossier, Skim *skim, uint32_t account, uint32_t party);

#endif
