// SPDX-License-Identifier: MIT
// From curses' keys to presses.
#include <poll.h>
#include <unistd.h>

#include "inside.h"

// Read errors in a row after which nobody is there any more: after a hang-up curses reports them for ever.
#define ERRORS_MAX 8

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

// True when the terminal's other end is closed, which curses does not tell from a mere time-out.
static bool is_gone(void)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return tui_hung_up() || (poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)));
}

static Press read_once(int milliseconds)
{
    wint_t character;
    timeout(milliseconds);
    int kind = get_wch(&character);
    if (kind == KEY_CODE_YES)
        return press_of_code((int)character);
    if (kind == OK)
        return character == '\n' ? PRESS_ENTER : (Press)character;
    return PRESS_NONE;
}

Press tui_read(Tui *tui, int milliseconds, bool paste)
{
    for (int errors = 0; !is_gone();) {
        Press press = read_once(milliseconds);
        if (press != PRESS_NONE) {
            errors = 0;
            press = paste_filter(&tui->paste, press, paste);
            if (press != PRESS_NONE)
                return press;
        } else if (milliseconds >= 0) {
            return is_gone() ? PRESS_GONE : PRESS_NONE;
        } else if (++errors >= ERRORS_MAX) {
            return PRESS_GONE;
        }
    }
    return PRESS_GONE;
}
