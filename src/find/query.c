// SPDX-License-Identifier: MIT
#include "diptych/query.h"

#include <stdlib.h>

#include "diptych/bounds.h"
#include "diptych/memory.h"
#include "diptych/visible.h"
#include "find/pattern.h"
#include "find/phrase.h"
#include "find/term_sifts.h"

struct Query {
    const Dossier *dossier;
    Terms terms;
    TermSifts *sifts;
    Buffer doubt;
    Phrase *phrase; // one of these two, or neither
    Pattern *pattern;
};

// Makes the words ready. False: they are malformed, or nothing is wanted at all.
static bool take_words(Query *query, Str words, bool regex, bool lens, Error *error)
{
    if (regex && words.len)
        return (query->pattern = pattern_new(words, error)) != NULL;
    if (words.len)
        query->phrase = phrase_new(query->dossier, words, lens);
    return query->phrase || (!words.len && terms_any(&query->terms)) ||
           error_set(error, "there is nothing to look for: type a word or a phrase");
}

Query *query_new(Dossier *dossier, Str text, bool regex, bool lens, Error *error)
{
    Query *query = mem_new(1, sizeof *query);
    Buffer visible = {0}, words = {0};
    query->dossier = dossier;
    visible_add(&visible, text, false);
    bool made =
        terms_take(dossier, buffer_str(&visible), regex, &query->terms, &words, &query->doubt, error) &&
        take_words(query, buffer_str(&words), regex, lens, error);
    buffer_free(&visible);
    buffer_free(&words);
    if (made) {
        query->sifts = term_sifts_new(dossier, &query->terms);
        return query;
    }
    query_free(query);
    return NULL;
}

void query_free(Query *query)
{
    if (!query)
        return;
    phrase_free(query->phrase);
    pattern_free(query->pattern);
    term_sifts_free(query->sifts);
    terms_free(&query->terms);
    buffer_free(&query->doubt);
    free(query);
}

const Terms *query_terms(const Query *query)
{
    return &query->terms;
}

bool query_fits(const Query *query, const Speech *speech, const Passage *passage)
{
    return terms_fit_account(&query->terms, speech->account) &&
           terms_fit(&query->terms, query->dossier, speech, passage);
}

bool query_has_words(const Query *query)
{
    return query->phrase || query->pattern;
}

Str query_doubt(const Query *query)
{
    return buffer_str(&query->doubt);
}

bool query_match(Query *query, Str text, size_t from, Match *match)
{
    if (query->pattern)
        return pattern_match(query->pattern, text, from, match);
    return query->phrase && phrase_match(query->phrase, text, from, match);
}

bool query_is_part(const Query *query, Str text, Match match)
{
    return query->phrase && !(bounds_word(text, match.from) && bounds_word(text, match.to));
}

bool query_might_fit(const Query *query, uint32_t account, Str raw)
{
    return term_sifts_might_match(query->sifts, query->dossier, account, raw);
}

bool query_might_match(const Query *query, Str raw)
{
    if (query->pattern)
        return pattern_might_match(query->pattern, raw);
    return !query->phrase || phrase_might_match(query->phrase, raw);
}

bool query_gave_up(const Query *query)
{
    return query->pattern && pattern_gave_up(query->pattern);
}
