// SPDX-License-Identifier: MIT
#include "diptych/selector.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/speech.h"
#include "select.h"

bool selector_parse(const Dossier *dossier, Str text, Selector *out, Error *error)
{
    size_t at = str_find(text, '@', 0);
    Selector selector = {NONE, NONE};
    selector.party = selector_party(dossier, str_trim(str_slice(text, 0, at)), error);
    if (selector.party == NONE)
        return false;
    if (at < text.len) {
        selector.account = selector_account(dossier, str_trim(str_slice(text, at + 1, text.len)), error);
        if (selector.account == NONE)
            return false;
    }
    *out = selector;
    return true;
}

void selector_add(const Dossier *dossier, Buffer *out, Selector selector)
{
    if (selector.party < dossier->party_count)
        buffer_add(out, dossier->parties[selector.party].record.id);
    if (selector.account < dossier->account_count) {
        buffer_add_byte(out, '@');
        buffer_add(out, dossier->accounts[selector.account].name);
    }
}

static Str party_id(const Dossier *dossier, uint32_t party)
{
    return dossier->parties[party].record.id;
}

static Str account_name(const Dossier *dossier, uint32_t account)
{
    return dossier->accounts[account].name;
}

// A round's own account alone, so that "london1" is not ambiguous for its other tellings.
static Str own_account_name(const Dossier *dossier, uint32_t account)
{
    const Account *it = &dossier->accounts[account];
    return dossier->rounds[it->round].account == account ? it->name : (Str){NULL, 0};
}

static Str topic_id(const Dossier *dossier, uint32_t topic)
{
    return dossier->topics[topic].record.id;
}

static const Record *topic_record(const Dossier *dossier, uint32_t topic)
{
    return &dossier->topics[topic].record;
}

uint32_t selector_party(const Dossier *dossier, Str text, Error *error)
{
    Choice parties = {dossier, "party", dossier->party_count, party_id, NULL};
    return choice_find(&parties, text, error);
}

uint32_t selector_account(const Dossier *dossier, Str text, Error *error)
{
    bool slash = str_find(text, '/', 0) < text.len;
    Choice accounts = {dossier, "round or account", dossier->account_count,
                       slash ? account_name : own_account_name, NULL};
    return choice_find(&accounts, text, error);
}

uint32_t selector_topic(const Dossier *dossier, Str text, Error *error)
{
    Choice topics = {dossier, "topic", dossier->topic_count, topic_id, topic_record};
    return choice_find(&topics, text, error);
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
    for (size_t i = 0; i < round->person_count; i++)
        if (round->people[i] < dossier->person_count)
            count += mark_party(marked, dossier, dossier->people[round->people[i]].party);
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
