// SPDX-License-Identifier: MIT
// The matrix from inside: sparse, what a party has something on, and one state for all else.
#ifndef DIPTYCH_STUDY_SEATS_H
#define DIPTYCH_STUDY_SEATS_H

#include "diptych/matrix.h"

// What a party has on one topic.
typedef struct MatrixItem {
    uint32_t topic;
    MatrixCell cell;
} MatrixItem;

// A party in a round.
typedef struct MatrixSeat {
    uint32_t party;
    StandingState lack; // on every other topic
    MatrixCell all;     // its passages on any topic or none
    MatrixItem *items;  // in order of topic
    size_t count;
} MatrixSeat;

// A round that is done.
typedef struct MatrixRound {
    bool done;
    bool speech;
    StandingState others; // of those that are not seated
    MatrixSeat *seats;
    size_t count;
} MatrixRound;

// The matrix as far as it is filled.
struct Matrix {
    Dossier *dossier;
    Skim *skim;
    MatrixRound *rounds;
    size_t next; // counted from `first`, round about
    uint32_t first;
    uint32_t sides[MATRIX_SIDES_MAX];      // that are summed up
    MatrixTotal *totals[MATRIX_SIDES_MAX]; // by topic, and last of any
    size_t side_count;
    uint32_t *raised;   // by topic: rounds in which anybody has words on it
    uint32_t *alone;    // by topic: those in which one party alone has
    uint32_t *speaking; // by topic: how many parties of the round at hand have
};

#endif
