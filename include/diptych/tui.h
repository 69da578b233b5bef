// SPDX-License-Identifier: MIT
// The terminal: start, show a grid, read a key, end. The only user of curses.
#ifndef DIPTYCH_TUI_H
#define DIPTYCH_TUI_H

#include "diptych/error.h"
#include "diptych/grid.h"
#include "diptych/press.h"

// The terminal while it is taken over.
typedef struct Tui Tui;

// Takes the terminal over. A null return leaves it as it was, and `error` says why and what to do: unknown
// TERM, a terminal that cannot place its cursor. LC_CTYPE must be set. There is at most one at a time.
// SIGHUP, SIGINT, SIGQUIT and SIGTERM are held but for the times of waiting and writing. tui_end() gives the
// terminal back, within a moment after one of these even when it takes no output; so does any exit of the
// process that runs handlers.
Tui *tui_start(Error *error);
void tui_end(Tui *tui);

// True when the terminal shows UTF-8, so that lines may be drawn with box characters.
bool tui_is_utf8(const Tui *tui);

// The size now, in rows and columns, at most that of a grid.
void tui_size(const Tui *tui, size_t *rows, size_t *columns);

// Shows the grid, sending only what changed, with the cursor where the grid has it.
void tui_show(Tui *tui, const Grid *grid);
// Has everything painted anew at the next tui_show().
void tui_repaint(Tui *tui);

// The next key: waits `milliseconds` (0: not at all, negative: for ever). PRESS_NONE when there was none,
// PRESS_RESIZE after the size changed, which has everything painted anew, PRESS_GONE after a hang-up, a
// signal that ends, or when the input ended. Of what is pasted the first line comes when `paste` is set.
Press tui_read(Tui *tui, int milliseconds, bool paste);
// True when more has been typed than tui_read() has told.
bool tui_pending(const Tui *tui);

// Suspends the process as ^Z does; returns when it is continued.
void tui_suspend(Tui *tui);

// Sends `text` (visible UTF-8) to the terminal's clipboard (OSC 52). False when it is too long for that: 74
// kB.
bool tui_copy(Tui *tui, Str text);

#endif
