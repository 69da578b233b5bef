// SPDX-License-Identifier: MIT
// Which words stand in a column: a party, optionally in one account.
#ifndef DIPTYCH_SELECTOR_H
#define DIPTYCH_SELECTOR_H

#include "diptych/dossier.h"

typedef struct Selector {
    uint32_t party;
    uint32_t account; // NONE: the account that the view is at
} Selector;

// Parses "su", "su@wg2", "jp@london1/panov"; party and account by exact id or unambiguous prefix. On failure
// `error` says which part is unknown, or lists what it may mean.
bool selector_parse(const Dossier *dossier, Str text, Selector *out, Error *error);
// Adds it as it is parsed, with whole ids.
void selector_add(const Dossier *dossier, Buffer *out, Selector selector);

// The party, account or topic that `text` names: by exact id, else by unambiguous prefix of the id,
// else (topics) by a word that begins so in the title or among the Words:. NONE: unknown or
// ambiguous, and `error` says which, listing up to eight candidates.
uint32_t selector_party(const Dossier *dossier, Str text, Error *error);
uint32_t selector_account(const Dossier *dossier, Str text, Error *error);
uint32_t selector_topic(const Dossier *dossier, Str text, Error *error);

// The two parties that face each other in the account: those of the round's participants, else of its
// speakers, in the order of the dossier's Party: records; filled up from these, but not with one that the
// other succeeds. NONE where the dossier has too few.
void selector_parties(Dossier *dossier, uint32_t account, uint32_t parties[2]);

#endif
