// SPDX-License-Identifier: MIT
#include "diptych/bounds.h"

#include <unictype.h>

#include "text/pointranges.h"
#include "text/utf8.h"

// Scripts in which a word need not be set apart: Thai and Lao; Tibetan and Burmese; Hangul; Khmer; Tai
// scripts; Chinese and Japanese with Yi; Hangul and Burmese again; the compatibility forms; and the planes of
// ideographs.
static const PointRange unspaced[] = {
    {0x0E00, 0x0EFF}, {0x0F00, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF},   {0x1950, 0x19FF},
    {0x1A20, 0x1AAF}, {0x2E80, 0xA4CF}, {0xA960, 0xA97F}, {0xA9E0, 0xA9FF},   {0xAA60, 0xAADF},
    {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC}, {0x1B000, 0x1B16F}, {0x20000, 0x3FFFF},
};

static bool is_spaced(uint32_t point)
{
    return !point_ranges_hold(unspaced, sizeof unspaced / sizeof *unspaced, point);
}

// A letter or digit that its neighbours make one word with.
static bool joins(uint32_t point)
{
    if (point < 0x80)
        return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
               (point >= 'a' && point <= 'z');
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N) &&
           is_spaced(point);
}

#define ZERO_WIDTH_SPACE 0x200Bu

// A mark, joiner or other character that belongs to the one before it.
static bool follows(uint32_t point)
{
    return point >= 0x80 && point != ZERO_WIDTH_SPACE &&
           uc_is_general_category_withtable(point, UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Cf);
}

static uint32_t base_before(Str text, size_t at)
{
    uint32_t point;
    do {
        at = str_character_before(text, at);
        point = utf8_decode(text, at).point;
    } while (at > 0 && follows(point));
    return point;
}

bool bounds_word(Str text, size_t at)
{
    if (at == 0 || at >= text.len)
        return true;
    if (str_continues(text.at[at]))
        return false;
    uint32_t next = utf8_decode(text, at).point;
    return !follows(next) && !(joins(next) && joins(base_before(text, at)));
}
