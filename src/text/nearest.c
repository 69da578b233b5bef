// SPDX-License-Identifier: MIT
#include "text/nearest.h"

#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>

#include "text/points.h"

// What is like it in looks but not by decomposition, in order of code points.
static const struct {
    uint32_t point;
    char ascii;
} likes[] = {
    {0xA6, '|'},    {0xA7, 'S'},    {0xAB, '"'},   {0xAD, '-'},    {0xB4, '\''},   {0xB6, 'P'},
    {0xB7, '.'},    {0xBB, '"'},    {0xD0, 'D'},   {0xD7, 'x'},    {0xD8, 'O'},    {0xF0, 'd'},
    {0xF7, '/'},    {0xF8, 'o'},    {0x110, 'D'},  {0x111, 'd'},   {0x126, 'H'},   {0x127, 'h'},
    {0x131, 'i'},   {0x141, 'L'},   {0x142, 'l'},  {0x2BC, '\''},  {0x2010, '-'},  {0x2011, '-'},
    {0x2012, '-'},  {0x2013, '-'},  {0x2014, '-'}, {0x2015, '-'},  {0x2018, '\''}, {0x2019, '\''},
    {0x201A, '\''}, {0x201B, '\''}, {0x201C, '"'}, {0x201D, '"'},  {0x201E, '"'},  {0x201F, '"'},
    {0x2020, '+'},  {0x2022, '*'},  {0x2026, '.'}, {0x2032, '\''}, {0x2033, '"'},  {0x2039, '<'},
    {0x203A, '>'},  {0x2044, '/'},  {0x2116, '#'}, {0x2190, '<'},  {0x2191, '^'},  {0x2192, '>'},
    {0x2193, 'v'},  {0x2194, '-'},  {0x21D2, '>'}, {0x2212, '-'},  {0x25B6, '>'},  {0x25B8, '>'},
    {0x25BA, '>'},  {0x25C0, '<'},  {0x25C2, '<'}, {0x25CB, 'o'},  {0x25CF, '*'},  {0x3001, ','},
    {0x3002, '.'},  {0x300C, '"'},  {0x300D, '"'}, {0x300E, '"'},  {0x300F, '"'},  {0x301C, '~'},
};

static char like(uint32_t point)
{
    size_t low = 0, high = sizeof likes / sizeof *likes;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (likes[middle].point == point)
            return likes[middle].ascii;
        if (likes[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

// Box drawing and blocks, U+2500 to U+259F.
static char like_line(uint32_t point)
{
    static const char lines[] = "--||--||--||++++++++++++++++++++"   // 2500
                                "++++++++++++++++++++++++++++++++"   // 2520
                                "++++++++++++--||=|++++++++++++++"   // 2540
                                "+++++++++++++++++/\\X-|-|-|-|-|-|"; // 2560
    if (point >= 0x2580 && point <= 0x259F)
        return '#';
    return point >= 0x2500 && point < 0x2580 ? lines[point - 0x2500] : 0;
}

// The ASCII of the compatibility decomposition, when there is nothing else in it but marks and it fits.
static Nearest without_marks(uint32_t point, size_t columns)
{
    Nearest nearest = {.len = 0};
    const ucs4_t before = point;
    size_t len = 0;
    ucs4_t *parts = u32_normalize(UNINORM_NFKD, &before, 1, NULL, &len);
    bool fits = parts != NULL;
    for (size_t i = 0; fits && i < len; i++) {
        if (uc_is_general_category_withtable(parts[i], UC_CATEGORY_MASK_M))
            continue;
        fits = parts[i] < 0x80 && nearest.len < columns;
        if (fits)
            nearest.bytes[nearest.len++] = (char)parts[i];
    }
    free(parts);
    return fits ? nearest : (Nearest){.len = 0};
}

Nearest nearest_ascii(uint32_t point)
{
    const size_t columns = point_of(point).columns;
    if (columns == 0)
        return (Nearest){.len = 0};
    const char one = like(point) ? like(point) : like_line(point);
    Nearest nearest = one ? (Nearest){{one}, 1} : without_marks(point, columns);
    const char filler = nearest.len ? ' ' : '?';
    while (nearest.len < columns)
        nearest.bytes[nearest.len++] = filler;
    return nearest;
}
