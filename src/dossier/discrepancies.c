// SPDX-License-Identifier: MIT
// Discrepancies found from the passages that their readings name.
#include "diptych/discrepancies.h"

#include <stdlib.h>

#include "model.h"
#include "resolve.h"

// How many begin in accounts before that one, or in it at or before the number.
static size_t begun(const Model *model, uint32_t account, uint32_t number)
{
    size_t low = 0, high = model->dispute_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const Dispute *dispute = &model->disputes[middle];
        if (dispute->account < account || (dispute->account == account && dispute->first <= number))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Whether any of the first `count` may go on to the number in the account.
static bool reaches(const Model *model, size_t count, uint32_t account, uint32_t number)
{
    return count && model->disputes[count - 1].account == account &&
           model->disputes[count - 1].reach >= number;
}

bool discrepancy_marks(const Dossier *dossier, uint32_t account, uint32_t number)
{
    const Model *model = model_of(dossier);
    return number && reaches(model, begun(model, account, number), account, number);
}

static int compare_items(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void sort_each_once(NumberList *list)
{
    size_t count = 0;
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_items);
    for (size_t i = 0; i < list->count; i++)
        if (i == 0 || list->items[i] != list->items[i - 1])
            list->items[count++] = list->items[i];
    list->count = count;
}

uint32_t *discrepancies_of_passage(const Dossier *dossier, uint32_t account, uint32_t number, size_t *count)
{
    const Model *model = model_of(dossier);
    NumberList found = {0};
    size_t at = number ? begun(model, account, number) : 0;
    for (; reaches(model, at, account, number); at--)
        if (model->disputes[at - 1].last >= number)
            number_list_add(&found, model->disputes[at - 1].discrepancy);
    sort_each_once(&found);
    *count = found.count;
    return found.items;
}

// The rounds that its readings name, each once and in their order. The caller frees the items.
static NumberList rounds_of(const Dossier *dossier, uint32_t discrepancy)
{
    const Discrepancy *it = &dossier->discrepancies[discrepancy];
    NumberList rounds = {0};
    for (size_t i = 0; i < it->reading_count; i++)
        for (size_t k = 0; k < it->readings[i].ref_count; k++)
            number_list_add(&rounds, dossier->accounts[it->readings[i].refs[k].ref.account].round);
    sort_each_once(&rounds);
    return rounds;
}

bool discrepancy_concerns(const Dossier *dossier, uint32_t discrepancy, uint32_t round)
{
    NumberList rounds = rounds_of(dossier, discrepancy);
    bool concerns = false;
    for (size_t i = 0; i < rounds.count && !concerns; i++)
        concerns = rounds.items[i] == round;
    free(rounds.items);
    return concerns;
}

uint32_t discrepancy_round(const Dossier *dossier, uint32_t discrepancy)
{
    NumberList rounds = rounds_of(dossier, discrepancy);
    uint32_t first = rounds.count ? rounds.items[0] : NONE;
    free(rounds.items);
    return first;
}

void discrepancy_rounds_add(Buffer *out, const Dossier *dossier, uint32_t discrepancy, const char *between)
{
    NumberList rounds = rounds_of(dossier, discrepancy);
    for (size_t i = 0; i < rounds.count; i++) {
        buffer_add_text(out, i ? between : "");
        buffer_add(out, dossier->rounds[rounds.items[i]].record.id);
    }
    free(rounds.items);
}

void discrepancy_refs_add(Buffer *out, const Dossier *dossier, const Reading *reading)
{
    for (size_t i = 0; i < reading->ref_count; i++) {
        buffer_add_text(out, i ? " " : "");
        dossier_ref_add(dossier, out, reading->refs[i].ref, NONE);
    }
}
