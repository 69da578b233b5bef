// SPDX-License-Identifier: MIT
// Attributes become the fields of a passage or of a turn.
#ifndef DIPTYCH_DOSSIER_PASSAGE_H
#define DIPTYCH_DOSSIER_PASSAGE_H

#include "diptych/speech.h"
#include "resolve.h"

// Lists that are filled and emptied again for each passage.
typedef struct PassageScratch {
    NumberList topics;
    LinkList links;
} PassageScratch;

// Frees what it holds.
void passage_scratch_free(PassageScratch *scratch);

// The attributes that are no links, by index from 0; null behind the last.
const char *passage_attribute(size_t index);

// True when a passage, or a turn, may have the attribute, which is no link.
bool passage_takes(Str name, bool turn);

// Takes what the passage's pairs say over what the passage has already, and reports what they should not say.
// A `turn`'s pairs hold only what its passages take over.
void passage_take(Lookup *lookup, uint32_t account, Passage *passage, bool turn, PassageScratch *scratch);

// The ordinals in order of number and, where numbers are equal, of ordinal; reports numbers that are taken.
const uint32_t *passages_by_number(Input *input, const Passage *passages, size_t count);

// Fills the turn's speakers and parties from `ids`, a part of the line: people and parties, with "+" between
// them.
void speakers_read(Lookup *lookup, Line line, Str ids, Turn *turn);

#endif
