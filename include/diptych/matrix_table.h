// SPDX-License-Identifier: MIT
// The matrix as a table: which rows and columns, and what stands in a cell.
#ifndef DIPTYCH_MATRIX_TABLE_H
#define DIPTYCH_MATRIX_TABLE_H

#include "diptych/matrix.h"
#include "diptych/table.h"

// In what order the topics stand.
typedef enum MatrixSort {
    MATRIX_BY_GROUP,  // as in the dossier, each with those below it behind it
    MATRIX_BY_DATE,   // the earliest first, those without a date last
    MATRIX_BY_ROUNDS, // those with words in the most rounds first
    MATRIX_SORT_COUNT
} MatrixSort;

// What is left out.
typedef enum MatrixFilter {
    MATRIX_EVERYTHING,  // nothing
    MATRIX_WITH_SPEECH, // rounds of which nothing is recorded
    MATRIX_ALONE,       // all but what one side alone has words on
    MATRIX_FILTER_COUNT
} MatrixFilter;

// How the matrix is shown.
typedef struct MatrixLook {
    uint32_t sides[2]; // parties that have a column in every round, or who stands in their line there; NONE
    MatrixSort sort;
    MatrixFilter filter;
    const bool *folded; // by topic: those below it are not shown; null: none is
} MatrixLook;

// The table: a row for each topic, and one for all of them (TARGET_NONE); columns of TARGET_NONE (in how many
// rounds), TARGET_PARTY (a side in all rounds), and TARGET_ROUND whose ordinal is a party. Behind the rows
// what the cells mean. Its cells are asked for, so that the matrix may go on; that must outlive it. The
// caller frees it.
Table *matrix_table(Dossier *dossier, const Matrix *matrix, const MatrixLook *look);

// Adds what stands in a cell: "+3=2", "off", "rec?"; "..": it is not known yet. No two states are the same.
void matrix_sign_add(Buffer *out, MatrixCell cell);
// Adds what a sign of the state means: "off  put off: it has no words there, and ...".
void matrix_meaning_add(Buffer *out, StandingState state);

#endif
