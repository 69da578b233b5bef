// SPDX-License-Identifier: MIT
#include "diptych/character.h"

#include <unictype.h>

#include "text/utf8.h"

Character character_at(Str s, size_t at)
{
    const Decoded decoded = utf8_decode_shown(s, at);
    return (Character){decoded.point, decoded.bytes};
}

bool character_is_letter(uint32_t point)
{
    if (point < 0x80)
        return str_lower((char)point) >= 'a' && str_lower((char)point) <= 'z';
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L);
}

bool character_is_upper(uint32_t point)
{
    if (point < 0x80)
        return point >= 'A' && point <= 'Z';
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

bool character_is_lower(uint32_t point)
{
    if (point < 0x80)
        return point >= 'a' && point <= 'z';
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Ll);
}

bool character_is_digit(uint32_t point)
{
    if (point < 0x80)
        return point >= '0' && point <= '9';
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Nd);
}

bool character_is_blank(uint32_t point)
{
    if (point < 0x80)
        return point == ' ' || point == '\t';
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Zs);
}

// The end of the run of bytes below 80 that begins at `at`.
static size_t ascii_run(Str s, size_t at)
{
    uint64_t word;
    for (; s.len - at >= sizeof word; at += sizeof word) {
        memcpy(&word, s.at + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80)
        at++;
    return at;
}

size_t character_ill_formed(Str s, size_t from)
{
    for (size_t at = ascii_run(s, from); at < s.len; at = ascii_run(s, at)) {
        const Decoded decoded = utf8_decode(s, at);
        if (decoded.point == UTF8_INVALID)
            return at;
        at += decoded.bytes;
    }
    return s.len;
}
