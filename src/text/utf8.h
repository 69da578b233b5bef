// SPDX-License-Identifier: MIT
// One code point out of bytes that may be anything.
#ifndef DIPTYCH_TEXT_UTF8_H
#define DIPTYCH_TEXT_UTF8_H

#include "diptych/str.h"

// In place of a code point: none is there; and what is shown instead.
#define UTF8_INVALID UINT32_MAX
#define UTF8_REPLACEMENT 0xFFFDu

// A code point and the bytes it takes.
typedef struct Decoded {
    uint32_t point; // UTF8_INVALID when the bytes are ill-formed
    uint32_t
        bytes; // of the code point, or of the maximal subpart of the ill-formed sequence (Unicode 15, 3.9)
} Decoded;

// The same as utf8_decode(), for any bytes.
Decoded utf8_decode_any(Str s, size_t at);

// The code point at `at`, below s.len. Most of what is not ASCII is decoded in place.
static inline Decoded utf8_decode(Str s, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)s.at + at;
    const unsigned lead = bytes[0];
    if (lead < 0x80)
        return (Decoded){lead, 1};
    if (lead >= 0xC2 && lead < 0xE0 && s.len - at > 1 && str_continues(bytes[1]))
        return (Decoded){(lead & 0x1Fu) << 6 | (bytes[1] & 0x3Fu), 2};
    if (lead > 0xE0 && lead < 0xED && s.len - at > 2 && str_continues(bytes[1]) && str_continues(bytes[2]))
        return (Decoded){(lead & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu), 3};
    return utf8_decode_any(s, at);
}

// The same with U+FFFD for what is ill-formed.
static inline Decoded utf8_decode_shown(Str s, size_t at)
{
    const Decoded decoded = utf8_decode(s, at);
    return decoded.point == UTF8_INVALID ? (Decoded){UTF8_REPLACEMENT, decoded.bytes} : decoded;
}

#endif
