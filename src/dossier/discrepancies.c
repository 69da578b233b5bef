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

uint32_t *discrepancies_of_passage(const Dossier *dossier, uint32_t account, uint32_t number, size_t *count)
{
    const Model *model = model_of(dossier);
    NumberList found = {0};
    size_t at = number ? begun(model, account, number) : 0;
    for (; reaches(model, at, account, number); at--)
        if (model->disputes[at - 1].last >= number)
            number_list_add(&found, model->disputes[at - 1].discrepancy);
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, compare_items);
    *count = 0;
    for (size_t i = 0; i < found.count; i++)
        if (i == 0 || found.items[i] != found.items[i - 1])
            found.items[(*count)++] = found.items[i];
    return found.items;
}

bool discrepancy_concerns(const Dossier *dossier, uint32_t discrepancy, uint32_t round)
{
    const Discrepancy *it = &dossier->discrepancies[discrepancy];
    for (size_t i = 0; i < it->reading_count; i++)
        for (size_t k = 0; k < it->readings[i].ref_count; k++)
            if (dossier->accounts[it->readings[i].refs[k].ref.account].round == round)
                return true;
    return false;
}
