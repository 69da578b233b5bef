// SPDX-License-Identifier: MIT
#include "diptych/selector.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/speech.h"

void selector_add(const Dossier *dossier, Buffer *out, Selector selector)
{
    if (selector.party < dossier->party_count)
        buffer_add(out, dossier->parties[selector.party].record.id);
    if (selector.account < dossier->account_count) {
        buffer_add_byte(out, '@');
        buffer_add(out, dossier->accounts[selector.account].name);
    }
}

static size_t mark_party(bool *marked, const Dossier *dossier, uint32_t party)
{
    if (party >= dossier->party_count || marked[party])
        return 0;
    marked[party] = true;
    return 1;
}

static size_t mark_participants(bool *marked, const Dossier *dossier, uint32_t account)
{
    const Round *round = &dossier->rounds[dossier->accounts[account].round];
    size_t count = 0;
    for (size_t i = 0; i < round->party_count; i++)
        count += mark_party(marked, dossier, round->parties[i]);
    return count;
}

static size_t mark_speakers(bool *marked, Dossier *dossier, uint32_t account)
{
    const Speech *speech = dossier_speech(dossier, account);
    size_t count = 0;
    for (size_t i = 0; i < speech->turn_count; i++)
        for (size_t j = 0; j < speech->turns[i].party_count; j++)
            count += mark_party(marked, dossier, speech->turns[i].parties[j]);
    return count;
}

// Adds to the at most one that is marked. A party that takes over from it, or that it takes over from, is no
// pair for it.
static void fill_up(bool *marked, const Dossier *dossier, size_t count)
{
    const Party *parties = dossier->parties;
    uint32_t one = 0;
    while (one < dossier->party_count && !marked[one])
        one++;
    for (uint32_t i = 0; i < dossier->party_count && count < 2; i++) {
        if (count && (parties[i].succeeds == one || parties[one].succeeds == i))
            continue;
        count += mark_party(marked, dossier, i);
        if (count == 1 && one == dossier->party_count)
            one = i;
    }
}

void selector_parties(Dossier *dossier, uint32_t account, uint32_t parties[2])
{
    bool *marked = mem_new(dossier->party_count, sizeof *marked);
    size_t count = mark_participants(marked, dossier, account);
    if (count < 2)
        count += mark_speakers(marked, dossier, account);
    if (count < 2)
        fill_up(marked, dossier, count);
    size_t found = 0;
    parties[0] = parties[1] = NONE;
    for (uint32_t i = 0; i < dossier->party_count && found < 2; i++)
        if (marked[i])
            parties[found++] = i;
    free(marked);
}

// The one of those marked that stands for the side: itself, or one that took over from it or that it took
// over from.
static uint32_t on_side(const Dossier *dossier, const bool *marked, uint32_t party)
{
    if (party >= dossier->party_count || marked[party])
        return party;
    for (uint32_t i = 0; i < dossier->party_count; i++)
        if (marked[i] && dossier->parties[i].side == dossier->parties[party].side)
            return i;
    return NONE;
}

// One of the account's own for a side that has nobody there; the chosen one where there is no other.
static uint32_t borrowed(const Dossier *dossier, const uint32_t own[2], uint32_t other, uint32_t chosen)
{
    for (int i = 0; i < 2; i++)
        if (own[i] != NONE && own[i] != other &&
            (other >= dossier->party_count || dossier->parties[own[i]].side != dossier->parties[other].side))
            return own[i];
    return chosen;
}

void selector_seat(Dossier *dossier, uint32_t account, const uint32_t chosen[2], uint32_t parties[2])
{
    bool *marked = mem_new(dossier->party_count, sizeof *marked);
    uint32_t own[2];
    selector_parties(dossier, account, own);
    if (mark_participants(marked, dossier, account) + mark_speakers(marked, dossier, account) == 0)
        for (int side = 0; side < 2; side++)
            mark_party(marked, dossier, chosen[side]);
    for (int side = 0; side < 2; side++)
        parties[side] = on_side(dossier, marked, chosen[side]);
    if (parties[0] == NONE && parties[1] == NONE) {
        bool swapped = own[0] == chosen[1] || own[1] == chosen[0];
        parties[0] = own[swapped];
        parties[1] = own[!swapped];
    } else if (parties[0] == NONE)
        parties[0] = borrowed(dossier, own, parties[1], chosen[0]);
    else if (parties[1] == NONE)
        parties[1] = borrowed(dossier, own, parties[0], chosen[1]);
    free(marked);
}
