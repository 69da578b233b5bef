// SPDX-License-Identifier: MIT
// Records in indirect speech: a sentence that begins with who speaks and a verb of saying.
#ifndef PORT_REPORTED_H
#define PORT_REPORTED_H

#include "diptych/str.h"

// Who speaks by the sentence that `text` begins with: "The Secretary" of "The Secretary replied that ..."; a
// view of it. Empty: nobody does.
Str reported_subject(Str text);

// True when the sentence begins with a pronoun that stands for who spoke last ("He added that ...").
bool reported_goes_on(Str text);

// True when a title ("Mr.", "Deputy Minister") stands in front of the word at byte `at`: who says so speaks
// of another.
bool reported_is_titled(Str text, size_t at);

// Where the sentence that begins at `from` ends, behind its sign and the blanks: the next one begins there,
// or the text ends.
size_t reported_sentence_end(Str text, size_t from);

#endif
