// SPDX-License-Identifier: MIT
#include "bindings.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

// Keys by the names that terminfo(5) has for them.
static const struct {
    const char *name;
    Press press;
} named[] = {
    {"kcuu1", PRESS_UP},    {"kcud1", PRESS_DOWN},    {"kcub1", PRESS_LEFT},   {"kcuf1", PRESS_RIGHT},
    {"kpp", PRESS_PAGE_UP}, {"knp", PRESS_PAGE_DOWN}, {"khome", PRESS_HOME},   {"kend", PRESS_END},
    {"kf1", PRESS_F1},      {"kbs", PRESS_BACKSPACE}, {"kcbt", PRESS_BACKTAB}, {"kent", PRESS_ENTER},
    {"ka1", PRESS_HOME},    {"ka3", PRESS_PAGE_UP},   {"kc1", PRESS_END},      {"kc3", PRESS_PAGE_DOWN},
};

const char *bindings_capability(const char *name)
{
    const char *value = tigetstr(name);
    return value && value != (const char *)-1 ? value : NULL;
}

int bindings_number(const char *name)
{
    int value = tigetnum(name);
    return value < 0 ? -1 : value;
}

void bindings_add_capability(Buffer *out, const char *name)
{
    const char *at = bindings_capability(name);
    while (at && *at) {
        const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
        if (end)
            at = end + 1;
        else
            buffer_add_byte(out, *at++);
    }
}

// Cursor keys send the other form while a terminal is not told to send that of its description, as after the
// reader was stopped by another process.
static void bind_other_form(Keyboard *keyboard, Str sequence, Press press)
{
    if (sequence.len != 3 || sequence.at[0] != '\033' || sequence.at[1] != 'O' || sequence.at[2] < 'A' ||
        sequence.at[2] > 'H')
        return;
    const char other[] = {'\033', '[', sequence.at[2]};
    keyboard_bind(keyboard, (Str){other, sizeof other}, press);
}

static void bind_capability(Keyboard *keyboard, const char *name, Press press)
{
    const char *sequence = bindings_capability(name);
    if (!sequence)
        return;
    keyboard_bind(keyboard, str_of(sequence), press);
    bind_other_form(keyboard, str_of(sequence), press);
}

// Of two keys that send the same the one that was bound first counts.
void bindings_add(Keyboard *keyboard)
{
    bind_capability(keyboard, "PS", PRESS_PASTE_BEGIN);
    bind_capability(keyboard, "PE", PRESS_PASTE_END);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        bind_capability(keyboard, named[i].name, named[i].press);
    for (size_t i = 0; strnames[i]; i++)
        if (strnames[i][0] == 'k')
            bind_capability(keyboard, strnames[i], PRESS_OTHER);
}
