// SPDX-License-Identifier: MIT
// Bracketed paste: what is pasted is told from what is typed, so that no pasted line runs as commands.
#ifndef DIPTYCH_TUI_PASTE_H
#define DIPTYCH_TUI_PASTE_H

#include "diptych/press.h"

// A zeroed one is outside of any paste.
typedef struct Paste {
    bool inside;
    bool over; // behind the first line
} Paste;

// Key codes that the brackets come as; curses' own end at KEY_MAX, 0777.
#define PASTE_KEY_BEGIN 01001
#define PASTE_KEY_END 01002
// The presses made of them; no code point is that large.
#define PRESS_PASTE_BEGIN ((Press)0x200001)
#define PRESS_PASTE_END ((Press)0x200002)

// Has the terminal bracket what is pasted, or not, where its description knows how.
void paste_switch(bool on);

// Takes a press or bracket and returns what the reader is to see: with `wanted` (a prompt) the first line of
// a paste, else PRESS_NONE for all of it.
Press paste_filter(Paste *paste, Press press, bool wanted);

#endif
