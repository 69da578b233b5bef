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
    Match match;    // bytes of the passage's text; empty, at its beginning, where no words are looked for
    uint32_t party; // of its first speaker; NONE for narration, and for those of no side
    bool joint;     // several parties speak
    bool narrated;  // nobody's words
    bool part;      // of longer words
} Hit;

// A search on its way.
typedef struct Search Search;

// A search that begins with account `first` (so that the nearest hits come first) and goes round. Takes the
// query over. `skim` (may be null) tells at once which passages of the accounts that it has fit the query's
// terms; a query of terms alone fills it. The caller frees the search before the dossier and the skim.
Search *search_new(Dossier *dossier, Skim *skim, Query *query, uint32_t first);
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

// The hits so far: first where the words stand by themselves, then where they are parts of longer ones; both
// in order of account, ordinal and place.
size_t search_count(const Search *search);
// How many of them come first.
size_t search_whole(const Search *search);
// One of them, valid until the next step.
const Hit *search_hit(const Search *search, size_t index);
// Where a hit is among them, or where it would be.
size_t search_find(const Search *search, const Hit *hit);
// How many of them are that party's; joint ones count for each. How many are nobody's words.
size_t search_count_of(const Search *search, uint32_t party);
size_t search_narrated(const Search *search);
Query *search_query(Search *search);

// The text that a match was found in. False: it is not there any more, since the file has been cut or
// changed.
bool hit_text(Dossier *dossier, PassageId passage, Match match, Str *text);

// The words around a hit, for a line of keyword in context: at most `columns` wide, the match inside
// `*keyword` (bytes of the line added to `out`), with the mark of what is cut where the text goes on. The
// match begins at about a third of the line, and words around it are whole where they have room.
void search_context_add(Buffer *out, Str text, Match match, size_t columns, bool ascii, Match *keyword);

#endif
