// SPDX-License-Identifier: MIT
// A regular expression, with limits so that none takes long.
#ifndef DIPTYCH_FIND_PATTERN_H
#define DIPTYCH_FIND_PATTERN_H

#include "diptych/query.h"

// A regular expression made ready.
typedef struct Pattern Pattern;

// `text` is visible. Null when it is malformed, and `error` says what is wrong and where. The caller frees
// it.
Pattern *pattern_new(Str text, Error *error);
void pattern_free(Pattern *pattern);

// As query_match().
bool pattern_match(Pattern *pattern, Str text, size_t from, Match *match);
// As query_might_match().
bool pattern_might_match(const Pattern *pattern, Str raw);
// As query_gave_up().
bool pattern_gave_up(const Pattern *pattern);

#endif
