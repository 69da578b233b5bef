// SPDX-License-Identifier: MIT
// The ASCII that stands in for a character which a codeset lacks.
#ifndef DIPTYCH_TEXT_NEAREST_H
#define DIPTYCH_TEXT_NEAREST_H

#include "diptych/str.h"

// Bytes that stand for `point`: as many as it has columns, at most two, none for a mark.
typedef struct Nearest {
    char bytes[2];
    size_t len;
} Nearest;

// The closest there is: a quote, dash, line, or the letter without its accents; else '?' in each column.
Nearest nearest_ascii(uint32_t point);

#endif
