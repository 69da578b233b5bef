// SPDX-License-Identifier: MIT
// Topics by rounds by sides: the state of every side at a glance, filled round by round.
#ifndef DIPTYCH_MATRIX_H
#define DIPTYCH_MATRIX_H

#include "diptych/standing.h"

// All topics of a dossier in all its rounds, each in the round's first account.
typedef struct Matrix Matrix;

// A side on a topic in a round, words on topics below it among them; the numbers are 0 unless it SPOKE.
typedef struct MatrixCell {
    StandingState state;
    uint32_t anew;     // passages that do not restate its side's earlier words
    uint32_t repeated; // those that do
    uint32_t inferred; // beside these, what is inferred or narrated of it: nothing that it said
    bool alone;        // no other party has words on the topic, told by whatever account of the round
} MatrixCell;

// A side on a topic in all rounds that are known so far.
typedef struct MatrixTotal {
    uint32_t rounds; // in which it has words, told by whatever account
    uint32_t anew, repeated;
} MatrixTotal;

// So many parties of a round are told of, and so many sides are summed up.
#define MATRIX_SIDES_MAX ((size_t)64)

// An empty one, which is filled from round `first` on; the dossier and the skim must outlive it. The caller
// frees it.
Matrix *matrix_new(Dossier *dossier, Skim *skim, uint32_t first);
void matrix_free(Matrix *matrix);

// Goes on for about `milliseconds` (0: one round), one round at the least, which is taken into the skim.
// False when there is nothing left to do.
bool matrix_step(Matrix *matrix, unsigned milliseconds);
// Rounds done.
size_t matrix_done(const Matrix *matrix);
bool matrix_complete(const Matrix *matrix);
bool matrix_has(const Matrix *matrix, uint32_t round);

// The parties at the table of the round: before it is done, its participants.
// `parties` takes MATRIX_SIDES_MAX of them. Returns how many.
size_t matrix_parties(const Matrix *matrix, uint32_t round, uint32_t *parties);
// False when no account of the round holds speech: before it is done, when none has any words.
bool matrix_has_speech(const Matrix *matrix, uint32_t round);
// The party on the topic in a round that is done; with NONE on any, of which its state says nothing, and
// `alone` that it is so on some. O(log topics).
MatrixCell matrix_cell(const Matrix *matrix, uint32_t round, uint32_t party, uint32_t topic);

// A side, that of a party and of all that succeed it, on a topic (NONE: on any).
MatrixTotal matrix_total(const Matrix *matrix, uint32_t side, uint32_t topic);
// Rounds in which anybody has words on the topic, told by whatever account.
uint32_t matrix_rounds(const Matrix *matrix, uint32_t topic);
// Rounds in which one party alone has.
uint32_t matrix_rounds_alone(const Matrix *matrix, uint32_t topic);

#endif
