// SPDX-License-Identifier: MIT
// A quick look at the bytes of a file: can any passage in it fit the terms?
#ifndef DIPTYCH_FIND_TERM_SIFTS_H
#define DIPTYCH_FIND_TERM_SIFTS_H

#include "diptych/terms.h"

// The words that terms have to stand on in a file, made ready to be looked for.
typedef struct TermSifts TermSifts;

// For the terms; the caller frees it.
TermSifts *term_sifts_new(const Dossier *dossier, const Terms *terms);
void term_sifts_free(TermSifts *sifts);

// False when no passage in these raw bytes of the account's file can fit; true promises nothing.
bool term_sifts_might_match(const TermSifts *sifts, const Dossier *dossier, uint32_t account, Str raw);

#endif
