// SPDX-License-Identifier: MIT
// What holds of every dossier, however damaged the files it was read from.
#ifndef DIPTYCH_INVARIANTS_H
#define DIPTYCH_INVARIANTS_H

#include "diptych/speech.h"

// Prints `what` and aborts when it does not hold.
void must(bool holds, const char *what);

// True when the text is fit to be shown: well-formed, in form C, nothing in it that is not printable.
bool is_visible(Str text);

// Each aborts at the first thing that does not hold.
void check_records(const Dossier *dossier);
void check_speech(Dossier *dossier, uint32_t account);
// The skim says what the speech says.
void check_skim(Dossier *dossier);

#endif
