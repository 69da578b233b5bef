// SPDX-License-Identifier: MIT
// The size of the screen: what the terminal says, within what a grid can be.
#ifndef DIPTYCH_TUI_SIZE_H
#define DIPTYCH_TUI_SIZE_H

#include <stdbool.h>

// Exported LINES and COLUMNS as they were.
typedef struct SizeKept {
    char *rows, *columns; // owned; null: not set
} SizeKept;

// Before curses starts: has it take the size of the terminal, else that of LINES and COLUMNS, else that of
// its type (`rows`, `columns`; 0: none), all clamped to what a grid can be: a terminal may claim any size,
// and curses makes room for it.
SizeKept size_settle(int rows, int columns);
// After that: takes LINES and COLUMNS out of curses' sight, which would freeze the size; when it did not
// `start`, sets them as they were.
void size_settled(SizeKept *kept, bool started);

#endif
