// SPDX-License-Identifier: MIT
// What the files of the terminal's room share.
#ifndef DIPTYCH_TUI_INSIDE_H
#define DIPTYCH_TUI_INSIDE_H

#include <curses.h>
#include <signal.h>

#include "diptych/codeset.h"
#include "diptych/tui.h"
#include "paste.h"

// What is held while the terminal is taken over.
struct Tui {
    SCREEN *screen;
    Codeset *codeset;
    Paste paste;
    Grid *shown; // what curses holds; null: nothing that counts
    bool colours;
    sigset_t waiting; // the signals that are blocked while a key is waited for: those that were at the start
};

// True after a hang-up or a request to end: nobody is there any more.
bool tui_hung_up(void);

#endif
