// SPDX-License-Identifier: MIT
// Whether the terminal can show the reader.
#ifndef DIPTYCH_TUI_USABLE_H
#define DIPTYCH_TUI_USABLE_H

#include "diptych/error.h"

// Looks at the type of the terminal, before curses starts: newterm() leaves memory behind where it cannot
// start and writes to the terminal where it can. False: the error says why.
bool usable_terminal(Error *error);

#endif
