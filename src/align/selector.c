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
