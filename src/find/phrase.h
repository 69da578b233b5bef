// SPDX-License-Identifier: MIT
// A phrase to be found in folded text, with the other words for the same thing.
#ifndef DIPTYCH_FIND_PHRASE_H
#define DIPTYCH_FIND_PHRASE_H

#include "diptych/query.h"

// Words made ready, folded.
typedef struct Phrase Phrase;

// `text` is visible. With `lens` the words that Name: records give to the same thing are looked for too. Null
// when nothing is left of the text. The caller frees it.
Phrase *phrase_new(const Dossier *dossier, Str text, bool lens);
void phrase_free(Phrase *phrase);

// As query_match() and query_might_match().
bool phrase_match(Phrase *phrase, Str text, size_t from, Match *match);
bool phrase_might_match(const Phrase *phrase, Str raw);

#endif
