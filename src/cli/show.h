// SPDX-License-Identifier: MIT
// What `show` prints, also without its options.
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "output.h"

// Prints the whole dossier that `operand` names (null: the shipped one), round by round.
int show_everything(Output *output, const char *operand);

#endif
