// SPDX-License-Identifier: MIT
// The ledger as a tree: records, their claims, and what became of each.
#ifndef DIPTYCH_LEDGER_TREE_H
#define DIPTYCH_LEDGER_TREE_H

#include "diptych/ledger.h"
#include "diptych/tree.h"

// A node for each account that has entries, or is not counted yet, with their numbers; below those that are
// `open` (by account) their entries, and below each its standing and the passages that give it.
// The caller frees it.
Tree *ledger_tree(Dossier *dossier, Skim *skim, Ledger *ledger, const bool *open);

// The same of one account, with its entries.
Tree *ledger_tree_of(Dossier *dossier, Skim *skim, Ledger *ledger, uint32_t account);

// Adds what became of the entry and why, in words and references: "put off: 103; ...".
void ledger_standing_add(Buffer *out, const Dossier *dossier, Ledger *ledger, const LedgerEntry *entry);

#endif
