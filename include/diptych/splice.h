// SPDX-License-Identifier: MIT
// The writer: a value changed in place, every other byte as it was.
#ifndef DIPTYCH_SPLICE_H
#define DIPTYCH_SPLICE_H

#include "diptych/buffer.h"
#include "diptych/error.h"
#include "diptych/record.h"

// Adds to `*out` the bytes of `file` with the value of `pair` replaced by `value`. Line feeds in `value`
// become continuation lines in the file's own line ends; a value that needs quotes gets them. False when
// `value` cannot be written in this place (a control character, a double quote where quotes are needed, a
// line of a full stop alone).
bool splice_pair(Str file, const Pair *pair, bool attribute, Str value, Buffer *out, Error *error);

// The same for the text of a passage, given by its span. Lines that begin with syntax are escaped.
bool splice_text(Str file, Span text, Str value, Buffer *out, Error *error);

// Bytes [from, to) of a file, and what stands there instead.
typedef struct Edit {
    size_t from, to;
    Str with;
} Edit;

// Adds to `*out` the bytes of `file` with the edits made, which are in its order and do not overlap.
void splice_edits(Str file, const Edit *edits, size_t count, Buffer *out);

#endif
