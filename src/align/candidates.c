// SPDX-License-Identifier: MIT
#include "candidates.h"

#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"

static uint32_t *no_spots(const Speech *speech)
{
    uint32_t *spots = mem_new(speech->passage_count, sizeof *spots);
    for (size_t i = 0; i < speech->passage_count; i++)
        spots[i] = NONE;
    return spots;
}

void linker_init(Linker *linker, const ColumnPair *columns)
{
    *linker = (Linker){.columns = columns};
    linker->spots[0] = no_spots(columns->speech[0]);
    linker->spots[1] = no_spots(columns->speech[1]);
}

void linker_free(Linker *linker)
{
    free(linker->spots[0]);
    free(linker->spots[1]);
    free(linker->found);
}

static void add(Linker *linker, int side, uint32_t here, uint32_t there, bool beside)
{
    linker->found = mem_grow(linker->found, &linker->capacity, linker->count + 1, sizeof *linker->found);
    linker->found[linker->count++] =
        side ? (Candidate){there, here, beside} : (Candidate){here, there, beside};
}

// The passage that is number `at` when they are put in order of their numbers.
static const Passage *by_number(const Speech *speech, size_t at)
{
    return &speech->passages[speech_in_order(speech, at)];
}

static size_t first_numbered(const Speech *speech, uint32_t number)
{
    size_t low = 0, high = speech->passage_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_number(speech, middle)->number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Adds a candidate for each end of the link in the other column. Returns how many passages it looked at.
static size_t add_link(Linker *linker, int side, uint32_t position, const Link *link, size_t limit)
{
    const Speech *other = linker->columns->speech[!side];
    if (link->ref.account != other->account || link->ref.first == 0)
        return 0;
    size_t looked = 0, at = first_numbered(other, link->ref.first);
    for (; at < other->passage_count && looked < limit; at++, looked++) {
        if (by_number(other, at)->number > link->ref.last)
            break;
        if (looked && by_number(other, at)->number == by_number(other, at - 1)->number)
            continue;
        uint32_t there = linker->spots[!side][speech_in_order(other, at)];
        if (there != NONE)
            add(linker, side, position, there, link->verb == VERB_BESIDE);
    }
    return looked;
}

static void add_links(Linker *linker, int side, uint32_t position, uint32_t ordinal)
{
    const Speech *speech = linker->columns->speech[side];
    size_t left = ALIGN_ENDS_MAX, count;
    const Link *links = layered_links(linker->columns->dossier, speech, &speech->passages[ordinal], &count);
    for (size_t i = 0; i < count && left; i++)
        if (!verb_is_verdict(links[i].verb))
            left -= add_link(linker, side, position, &links[i], left);
    if (side == 0 && columns_same(linker->columns) && linker->spots[1][ordinal] != NONE)
        add(linker, side, position, linker->spots[1][ordinal], false);
}

static void set_spots(Linker *linker, const Band *band, bool set)
{
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < band->columns[side].count; i++)
            linker->spots[side][band->columns[side].ordinals[i]] = set ? i : NONE;
}

void linker_find(Linker *linker, const Band *band)
{
    const BandColumn *left = &band->columns[0], *right = &band->columns[1];
    bool same = columns_same(linker->columns);
    uint32_t i = 0, j = 0;
    linker->count = 0;
    set_spots(linker, band, true);
    while (i < left->count || j < right->count) {
        if (j == right->count || (i < left->count && (!same || left->ordinals[i] <= right->ordinals[j]))) {
            add_links(linker, 0, i, left->ordinals[i]);
            i++;
        } else {
            add_links(linker, 1, j, right->ordinals[j]);
            j++;
        }
    }
    set_spots(linker, band, false);
}
