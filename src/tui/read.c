// SPDX-License-Identifier: MIT
// From curses' keys to presses.
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "inside.h"

// Input in a row that turns out to be none, after which nobody is there any more: after a hang-up it comes
// for ever.
#define EMPTY_MAX 8

static const struct {
    int code;
    Press press;
} named[] = {
    {KEY_UP, PRESS_UP},
    {KEY_DOWN, PRESS_DOWN},
    {KEY_LEFT, PRESS_LEFT},
    {KEY_RIGHT, PRESS_RIGHT},
    {KEY_PPAGE, PRESS_PAGE_UP},
    {KEY_NPAGE, PRESS_PAGE_DOWN},
    {KEY_HOME, PRESS_HOME},
    {KEY_END, PRESS_END},
    {KEY_BACKSPACE, PRESS_BACKSPACE},
    {KEY_BTAB, PRESS_BACKTAB},
    {KEY_F(1), PRESS_F1},
    {KEY_ENTER, PRESS_ENTER},
    {KEY_A1, PRESS_HOME},
    {KEY_A3, PRESS_PAGE_UP},
    {KEY_C1, PRESS_END},
    {KEY_C3, PRESS_PAGE_DOWN},
    {KEY_RESIZE, PRESS_RESIZE},
    {PASTE_KEY_BEGIN, PRESS_PASTE_BEGIN},
    {PASTE_KEY_END, PRESS_PASTE_END},
};

static Press press_of_code(int code)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].code == code)
            return named[i].press;
    return PRESS_OTHER;
}

typedef enum Wait { WAIT_INPUT, WAIT_TIME, WAIT_SIGNAL, WAIT_GONE } Wait;

// Waits for input without reading it: curses would not come back for a signal, and does not tell a closed
// terminal from a time-out.
static Wait wait_for_input(const Tui *tui, int milliseconds)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec time = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
    int ready = tui_hung_up() ? 0 : ppoll(&input, 1, milliseconds < 0 ? NULL : &time, &tui->waiting);
    if (tui_hung_up() || (ready > 0 && !(input.revents & POLLIN)))
        return WAIT_GONE;
    return ready > 0 ? WAIT_INPUT : ready == 0 ? WAIT_TIME : WAIT_SIGNAL;
}

// What curses has at hand, without waiting but for the rest of a key that sends several bytes.
static Press read_once(void)
{
    wint_t character;
    timeout(0);
    int kind = get_wch(&character);
    if (kind == KEY_CODE_YES)
        return press_of_code((int)character);
    if (kind == OK)
        return character == '\n' ? PRESS_ENTER : (Press)character;
    return PRESS_NONE;
}

Press tui_read(Tui *tui, int milliseconds, bool paste)
{
    for (int empty = 0; empty < EMPTY_MAX;) {
        Press raw = read_once(), press = paste_filter(&tui->paste, raw, paste);
        if (press != PRESS_NONE)
            return press;
        if (raw != PRESS_NONE)
            continue; // a part of what is pasted
        Wait wait = wait_for_input(tui, milliseconds);
        if (wait == WAIT_TIME)
            return PRESS_NONE;
        if (wait == WAIT_GONE)
            break;
        empty = wait == WAIT_INPUT ? empty + 1 : 0;
    }
    return PRESS_GONE;
}
