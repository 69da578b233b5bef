// SPDX-License-Identifier: MIT
// Runs of printable ASCII, a word at a time.
#ifndef DIPTYCH_TEXT_ASCII_H
#define DIPTYCH_TEXT_ASCII_H

#include "diptych/str.h"

// The end of the run of bytes 20 to 7E that begins at `from`.
size_t ascii_end(Str s, size_t from);
// True when all bytes are from 20 to 7E.
bool ascii_is_all(Str s);

#endif
