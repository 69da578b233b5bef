// SPDX-License-Identifier: MIT
#include "text/changing.h"

#include <unictype.h>
#include <uninorm.h>

#include "diptych/memory.h"
#include "text/letters.h"
#include "text/pointranges.h"

// Without unified ideographs, Hangul syllables, surrogates and private use: the first never get a
// decomposition, and the second fold to themselves.
static const PointRange looked_at[] = {
    {0x80, 0x33FF},   {0x4DC0, 0x4DFF},   {0xA000, 0xABFF},   {0xD7A4, 0xD7FF},
    {0xF900, 0xFFFF}, {0x10000, 0x1FFFF}, {0x2F800, 0x2FA1F},
};

static bool is_cased_letter(uint32_t point)
{
    return letter_takes_accents(point) && uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L);
}

static bool changes(uint32_t point)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    const bool jamo = point >= 0x1100 && point <= 0x11FF;
    if (uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Cn))
        return false;
    return jamo || uc_decomposition(point, &tag, parts) >= 0 ||
           uc_is_general_category_withtable(point, UC_CATEGORY_MASK_M) || uc_combining_class(point) != 0 ||
           uc_is_property_changes_when_casefolded(point) || is_cased_letter(point) ||
           letter_plain_style(point) != point;
}

typedef struct ChangingPoints {
    uint32_t *items;
    size_t count, capacity;
} ChangingPoints;

static void look_at(PointRange range, ChangingPoints *out)
{
    for (uint32_t point = range.first; point <= range.last; point++) {
        if (!changes(point))
            continue;
        out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
        out->items[out->count++] = point;
    }
}

const uint32_t *changing_points(size_t *count)
{
    static ChangingPoints points;
    if (!points.count)
        for (size_t i = 0; i < sizeof looked_at / sizeof *looked_at; i++)
            look_at(looked_at[i], &points);
    *count = points.count;
    return points.items;
}
