// SPDX-License-Identifier: MIT
// Who speaks, in words.
#ifndef DIPTYCH_LAYOUT_WHO_H
#define DIPTYCH_LAYOUT_WHO_H

#include "diptych/speech.h"

// More speakers than this at once are not all named.
#define SPEAKERS_NAMED ((size_t)8)

// Adds the names of the turn's speakers, each person followed by the party when `party` is set. Nothing for
// narration.
void who_add(const Dossier *dossier, const Turn *turn, bool party, Buffer *out);

// True when the same people speak.
bool who_same(const Turn *a, const Turn *b);

// True when the party has more than one speaker in the account, so that the column's head cannot tell who it
// is.
bool who_several(const Speech *speech, uint32_t party);

// Adds the passage's date when it is not its round's, behind ", " when there is something before it in `out`.
void when_add(const Dossier *dossier, const Speech *speech, const Passage *passage, Buffer *out);

#endif
