// SPDX-License-Identifier: MIT
// The links of a passage, those that it has and those that come to it.
#ifndef DIPTYCH_TIES_H
#define DIPTYCH_TIES_H

#include "diptych/skim.h"

// A link of a passage, in or out.
typedef struct Tie {
    Verb verb;
    bool incoming;
    Ref to; // the passages, or the account, at the other end
} Tie;
// A zeroed one is empty; free its `items` with free().
typedef struct Ties {
    Tie *items;
    size_t count, capacity;
} Ties;
// What a link is called in front of what it leads to: "rebuts", "fairly reports", "rebutted by". A verdict is
// on the passage's own claim.
const char *tie_phrase(Verb verb, bool incoming);
// Adds the links of the passage, its own first, then those that come to it, as far as they are known.
void ties_add(Ties *ties, Dossier *dossier, Skim *skim, PassageId passage);

#endif
