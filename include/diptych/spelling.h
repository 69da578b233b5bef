// SPDX-License-Identifier: MIT
// Words that are nearly right: what was meant.
#ifndef DIPTYCH_SPELLING_H
#define DIPTYCH_SPELLING_H

#include "diptych/str.h"

// Words to look among. A zeroed one is empty.
typedef struct Spelling Spelling;

// A list of words to look among. The caller frees it.
Spelling *spelling_new(void);
void spelling_free(Spelling *spelling);
// Adds a word, whose bytes must live as long as the list. Those of more than 64 bytes are never found.
void spelling_add(Spelling *spelling, Str word);
// The word that is nearest to what was typed, ASCII case and "_" for "-" aside: it may be apart by one byte,
// and of longer words mostly by two (likeness.h); else the only one that begins with it. Empty: none is near.
// O(n log n) once for the list, O(log n) then.
Str spelling_find(Spelling *spelling, Str typed);

// True when the two words are so near to each other: by one byte, or two of longer ones.
bool spelling_is_near(Str typed, Str word);

#endif
