// SPDX-License-Identifier: MIT
// What a line that is being typed may mean: listed above it, to be chosen from.
#ifndef DIPTYCH_VIEW_CHOOSING_H
#define DIPTYCH_VIEW_CHOOSING_H

#include "diptych/meaning.h"
#include "diptych/terms.h"

// What is put into the line when it is chosen.
typedef enum ChoiceKind {
    CHOICE_THING,   // what its meaning is named by
    CHOICE_WORD,    // a word of the prompt
    CHOICE_COLUMN,  // a selector
    CHOICE_KEY,     // that of a term, with its colon
    CHOICE_SPEAKER, // what a side or person is called, with a colon
    CHOICE_VALUE    // a word behind the key of a term
} ChoiceKind;

// One line of the list.
typedef struct Choice {
    ChoiceKind kind;
    Meaning meaning; // of a thing or speaker; for others its target is of TARGET_NONE
    Str word;        // a word; outlives the list
    Selector column;
    TermKey key;
} Choice;

// Adds what is put into the line.
void choice_add(Buffer *out, Dossier *dossier, const Choice *choice);

// The list. A zeroed one is none; the owner frees `items` with free().
typedef struct Choices {
    Choice *items;
    size_t count, capacity;
    size_t at;   // index of the chosen one
    size_t from; // byte of the line from which on it is chosen for
    bool whole;  // what is chosen is gone to; else it is a part of a command
} Choices;

#endif
