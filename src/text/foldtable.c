// SPDX-License-Identifier: MIT
#include "text/foldtable.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "diptych/fold.h"
#include "diptych/memory.h"

static uint32_t without_case(uint32_t point)
{
    return uc_tolower(uc_toupper(point)); // the way up joins the two small sigmas, and long s with s
}

static uint32_t without_style(uint32_t point)
{
    static const uint32_t single[] = {0xB4,   0x2B9,  0x2BB,  0x2BC,  0x2BD,  0x2018,
                                      0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A};
    static const uint32_t twofold[] = {0xAB,   0xBB,   0x201C, 0x201D, 0x201E,
                                       0x201F, 0x2033, 0x301D, 0x301E, 0x301F};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (single[i] == point)
            return '\'';
    for (size_t i = 0; i < sizeof twofold / sizeof *twofold; i++)
        if (twofold[i] == point)
            return '"';
    // Wave dashes of Japanese are not dashes.
    const bool dash = uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Pd) && point >> 8 != 0x30;
    return dash || point == 0x2212 ? '-' : point;
}

static bool is_accent(uint32_t point)
{
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Mn);
}

// The canonical decomposition of one code point; the caller frees it.
static ucs4_t *decompose(uint32_t point, size_t *count)
{
    const ucs4_t one = point;
    ucs4_t *parts = u32_normalize(UNINORM_NFD, &one, 1, NULL, count);
    if (!parts) {
        parts = mem_new(1, sizeof *parts);
        parts[0] = point;
        *count = 1;
    }
    return parts;
}

static void entry_add(FoldEntry *entry, uint32_t point, unsigned keep)
{
    if (!(keep & FOLD_KEEP_CASE))
        point = without_case(point);
    if (!(keep & FOLD_KEEP_QUOTES))
        point = without_style(point);
    const int len = u8_uctomb((uint8_t *)entry->bytes + entry->len, point, FOLD_BYTES - entry->len);
    if (len > 0)
        entry->len = (uint8_t)(entry->len + len);
}

static FoldEntry make_entry(uint32_t point, unsigned keep)
{
    FoldEntry entry = {.len = 0};
    if (uc_is_property_white_space(point)) {
        entry_add(&entry, ' ', keep);
        return entry;
    }
    if (uc_is_property_default_ignorable_code_point(point))
        return entry;
    if (keep & FOLD_KEEP_ACCENTS) {
        entry_add(&entry, point, keep);
        return entry;
    }
    size_t count = 0;
    ucs4_t *parts = decompose(point, &count);
    for (size_t i = 0; i < count; i++)
        if (!is_accent(parts[i]))
            entry_add(&entry, parts[i], keep);
    free(parts);
    return entry;
}

FoldTable *fold_table(unsigned keep)
{
    static FoldTable *tables[8];
    FoldTable **table = &tables[keep & 7u];
    if (!*table) {
        *table = mem_new(1, sizeof **table);
        (*table)->keep = keep & 7u;
    }
    return *table;
}

const FoldEntry *fold_table_page(FoldTable *table, uint32_t point)
{
    FoldEntry **page = &table->pages[point / FOLD_PAGE_POINTS];
    if (!*page) {
        *page = mem_new(FOLD_PAGE_POINTS, sizeof **page);
        const uint32_t first = point - point % FOLD_PAGE_POINTS;
        for (uint32_t i = 0; i < FOLD_PAGE_POINTS; i++)
            (*page)[i] = make_entry(first + i, table->keep);
    }
    return *page;
}

unsigned fold_keep_of_point(uint32_t point)
{
    unsigned keep = without_style(point) != point ? FOLD_KEEP_QUOTES : 0;
    size_t count = 0;
    ucs4_t *parts = decompose(point, &count);
    for (size_t i = 0; i < count; i++) {
        if (uc_tolower(parts[i]) != parts[i])
            keep |= FOLD_KEEP_CASE;
        if (is_accent(parts[i]))
            keep |= FOLD_KEEP_ACCENTS;
    }
    free(parts);
    return keep;
}
