// SPDX-License-Identifier: MIT
// The hyphens that divide a word at the end of a line.
#ifndef DIPTYCH_TEXT_HYPHEN_H
#define DIPTYCH_TEXT_HYPHEN_H

#include <string.h>

#include "diptych/str.h"

#define HYPHEN "\xe2\x80\x90" // U+2010; U+2011 differs in its last byte

// The bytes of the hyphen at `at`, or 0 when there is none.
static inline size_t hyphen_bytes(Str s, size_t at)
{
    if (at >= s.len)
        return 0;
    if (s.at[at] == '-')
        return 1;
    const size_t len = sizeof HYPHEN - 1;
    const bool more = s.len - at >= len && memcmp(s.at + at, HYPHEN, len - 1) == 0;
    return more && ((unsigned char)s.at[at + len - 1] | 1) == 0x91 ? len : 0;
}

#endif
