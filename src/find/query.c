// SPDX-License-Identifier: MIT
#include "diptych/query.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/visible.h"
#include "find/pattern.h"
#include "find/phrase.h"

struct Query {
    uint32_t party;
    Phrase *phrase; // one of these two
    Pattern *pattern;
};

// Takes "su:" off `*text`; NONE when it does not begin with a party.
static uint32_t take_party(const Dossier *dossier, Str *text)
{
    size_t colon = str_find(*text, ':', 0);
    Str id = str_trim(str_slice(*text, 0, colon));
    if (colon == text->len)
        return NONE;
    for (uint32_t i = 0; i < dossier->party_count; i++)
        if (str_equal_ascii_case(dossier->parties[i].record.id, id)) {
            *text = str_slice(*text, colon + 1, text->len);
            return i;
        }
    return NONE;
}

Query *query_new(const Dossier *dossier, Str text, bool regex, bool lens, Error *error)
{
    Buffer visible = {0};
    Query query = {.party = take_party(dossier, &text)}, *made = NULL;
    visible_add(&visible, str_trim(text), false);
    Str words = buffer_str(&visible);
    if (regex && words.len)
        query.pattern = pattern_new(words, error);
    else if (words.len)
        query.phrase = phrase_new(dossier, words, lens);
    if (query.pattern || query.phrase) {
        made = mem_new(1, sizeof *made);
        *made = query;
    } else if (!regex || !words.len) {
        error_set(error, "there is nothing to look for: type a word or a phrase");
    }
    buffer_free(&visible);
    return made;
}

void query_free(Query *query)
{
    if (!query)
        return;
    phrase_free(query->phrase);
    pattern_free(query->pattern);
    free(query);
}

uint32_t query_party(const Query *query)
{
    return query->party;
}

bool query_match(Query *query, Str text, size_t from, Match *match)
{
    if (query->pattern)
        return pattern_match(query->pattern, text, from, match);
    return phrase_match(query->phrase, text, from, match);
}

bool query_might_match(const Query *query, Str raw)
{
    return query->pattern || phrase_might_match(query->phrase, raw);
}

bool query_gave_up(const Query *query)
{
    return query->pattern && pattern_gave_up(query->pattern);
}
