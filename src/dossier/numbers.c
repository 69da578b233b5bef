// SPDX-License-Identifier: MIT
// Passages by number.
#include <stdlib.h>

#include "passage.h"

typedef struct Numbered {
    uint32_t number;
    uint32_t ordinal;
} Numbered;

static int compare_numbered(const void *a, const void *b)
{
    const Numbered *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

const uint32_t *passages_by_number(Input *input, const Passage *passages, size_t count)
{
    Numbered *sorted = mem_new(count, sizeof *sorted);
    bool ordered = true;
    for (uint32_t i = 0; i < count; i++) {
        sorted[i] = (Numbered){passages[i].number, i};
        ordered = ordered && (i == 0 || sorted[i - 1].number < sorted[i].number);
    }
    if (!ordered)
        qsort(sorted, count, sizeof *sorted, compare_numbered);
    uint32_t *ordinals = arena_new(input->arena, count * sizeof *ordinals);
    for (size_t i = 0; i < count; i++) {
        ordinals[i] = sorted[i].ordinal;
        const Passage *passage = &passages[ordinals[i]];
        if (i && passage->number && sorted[i - 1].number == passage->number)
            input_problem(input, DIAGNOSTIC_REPEATED_NUMBER, passage->line, 1,
                          str_slice(input->bytes, passage->span.at, (size_t)passage->span.at + 12));
    }
    free(sorted);
    return ordinals;
}
