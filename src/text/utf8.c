// SPDX-License-Identifier: MIT
#include "text/utf8.h"

// Own code, because u8_mbtouc() of libunistring 1.0 takes ED A0 80 for one ill-formed sequence, where the
// recommended practice counts three.
Decoded utf8_decode_any(Str s, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)s.at + at;
    const size_t left = s.len - at;
    const unsigned lead = bytes[0];
    if (lead < 0x80)
        return (Decoded){lead, 1};
    if (lead < 0xC2 || lead > 0xF4)
        return (Decoded){UTF8_INVALID, 1};
    const unsigned more = 1u + (lead >= 0xE0) + (lead >= 0xF0);
    // The bounds of the second byte keep out overlong forms, surrogates and what lies beyond U+10FFFF.
    unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    uint32_t point = lead & (0x3Fu >> more);
    for (uint32_t i = 1; i <= more; i++) {
        if (i >= left || bytes[i] < low || bytes[i] > high)
            return (Decoded){UTF8_INVALID, i};
        point = point << 6 | (bytes[i] & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return (Decoded){point, more + 1};
}
