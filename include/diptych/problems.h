// SPDX-License-Identifier: MIT
// Everything that is wrong with a dossier: what the parser met, and what only the whole shows, such as
// dangling references and links to later passages. Judged by one rule, whether it is listed or counted.
#ifndef DIPTYCH_PROBLEMS_H
#define DIPTYCH_PROBLEMS_H

#include "diptych/skim.h"

// Adds the problems of the records and of every account, sorted by place. Loads and lets go one account at a
// time. A dossier that passes is shown whole by the reader.
void problems_list(Dossier *dossier, DiagnosticList *out);

// Adds "path:line:column: level: sentence: detail; more [name]", visible, with a line end; `more`, which is
// visible, may be empty.
void problem_line_add(Buffer *out, const Dossier *dossier, const Diagnostic *diagnostic, Str more);

// Problems that are told together: of names that nothing is called by, each name once.
typedef struct Digest Digest;

// Of the sorted problems, which must outlive it as the dossier must. The caller frees it. O(n log n).
Digest *digest_new(const Dossier *dossier, const DiagnosticList *problems);
void digest_free(Digest *digest);
// The place of the next problem to tell, from `at` on; the count of the list: there is none.
size_t digest_next(const Digest *digest, size_t at);
// Adds what else is to be said of it, visible, each behind "; ": what was meant, which words may stand there,
// where else it is met.
void digest_more_add(Buffer *out, Digest *digest, size_t at);

// A count of them, that goes on with the skim.
typedef struct Problems Problems;

// Nothing is judged yet. The skim must outlive it; the caller frees it.
Problems *problems_new(Skim *skim);
void problems_free(Problems *problems);

// Goes on for about `milliseconds` (0: one account), one account at the least: with the skim, and when that
// is complete with what only the whole shows. False when there is nothing left to do.
bool problems_step(Problems *problems, unsigned milliseconds);
bool problems_complete(const Problems *problems);
// Those known so far; once complete, as many as problems_list() adds.
size_t problems_count(const Problems *problems);

#endif
