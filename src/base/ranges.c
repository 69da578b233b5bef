// SPDX-License-Identifier: MIT
// A search tree laid over a sorted array: the middle of a part is its root.
#include "diptych/ranges.h"

#include <stdlib.h>

// What a search goes through.
typedef struct Sought {
    const char *items;
    size_t size; // bytes of one
    uint32_t number;
    bool (*take)(void *context, const void *item);
    void *context;
} Sought;

static int compare_ranges(const void *a, const void *b)
{
    const NumberRange *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->last > y->last) - (x->last < y->last);
}

// Fills the reach of the middle of [from, to) and of all parts below it.
static uint32_t fill_reach(char *items, size_t size, size_t from, size_t to)
{
    if (from >= to)
        return 0;
    size_t middle = from + (to - from) / 2;
    uint32_t left = fill_reach(items, size, from, middle), right = fill_reach(items, size, middle + 1, to);
    NumberRange *range = (void *)(items + middle * size);
    range->reach = range->last;
    if (left > range->reach)
        range->reach = left;
    if (right > range->reach)
        range->reach = right;
    return range->reach;
}

void ranges_sort(void *items, size_t count, size_t size)
{
    if (count > 1)
        qsort(items, count, size, compare_ranges);
    fill_reach(items, size, 0, count);
}

// False when enough is taken.
static bool find_in(const Sought *sought, size_t from, size_t to)
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const NumberRange *range = (const void *)(sought->items + middle * sought->size);
        if (range->reach < sought->number)
            return true;
        if (!find_in(sought, from, middle))
            return false;
        if (range->first > sought->number)
            return true;
        if (range->last >= sought->number && !sought->take(sought->context, range))
            return false;
        from = middle + 1;
    }
    return true;
}

void ranges_find(const void *items, size_t count, size_t size, uint32_t number,
                 bool (*take)(void *context, const void *item), void *context)
{
    Sought sought = {items, size, number, take, context};
    find_in(&sought, 0, count);
}
