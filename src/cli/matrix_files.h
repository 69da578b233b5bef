// SPDX-License-Identifier: MIT
// The matrix for other programs.
#ifndef DIPTYCH_CLI_MATRIX_FILES_H
#define DIPTYCH_CLI_MATRIX_FILES_H

#include "diptych/matrix_table.h"
#include "output.h"

// Each prints the cells of the table, which is that of the complete matrix.

// A line for each topic and party of a round: their ids, the state in full, the numbers; tabs between. A
// first line names the fields.
void matrix_print_tsv(Output *output, const Dossier *dossier, const Matrix *matrix, const Table *table);
// A page with the table, in which each cell tells what its sign means.
void matrix_print_html(Output *output, const Dossier *dossier, const Matrix *matrix, const Table *table);

#endif
