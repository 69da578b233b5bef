// SPDX-License-Identifier: MIT
// The links of a passage or remark while they are read, and how many of them, and of topics, are taken.
#include <stdlib.h>

#include "resolve.h"

// A link in so many bytes is the rule, beyond a number that no reader minds.
#define LINK_BYTES ((size_t)16)
#define LINKS_FREE ((size_t)20000)

size_t links_allowed(size_t bytes)
{
    return LINKS_FREE + bytes / LINK_BYTES;
}

void links_report(Lookup *lookup, uint32_t line, uint32_t column)
{
    if (!lookup->crowded)
        input_problem(&lookup->input, DIAGNOSTIC_TOO_MANY, line, column, (Str){"", 0});
    lookup->crowded = true;
}

void link_list_add(LinkList *list, Link link)
{
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = link;
}

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_meaning(const Link *a, const Link *b)
{
    int order = compare(a->verb, b->verb);
    if (!order)
        order = compare(a->ref.account, b->ref.account);
    if (!order)
        order = compare(a->ref.first, b->ref.first);
    return order ? order : compare(a->ref.last, b->ref.last);
}

static int compare_links(const void *a, const void *b)
{
    const Link *x = *(const Link *const *)a, *y = *(const Link *const *)b;
    int order = compare_meaning(x, y);
    return order ? order : (x > y) - (x < y);
}

static int compare_places(const void *a, const void *b)
{
    const Link *x = *(const Link *const *)a, *y = *(const Link *const *)b;
    return (x > y) - (x < y);
}

// Leaves of those that are equal the first, in their order.
static void drop_repeated(LinkList *list)
{
    size_t kept = 0;
    list->order = mem_grow(list->order, &list->order_capacity, list->count, sizeof *list->order);
    for (size_t i = 0; i < list->count; i++)
        list->order[i] = &list->items[i];
    qsort(list->order, list->count, sizeof *list->order, compare_links);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || compare_meaning(list->order[kept - 1], list->order[i]) != 0)
            list->order[kept++] = list->order[i];
    qsort(list->order, kept, sizeof *list->order, compare_places);
    for (size_t i = 0; i < kept; i++)
        list->items[i] = *list->order[i];
    list->count = kept;
}

const Link *link_list_take(Lookup *lookup, LinkList *list, size_t *count)
{
    if (list->count > 1)
        drop_repeated(list);
    if (list->count > lookup->links) {
        const Link *first = &list->items[lookup->links];
        links_report(lookup, first->line, first->column);
        list->count = lookup->links;
    }
    *count = list->count;
    lookup->links -= *count;
    list->count = 0;
    return arena_copy(lookup->input.arena, list->items, *count * sizeof *list->items);
}

void link_list_free(LinkList *list)
{
    free(list->items);
    free(list->order);
}
