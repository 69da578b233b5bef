// SPDX-License-Identifier: MIT
// Waiting for what is typed.
#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "diptych/clock.h"
#include "inside.h"
#include "signals.h"

typedef enum Wait { WAIT_INPUT, WAIT_TIME, WAIT_SIGNAL, WAIT_GONE } Wait;

static Wait wait_for_input(const Tui *tui, int milliseconds)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec time = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
    int ready = ppoll(&input, 1, milliseconds < 0 ? NULL : &time, &tui->waiting);
    if (ready > 0)
        return input.revents & POLLIN ? WAIT_INPUT : WAIT_GONE;
    return ready == 0 ? WAIT_TIME : WAIT_SIGNAL;
}

// Takes what has arrived. False: nothing comes any more.
static bool take_bytes(Tui *tui)
{
    char bytes[4096];
    ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);
    if (got <= 0)
        return got < 0 && (errno == EINTR || errno == EAGAIN);
    tui->fed = clock_milliseconds();
    keyboard_feed(&tui->keyboard, (Str){bytes, (size_t)got}, tui->fed);
    return true;
}

// How much longer the rest of a key is waited for; negative: for ever.
static int patience(const Tui *tui)
{
    int whole = keyboard_patience(&tui->keyboard, get_escdelay());
    int64_t passed = clock_milliseconds() - tui->fed;
    return whole < 0 ? -1 : passed < whole ? (int)(whole - passed) : 0;
}

Press tui_read(Tui *tui, int milliseconds, bool paste)
{
    bool waited = false;
    while (!signals_ended()) {
        if (signals_resized()) {
            size_follow(tui);
            return PRESS_RESIZE;
        }
        Press press = keyboard_take(&tui->keyboard, waited, paste, clock_milliseconds());
        if (press != PRESS_NONE)
            return press;
        int rest = patience(tui);
        bool for_rest = rest >= 0 && (milliseconds < 0 || rest <= milliseconds);
        Wait wait = wait_for_input(tui, for_rest ? rest : milliseconds);
        if (wait == WAIT_TIME && !for_rest)
            return PRESS_NONE;
        if (wait == WAIT_GONE || (wait == WAIT_INPUT && !take_bytes(tui)))
            break;
        waited = wait == WAIT_TIME;
    }
    return PRESS_GONE;
}

bool tui_pending(const Tui *tui)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return !keyboard_is_empty(&tui->keyboard) || poll(&input, 1, 0) > 0;
}
