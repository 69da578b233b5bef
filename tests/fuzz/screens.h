// SPDX-License-Identifier: MIT
// Every account of a dossier laid out: nothing but visible cells, whatever it was read from.
#ifndef DIPTYCH_SCREENS_H
#define DIPTYCH_SCREENS_H

#include "diptych/dossier.h"
#include "diptych/grid.h"

// Lines up and lays out each account, by topic and as it was spoken, at several widths, and aborts at the
// first cell that must not be shown.
void check_screens(Dossier *dossier);
// Every row of the grid is visible text that fits it.
void check_grid(const Grid *grid);

#endif
