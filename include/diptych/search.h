// SPDX-License-Identifier: MIT
// A search through the whole dossier, in slices, with its hits in order.
#ifndef DIPTYCH_SEARCH_H
#define DIPTYCH_SEARCH_H

#include "diptych/query.h"
#include "diptych/speech.h"

// A place that was found.
typedef struct Hit {
    PassageId passage;
    uint32_t number;
    Match match;    // bytes of the passage's text
    uint32_t party; // of its first speaker; NONE for narration
    bool joint;     // several parties speak
} Hit;

// A search on its way.
typedef struct Search Search;

// A search that begins with account `first` (so that the nearest hits come first) and goes round. Takes the
// query over. The caller frees it before the dossier.
Search *search_new(Dossier *dossier, Query *query, uint32_t first);
void search_free(Search *search);

// So many hits are kept; then the search ends.
#define SEARCH_HITS_MAX ((size_t)1 << 18)

// Goes on for about `milliseconds` (0: one account). Texts it read for itself alone are let go; pointers from
// dossier_speech() stay valid. False when there is nothing left to do.
bool search_step(Search *search, unsigned milliseconds);
// Nothing is left to do.
bool search_complete(const Search *search);
// It ended because of SEARCH_HITS_MAX, or the query gave up on some text: there may be more hits.
bool search_is_cut(const Search *search);

// The hits so far in order of account, ordinal and place; valid until the next step.
const Hit *search_hits(const Search *search, size_t *count);
// How many of them are that party's; joint ones count for each.
size_t search_count_of(const Search *search, uint32_t party);
Query *search_query(Search *search);

// The text that a match was found in. False: it is not there any more, since the file has been cut or
// changed.
bool hit_text(Dossier *dossier, PassageId passage, Match match, Str *text);

// The words around a hit, for a line of keyword in context: at most `columns` wide, the match inside
// `*keyword` (bytes of the line added to `out`), with "..." where the text goes on. The match begins at about
// a third of the line.
void search_context_add(Buffer *out, Str text, Match match, size_t columns, Match *keyword);

#endif
