// SPDX-License-Identifier: MIT
// Ids to numbers: a sorted table, so that no choice of ids makes it slow.
#ifndef DIPTYCH_DOSSIER_INDEX_H
#define DIPTYCH_DOSSIER_INDEX_H

#include "diptych/dossier.h"

// An id and what it means.
typedef struct IndexItem {
    Str id;        // not owned
    uint64_t head; // its first bytes, which decide most comparisons
    uint32_t value;
} IndexItem;

// A zeroed one is empty.
typedef struct Index {
    IndexItem *items;
    size_t count;
    size_t capacity;
} Index;

// Adds an id, whose bytes must outlive the index.
void index_add(Index *index, Str id, uint32_t value);
// Sorts by id, then by value; before it nothing is found.
void index_sort(Index *index);
// The lowest value of the id, or NONE.
uint32_t index_find(const Index *index, Str id);
void index_free(Index *index);

#endif
