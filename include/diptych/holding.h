// SPDX-License-Identifier: MIT
// What a side holds, in a sentence.
#ifndef DIPTYCH_HOLDING_H
#define DIPTYCH_HOLDING_H

#include "diptych/standing.h"

// A side on a topic in an account.
typedef struct Holder {
    uint32_t account;
    uint32_t party; // NONE: nobody
    uint32_t topic;
} Holder;

// Adds its position; where nobody has put that into words the beginning of its first claim, or else of its
// first passage; where it has none, its state. `standings` are the party's in the account's round.
void holding_add(Buffer *out, Dossier *dossier, const Skim *skim, const Standings *standings, Holder holder);

#endif
