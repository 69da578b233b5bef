// SPDX-License-Identifier: MIT
#include "diptych/query.h"

#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "diptych/visible.h"
#include "find/pattern.h"
#include "find/phrase.h"

struct Query {
    uint32_t party;
    Phrase *phrase; // one of these two
    Pattern *pattern;
};

// Takes "su:" or "Japan:" off `*text`; NONE when it does not begin with what a party is called.
static uint32_t take_party(Dossier *dossier, Str *text)
{
    size_t colon = str_find(*text, ':', 0);
    uint32_t party = NONE;
    Meanings meanings = {0};
    if (colon == text->len)
        return NONE;
    meaning_find(dossier, str_slice(*text, 0, colon), NONE, MEANING_OF(TARGET_PARTY), &meanings);
    if (meanings.best == 1 && meanings.items[0].fit == FIT_WHOLE) {
        party = meanings.items[0].target.index;
        *text = str_slice(*text, colon + 1, text->len);
    }
    free(meanings.items);
    return party;
}

Query *query_new(Dossier *dossier, Str text, bool regex, bool lens, Error *error)
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
