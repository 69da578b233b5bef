// SPDX-License-Identifier: MIT
#include "paste.h"

#include <curses.h>
#include <stdio.h>

// A user capability of the terminal's description (terminfo(5), extended): null when it has none.
static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value && value != (const char *)-1 ? value : NULL;
}

void paste_switch(bool on)
{
    const char *begin = capability("PS"), *end = capability("PE"), *sequence = capability(on ? "BE" : "BD");
    if (!begin || !end || !sequence)
        return;
    if (on) {
        define_key(begin, PASTE_KEY_BEGIN);
        define_key(end, PASTE_KEY_END);
    }
    putp(sequence);
    fflush(stdout);
}

Press paste_filter(Paste *paste, Press press, bool wanted)
{
    if (press == PRESS_PASTE_BEGIN || press == PRESS_PASTE_END) {
        *paste = (Paste){.inside = press == PRESS_PASTE_BEGIN};
        return PRESS_NONE;
    }
    if (!paste->inside || press == PRESS_RESIZE || press == PRESS_NONE || press == PRESS_GONE)
        return press;
    if (press < ' ' || press >= PRESS_NAMED)
        paste->over = true;
    return wanted && !paste->over ? press : PRESS_NONE;
}
