// SPDX-License-Identifier: MIT
// Text that stands in lines of its own: of a passage, or between them.
#ifndef DIPTYCH_DOSSIER_STRETCH_H
#define DIPTYCH_DOSSIER_STRETCH_H

#include "input.h"

typedef struct Stretch {
    Span span;
    uint32_t line, column; // of its first byte
} Stretch;

// Reads on from byte `from` of the line, up to a blank line or syntax, which is left. Comments at the end are
// outside.
Stretch stretch_read(Input *input, Lines *lines, Line line, size_t from);
Str stretch_text(Input *input, Stretch stretch);

#endif
