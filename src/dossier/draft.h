// SPDX-License-Identifier: MIT
// The turns and passages of an account while it is read.
#ifndef DIPTYCH_DOSSIER_DRAFT_H
#define DIPTYCH_DOSSIER_DRAFT_H

#include "diptych/input.h"
#include "loaded.h"

// What has been read so far.
typedef struct Draft {
    size_t limit; // of passages, which the parser keeps to
    Turn *turns;
    size_t turn_count, turn_capacity;
    Passage *passages;
    size_t passage_count, passage_capacity;
} Draft;

// An empty one, for an account of so many bytes.
Draft draft_new(size_t bytes);
// Adds a turn, which begins with the next passage.
void draft_add_turn(Draft *draft, Turn turn);
// Adds the passage to the newest turn.
void draft_add_passage(Draft *draft, Passage passage);
// Moves all to where it stays, and puts the passages in the order of their numbers; numbers that are taken
// are reported.
void draft_finish(Draft *draft, Input *input, Loaded *loaded);

#endif
