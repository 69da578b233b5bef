// SPDX-License-Identifier: MIT
#include "index.h"

#include <stdlib.h>

#include "diptych/memory.h"

// The first eight bytes as a number of the same order.
static uint64_t head_of(Str id)
{
    uint64_t head = 0;
    for (size_t i = 0; i < sizeof head; i++)
        head = head << 8 | (i < id.len ? (unsigned char)id.at[i] : 0);
    return head;
}

static int compare_ids(const IndexItem *item, uint64_t head, Str id)
{
    if (item->head != head)
        return item->head < head ? -1 : 1;
    return str_compare(item->id, id);
}

void index_add(Index *index, Str id, uint32_t value)
{
    index->items = mem_grow(index->items, &index->capacity, index->count + 1, sizeof *index->items);
    index->items[index->count++] = (IndexItem){id, head_of(id), value};
}

static int compare_items(const void *a, const void *b)
{
    const IndexItem *x = a, *y = b;
    int order = compare_ids(x, y->head, y->id);
    return order ? order : (x->value > y->value) - (x->value < y->value);
}

void index_sort(Index *index)
{
    if (index->count > 1)
        qsort(index->items, index->count, sizeof *index->items, compare_items);
}

uint32_t index_find(const Index *index, Str id)
{
    uint64_t head = head_of(id);
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_ids(&index->items[middle], head, id) < 0)
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
