// SPDX-License-Identifier: MIT
// The links of layers, seen from their other end.
#include <stdlib.h>

#include "inside.h"

static int compare_accounts(const void *a, const void *b)
{
    const Incoming *x = a, *y = b;
    return (x->account > y->account) - (x->account < y->account);
}

// Where the links to the account, or to a later one, begin.
static size_t first_to(const LayerSet *layers, uint32_t account)
{
    size_t low = 0, high = layers->incoming_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (layers->incoming[middle].account < account)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Sorts by account, and within each as ranges.
static void sort_incoming(LayerSet *layers)
{
    size_t size = sizeof *layers->incoming, to;
    if (layers->incoming_count)
        qsort(layers->incoming, layers->incoming_count, size, compare_accounts);
    for (size_t from = 0; from < layers->incoming_count; from = to) {
        to = first_to(layers, layers->incoming[from].account + 1);
        ranges_sort(layers->incoming + from, to - from, size);
    }
}

void incoming_fill(LayerSet *layers)
{
    size_t capacity = 0;
    for (size_t i = 0; i < layers->remark_count; i++) {
        const Remark *remark = &layers->dossier->remarks[layers->remarks[i]];
        for (size_t j = 0; j < remark->link_count; j++) {
            const Link *link = &remark->links[j];
            layers->incoming =
                mem_grow(layers->incoming, &capacity, layers->incoming_count + 1, sizeof *layers->incoming);
            layers->incoming[layers->incoming_count++] = (Incoming){
                .range = {link->ref.first, link->ref.last, 0},
                .account = link->ref.account,
                .from_account = remark->ref.account,
                .from_number = remark->ref.first,
                .layer = remark->layer,
                .verb = link->verb,
            };
        }
    }
    sort_incoming(layers);
}

// What a question collects.
typedef struct Collected {
    LayerSet *layers;
    const Skim *skim;
    size_t limit;
} Collected;

static void add_backlink(LayerSet *layers, Backlink link)
{
    layers->backlinks = mem_grow(layers->backlinks, &layers->backlink_capacity, layers->backlink_count + 1,
                                 sizeof *layers->backlinks);
    layers->backlinks[layers->backlink_count++] = link;
}

static bool collect(void *context, const void *item)
{
    const Collected *collected = context;
    const Incoming *link = item;
    uint32_t ordinal = skim_find(collected->skim, link->from_account, link->from_number);
    if (collected->layers->on[link->layer] && ordinal != NONE)
        add_backlink(collected->layers, (Backlink){.from = {link->from_account, ordinal},
                                                   .number = link->from_number,
                                                   .verb = link->verb,
                                                   .layer = link->layer});
    return collected->layers->backlink_count < collected->limit;
}

const Backlink *layered_backlinks(const Dossier *dossier, Skim *skim, uint32_t account, uint32_t number,
                                  size_t limit, size_t *count)
{
    LayerSet *layers = layers_over(dossier);
    Collected collected = {layers, skim, limit};
    const Backlink *own = skim_backlinks(skim, account, number, limit, count);
    if (layers->incoming_count == 0)
        return own;
    size_t from = first_to(layers, account), to = first_to(layers, account + 1);
    layers->backlink_count = 0;
    if (from == to)
        return own;
    ranges_find(layers->incoming + from, to - from, sizeof *layers->incoming, number, collect, &collected);
    if (layers->backlink_count == 0)
        return own;
    for (size_t i = 0; i < *count && layers->backlink_count < limit; i++)
        add_backlink(layers, own[i]);
    *count = layers->backlink_count;
    qsort(layers->backlinks, *count, sizeof *layers->backlinks, backlink_compare);
    return layers->backlinks;
}

size_t layered_arrow_count(const Dossier *dossier, const Skim *skim, uint32_t account)
{
    const LayerSet *layers = layers_over(dossier);
    return skim_arrow_count(skim, account) + first_to(layers, account + 1) - first_to(layers, account);
}

bool layered_arrow(const Dossier *dossier, const Skim *skim, uint32_t account, size_t index, Arrow *arrow)
{
    const LayerSet *layers = layers_over(dossier);
    size_t own = skim_arrow_count(skim, account);
    if (index < own) {
        *arrow = skim_arrow(skim, account, index);
        return true;
    }
    const Incoming *link = &layers->incoming[first_to(layers, account) + index - own];
    uint32_t ordinal = skim_find(skim, link->from_account, link->from_number);
    *arrow = (Arrow){{link->from_account, ordinal}, link->range.first, link->range.last, link->verb};
    return layers->on[link->layer] && ordinal != NONE;
}
