// SPDX-License-Identifier: MIT
// Giving back a terminal that takes no output.
#ifndef DIPTYCH_TUI_LEAVE_H
#define DIPTYCH_TUI_LEAVE_H

#include "diptych/tui.h"

// Remembers what gives the terminal back.
void leave_prepare(Tui *tui);
// Sets it as it was before curses, and sends what gives it back as far as it takes that at once.
void leave_by_force(const Tui *tui);

// What tells the terminal to leave the order of words that run from right to left to the reader, or to put
// rows in order itself again (ECMA-48, mode BDSM); "" for one that knows no control sequences.
const char *leave_order(bool own);

#endif
