// SPDX-License-Identifier: MIT
#include "diptych/search.h"

#include <stdlib.h>

#include "diptych/clock.h"
#include "diptych/layers.h"
#include "diptych/memory.h"

// Hits in order of account, ordinal and place, and where among them those of the account at hand go.
typedef struct Hits {
    Hit *items;
    size_t count, capacity;
    size_t place;
} Hits;

struct Search {
    Dossier *dossier;
    Skim *skim; // null: there is none
    Query *query;
    uint32_t account; // the one being searched
    size_t done;      // accounts
    uint32_t ordinal; // the next passage in it
    Speech *own;      // its speech, when it was read for this alone
    Hits whole, part;
    Hits found[2];  // in this step: whole, part
    size_t *counts; // by party
    size_t narrated;
};

Search *search_new(Dossier *dossier, Skim *skim, Query *query, uint32_t first)
{
    Search *search = mem_new(1, sizeof *search);
    search->dossier = dossier;
    search->skim = skim;
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
    free(search->whole.items);
    free(search->part.items);
    free(search->found[0].items);
    free(search->found[1].items);
    free(search->counts);
    free(search);
}

static bool is_full(const Search *search)
{
    return search_count(search) + search->found[0].count + search->found[1].count >= SEARCH_HITS_MAX;
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

size_t search_count(const Search *search)
{
    return search->whole.count + search->part.count;
}

size_t search_whole(const Search *search)
{
    return search->whole.count;
}

const Hit *search_hit(const Search *search, size_t index)
{
    return index < search->whole.count ? &search->whole.items[index]
                                       : &search->part.items[index - search->whole.count];
}

static bool comes_before(const Hit *a, const Hit *b)
{
    if (a->passage.account != b->passage.account)
        return a->passage.account < b->passage.account;
    if (a->passage.ordinal != b->passage.ordinal)
        return a->passage.ordinal < b->passage.ordinal;
    return a->match.from < b->match.from;
}

size_t search_find(const Search *search, const Hit *hit)
{
    const Hits *hits = hit->part ? &search->part : &search->whole;
    size_t low = 0, high = hits->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (comes_before(&hits->items[middle], hit))
            low = middle + 1;
        else
            high = middle;
    }
    return low + (hit->part ? search->whole.count : 0);
}

size_t search_count_of(const Search *search, uint32_t party)
{
    return party < search->dossier->party_count ? search->counts[party] : 0;
}

size_t search_narrated(const Search *search)
{
    return search->narrated;
}

static void keep(Search *search, Hit hit)
{
    Hits *found = &search->found[hit.part];
    found->items = mem_grow(found->items, &found->capacity, found->count + 1, sizeof hit);
    found->items[found->count++] = hit;
    search->narrated += hit.narrated;
}

static bool might_match(const void *query, Str raw)
{
    return query_might_match(query, raw);
}

// A text that cannot match was not even read where the speech was read for this search.
static bool is_worth_a_look(const Search *search, const Speech *speech, const Passage *passage)
{
    if (!query_has_words(search->query))
        return true;
    return search->own ? passage->text.len > 0
                       : query_might_match(search->query, passage_raw(speech, passage));
}

static void search_passage(Search *search, const Speech *speech, uint32_t ordinal)
{
    const Passage *passage = &speech->passages[ordinal];
    if (!is_worth_a_look(search, speech, passage))
        return;
    const Turn *turn = &speech->turns[passage->turn];
    Match match = {0, 0};
    if (!terms_fit(query_terms(search->query), search->dossier, speech, passage))
        return;
    bool narrated = passage->status == STATUS_NARRATION || turn->speaker_count == 0;
    Hit hit = {.passage = {speech->account, ordinal},
               .number = passage->number,
               .party = turn->party_count && !narrated ? turn->parties[0] : NONE,
               .joint = turn->party_count > 1 && !narrated,
               .narrated = narrated};
    bool words = query_has_words(search->query);
    while (!is_full(search) && (!words || query_match(search->query, passage->text, match.to, &match))) {
        hit.match = match;
        hit.part = query_is_part(search->query, passage->text, match);
        keep(search, hit);
        for (size_t i = 0; i < turn->party_count && !narrated; i++)
            search->counts[turn->parties[i]]++;
        if (!words)
            break;
    }
}

