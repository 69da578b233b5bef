// SPDX-License-Identifier: MIT
// What curses has for the terminal, sent at once.
#ifndef DIPTYCH_TUI_FRAME_H
#define DIPTYCH_TUI_FRAME_H

#include "inside.h"

// Makes ready for gathering what curses writes to tui->output; where that cannot be done, frames are sent as
// curses writes them.
void frame_open(Tui *tui);
void frame_close(Tui *tui);

// Has curses bring the terminal up to date, and sends it with what waits in tui->frame in front.
void frame_send(Tui *tui);

#endif
