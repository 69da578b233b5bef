// SPDX-License-Identifier: MIT
// The attribute parser: "{name: value; name: "quoted"}" over one line or several.
#ifndef DIPTYCH_DOSSIER_ATTRIBUTE_H
#define DIPTYCH_DOSSIER_ATTRIBUTE_H

#include "record.h"

// What follows a closing brace in its line.
typedef struct Rest {
    Line line;
    size_t from; // byte in line.text; its end when all is well
} Rest;

// Reads the attributes that open at byte `from` of the line and adds them to `pairs`. Goes behind the line of
// the closing brace; an open block ends, with a problem, at a blank line or a line of speech, which is left.
Rest attributes_read(Input *input, Lines *lines, Line line, size_t from, PairList *pairs);

#endif
