// SPDX-License-Identifier: MIT
// Which discrepancies name a passage or a round.
#ifndef DIPTYCH_DISCREPANCIES_H
#define DIPTYCH_DISCREPANCIES_H

#include "diptych/dossier.h"

// True when a reading of any discrepancy names the passage, by its number. One that names the whole account
// names no passage of it. O(log n), without reading any speech: for each passage that is shown.
bool discrepancy_marks(const Dossier *dossier, uint32_t account, uint32_t number);

// Those that name the passage, as indices in ->discrepancies, in order and each once. `*count` gets how many;
// the caller frees the array, which is null when there are none.
uint32_t *discrepancies_of_passage(const Dossier *dossier, uint32_t account, uint32_t number, size_t *count);

// True when a reading of the discrepancy names an account of the round or a passage of one.
bool discrepancy_concerns(const Dossier *dossier, uint32_t discrepancy, uint32_t round);

// The first round that it names, or NONE; and adds the ids of all of them, in order of date, with
// `between` them: "wg1, wg2".
uint32_t discrepancy_round(const Dossier *dossier, uint32_t discrepancy);
void discrepancy_rounds_add(Buffer *out, const Dossier *dossier, uint32_t discrepancy, const char *between);

// Adds the references of a reading: "wg1.58 wg2.3-4".
void discrepancy_refs_add(Buffer *out, const Dossier *dossier, const Reading *reading);

#endif
