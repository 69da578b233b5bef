// SPDX-License-Identifier: MIT
// Links found from their other end: which ranges hold a number, without expanding any.
#include <stdlib.h>

#include "skimmed.h"

size_t skim_arrow_count(const Skim *skim, uint32_t account)
{
    return skim->accounts[account].incoming_count;
}

Arrow skim_arrow(const Skim *skim, uint32_t account, size_t index)
{
    const SkimmedLink *link = &skim->accounts[account].incoming[index];
    return (Arrow){{link->account, link->ordinal}, link->first, link->last, (Verb)link->verb};
}

static int compare_incoming(const void *a, const void *b)
{
    const SkimmedLink *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->last > y->last) - (x->last < y->last);
}

// Fills the reach of the middle of [from, to) and of all parts below it: a search tree laid over the sorted
// array.
static uint32_t fill_reach(SkimmedLink *links, size_t from, size_t to)
{
    if (from >= to)
        return 0;
    size_t middle = from + (to - from) / 2;
    uint32_t left = fill_reach(links, from, middle), right = fill_reach(links, middle + 1, to);
    uint32_t reach = links[middle].last;
    if (left > reach)
        reach = left;
    if (right > reach)
        reach = right;
    links[middle].reach = reach;
    return reach;
}

static void sort_incoming(SkimmedAccount *target)
{
    if (target->sorted || target->incoming_count == 0)
        return;
    qsort(target->incoming, target->incoming_count, sizeof *target->incoming, compare_incoming);
    fill_reach(target->incoming, 0, target->incoming_count);
    target->sorted = true;
}

static void add_found(Skim *skim, const SkimmedLink *link, size_t *count)
{
    skim->found = mem_grow(skim->found, &skim->found_capacity, *count + 1, sizeof *skim->found);
    skim->found[(*count)++] =
        (Backlink){.from = {link->account, link->ordinal},
                   .number = skim->accounts[link->account].passages[link->ordinal].number,
                   .verb = (Verb)link->verb};
}

static void find_in(Skim *skim, const SkimmedLink *links, size_t from, size_t to, uint32_t number,
                    size_t *count)
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (links[middle].reach < number)
            return;
        find_in(skim, links, from, middle, number, count);
        if (links[middle].first > number)
            return;
        if (links[middle].last >= number)
            add_found(skim, &links[middle], count);
        from = middle + 1;
    }
}

static int compare_found(const void *a, const void *b)
{
    const Backlink *x = a, *y = b;
    if (x->from.account != y->from.account)
        return x->from.account < y->from.account ? -1 : 1;
    if (x->from.ordinal != y->from.ordinal)
        return x->from.ordinal < y->from.ordinal ? -1 : 1;
    return (int)x->verb - (int)y->verb;
}

const Backlink *skim_backlinks(Skim *skim, uint32_t account, uint32_t number, size_t *count)
{
    SkimmedAccount *target = &skim->accounts[account];
    *count = 0;
    sort_incoming(target);
    find_in(skim, target->incoming, 0, target->incoming_count, number, count);
    if (*count > 1)
        qsort(skim->found, *count, sizeof *skim->found, compare_found);
    return skim->found;
}
