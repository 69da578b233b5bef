// SPDX-License-Identifier: MIT
// Ids and references as they are written, before anything is looked up.
#ifndef DIPTYCH_REFERENCE_H
#define DIPTYCH_REFERENCE_H

#include "diptych/str.h"

// The highest number of a passage, and of what else is numbered in a file.
#define NUMBER_MAX 999999999u

// "wg1.23", "london1/panov.3-5", "23", or "wg1" for the whole account.
typedef struct Reference {
    Str account;          // empty: a bare number
    uint32_t first, last; // 0 when the whole account is meant
} Reference;

// Parses a reference; with `bare` a number or a range alone is one, else it is the name of an account. False:
// it is none, and `*reference` is untouched.
bool reference_parse(Str text, bool bare, Reference *reference);

// True when the text is an id: [a-z0-9][a-z0-9-]*.
bool id_is_valid(Str text);

#endif
