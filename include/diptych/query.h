// SPDX-License-Identifier: MIT
// What is looked for: terms, a phrase or a regular expression, and where it stands in a text.
#ifndef DIPTYCH_QUERY_H
#define DIPTYCH_QUERY_H

#include "diptych/fold.h"
#include "diptych/terms.h"

// What is looked for, made ready to be found.
typedef struct Query Query;

// A query as the reader types it: terms (terms.h), and the rest is a phrase, folded as fold.h says, or with
// `regex` a PCRE2 pattern, for which case counts when it holds a capital. Where the pattern holds nothing
// that folding changes and no code or property of a character, the text is folded, but for case, quotes,
// dashes and blanks; else it is matched as it is, in form C. `lens` (names lens) makes a phrase that is a
// word of a Name: record match that record's other words too. A null return: empty or malformed, and `error`
// says what and where. The caller frees it before the dossier.
Query *query_new(Dossier *dossier, Str text, bool regex, bool lens, Error *error);
void query_free(Query *query);

// What passages have to be like, and whether one is.
const Terms *query_terms(const Query *query);
bool query_fits(const Query *query, const Speech *speech, const Passage *passage);
// Words are looked for; else whole passages are, by terms alone.
bool query_has_words(const Query *query);
// What may have been meant by words that look like a term, "act:"; empty: nothing.
Str query_doubt(const Query *query);

// The first match that begins at or after byte `from` of `text`, which is visible (visible.h). Matches do not
// overlap when `from` is the last one's end. Empty matches are passed over. The query keeps the folded form
// of the last text, known by its address: search a text from 0 first, then on, then the next. Matches of a
// pattern are at most 16 KiB long.
bool query_match(Query *query, Str text, size_t from, Match *match);
// True when a match of a phrase is a part of longer words; those of patterns are what they are.
bool query_is_part(const Query *query, Str text, Match match);

// False when no text in these raw bytes of a file can match; true promises nothing.
bool query_might_match(const Query *query, Str raw);
// False when no passage in these raw bytes of the account's file can be like what the terms want; the same.
bool query_might_fit(const Query *query, uint32_t account, Str raw);

// True when the pattern took so many steps in some text that the search in it was given up: there may be more
// matches.
bool query_gave_up(const Query *query);

#endif
