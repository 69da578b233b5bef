// SPDX-License-Identifier: MIT
// Which words stand in a column: a party, optionally in one account.
#ifndef DIPTYCH_SELECTOR_H
#define DIPTYCH_SELECTOR_H

#include "diptych/dossier.h"

// What a column shows: a party in one account.
typedef struct Selector {
    uint32_t party;
    uint32_t account; // NONE: the account that the view is at
} Selector;

// Adds "su" or "su@wg2": as meaning_selector() reads it.
void selector_add(const Dossier *dossier, Buffer *out, Selector selector);

// The two parties that face each other in the account: those of the round's participants, else of its
// speakers, in the order of the dossier's Party: records; filled up from these, but not with one that the
// other succeeds. NONE where the dossier has too few.
void selector_parties(Dossier *dossier, uint32_t account, uint32_t parties[2]);

// The two that stand in the columns of the account for a reader who has chosen these (NONE: nobody), each
// where it is chosen: it, or the one of its line of succession that takes part or speaks. The column of one
// that does neither is lent to another party of selector_parties(), if there is one.
void selector_seat(Dossier *dossier, uint32_t account, const uint32_t chosen[2], uint32_t parties[2]);

#endif
