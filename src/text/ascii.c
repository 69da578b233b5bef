// SPDX-License-Identifier: MIT
#include "text/ascii.h"

#include <string.h>

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

// Nonzero when one of the eight bytes is below 20 or above 7E; exact, because the lowest such byte is not
// reached by a borrow or carry from another.
static uint64_t unprintable(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return (word | (word - EACH_BYTE(0x20)) | (word + EACH_BYTE(0x01))) & EACH_BYTE(0x80);
}

size_t ascii_end(Str s, size_t from)
{
    size_t at = from;
    while (at + 16 <= s.len && (unprintable(s.at + at) | unprintable(s.at + at + 8)) == 0)
        at += 16;
    while (at < s.len && s.at[at] >= 0x20 && s.at[at] < 0x7F)
        at++;
    return at;
}

bool ascii_is_all(Str s)
{
    if (s.len < 8)
        return ascii_end(s, 0) == s.len;
    uint64_t odd = unprintable(s.at + s.len - 8); // the last bytes, some of them twice
    for (size_t at = 0; at + 8 < s.len && !odd; at += 8)
        odd = unprintable(s.at + at);
    return !odd;
}
