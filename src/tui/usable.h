// SPDX-License-Identifier: MIT
// Whether the terminal can show the reader.
#ifndef DIPTYCH_TUI_USABLE_H
#define DIPTYCH_TUI_USABLE_H

#include "diptych/error.h"

// Looks at the type of the terminal, before curses starts: newterm() leaves memory behind where it cannot
// start and writes to the terminal where it can. `*rows` and `*columns` get the size that the type has, 0
// when it says none. False: the error says why.
bool usable_terminal(int *rows, int *columns, Error *error);

#endif
