// SPDX-License-Identifier: MIT
// Where a line may end.
#ifndef DIPTYCH_TEXT_CHANCES_H
#define DIPTYCH_TEXT_CHANCES_H

#include "diptych/str.h"

// Writes a value of unilbrk.h for each byte of `s`, UTF-8, to `chances`: UC_BREAK_POSSIBLE where a line may
// end before it by Unicode Annex 14. Beyond that annex the number of "No. 5" stays with its word.
void chances_find(Str s, char *chances);

#endif
