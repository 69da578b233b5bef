// SPDX-License-Identifier: MIT
// The colour of each hue, on terminals that have colours that can be read on any ground.
#ifndef DIPTYCH_TUI_COLOURS_H
#define DIPTYCH_TUI_COLOURS_H

#include <stddef.h>

// Hues, numbered as in a style: STYLE_HUE_FIRST is 1. 0 is none.
#define COLOURS_HUES 5

// What curses calls a terminal with colours of 8 bits for each of red, green and blue.
#define COLOURS_DIRECT (1 << 24)

// No colour: the terminal's own.
#define COLOURS_NONE (-1)

// The number of the colour of a hue, 0 to COLOURS_HUES, on a terminal with so many colours: of 256 one of the
// cube that all of them share, of COLOURS_DIRECT 0xRRGGBB. Each has a contrast of 4.5 to 1 and more to black
// and to white alike. COLOURS_NONE for any other number: no colour of the first 16 has that in all palettes
// that people use.
int colours_number(size_t hue, int colours);

#endif
