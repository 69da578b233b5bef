// SPDX-License-Identifier: MIT
// Bytes to the terminal past curses, and the terminal given back where curses cannot.
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "bindings.h"
#include "inside.h"
#include "leave.h"
#include "signals.h"

bool output_send(Tui *tui, Str bytes)
{
    bool done = true;
    signals_let_in(&tui->waiting);
    while (done && bytes.len) {
        ssize_t put = write(tui->terminal, bytes.at, bytes.len);
        done = put >= 0 || errno == EINTR;
        bytes = str_slice(bytes, put > 0 ? (size_t)put : 0, bytes.len);
    }
    signals_hold();
    return done;
}

const char *leave_order(bool own)
{
    const char *move = bindings_capability("cup");
    if (!move || strncmp(move, "\033[", 2) != 0)
        return "";
    return own ? "\033[8l" : "\033[8h";
}

void leave_prepare(Tui *tui)
{
    static const char *const names[] = {"BD", "sgr0", "op", "rmkx", "cnorm", "rmcup"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        bindings_add_capability(&tui->leave, names[i]);
    buffer_add_text(&tui->leave, leave_order(false));
}

void leave_by_force(const Tui *tui)
{
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    tcsetattr(STDIN_FILENO, TCSANOW, &tui->shell);
    tcflush(STDOUT_FILENO, TCOFLUSH); // what it did not take makes room for this
    if (flags < 0 || fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK) != 0)
        return;
    ssize_t put = write(STDOUT_FILENO, tui->leave.bytes, tui->leave.len);
    (void)put; // as far as it takes bytes
    fcntl(STDOUT_FILENO, F_SETFL, flags);
}
