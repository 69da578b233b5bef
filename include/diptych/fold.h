// SPDX-License-Identifier: MIT
// Text folded for search: without case, accents, and styles of quotes and dashes, with the way back.
#ifndef DIPTYCH_FOLD_H
#define DIPTYCH_FOLD_H

#include "diptych/buffer.h"

// What a query keeps: a query with a capital, an accent or a typographic quote matches only those.
typedef enum FoldKeep {
    FOLD_ALL = 0,
    FOLD_KEEP_CASE = 1,
    FOLD_KEEP_ACCENTS = 2,
    FOLD_KEEP_QUOTES = 4, // quotes and dashes
} FoldKeep;

// Canonical decomposition, nonspacing marks dropped, simple case folding, quotes to ' and ", dashes to -, runs of
// white space (also no-break and line ends) to one blank, soft hyphens and zero-width characters dropped. Text that only
// differs in these folds alike. The table by code point is filled from libunistring at first need.
typedef struct Folded {
    Buffer text;
    uint32_t *from; // for each byte of the text, the byte of the original it comes from; and one more, the original's length
    size_t capacity;
} Folded;

// `keep` is a sum of FoldKeep values. `out` is overwritten and keeps its memory.
void fold_text(Str text, unsigned keep, Folded *out);
void fold_free(Folded *folded);

// What `query` itself uses and so keeps; a sum of FoldKeep values.
unsigned fold_keep_of(Str query);

#endif
