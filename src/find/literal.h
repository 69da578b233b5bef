// SPDX-License-Identifier: MIT
// Letters that whatever a regular expression matches must hold.
#ifndef DIPTYCH_FIND_LITERAL_H
#define DIPTYCH_FIND_LITERAL_H

#include "diptych/buffer.h"

// Adds the longest run of letters and digits that every match of the pattern, one of PCRE2, holds one after
// the other, but for case and accents. False, and nothing is added, when none is known: only what stands
// outside of groups and alternatives is looked at, and of scripts those alone in which a letter is a letter.
bool literal_add(Buffer *out, Str pattern);

#endif