// The parties of a passage that is known by its glance, each once; those of one that counts as nobody's words
// are none.
static void count_parties(Search *search, const Glance *glance, Hit *hit)
{
    for (size_t i = 0; i < glance->speaker_count && !hit->narrated; i++) {
        uint32_t party = glance_party(search->dossier, glance->speakers[i]);
        bool known = party == NONE;
        for (size_t j = 0; j < i && !known; j++)
            known = glance_party(search->dossier, glance->speakers[j]) == party;
        if (known)
            continue;
        hit->joint = hit->party != NONE;
        hit->party = hit->joint ? hit->party : party;
        search->counts[party]++;
    }
}

// A passage that is looked for by terms alone.
static void take_glance(Search *search, PassageId id)
{
    Glance glance = layered_glance(search->dossier, search->skim, id);
    if (!terms_fit_glance(query_terms(search->query), search->dossier, &glance))
        return;
    Hit hit = {.passage = id,
               .number = glance.number,
               .party = NONE,
               .narrated = glance.status == STATUS_NARRATION || glance.speaker_count == 0};
    count_parties(search, &glance, &hit);
    keep(search, hit);
}

// Puts what was found where it belongs in the order of accounts.
static void keep_found(Hits *hits, Hits *found)
{
    if (!found->count)
        return;
    hits->items = mem_grow(hits->items, &hits->capacity, hits->count + found->count, sizeof(Hit));
    Hit *at = hits->items + hits->place;
    for (size_t i = hits->count; i > hits->place; i--)
        hits->items[i - 1 + found->count] = hits->items[i - 1];
    for (size_t i = 0; i < found->count; i++)
        at[i] = found->items[i];
    hits->count += found->count;
    hits->place += found->count;
    found->count = 0;
}

static void keep_all_found(Search *search)
{
    keep_found(&search->whole, &search->found[0]);
    keep_found(&search->part, &search->found[1]);
}

// False when nothing of the account fits the terms, as far as that is known.
static bool may_fit(Search *search)
{
    const Terms *terms = query_terms(search->query);
    uint32_t account = search->account;
    if (!terms_any(terms))
        return true;
    if (!terms_fit_account(terms, account))
        return false;
    if (!search->skim || !skim_has(search->skim, account))
        return true;
    size_t count = skim_count(search->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = layered_glance(search->dossier, search->skim, (PassageId){account, i});
        if (terms_fit_glance(terms, search->dossier, &glance))
            return true;
    }
    return false;
}

// The speech of the account, or null when no text in it can match.
static const Speech *open_account(Search *search)
{
    const Speech *speech = search->own ? search->own : speech_at_hand(search->dossier, search->account);
    Buffer bytes = {0};
    if (search->own || search->dossier->accounts[search->account].speechless || !may_fit(search))
        return search->own;
    if (speech)
        return speech;
    if (speech_read(search->dossier, search->account, &bytes, NULL) &&
        query_might_match(search->query, buffer_str(&bytes)) &&
        query_might_fit(search->query, search->account, buffer_str(&bytes)))
        search->own = speech_parse_some(search->dossier, search->account, &bytes,
                                        (TextFilter){might_match, search->query});
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
    keep_all_found(search);
    search->account = 0;
    search->whole.place = search->part.place = 0;
}

// All passages of the account by what the skim has of them, which is little work.
static void glance_at_account(Search *search)
{
    uint32_t account = search->account;
    if (terms_fit_account(query_terms(search->query), account)) {
        skim_take_round(search->skim, search->dossier->accounts[account].round);
        size_t count = skim_count(search->skim, account);
        while (search->ordinal < count && !is_full(search))
            take_glance(search, (PassageId){account, search->ordinal++});
        if (is_full(search))
            return;
    }
    close_account(search);
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
        if (search->skim && !query_has_words(search->query))
            glance_at_account(search);
        else
            search_account(search, deadline);
        if (deadline < 0 || clock_milliseconds() >= deadline)
            break;
    }
    keep_all_found(search);
    return !search_complete(search);
}
