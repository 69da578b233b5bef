// SPDX-License-Identifier: MIT
// The passages that discrepancies name, in order, so that they are found from there.
#include "build.h"

#include <stdlib.h>

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_disputes(const void *a, const void *b)
{
    const Dispute *x = a, *y = b;
    int order = compare_numbers(x->account, y->account);
    if (order == 0)
        order = compare_numbers(x->first, y->first);
    return order ? order : compare_numbers(x->discrepancy, y->discrepancy);
}

// In order of account and first number, with how far those up to each reach in its account.
static void settle(Dispute *disputes, size_t count)
{
    if (count > 1)
        qsort(disputes, count, sizeof *disputes, compare_disputes);
    for (size_t i = 0; i < count; i++) {
        disputes[i].reach = disputes[i].last;
        if (i && disputes[i - 1].account == disputes[i].account && disputes[i - 1].reach > disputes[i].reach)
            disputes[i].reach = disputes[i - 1].reach;
    }
}

static void take_disputes(const Discrepancy *discrepancy, uint32_t index, Dispute *disputes, size_t *count)
{
    for (size_t i = 0; i < discrepancy->reading_count; i++)
        for (size_t k = 0; k < discrepancy->readings[i].ref_count; k++) {
            Ref ref = discrepancy->readings[i].refs[k].ref;
            if (ref.first)
                disputes[(*count)++] = (Dispute){ref.account, ref.first, ref.last, 0, index};
        }
}

void build_disputes(Build *build)
{
    const Dossier *dossier = &build->model->dossier;
    size_t room = 0, count = 0;
    for (size_t i = 0; i < dossier->discrepancy_count; i++)
        for (size_t k = 0; k < dossier->discrepancies[i].reading_count; k++)
            room += dossier->discrepancies[i].readings[k].ref_count;
    Dispute *disputes = build_array(build, room, sizeof *disputes);
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++)
        take_disputes(&dossier->discrepancies[i], i, disputes, &count);
    settle(disputes, count);
    build->model->disputes = disputes;
    build->model->dispute_count = count;
}
