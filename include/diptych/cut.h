// SPDX-License-Identifier: MIT
// Cutting a text so that one sees that it was cut.
#ifndef DIPTYCH_CUT_H
#define DIPTYCH_CUT_H

#include "diptych/buffer.h"

// Text is as cluster.h has it.

// What stands for the rest of a text that is cut: "…", or "..." where there is nothing but ASCII.
const char *cut_mark(bool ascii);

// Adds the text, or where it is wider than `columns` as much of it as fits there with the mark behind. It is
// cut between words, and not within a date or a name: words that begin with a digit or a capital letter stay
// together. A first word that is too wide is cut all the same, unless it begins with a digit; of such a one
// only the mark stands.
void cut_add(Buffer *out, Str text, size_t columns, bool ascii);
// True when the text may be cut at the blank at byte `at` of it.
bool cut_may_part(Str text, size_t at);
// How many bytes of the text come in front of the mark; all of them where it fits.
size_t cut_length(Str text, size_t columns, bool ascii);

#endif
