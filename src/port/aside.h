// SPDX-License-Identifier: MIT
// Paragraphs that nobody speaks: in brackets, divisions, rules of procedure.
#ifndef PORT_ASIDE_H
#define PORT_ASIDE_H

#include "diptych/port.h"

// True when the text begins with a bracket ("[", "(", "<", "（"); `*depth`, when not null, gets how many are
// open at its end.
bool aside_opens(Str text, int *depth);

// What a paragraph of brackets alone, or of dots, is: PORT_NARRATION, PORT_OMITTED, PORT_SUMMARY or
// PORT_CITATION. PORT_KIND_COUNT: it is none. `*sure` is false when only its words make it likely.
PortKind aside_kind(Str text, bool *sure);

// True for the line of a division ("The House divided: Ayes 301, Noes 299."), or of its figures.
bool aside_is_vote(Str text);
// True for what a record says of the course of a sitting ("Question put, That ...", "Several hon. Members
// rose").
bool aside_is_procedure(Str text);

#endif
