// SPDX-License-Identifier: MIT
// What the bytes of a document are encoded in, as far as it says so itself.
#ifndef PORT_ENCODING_H
#define PORT_ENCODING_H

#include "diptych/str.h"

// Bytes of the name of an encoding, with its terminator.
#define ENCODING_NAME_MAX 64

// An encoding, by its name; empty: the document does not say, and nobody has.
typedef struct Encoding {
    char name[ENCODING_NAME_MAX];
    size_t mark; // bytes of the byte order mark in front
    bool utf8;
} Encoding;

// By the byte order mark, else what is given (may be null), else the XML declaration.
Encoding encoding_of(Str beginning, const char *given);

#endif
