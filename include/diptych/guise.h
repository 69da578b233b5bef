// SPDX-License-Identifier: MIT
// Files that are no plain text although they are given as such.
#ifndef DIPTYCH_GUISE_H
#define DIPTYCH_GUISE_H

#include "diptych/str.h"

// So many bytes of a file's beginning are enough for guise_of().
#define GUISE_BYTES ((size_t)256)

// What the bytes at the beginning of a file say that it is, and what to do with it, for behind "it is"; null
// when it may be plain text.
const char *guise_of(Str beginning);

#endif
