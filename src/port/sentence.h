// SPDX-License-Identifier: MIT
// Where sentences end.
#ifndef PORT_SENTENCE_H
#define PORT_SENTENCE_H

#include "diptych/str.h"

// True when the text ends as sentences do: quotes, brackets and marks of notes at its end do not count.
bool sentence_ends(Str text);

// True when the text ends in these bytes.
bool sentence_ends_with(Str text, const char *end);

#endif
