// SPDX-License-Identifier: MIT
#include "diptych/script.h"

#include <string.h>
#include <unictype.h>

#include "text/points.h"
#include "text/utf8.h"

typedef enum Kind {
    KIND_OTHER,
    KIND_ALNUM, // a Latin letter or a digit
    KIND_CJ,    // Chinese or Japanese: its letters, and its punctuation
    KIND_CLOSE, // a soft hyphen or zero-width space
} Kind;

static bool is_chinese_or_japanese(uint32_t point)
{
    static const char *const names[] = {"Han", "Hiragana", "Katakana", "Bopomofo"};
    const uc_script_t *script = uc_script(point);
    for (size_t i = 0; script && i < sizeof names / sizeof *names; i++)
        if (strcmp(script->name, names[i]) == 0)
            return true;
    // Punctuation of both, the iteration and prolongation marks, and full width forms.
    return (point >= 0x3001 && point <= 0x303F) || (point >= 0x309B && point <= 0x30FF) ||
           (point >= 0xFF01 && point <= 0xFF9F) || (point >= 0xFE30 && point <= 0xFE4F) ||
           (point >= 0x3200 && point <= 0x33FF);
}

static Kind kind_of(uint32_t point)
{
    if (point == 0xAD || point == 0x200B)
        return KIND_CLOSE;
    if (point < 0x2E80 && uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Nd))
        return KIND_ALNUM;
    const uc_script_t *script = uc_script(point);
    if (script && strcmp(script->name, "Latin") == 0 && point < 0x2E80)
        return KIND_ALNUM;
    return is_chinese_or_japanese(point) ? KIND_CJ : KIND_OTHER;
}

// The last character that is more than a mark.
static uint32_t last_point(Str s)
{
    size_t at = s.len;
    uint32_t point = 0;
    do {
        at = str_character_before(s, at);
        point = utf8_decode_shown(s, at).point;
    } while (at > 0 && point >= 0x300 && point != 0x200B && point_of(point).columns == 0);
    return point;
}

bool script_lines_part(Str before, Str behind)
{
    if (before.len == 0 || behind.len == 0)
        return false;
    const Kind last = kind_of(last_point(before)), first = kind_of(utf8_decode_shown(behind, 0).point);
    if (last == KIND_CLOSE || first == KIND_CLOSE)
        return false;
    if (last == KIND_CJ)
        return first == KIND_OTHER;
    return first != KIND_CJ || last == KIND_OTHER;
}
