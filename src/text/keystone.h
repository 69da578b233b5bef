// SPDX-License-Identifier: MIT
// The character of a word that is looked for first, and what it may come from.
#ifndef DIPTYCH_TEXT_KEYSTONE_H
#define DIPTYCH_TEXT_KEYSTONE_H

#include "text/foldtable.h"

// Characters that may make one of what stands before them: no letter has more marks.
#define KEYSTONE_MARKS 8

// A character of a folded word.
typedef struct Keystone {
    uint32_t point;
    size_t at, len;                 // bytes of the word
    bool coded;                     // may stand for a character that is shown by its code
    uint32_t marks[KEYSTONE_MARKS]; // with which it may have been composed
    size_t mark_count;
} Keystone;

// The character of the word, which is not empty, that is likely to be met least in a text, and to come from
// few others. Its ->point is U+FFFD only when the word holds nothing else.
Keystone keystone_choose(Str word);

// False when no match of a word can hold the character in such a way that the keystone comes from it, given
// what it folds to. `entry` is of the table.
bool keystone_minds(const Keystone *keystone, const FoldTable *table, const FoldEntry *entry, uint32_t point);

#endif
