// SPDX-License-Identifier: MIT
// Near misses of layout that leave no doubt, put right: no word is changed, and nothing else is touched.
#ifndef DIPTYCH_FIX_H
#define DIPTYCH_FIX_H

#include "diptych/speech.h"
#include "diptych/splice.h"

// What is put right in an account.
typedef struct Fix {
    Edit edit;           // of the bytes of its file; `with` is a text of the program
    DiagnosticKind kind; // what was wrong
    uint32_t line;       // where it was
    uint32_t lines;      // that are new before what was wrong
    bool untold;         // a part of the fix before it
} Fix;

// A zeroed one is empty; free its `items` with free().
typedef struct FixList {
    Fix *items; // in the order of the file, none of them in another
    size_t count, capacity;
} FixList;

// Adds what can be put right in the account:
// - attributes, all of which are known, at the end of a text or behind blanks, where nothing but the next
// passage or
//   turn can follow: they get a line of their own from its first column;
// - "  [8] text" and "[ 8 ] text" where 8 is not taken, and is between the numbers around it (of what may be
// a year:
//   the next one);
// - "  @ su", of people and parties that are known, where a passage or a blank line follows;
// - attributes that end at a blank line without a brace, which they get.
void fix_find(Dossier *dossier, uint32_t account, FixList *out);

#endif
