// SPDX-License-Identifier: MIT
// Attributes become the fields of a passage or of a turn.
#ifndef DIPTYCH_DOSSIER_PASSAGE_H
#define DIPTYCH_DOSSIER_PASSAGE_H

#include "diptych/format.h"
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

// What the account says of all its passages, in the arena.
const PassageDetails *passage_details(const Dossier *dossier, uint32_t account, Arena *arena);

// Takes what the pairs say over what the passage has already, and reports what they should not say. Details
// of its own go into the input's arena. A `turn`'s pairs hold only what its passages take over.
void passage_take(Lookup *lookup, uint32_t account, const PairList *pairs, bool turn, Passage *passage,
                  PassageScratch *scratch);

// The ordinals in order of number and, where numbers are equal, of ordinal, for the caller to free; null when
// that is their own order. Reports numbers that are taken.
uint32_t *passages_by_number(Input *input, const Passage *passages, size_t count);

// Those who speak in a turn, while its line is read. A zeroed one is empty.
typedef struct Speakers {
    Speaker *items;
    size_t count, capacity;
    uint32_t *parties; // of them: the known ones, each once, in their order
    size_t party_count, party_capacity;
} Speakers;

// Reads them from `ids`, a part of the line: people and parties, with "+" between them. What `out` held is
// forgotten.
void speakers_read(Lookup *lookup, Line line, Str ids, Speakers *out);
// Gives the turn its speakers and parties: those of `last` when they are the same, else copies in the arena.
void speakers_take(const Speakers *speakers, Arena *arena, const Turn *last, Turn *turn);
// Frees what they hold.
void speakers_free(Speakers *speakers);

#endif
