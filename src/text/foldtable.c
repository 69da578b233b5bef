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
#include "text/letters.h"

#define BRAILLE_BLANK 0x2800u
#define TATWEEL 0x640u
#define DOTTED_I 0x130u
#define DOT_ABOVE 0x307u
#define FINAL_SIGMA 0x3C2u
#define IOTA_BELOW 0x345u

// The longest compatibility decomposition has 18 code points; each may become three by case folding.
#define POINTS_MAX 64

typedef struct FoldPoints {
    uint32_t at[POINTS_MAX];
    size_t count;
} FoldPoints;

static void points_add(FoldPoints *points, uint32_t point)
{
    if (points->count < POINTS_MAX)
        points->at[points->count++] = point;
}

// What `form` makes of the points.
static void normalize(uninorm_t form, FoldPoints *points)
{
    FoldPoints before = *points;
    size_t count = POINTS_MAX;
    ucs4_t *after = u32_normalize(form, before.at, before.count, points->at, &count);
    if (after == points->at) {
        points->count = count;
        return;
    }
    free(after);
    *points = before;
}

// The compatibility decomposition. An accent that stands for itself, whose decomposition begins with a blank,
// stays; voicing marks do not.
static FoldPoints decompose(uint32_t point)
{
    FoldPoints points = {{point}, 1};
    if (point == 0x309B || point == 0x309C) {
        points.at[0] = VOICING_MARK + (point - 0x309B);
        return points;
    }
    normalize(UNINORM_NFKD, &points);
    // So does a sign with a stroke through it, which says the contrary.
    const bool crossed = points.count > 1 && letter_is_accent(points.at[1]) &&
                         !letter_takes_accents(points.at[0]) && points.at[0] != TATWEEL;
    return points.at[0] == ' ' || crossed ? (FoldPoints){{point}, 1} : points;
}

// The letter without its case: at most three. An iota below counts as a mark.
static FoldPoints without_case(uint32_t point)
{
    FoldPoints points = {{point}, 1};
    ucs4_t folded[POINTS_MAX];
    size_t count = POINTS_MAX;
    if (point != IOTA_BELOW && u32_casefold(points.at, 1, NULL, NULL, folded, &count) == folded) {
        memcpy(points.at, folded, count * sizeof *folded); // no memory is taken for what fits
        points.count = count;
    }
    return points;
}

// Adds one letter or sign of a decomposition.
static void add_letter(FoldPoints *points, uint32_t point, unsigned keep)
{
    if (!(keep & FOLD_KEEP_QUOTES) && letter_plain_style(point) != point) {
        points_add(points, letter_plain_style(point));
        return;
    }
    const FoldPoints cases = keep & FOLD_KEEP_CASE ? (FoldPoints){{point}, 1} : without_case(point);
    for (size_t i = 0; i < cases.count; i++) {
        uint32_t plain[LETTER_PLAIN_MAX];
        const size_t count = keep & FOLD_KEEP_ACCENTS ? 0 : letter_plain(cases.at[i], plain);
        for (size_t j = 0; j < count; j++)
            points_add(points, plain[j]);
        if (count == 0)
            points_add(points, cases.at[i] == FINAL_SIGMA ? FINAL_SIGMA + 1 : cases.at[i]);
    }
}

// What the character becomes, in form C.
static FoldPoints fold_point(uint32_t point, unsigned keep)
{
    FoldPoints points = {.count = 0};
    if (!(keep & FOLD_KEEP_QUOTES) && letter_plain_style(point) != point) {
        points_add(&points, letter_plain_style(point));
        return points;
    }
    const FoldPoints parts = decompose(point);
    uint32_t base = 'a'; // a mark alone is on a letter before it
    for (size_t i = 0; i < parts.count; i++) {
        const uint32_t part = parts.at[i];
        const bool accent = letter_is_accent(part);
        if (part == TATWEEL)
            continue;
        // The small letter of dotted I is i, not one with a second dot.
        if (accent && letter_takes_accents(base) &&
            (!(keep & FOLD_KEEP_ACCENTS) ||
             (point == DOTTED_I && part == DOT_ABOVE && !(keep & FOLD_KEEP_CASE))))
            continue;
        if (accent)
            points_add(&points, part);
        else
            add_letter(&points, base = part, keep);
    }
    if (parts.count > 1)
        normalize(UNINORM_NFC, &points);
    return points;
}

