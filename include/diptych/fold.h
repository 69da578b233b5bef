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

// Text that only differs in case, accents, or styles of quotes and dashes folds alike: canonical
// decomposition, nonspacing marks dropped, simple case folding, quotes to ' and ", dashes to -, runs of white
// space (also no-break and line ends) to one blank, soft hyphens, zero-width and other ignorable characters
// dropped. What is kept is left as it is; with FOLD_KEEP_ACCENTS nothing is decomposed, so the text must be
// in form C, as visible_add() makes it.
typedef struct Folded {
    Buffer text;
    uint32_t *from;  // for each byte of the text, the byte of the original where the character that it comes
                     // from begins; and one more, the original's length
    size_t capacity; // of `from`, in items
} Folded;

// `keep` is a sum of FoldKeep values. `out` is overwritten and keeps its memory. Ill-formed bytes count as
// U+FFFD. Of a text of 4 GiB and more only the first 4 GiB - 1 are folded. The tables by code point are
// filled at first need and kept as long as the program: not safe between threads.
void fold_text(Str text, unsigned keep, Folded *out);
void fold_free(Folded *folded);

// What `query` itself uses and so keeps; a sum of FoldKeep values.
unsigned fold_keep_of(Str query);

#endif
