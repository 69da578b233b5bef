// SPDX-License-Identifier: MIT
// The reader on a terminal.
#ifndef CLI_READ_H
#define CLI_READ_H

#include "output.h"

// Reads the dossier that `operand` names (null: the shipped one) on the terminal. Where there is none, or
// none that can be used, prints it.
int read_dossier(Output *output, const char *operand);

#endif
