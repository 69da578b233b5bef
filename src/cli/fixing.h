// SPDX-License-Identifier: MIT
// What `check --fix` writes.
#ifndef CLI_FIXING_H
#define CLI_FIXING_H

#include "diptych/dossier.h"
#include "output.h"

// Puts right in the files of the dossier what leaves no doubt (fix.h), and tells each line as it is now.
// Returns EXIT_DONE, or EXIT_TROUBLE when a file could not be written, and that has been said.
int fixing_fix(Output *output, Dossier *dossier);

#endif
