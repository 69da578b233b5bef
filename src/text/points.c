// SPDX-License-Identifier: MIT
#include "text/points.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>
#include <wchar.h>

#include "diptych/memory.h"

#define PAGE_POINTS 64u
#define PAGE_COUNT (0x110000u / PAGE_POINTS)

static void take_widths_elsewhere(uint32_t first, int *widths)
{
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    for (uint32_t i = 0; i < PAGE_POINTS; i++)
        if (widths[i] < 0)
            widths[i] = utf8 ? wcwidth((wchar_t)(first + i)) : uc_width(first + i, "UTF-8");
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
}

static void take_widths(uint32_t first, int *widths)
{
    bool unknown = false;
    for (uint32_t i = 0; i < PAGE_POINTS; i++) {
        widths[i] = wcwidth((wchar_t)(first + i));
        unknown = unknown || widths[i] < 0;
    }
    if (unknown && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        take_widths_elsewhere(first, widths);
}

static bool is_variation_selector(uint32_t point)
{
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF) ||
           (point >= 0x180B && point <= 0x180D) || point == 0x180F;
}

// Signs that are written under a number or name, and visible although they count as format characters.
static bool is_prepended_mark(uint32_t point)
{
    return (point >= 0x600 && point <= 0x605) || point == 0x6DD || point == 0x70F || point == 0x890 ||
           point == 0x891 || point == 0x8E2 || point == 0x110BD || point == 0x110CD;
}

// Overrides, embeddings and isolates: they would move the words around them.
static bool is_turning(uint32_t point)
{
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

static bool is_hidden(uint32_t point)
{
    static const uint32_t hidden[] = {0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (hidden[i] == point)
            return true;
    return false;
}

static Showing showing_of(uint32_t point, int width)
{
    if (is_hidden(point))
        return SHOWING_HIDDEN;
    if (point == 0x200C || point == 0x200D || is_variation_selector(point))
        return SHOWING_JOINER;
    if (point == 0xB || point == 0xC || point == 0x85 || point == 0x2028 || point == 0x2029)
        return SHOWING_BLANK;
    const uint32_t category = uc_general_category(point).bitmask;
    if ((category & (UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Co)) || is_turning(point) ||
        uc_is_property_not_a_character(point))
        return SHOWING_CODE;
    if ((category & UC_CATEGORY_MASK_Cf) && !is_prepended_mark(point))
        return SHOWING_DROPPED;
    return width < 0 ? SHOWING_REPLACED : SHOWING_PLAIN;
}

static bool is_changed_by_composing(uint32_t point)
{
    const ucs4_t before = point;
    ucs4_t after[UC_DECOMPOSITION_MAX_LENGTH];
    size_t len = UC_DECOMPOSITION_MAX_LENGTH;
    ucs4_t *result = u32_normalize(UNINORM_NFC, &before, 1, after, &len);
    const bool same = result && len == 1 && result[0] == before;
    if (result != after)
        free(result);
    return !same;
}

static bool composes(uint32_t point)
{
    const bool jamo = point >= 0x1160 && point <= 0x11FF; // vowels and finals, which join a syllable
    ucs4_t decomposed[UC_DECOMPOSITION_MAX_LENGTH];
    return jamo || (uc_general_category(point).bitmask & UC_CATEGORY_MASK_M) ||
           uc_combining_class(point) != 0 ||
           (uc_canonical_decomposition(point, decomposed) >= 0 && is_changed_by_composing(point));
}

static Point *new_page(uint32_t first)
{
    Point *page = mem_new(PAGE_POINTS, sizeof *page);
    int widths[PAGE_POINTS];
    take_widths(first, widths);
    for (uint32_t i = 0; i < PAGE_POINTS; i++) {
        const Showing showing = showing_of(first + i, widths[i]);
        const bool none = widths[i] < 0 || showing == SHOWING_HIDDEN;
        page[i] = (Point){
            .columns = (uint8_t)(none            ? 0
                                 : widths[i] > 2 ? 2
                                                 : widths[i]),
            .showing = (uint8_t)showing,
            .composes = composes(first + i),
        };
    }
    return page;
}

Point point_of(uint32_t point)
{
    static Point *pages[PAGE_COUNT];
    Point **page = &pages[point / PAGE_POINTS];
    if (!*page)
        *page = new_page(point - point % PAGE_POINTS);
    return (*page)[point % PAGE_POINTS];
}
