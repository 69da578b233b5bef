// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "diptych/align.h"
#include "diptych/memory.h"

// A Fenwick tree of maxima: values only grow, and what is asked for is the greatest at or below a rank.
typedef struct Maxima {
    uint64_t *nodes; // 1 to `ranks`; 0: nothing there
    size_t ranks;
} Maxima;

static void maxima_raise(Maxima *maxima, size_t rank, uint64_t value)
{
    for (size_t i = rank + 1; i <= maxima->ranks; i += i & (~i + 1))
        if (maxima->nodes[i] < value)
            maxima->nodes[i] = value;
}

static uint64_t maxima_upto(const Maxima *maxima, size_t rank)
{
    uint64_t greatest = 0;
    for (size_t i = rank + 1; i > 0; i -= i & (~i + 1))
        if (greatest < maxima->nodes[i])
            greatest = maxima->nodes[i];
    return greatest;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static size_t rank_of(const uint32_t *sorted, size_t count, uint32_t number)
{
    const uint32_t *found = bsearch(&number, sorted, count, sizeof number, compare_numbers);
    return (size_t)(found - sorted);
}

static int compare_anchors(const void *a, const void *b)
{
    const Anchor *x = a, *y = b;
    return x->left < y->left ? -1 : x->left > y->left;
}

// Adds the `beside` candidates that cross none before them to `out`, sorted. Two trees tell: one the
// rightmost end of those that begin no further down, the other (counted from the end, with the complement)
// the leftmost end of those that begin no further up.
static size_t keep_beside(const Candidate *candidates, size_t count, Anchor *out)
{
    uint32_t *lefts = mem_new(count, sizeof *lefts);
    size_t beside = 0, kept = 0;
    for (size_t i = 0; i < count; i++)
        if (candidates[i].beside)
            lefts[beside++] = candidates[i].left;
    if (beside)
        qsort(lefts, beside, sizeof *lefts, compare_numbers);
    Maxima above = {mem_new(beside + 1, sizeof(uint64_t)), beside};
    Maxima below = {mem_new(beside + 1, sizeof(uint64_t)), beside};
    for (size_t i = 0; i < count; i++) {
        if (!candidates[i].beside)
            continue;
        // Equal ones share the rank that the search happens to find, which is the same each time.
        size_t rank = rank_of(lefts, beside, candidates[i].left);
        uint64_t right = candidates[i].right, mirrored = (uint64_t)UINT32_MAX + 1 - right;
        if (maxima_upto(&above, rank) > right || maxima_upto(&below, beside - 1 - rank) >= mirrored)
            continue;
        maxima_raise(&above, rank, right + 1);
        maxima_raise(&below, beside - 1 - rank, mirrored);
        out[kept++] = (Anchor){candidates[i].left, candidates[i].right};
    }
    free(above.nodes);
    free(below.nodes);
    free(lefts);
    if (kept)
        qsort(out, kept, sizeof *out, compare_anchors);
    return kept;
}

// Downwards on the left; among equals upwards on the right.
static int compare_candidates(const void *a, const void *b)
{
    const Candidate *x = a, *y = b;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    return x->right > y->right ? -1 : x->right < y->right;
}

// Sets lengths[i] to the length of the longest chain that begins with candidate i and returns the greatest.
// As in Fredman, "On computing the length of longest increasing subsequences" (1975), from the end: starts[n]
// is the rightmost beginning of a chain of n + 1, and falls with n.
static uint32_t measure_chains(const Candidate *sorted, size_t count, uint32_t *lengths, uint32_t *starts)
{
    uint32_t longest = 0;
    for (size_t i = count; i-- > 0;) {
        uint32_t low = 0, high = longest;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (starts[middle] > sorted[i].right)
                low = middle + 1;
            else
                high = middle;
        }
        starts[low] = sorted[i].right;
        if (low == longest)
            longest++;
        lengths[i] = low + 1;
    }
    return longest;
}

// Adds the smallest of the longest chains. Of those that may come next the first is the smallest on the left,
// and the last with the same left end the smallest on the right.
static size_t take_chain(const Candidate *sorted, const uint32_t *lengths, size_t count, uint32_t longest,
                         Anchor *out)
{
    size_t taken = 0;
    for (size_t i = 0; i < count && taken < longest; i++) {
        uint32_t want = longest - (uint32_t)taken;
        uint64_t floor = taken ? (uint64_t)out[taken - 1].right + 1 : 0;
        if (lengths[i] != want || sorted[i].right < floor)
            continue;
        size_t best = i;
        for (size_t j = i + 1; j < count && sorted[j].left == sorted[i].left && sorted[j].right >= floor; j++)
            if (lengths[j] == want)
                best = j;
        out[taken++] = (Anchor){sorted[best].left, sorted[best].right};
        i = best;
    }
    return taken;
}

// The candidates not set by hand that lie strictly between the anchors, sorted; a null anchor is the end of
// the columns.
// `*at` moves on through `sorted`.
static size_t take_gap(const Candidate *sorted, size_t count, size_t *at, const Anchor *from,
                       const Anchor *to, Candidate *out)
{
    size_t found = 0;
    for (; *at < count && (!to || sorted[*at].left <= to->left); (*at)++) {
        const Candidate *it = &sorted[*at];
        if (it->beside || (from && (it->left <= from->left || it->right <= from->right)))
            continue;
        if (to && (it->left >= to->left || it->right >= to->right))
            continue;
        out[found++] = *it;
    }
    return found;
}

size_t align_anchors(const Candidate *candidates, size_t count, Anchor *out)
{
    if (count == 0)
        return 0;
    Anchor *fixed = mem_new(count, sizeof *fixed);
    Candidate *sorted = mem_new(count, sizeof *sorted), *gap = mem_new(count, sizeof *gap);
    uint32_t *lengths = mem_new(count, sizeof *lengths), *starts = mem_new(count, sizeof *starts);
    size_t fixed_count = keep_beside(candidates, count, fixed), total = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        sorted[i] = candidates[i];
    qsort(sorted, count, sizeof *sorted, compare_candidates);
    for (size_t i = 0; i <= fixed_count; i++) {
        const Anchor *from = i ? &fixed[i - 1] : NULL, *to = i < fixed_count ? &fixed[i] : NULL;
        size_t in_gap = take_gap(sorted, count, &at, from, to, gap);
        uint32_t longest = measure_chains(gap, in_gap, lengths, starts);
        total += take_chain(gap, lengths, in_gap, longest, out + total);
        if (to)
            out[total++] = *to;
    }
    free(starts);
    free(lengths);
    free(gap);
    free(sorted);
    free(fixed);
    return total;
}
