// SPDX-License-Identifier: MIT
// From the bytes that a terminal sends to presses: characters and key sequences are put together here,
// however their bytes arrive, and what is pasted is told from what is typed. Knows neither terminals nor
// time.
#ifndef DIPTYCH_TUI_KEYBOARD_H
#define DIPTYCH_TUI_KEYBOARD_H

#include "diptych/press.h"

// What a terminal sends for a key.
typedef struct KeySequence KeySequence;

// A zeroed one knows no sequences but reads those of the common form (CSI, SS3) as PRESS_OTHER.
typedef struct Keyboard {
    KeySequence *sequences; // owned
    size_t count, capacity;
    Buffer bytes;      // fed, and not yet taken from `at` on
    size_t at;         // bytes
    bool pasting;      // between the brackets of a paste
    bool over;         // behind the first line of it
    bool escaped;      // an ESC was given out on its own; the rest of its sequence may be late
    bool taken_back;   // the rest has come, and that has been said
    int64_t escape_at; // when it was given out, in milliseconds
} Keyboard;

// In place of a press: the brackets of a paste. No code point is that large.
#define PRESS_PASTE_BEGIN ((Press)0x200001)
#define PRESS_PASTE_END ((Press)0x200002)

// How long the rest of a sequence may be late behind its ESC, in milliseconds.
#define KEYBOARD_LATE 1000

// The terminal sends `sequence` (copied; an empty one is passed over) for `press`.
void keyboard_bind(Keyboard *keyboard, Str sequence, Press press);

// Adds bytes that were read at the time `now`, in milliseconds.
void keyboard_feed(Keyboard *keyboard, Str bytes, int64_t now);

// The next press; PRESS_NONE when the bytes at hand are the beginning of one, or when there are none. With
// `waited` an ESC that may still become a sequence is taken for itself. A character is in the encoding of the
// locale; one that is none is U+FFFD. When the rest of a sequence is late, PRESS_UNESCAPE comes before its
// key. Of what is pasted the first line comes when it is `wanted`, and nothing of it ever as another key than
// its own character.
Press keyboard_take(Keyboard *keyboard, bool waited, bool wanted, int64_t now);

// How long to wait for more bytes, in milliseconds, before keyboard_take() is called with `waited`, when a
// lone ESC is given `delay`; negative: for ever.
int keyboard_patience(const Keyboard *keyboard, int delay);

// True when no byte waits to be taken.
bool keyboard_is_empty(const Keyboard *keyboard);

// Frees what it holds and zeroes it.
void keyboard_free(Keyboard *keyboard);

#endif
