// SPDX-License-Identifier: MIT
#include "diptych/press.h"

static const struct {
    Press press;
    const char *name;
} names[] = {
    {' ', "SPACE"},
    {PRESS_TAB, "TAB"},
    {PRESS_ENTER, "ENTER"},
    {PRESS_ESCAPE, "ESC"},
    {PRESS_DELETE, "DEL"},
    {PRESS_UP, "Up"},
    {PRESS_DOWN, "Down"},
    {PRESS_LEFT, "Left"},
    {PRESS_RIGHT, "Right"},
    {PRESS_PAGE_UP, "PgUp"},
    {PRESS_PAGE_DOWN, "PgDn"},
    {PRESS_HOME, "Home"},
    {PRESS_END, "End"},
    {PRESS_BACKSPACE, "BACKSPACE"},
    {PRESS_BACKTAB, "BACKTAB"},
    {PRESS_F1, "F1"},
    {PRESS_ANY, "x"},
};

void press_add(Buffer *out, Press press)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i].press == press) {
            buffer_add_text(out, names[i].name);
            return;
        }
    }
    if (press < ' ')
        buffer_addf(out, "^%c", (char)(press + '@'));
    else if (press < 127)
        buffer_add_byte(out, (char)press);
    else
        buffer_addf(out, "U+%04X", (unsigned)press);
}
