// SPDX-License-Identifier: MIT
// The links between the two columns of a band, as pairs of positions.
#ifndef DIPTYCH_ALIGN_CANDIDATES_H
#define DIPTYCH_ALIGN_CANDIDATES_H

#include "placings.h"

// What finding candidates needs of both columns, made once for all bands.
typedef struct Linker {
    const ColumnPair *columns;
    uint32_t *spots[2]; // for each ordinal its position in the band's column, NONE when it is not there
    Candidate *found;   // of the last band
    size_t count;
    size_t capacity;
} Linker;

// For the bands of these columns, which must outlive it; linker_free() frees what it holds.
void linker_init(Linker *linker, const ColumnPair *columns);
void linker_free(Linker *linker);

// Fills `found` with the candidates of the band, those set by hand in the order of the record.
void linker_find(Linker *linker, const Band *band);

#endif
