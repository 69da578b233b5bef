// SPDX-License-Identifier: MIT
// The signals that end the reader or change its screen, and the terminal that takes no more output.
#ifndef DIPTYCH_TUI_SIGNALS_H
#define DIPTYCH_TUI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

// Catches SIGHUP, SIGINT, SIGQUIT and SIGTERM, which ask to end, and SIGWINCH; ignores SIGPIPE. All five are
// held from then on, and SIGTSTP; `*waiting` gets the set that lets them in, for the times of waiting and of
// writing: what came just before would be slept over. `terminal` and `output` are the descriptors that are
// written to: a moment after a signal that ends, they lead nowhere, so that no write waits any longer. At
// most once at a time.
void signals_catch(int terminal, int output, sigset_t *waiting);
// Gives up what signals_catch() set up, but for what it catches and ignores.
void signals_release(const sigset_t *waiting);

// True after a signal that asks to end.
bool signals_ended(void);
// True once after a change of size.
bool signals_resized(void);
// True when output leads nowhere, since the terminal took none.
bool signals_gave_up(void);

// Lets signals in, and holds them again.
void signals_let_in(const sigset_t *waiting);
void signals_hold(void);

#endif
