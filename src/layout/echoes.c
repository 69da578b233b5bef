// SPDX-License-Identifier: MIT
#include "layout/echoes.h"

#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"

// Of one link so many passages, and of one account so many links, are noted.
#define RANGE_MAX 64
#define ECHOES_MAX ((size_t)1 << 20)

typedef struct Echo {
    uint32_t number; // linked to
    uint32_t from;   // ordinal
    Verb verb;
} Echo;

static int compare_echoes(const void *a, const void *b)
{
    const Echo *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (int)x->verb - (int)y->verb;
}

static void add_link(EchoList *list, uint32_t from, const Link *link)
{
    if (link->ref.account != list->account || link->ref.first == 0 || link->ref.last < link->ref.first)
        return;
    for (uint32_t i = 0; i < RANGE_MAX && i <= link->ref.last - link->ref.first; i++) {
        if (list->count == ECHOES_MAX)
            return;
        list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = (Echo){link->ref.first + i, from, link->verb};
    }
}

static void fill(EchoList *list, const Dossier *dossier, const Speech *speech)
{
    list->account = speech->account;
    list->count = 0;
    for (uint32_t i = 0; i < speech->passage_count; i++) {
        size_t count;
        const Link *links = layered_links(dossier, speech, &speech->passages[i], &count);
        for (size_t j = 0; j < count; j++)
            add_link(list, i, &links[j]);
    }
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_echoes);
    else
        list->items = mem_grow(list->items, &list->capacity, 1, sizeof *list->items);
}

static const EchoList *list_of(Echoes *echoes, const Dossier *dossier, const Speech *speech)
{
    for (size_t i = 0; i < ECHO_ACCOUNTS; i++)
        if (echoes->lists[i].items && echoes->lists[i].account == speech->account)
            return &echoes->lists[i];
    EchoList *list = &echoes->lists[echoes->next++ % ECHO_ACCOUNTS];
    fill(list, dossier, speech);
    return list;
}

const Backlink *echoes_of(Echoes *echoes, const Dossier *dossier, const Speech *speech, uint32_t number,
                          size_t *count)
{
    const EchoList *list = list_of(echoes, dossier, speech);
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    for (; low < list->count && list->items[low].number == number; low++) {
        const Echo *echo = &list->items[low];
        const Passage *passage = speech_passage(speech, echo->from);
        if (!passage)
            continue;
        echoes->found = mem_grow(echoes->found, &echoes->found_capacity, *count + 1, sizeof *echoes->found);
        echoes->found[(*count)++] =
            (Backlink){{speech->account, echo->from}, passage->number, echo->verb, NONE};
    }
    return echoes->found;
}

void echoes_free(Echoes *echoes)
{
    for (size_t i = 0; i < ECHO_ACCOUNTS; i++)
        free(echoes->lists[i].items);
    free(echoes->found);
}
