// SPDX-License-Identifier: MIT
// Which dossier to open.
#ifndef CLI_FIND_DOSSIER_H
#define CLI_FIND_DOSSIER_H

#include "chosen.h"
#include "diptych/dossier.h"
#include "output.h"

// The path of the dossier that ships with the program: beside the program when it runs where it was built,
// else where it was installed. The caller frees it.
char *find_dossier(void);

// What names standard input instead of a file.
#define STANDARD_INPUT "-"
bool is_standard_input(const char *operand);

// The accounts of the file that `operand` names, where that holds rounds but is not where its dossier begins,
// added to the empty `out`: it stands for these.
void find_named_accounts(const Dossier *dossier, const char *operand, Chosen *out);

// Finds the dossier that `operand` names, or the shipped one when it is null, or reads it from standard
// input. False: it has been said why. located_free() frees `out` either way.
bool find_located(Output *output, const char *operand, Located *out);
// Opens what was found, and frees it. Null: it has been said why.
Dossier *open_located(Output *output, Located *located);

// Opens the dossier that `operand` names, or the shipped one when it is null, having given up all rights
// but what that takes (sandbox.h). A null return: it has been said why.
Dossier *find_and_open(Output *output, const char *operand);

// True in restricted mode: DIPTYCH_SECURE or LESSSECURE is set, and neither empty nor 0.
bool is_restricted(void);

#endif
