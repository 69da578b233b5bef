// SPDX-License-Identifier: MIT
// Sets of code points, as ranges in a table.
#ifndef DIPTYCH_TEXT_POINTRANGES_H
#define DIPTYCH_TEXT_POINTRANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Code points [first, last].
typedef struct PointRange {
    uint32_t first, last;
} PointRange;

// True when one of the ranges, which are in ascending order and do not overlap, holds the code point.
static inline bool point_ranges_hold(const PointRange *ranges, size_t count, uint32_t point)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && point >= ranges[low].first;
}

#endif
