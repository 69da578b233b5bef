// SPDX-License-Identifier: MIT
// What a terminal makes of rows with words that run from right to left: one puts them in order itself, as
// ECMA-48 mode BDSM tells it to, another never does.
#ifndef DIPTYCH_TERMINAL_H
#define DIPTYCH_TERMINAL_H

#include "diptych/buffer.h"

// A zeroed one never reorders; `reorders` and `implicit` are set of one that does, until it is told not to.
typedef struct Terminal {
    bool reorders;
    bool implicit;
} Terminal;

// Takes in what a program sends: CSI 8 l and CSI 8 h.
void terminal_take(Terminal *terminal, const char *bytes);
// What stands on the screen, from left to right, of a row that is sent; added to `out`. Isolates take no
// cell.
void terminal_show(const Terminal *terminal, Str row, Buffer *out);

#endif
