// SPDX-License-Identifier: MIT
// Apart from the rest of the room, since <term.h> makes macros of words like "columns".
#include "usable.h"

#include <curses.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

static int number(const char *name)
{
    int value = tigetnum(name);
    return value > 0 ? value : 0;
}

bool usable_terminal(int *high, int *wide, Error *error)
{
    const char *term = getenv("TERM");
    int status;
    if (setupterm(NULL, STDOUT_FILENO, &status) != OK) {
        error_set(error, "the terminal type %s is not known here; set TERM to one that is, as in TERM=vt100",
                  term && *term ? term : "(none)");
        return false;
    }
    const char *place = tigetstr("cup");
    bool usable = place && place != (const char *)-1;
    *high = number("lines");
    *wide = number("cols");
    del_curterm(cur_term);
    if (!usable)
        error_set(error, "the terminal type %s cannot place its cursor; its text goes out in plain lines",
                  term);
    return usable;
}
