// SPDX-License-Identifier: MIT
// What may stand in the columns.
#include "view/frame/inside.h"

// True when the party is known to speak in the account, or to take part in its round.
static bool takes_part(const Reader *reader, uint32_t account, uint32_t party)
{
    const Round *round = &reader->dossier->rounds[reader->dossier->accounts[account].round];
    if (reader->dossier->accounts[account].speechless)
        return false;
    for (size_t i = 0; i < round->party_count; i++)
        if (round->parties[i] == party)
            return true;
    size_t count = skim_count(reader->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = skim_glance(reader->skim, account, i);
        if (glance_is_by(reader->dossier, &glance, party))
            return true;
    }
    return false;
}

static void offer(Reader *reader, uint32_t party, uint32_t account)
{
    if (account == NONE || takes_part(reader, account, party))
        choosing_add(reader, (Choice){.kind = CHOICE_COLUMN, .column = {party, account}});
}

// The party in the rounds behind that of account `from`, in those before it, and in other accounts of it.
static void offer_elsewhere(Reader *reader, uint32_t party, uint32_t from)
{
    const Round *here = &reader->dossier->rounds[reader->dossier->accounts[from].round];
    uint32_t end = here->account + here->account_count;
    for (uint32_t account = end; account < reader->dossier->account_count; account++)
        offer(reader, party, account);
    for (uint32_t account = 0; account < end; account++)
        if (account != from)
            offer(reader, party, account);
}

// Each party once, that one first.
static uint32_t party_at(uint32_t first, uint32_t index)
{
    if (first == NONE)
        return index;
    return index == 0 ? first : index <= first ? index - 1 : index;
}

// For the first column: who speaks here, here and wherever it may be; then all of them elsewhere.
static void offer_first(Reader *reader, uint32_t focus)
{
    uint32_t count = (uint32_t)reader->dossier->party_count;
    for (uint32_t i = 0; i < count; i++)
        offer(reader, party_at(focus, i), reader->account);
    for (uint32_t i = 0; i < count; i++)
        offer(reader, party_at(focus, i), NONE);
    for (uint32_t i = 0; i < count; i++)
        offer_elsewhere(reader, party_at(focus, i), reader->account);
}

// For the second: the same side in other rounds, and the others in that of the first.
static void offer_second(Reader *reader, Selector first)
{
    uint32_t count = (uint32_t)reader->dossier->party_count;
    uint32_t account = first.account == NONE ? reader->account : first.account;
    if (first.account != NONE)
        offer_elsewhere(reader, first.party, account);
    for (uint32_t i = 1; i < count; i++)
        offer(reader, party_at(first.party, i), first.account);
    for (uint32_t i = 1; i < count; i++)
        offer_elsewhere(reader, party_at(first.party, i), account);
    if (first.account == NONE)
        offer_elsewhere(reader, first.party, account);
}

// The party of the side in focus.
static uint32_t party_in_focus(Reader *reader)
{
    const Pane *pane = reader_active(reader);
    return reader->columns_of[pane->type->focused ? pane->type->focused(pane) : SIDE_LEFT].party;
}

void columns_offer(Reader *reader, Str before)
{
    Str word;
    Selector first;
    str_next(&before, " ", &word);
    if (str_next_word(&before, " ,", &word) && meaning_selector(reader->dossier, word, &first, NULL))
        offer_second(reader, first);
    else
        offer_first(reader, party_in_focus(reader));
}
