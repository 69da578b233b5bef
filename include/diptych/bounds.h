// SPDX-License-Identifier: MIT
// Where words begin and end.
#ifndef DIPTYCH_BOUNDS_H
#define DIPTYCH_BOUNDS_H

#include "diptych/str.h"

// True when a word may begin or end at byte `at` of well-formed UTF-8: at both ends of the text, and between
// two characters unless both are letters or digits of scripts that put blanks between words. So "Etorofu"
// stands as a word in "Etorofu's" and in "Kunashiri-Etorofu", and not in "Etorofu2"; and a word of a script
// that puts none, or hangs endings on words (Chinese, Japanese, Korean, Thai, ...), may stand anywhere in a
// run. Marks go with the letter before them.
bool bounds_word(Str text, size_t at);

#endif
