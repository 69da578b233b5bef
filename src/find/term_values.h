// SPDX-License-Identifier: MIT
// What stands behind the colon of a term.
#ifndef DIPTYCH_FIND_TERM_VALUES_H
#define DIPTYCH_FIND_TERM_VALUES_H

#include "diptych/terms.h"

// Takes a value of the key over into `terms`. False: it means nothing, and `error` says which would be
// nearest.
bool term_value_take(Dossier *dossier, Terms *terms, TermKey key, Str value, Error *error);
// Says that a value is missing; false.
bool term_value_lacks(TermKey key, Error *error);

// Adds an index.
void term_ids_add(TermIds *ids, uint32_t id);

#endif
