// SPDX-License-Identifier: MIT
// What a line that is being typed may mean: listed above it, to be chosen from.
#ifndef DIPTYCH_VIEW_CHOOSING_H
#define DIPTYCH_VIEW_CHOOSING_H

#include "diptych/meaning.h"

// One line of the list.
typedef struct Choice {
    Meaning meaning; // its target of TARGET_NONE: a word
    Str word;        // a word of the prompt; outlives the list
} Choice;

// The list. A zeroed one is none; the owner frees `items` with free().
typedef struct Choices {
    Choice *items;
    size_t count, capacity;
    size_t at;   // index of the chosen one
    size_t from; // byte of the line from which on it is chosen for
    bool whole;  // what is chosen is gone to; else it is a part of a command
} Choices;

#endif
