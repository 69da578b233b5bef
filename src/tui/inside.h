// SPDX-License-Identifier: MIT
// What the files of the terminal's room share.
#ifndef DIPTYCH_TUI_INSIDE_H
#define DIPTYCH_TUI_INSIDE_H

#include <curses.h>
#include <signal.h>
#include <termios.h>

#include "diptych/codeset.h"
#include "diptych/tui.h"
#include "keyboard.h"

// What is held while the terminal is taken over.
struct Tui {
    SCREEN *screen;
    FILE *output; // that curses writes to: a descriptor of its own, so that it can be led elsewhere
    int terminal; // a descriptor that is always the terminal's, as long as that takes bytes; may be that one
    int gathered; // where curses writes a frame; negative: to the terminal
    Buffer frame; // sent in front of the next one
    Codeset *codeset;
    Keyboard keyboard;
    int64_t fed;  // when bytes came last, in milliseconds
    Buffer leave; // what gives the terminal back, for when curses cannot
    Grid *shown;  // what curses holds; null: nothing that counts
    bool colours;
    sigset_t waiting;     // the mask while a key is waited for, and while something is written
    struct termios shell; // how the terminal was set before
};

// Gives the terminal the size that it has now, within the limits of a grid; all is painted anew.
void size_follow(Tui *tui);

// Writes the bytes to the terminal as they are, behind what curses has written.
bool output_send(Tui *tui, Str bytes);

#endif
