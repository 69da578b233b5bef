// SPDX-License-Identifier: MIT
// How alike two words are: what may have been meant by one that is misspelt.
#ifndef DIPTYCH_LIKENESS_H
#define DIPTYCH_LIKENESS_H

#include "diptych/str.h"

// How many letters have to be put in, left out, changed, or exchanged with the next one to make `b` of `a`;
// more than `limit` counts as `limit` + 1, and so does any but an equal word beside one of more than
// LIKENESS_LETTERS characters. Both are UTF-8, folded where case and accents are not to count. O(length of a
// x length of b).
size_t likeness_distance(Str a, Str b, size_t limit);
#define LIKENESS_LETTERS ((size_t)64)

// The distance up to which a word that was typed is taken for a misspelling: a third of its characters, and
// none for two characters and fewer.
size_t likeness_limit(Str typed);

#endif
