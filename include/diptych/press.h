// SPDX-License-Identifier: MIT
// One press of a key, as the terminal file hands it over and tests type it.
#ifndef DIPTYCH_PRESS_H
#define DIPTYCH_PRESS_H

#include "diptych/buffer.h"

// A code point (control keys are 1 to 31, PRESS_DELETE 127), or one of the values below.
typedef uint32_t Press;

// The press of a letter with the control key.
#define PRESS_CTRL(letter) ((Press)(letter)&31u)

// Presses that have names.
enum {
    PRESS_TAB = 9,
    PRESS_ENTER = 13,
    PRESS_ESCAPE = 27,
    PRESS_DELETE = 127,
    PRESS_NAMED = 0x110000, // above every code point
    PRESS_UP,
    PRESS_DOWN,
    PRESS_LEFT,
    PRESS_RIGHT,
    PRESS_PAGE_UP,
    PRESS_PAGE_DOWN,
    PRESS_HOME,
    PRESS_END,
    PRESS_BACKSPACE,
    PRESS_BACKTAB,
    PRESS_F1,
    PRESS_UNESCAPE, // the ESC that was pressed last was none: it began what a key sends, and the key comes
                    // now
    PRESS_RESIZE,   // the terminal has another size
    PRESS_OTHER,    // a key that has no use here
    PRESS_ANY,      // any key, in the table of keys
    PRESS_NONE,     // no key in the time given
    PRESS_GONE      // there is no terminal any more
};

// How manual and help print it: "j", "^D", "SPACE", "PgDn", "ENTER".
void press_add(Buffer *out, Press press);

#endif
