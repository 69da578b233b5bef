// SPDX-License-Identifier: MIT
#include "bindings.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int code;
    Press press;
} named[] = {
    {KEY_UP, PRESS_UP},         {KEY_DOWN, PRESS_DOWN},
    {KEY_LEFT, PRESS_LEFT},     {KEY_RIGHT, PRESS_RIGHT},
    {KEY_PPAGE, PRESS_PAGE_UP}, {KEY_NPAGE, PRESS_PAGE_DOWN},
    {KEY_HOME, PRESS_HOME},     {KEY_END, PRESS_END},
    {KEY_F(1), PRESS_F1},       {KEY_BACKSPACE, PRESS_BACKSPACE},
    {KEY_BTAB, PRESS_BACKTAB},  {KEY_ENTER, PRESS_ENTER},
    {KEY_A1, PRESS_HOME},       {KEY_A3, PRESS_PAGE_UP},
    {KEY_C1, PRESS_END},        {KEY_C3, PRESS_PAGE_DOWN},
};

static Press press_of_code(int code)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].code == code)
            return named[i].press;
    return PRESS_OTHER;
}

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

static void bind_capability(Keyboard *keyboard, const char *name, Press press)
{
    const char *sequence = bindings_capability(name);
    if (sequence)
        keyboard_bind(keyboard, str_of(sequence), press);
}

// Cursor keys send the other form while a terminal is not told to send that of its description, as after the
// reader was stopped by another process.
static void bind_both(Keyboard *keyboard, Str sequence, Press press)
{
    keyboard_bind(keyboard, sequence, press);
    if (sequence.len != 3 || sequence.at[0] != '\033' || sequence.at[1] != 'O' || sequence.at[2] < 'A' ||
        sequence.at[2] > 'H')
        return;
    const char other[] = {'\033', '[', sequence.at[2]};
    keyboard_bind(keyboard, (Str){other, sizeof other}, press);
}

void bindings_add(Keyboard *keyboard)
{
    bind_capability(keyboard, "PS", PRESS_PASTE_BEGIN);
    bind_capability(keyboard, "PE", PRESS_PASTE_END);
    for (int code = KEY_MIN; code <= KEY_MAX; code++) {
        char *sequence;
        for (int i = 0; (sequence = keybound(code, i)); i++) {
            bind_both(keyboard, str_of(sequence), press_of_code(code));
            free(sequence);
        }
    }
}
