// SPDX-License-Identifier: MIT
// Passages by number.
#include <stdlib.h>

#include "passage.h"

static int compare_numbers(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool are_in_order(const Passage *passages, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (passages[i - 1].number >= passages[i].number)
            return false;
    return true;
}

static void report_repeated(Input *input, const Passage *passages, const uint32_t *ordinals, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const Passage *passage = &passages[ordinals[i]];
        if (passage->number && passage->number == passages[ordinals[i - 1]].number)
            input_problem(input, DIAGNOSTIC_REPEATED_NUMBER, passage->line, 1,
                          str_slice(input->bytes, passage->span.at, (size_t)passage->span.at + 12));
    }
}

uint32_t *passages_by_number(Input *input, const Passage *passages, size_t count)
{
    if (are_in_order(passages, count))
        return NULL;
    // A number and below it an ordinal, so that one comparison does.
    uint64_t *sorted = mem_new(count, sizeof *sorted);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (uint64_t)passages[i].number << 32 | i;
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    uint32_t *ordinals = mem_new(count, sizeof *ordinals);
    for (size_t i = 0; i < count; i++)
        ordinals[i] = (uint32_t)sorted[i];
    free(sorted);
    report_repeated(input, passages, ordinals, count);
    return ordinals;
}
