// SPDX-License-Identifier: MIT
// Ranges of numbers: which of many hold a number, without expanding any.
#ifndef DIPTYCH_RANGES_H
#define DIPTYCH_RANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The first member of what is searched.
typedef struct NumberRange {
    uint32_t first, last; // both are in it
    uint32_t reach;       // the highest `last` in the part of the array whose middle this is, once sorted
} NumberRange;

// Sorts `count` items of `size` bytes, each beginning with a NumberRange, by first and last, and fills their
// reach.
void ranges_sort(void *items, size_t count, size_t size);

// Gives each item whose range holds the number to `take`, in their order, until that is false. O(log n) and
// what is taken.
void ranges_find(const void *items, size_t count, size_t size, uint32_t number,
                 bool (*take)(void *context, const void *item), void *context);

#endif
