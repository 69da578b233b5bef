// SPDX-License-Identifier: MIT
// A quick look at the raw bytes of a file: can a phrase be in there at all?
#ifndef DIPTYCH_SIFT_H
#define DIPTYCH_SIFT_H

#include "diptych/str.h"

// A phrase made ready to be looked for in the bytes of files.
typedef struct Sift Sift;

// For a phrase that fold_text() has folded with the same `keep`. Copies it. The caller frees the sift.
Sift *sift_new(Str folded_phrase, unsigned keep);
void sift_free(Sift *sift);

// False when no text that stands in the bytes `raw` of a dossier's file can hold the phrase, once it is
// joined from its lines, made visible and folded. True promises nothing but that the longest word of the
// phrase is in the file, in a text or beside it. Not safe between threads.
bool sift_might_match(Sift *sift, Str raw);

#endif
