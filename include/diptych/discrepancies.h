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

#endif
