// SPDX-License-Identifier: MIT
// The order of speaking: whose turns follow whose.
#ifndef DIPTYCH_ALIGN_EXCHANGES_H
#define DIPTYCH_ALIGN_EXCHANGES_H

#include "placings.h"

// A run is what one side says until the other speaks; words of third parties and of the record do not end it,
// a joint text does.
typedef struct Runs {
    uint32_t *of; // for each ordinal the number of its run, by which the next is one more; NONE: of neither
                  // side alone
} Runs;

// The runs of the columns' account; none where they are of two. runs_free() frees what it holds.
void runs_init(Runs *runs, const ColumnPair *columns);
void runs_free(Runs *runs);

// Adds the exchanges of the band between its anchors to `out`, which has room for as many as the shorter
// column has passages, and returns how many. An exchange is a run and the one that follows it, where the band
// has the beginnings of both in one gap; no run is in two of them. Linear in the band.
size_t runs_exchanges(const Runs *runs, const Band *band, Anchor *out);

#endif
