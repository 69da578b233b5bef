// SPDX-License-Identifier: MIT
// Which dossier to open.
#ifndef CLI_FIND_DOSSIER_H
#define CLI_FIND_DOSSIER_H

#include "diptych/dossier.h"
#include "output.h"

// The path of the dossier that ships with the program: beside the program when it runs where it was built,
// else where it was installed. The caller frees it.
char *find_dossier(void);

// Opens the dossier that `operand` names, or the shipped one when it is null. A null return: it has been said
// why.
Dossier *find_and_open(Output *output, const char *operand);

#endif
