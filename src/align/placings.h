// SPDX-License-Identifier: MIT
// Which passage stands where, before anything is lined up.
#ifndef DIPTYCH_ALIGN_PLACINGS_H
#define DIPTYCH_ALIGN_PLACINGS_H

#include "diptych/align.h"

// The two columns, with their selectors filled in.
typedef struct ColumnPair {
    const Dossier *dossier;
    const Speech *speech[2]; // the same one twice when both columns are of one account
    uint32_t parties[2];
    const uint32_t *topics; // only these and those below them
    size_t topic_count;     // 0: all
} ColumnPair;

// True when both columns are of one account.
bool columns_same(const ColumnPair *columns);

// Where in a band a passage stands.
typedef enum Slot { SLOT_LEFT, SLOT_RIGHT, SLOT_ASIDE, SLOT_COUNT } Slot;

// A passage under one of its topics.
typedef struct Placing {
    uint32_t topic; // the dossier's topic_count: procedure and other
    uint32_t ordinal;
    Slot slot;
} Placing;

// Placings in a row. A zeroed one is empty.
typedef struct Placings {
    Placing *items; // in the order of the record, the left column's first when there are two records
    size_t count;
    size_t capacity;
} Placings;

// Adds a placing for each passage under each of its topics. The caller frees the items.
void placings_add(Placings *placings, const ColumnPair *columns);

#endif
