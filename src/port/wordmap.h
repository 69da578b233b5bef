// SPDX-License-Identifier: MIT
// Words that lead to numbers: several under one word, in the order in which they were added.
#ifndef PORT_WORDMAP_H
#define PORT_WORDMAP_H

#include "diptych/memory.h"

// In place of an entry: none.
#define WORDMAP_NONE UINT32_MAX

// An entry; its word is the arena's.
typedef struct WordMapEntry {
    Str word;
    uint64_t hash;
    uint32_t value;
    uint32_t next; // in its slot
} WordMapEntry;

// A zeroed one is empty.
typedef struct WordMap {
    WordMapEntry *entries;
    size_t count, capacity;
    uint32_t *slots, *ends; // the first and last entry of each slot's chain
    size_t slot_count;      // a power of two
    Arena words;
} WordMap;

// Behind what the word has already; the word is copied.
void wordmap_add(WordMap *index, Str word, uint32_t value);
// The first entry of the word that was added, and the one behind it; WORDMAP_NONE when there is none.
uint32_t wordmap_first(const WordMap *index, Str word);
uint32_t wordmap_next(const WordMap *index, uint32_t entry);
// The value of the first entry, or WORDMAP_NONE.
uint32_t wordmap_value(const WordMap *index, Str word);
void wordmap_free(WordMap *index);

#endif
