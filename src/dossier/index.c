// SPDX-License-Identifier: MIT
#include "index.h"

#include <stdlib.h>

#include "diptych/memory.h"

void index_add(Index *index, Str id, uint32_t value)
{
    index->items = mem_grow(index->items, &index->capacity, index->count + 1, sizeof *index->items);
    index->items[index->count++] = (IndexItem){id, value};
}

static int compare_items(const void *a, const void *b)
{
    const IndexItem *x = a, *y = b;
    int order = str_compare(x->id, y->id);
    return order ? order : (x->value > y->value) - (x->value < y->value);
}

void index_sort(Index *index)
{
    if (index->count > 1)
        qsort(index->items, index->count, sizeof *index->items, compare_items);
}

uint32_t index_find(const Index *index, Str id)
{
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(index->items[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < index->count && str_equal(index->items[low].id, id) ? index->items[low].value : NONE;
}

void index_free(Index *index)
{
    free(index->items);
    *index = (Index){0};
}
