// SPDX-License-Identifier: MIT
// Links found from their other end.
#include <stdlib.h>

#include "skimmed.h"

size_t skim_arrow_count(const Skim *skim, uint32_t account)
{
    return skim->accounts[account].incoming_count;
}

Arrow skim_arrow(const Skim *skim, uint32_t account, size_t index)
{
    const SkimmedLink *link = &skim->accounts[account].incoming[index];
    return (Arrow){{link->account, link->ordinal}, link->range.first, link->range.last, (Verb)link->verb};
}

static void sort_incoming(SkimmedAccount *target)
{
    if (!target->sorted)
        ranges_sort(target->incoming, target->incoming_count, sizeof *target->incoming);
    target->sorted = true;
}

static bool add_found(void *context, const void *item)
{
    Skim *skim = context;
    const SkimmedLink *link = item;
    skim->found = mem_grow(skim->found, &skim->found_capacity, skim->found_count + 1, sizeof *skim->found);
    skim->found[skim->found_count++] =
        (Backlink){.from = {link->account, link->ordinal},
                   .number = skim->accounts[link->account].passages[link->ordinal].number,
                   .verb = (Verb)link->verb,
                   .layer = NONE};
    return skim->found_count < skim->limit;
}

int backlink_compare(const void *a, const void *b)
{
    const Backlink *x = a, *y = b;
    if (x->from.account != y->from.account)
        return x->from.account < y->from.account ? -1 : 1;
    if (x->from.ordinal != y->from.ordinal)
        return x->from.ordinal < y->from.ordinal ? -1 : 1;
    if (x->verb != y->verb)
        return (int)x->verb - (int)y->verb;
    return (x->layer + 1 > y->layer + 1) - (x->layer + 1 < y->layer + 1); // NONE first
}

const Backlink *skim_backlinks(Skim *skim, uint32_t account, uint32_t number, size_t limit, size_t *count)
{
    SkimmedAccount *target = &skim->accounts[account];
    skim->found_count = 0;
    skim->limit = limit;
    sort_incoming(target);
    ranges_find(target->incoming, target->incoming_count, sizeof *target->incoming, number, add_found, skim);
    *count = skim->found_count;
    if (*count > 1)
        qsort(skim->found, *count, sizeof *skim->found, backlink_compare);
    return skim->found;
}