static FoldEntry make_long(FoldTable *table, Str bytes)
{
    table->longs = mem_grow(table->longs, &table->long_capacity, table->long_count + 1, sizeof *table->longs);
    table->longs[table->long_count] = mem_text(bytes);
    return (FoldEntry){.len = (uint8_t)bytes.len, .how = FOLD_LONG, .place = (uint16_t)table->long_count++};
}

// The bytes that an entry has; returns how many.
static size_t write_points(const FoldPoints *points, char bytes[POINTS_MAX * 4])
{
    size_t len = 0;
    for (size_t i = 0; i < points->count; i++) {
        const int more = u8_uctomb((uint8_t *)bytes + len, points->at[i], (int)(POINTS_MAX * 4 - len));
        len += more > 0 ? (size_t)more : 0;
    }
    return len;
}

// False when the entry must be a long one, of the bytes that are written.
static bool make_short(unsigned keep, uint32_t point, FoldEntry *entry, char bytes[POINTS_MAX * 4],
                       size_t *len)
{
    const bool blank = uc_is_property_white_space(point) || point == BRAILLE_BLANK;
    *entry = (FoldEntry){.len = 1, .how = FOLD_BLANK, .bytes = " "};
    if (blank && !(keep & FOLD_KEEP_BLANKS))
        return true;
    *entry = (FoldEntry){.len = 0};
    if (uc_is_property_default_ignorable_code_point(point) || point == TATWEEL)
        return true;
    const FoldPoints points = blank ? (FoldPoints){{point}, 1} : fold_point(point, keep);
    *len = write_points(&points, bytes);
    if (*len > FOLD_BYTES)
        return false;
    entry->len = (uint8_t)*len;
    if (points.count == 1 && (points.at[0] == VOICING_MARK || points.at[0] == VOICING_MARK + 1))
        entry->how = FOLD_VOICED;
    memcpy(entry->bytes, bytes, *len);
    return true;
}

static FoldEntry make_entry(FoldTable *table, uint32_t point)
{
    char bytes[POINTS_MAX * 4];
    size_t len;
    FoldEntry entry;
    return make_short(table->keep, point, &entry, bytes, &len) ? entry : make_long(table, (Str){bytes, len});
}

FoldTable *fold_table(unsigned keep)
{
    static FoldTable *tables[FOLD_KEEP_ALL + 1];
    FoldTable **table = &tables[keep & FOLD_KEEP_ALL];
    if (!*table) {
        *table = mem_new(1, sizeof **table);
        (*table)->keep = keep & FOLD_KEEP_ALL;
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
            (*page)[i] = make_entry(table, first + i);
    }
    return *page;
}

FoldEntry fold_entry_once(FoldTable *table, uint32_t point)
{
    char bytes[POINTS_MAX * 4];
    size_t len;
    FoldEntry entry;
    const FoldEntry *page = table->pages[point / FOLD_PAGE_POINTS];
    if (page || !make_short(table->keep, point, &entry, bytes, &len))
        return *fold_entry(table, point);
    return entry;
}

// Sharp s counts as two letters always, and is no accent.
static bool is_accented(uint32_t point)
{
    uint32_t plain[LETTER_PLAIN_MAX];
    return point != 0xDF && point != 0x1E9E && letter_plain(point, plain) > 0;
}

unsigned fold_keep_of_point(uint32_t point)
{
    if (point < 0x80)
        return point >= 'A' && point <= 'Z' ? FOLD_KEEP_CASE : 0;
    unsigned keep = 0;
    const FoldPoints parts = decompose(point);
    // The full width forms of ASCII are not another style.
    if (letter_plain_style(point) != point && !(parts.count == 1 && parts.at[0] < 0x80))
        return FOLD_KEEP_QUOTES;
    uint32_t base = 'a';
    for (size_t i = 0; i < parts.count; i++) {
        const uint32_t part = parts.at[i];
        if (uc_tolower(part) != part)
            keep |= FOLD_KEEP_CASE;
        if (letter_is_accent(part) ? letter_takes_accents(base) : is_accented(part))
            keep |= FOLD_KEEP_ACCENTS;
        if (!letter_is_accent(part))
            base = part;
    }
    return keep;
}
