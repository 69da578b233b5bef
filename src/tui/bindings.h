// SPDX-License-Identifier: MIT
// What the terminal's description says that its keys send.
#ifndef DIPTYCH_TUI_BINDINGS_H
#define DIPTYCH_TUI_BINDINGS_H

#include "keyboard.h"

// Binds all keys that the description of the terminal that was started names, and the brackets of a paste.
// Those without a use here are PRESS_OTHER.
void bindings_add(Keyboard *keyboard);

// A string capability of the terminal's description, or of its extensions; null when it has none.
const char *bindings_capability(const char *name);
// A number of the description; -1 when it has none.
int bindings_number(const char *name);
// Adds it without the times that it asks to wait ("$<5/>").
void bindings_add_capability(Buffer *out, const char *name);

#endif
