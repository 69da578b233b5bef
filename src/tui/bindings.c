// SPDX-License-Identifier: MIT
#include "bindings.h"

#include <curses.h>
#include <stdlib.h>

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

static void bind_capability(Keyboard *keyboard, const char *name, Press press)
{
    const char *sequence = bindings_capability(name);
    if (sequence)
        keyboard_bind(keyboard, str_of(sequence), press);
}

void bindings_add(Keyboard *keyboard)
{
    bind_capability(keyboard, "PS", PRESS_PASTE_BEGIN);
    bind_capability(keyboard, "PE", PRESS_PASTE_END);
    for (int code = KEY_MIN; code <= KEY_MAX; code++) {
        char *sequence;
        for (int i = 0; (sequence = keybound(code, i)); i++) {
            keyboard_bind(keyboard, str_of(sequence), press_of_code(code));
            free(sequence);
        }
    }
}
