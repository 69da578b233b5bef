// SPDX-License-Identifier: MIT
// What somebody's words mean who wants to see some claims only: "su put-off", "kuriyama act:concedes".
#ifndef DIPTYCH_LEDGER_WORDS_H
#define DIPTYCH_LEDGER_WORDS_H

#include "diptych/error.h"
#include "diptych/ledger.h"

// Takes words with blanks between, in any order: a state, an act, a capacity or a link, in full or begun;
// else a side, person or topic, as behind ":". In front of one may stand what it is, and a colon: state, act,
// as, link, side, by, topic. False: one means nothing, or several things equally well, and `error` says
// which.
bool ledger_words_take(Dossier *dossier, Str words, LedgerFilter *filter, Error *error);
// Adds the wishes for people: "USSR, put off, Yalta agreement"; nothing when every claim is wanted.
void ledger_words_add(Buffer *out, const Dossier *dossier, LedgerFilter filter);
// The words of states, acts, capacities and links, from 0 on; null behind the last.
const char *ledger_word(size_t index);

#endif
