// SPDX-License-Identifier: MIT
// What may have been meant by a name or word that is none.
#ifndef DIPTYCH_DOSSIER_SUGGEST_H
#define DIPTYCH_DOSSIER_SUGGEST_H

#include "diptych/dossier.h"

// What the names of a dossier are looked among; put together as it is asked.
typedef struct Suggester Suggester;

// The dossier must outlive it; the caller frees it.
Suggester *suggester_new(const Dossier *dossier);
void suggester_free(Suggester *suggester);

// Adds what was meant, and which words may stand there where they are few, each behind "; ". Nothing for
// problems that are not about a name or word, or where nothing is near.
void suggest_add(Buffer *out, Suggester *suggester, const Diagnostic *problem);

// The account that a reference names and the dossier lacks; empty: it has it, or the reference is none.
Str suggest_account(const Dossier *dossier, Str reference);

#endif
