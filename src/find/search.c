// SPDX-License-Identifier: MIT
#include "diptych/search.h"

#include <stdlib.h>

#include "diptych/clock.h"
#include "diptych/memory.h"

struct Search {
    Dossier *dossier;
    Query *query;
    uint32_t account; // the one being searched
    size_t done;      // accounts
    uint32_t ordinal; // the next passage in it
    Speech *own;      // its speech, when it was read for this alone
    Hit *hits;
    size_t count, capacity;
    size_t place; // where among the hits those of the account go
    Hit *found;   // in this step
    size_t found_count, found_capacity;
    size_t *counts; // by party
};

Search *search_new(Dossier *dossier, Query *query, uint32_t first)
{
    Search *search = mem_new(1, sizeof *search);
    search->dossier = dossier;
    search->query = query;
    search->account = first < dossier->account_count ? first : 0;
    search->counts = mem_new(dossier->party_count, sizeof *search->counts);
    return search;
}

void search_free(Search *search)
{
    if (!search)
        return;
    speech_free(search->own);
    query_free(search->query);
    free(search->hits);
    free(search->found);
    free(search->counts);
    free(search);
}

static bool is_full(const Search *search)
{
    return search->count + search->found_count >= SEARCH_HITS_MAX;
}

bool search_complete(const Search *search)
{
    return search->done == search->dossier->account_count || is_full(search);
}

bool search_is_cut(const Search *search)
{
    return is_full(search) || query_gave_up(search->query);
}

Query *search_query(Search *search)
{
    return search->query;
}

const Hit *search_hits(const Search *search, size_t *count)
{
    *count = search->count;
    return search->hits;
}

size_t search_count_of(const Search *search, uint32_t party)
{
    return party < search->dossier->party_count ? search->counts[party] : 0;
}

static void search_passage(Search *search, const Speech *speech, uint32_t ordinal)
{
    const Passage *passage = &speech->passages[ordinal];
    const Turn *turn = &speech->turns[passage->turn];
    uint32_t only = query_party(search->query);
    Match match = {0, 0};
    if (only != NONE && !turn_is_by(turn, only))
        return;
    Hit hit = {.passage = {speech->account, ordinal},
               .number = passage->number,
               .party = turn->party_count ? turn->parties[0] : NONE,
               .joint = turn->party_count > 1};
    while (!is_full(search) && query_match(search->query, passage->text, match.to, &match)) {
        hit.match = match;
        search->found = mem_grow(search->found, &search->found_capacity, search->found_count + 1, sizeof hit);
        search->found[search->found_count++] = hit;
        for (size_t i = 0; i < turn->party_count; i++)
            search->counts[turn->parties[i]]++;
    }
}

// Puts what was found where it belongs in the order of accounts.
static void keep_found(Search *search)
{
    if (!search->found_count)
        return;
    search->hits =
        mem_grow(search->hits, &search->capacity, search->count + search->found_count, sizeof(Hit));
    Hit *at = search->hits + search->place;
    for (size_t i = search->count; i > search->place; i--)
        search->hits[i - 1 + search->found_count] = search->hits[i - 1];
    for (size_t i = 0; i < search->found_count; i++)
        at[i] = search->found[i];
    search->count += search->found_count;
    search->place += search->found_count;
    search->found_count = 0;
}

// The speech of the account, or null when no text in it can match.
static const Speech *open_account(Search *search)
{
    const Speech *speech = search->own ? search->own : speech_at_hand(search->dossier, search->account);
    Buffer bytes = {0};
    if (speech || search->dossier->accounts[search->account].speechless)
        return speech;
    if (speech_read(search->dossier, search->account, &bytes, NULL) &&
        query_might_match(search->query, buffer_str(&bytes)))
        search->own = speech_parse(search->dossier, search->account, &bytes);
    buffer_free(&bytes);
    return search->own;
}

static void close_account(Search *search)
{
    speech_free(search->own);
    search->own = NULL;
    search->ordinal = 0;
    search->done++;
    if (++search->account < search->dossier->account_count)
        return;
    keep_found(search);
    search->account = 0;
    search->place = 0;
}

// Goes on in the account until `deadline` (negative: to its end).
static void search_account(Search *search, int64_t deadline)
{
    const Speech *speech = open_account(search);
    size_t count = speech ? speech->passage_count : 0;
    while (search->ordinal < count) {
        search_passage(search, speech, search->ordinal);
        if (is_full(search))
            return;
        search->ordinal++;
        if (deadline >= 0 && clock_milliseconds() >= deadline && search->ordinal < count)
            return;
    }
    close_account(search);
}

bool search_step(Search *search, unsigned milliseconds)
{
    int64_t deadline = milliseconds ? clock_milliseconds() + milliseconds : -1;
    while (!search_complete(search)) {
        search_account(search, deadline);
        if (deadline < 0 || clock_milliseconds() >= deadline)
            break;
    }
    keep_found(search);
    return !search_complete(search);
}
