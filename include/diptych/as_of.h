// SPDX-License-Identifier: MIT
// A dossier as it stood on a day: without the rounds, passages, events, instruments and positions that came
// later.
#ifndef DIPTYCH_AS_OF_H
#define DIPTYCH_AS_OF_H

#include "diptych/dossier.h"

// Has the dossier told as of the day (the last one of a month or year); no date: all of it, as it was opened.
// What is not dated stays; what began before and went on is told as far as its parts are dated, without its
// outcome. Words of a memoir came later. Speech at hand and what layers keep is let go: whatever was made of
// the dossier before, skims and alignments among it, must be gone.
void dossier_tell_as_of(Dossier *dossier, Date day);

// True when it is told as of a day.
bool as_of_is_set(const Dossier *dossier);
// Adds "as of 19 Oct 1956"; nothing when all is told.
void as_of_add(Buffer *out, const Dossier *dossier);

#endif
