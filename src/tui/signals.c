// SPDX-License-Identifier: MIT
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/time.h>
#include <unistd.h>

// How long the terminal has to take what is left when the reader has to end, in microseconds.
#define GRACE 300000

static const int caught[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};

// What handlers of signals share with the rest.
static volatile sig_atomic_t ended, resized, gave_up;
static volatile sig_atomic_t output_fds[2] = {-1, -1}, nowhere_fd = -1;

static void note_end(int signal)
{
    static const struct itimerval grace = {.it_value = {.tv_usec = GRACE}};
    (void)signal;
    ended = 1;
    setitimer(ITIMER_REAL, &grace, NULL);
}

static void note_resize(int signal)
{
    (void)signal;
    resized = 1;
}

// A write that waits is interrupted by this, and tried again where nothing has to be waited for.
static void give_up(int signal)
{
    int reason = errno;
    (void)signal;
    for (int i = 0; i < 2; i++)
        if (output_fds[i] >= 0 && dup2((int)nowhere_fd, (int)output_fds[i]) >= 0)
            gave_up = 1;
    errno = reason;
}

// With SIGTSTP, which curses catches: it must not come while what curses writes is gathered.
static void held_set(sigset_t *held)
{
    sigemptyset(held);
    sigaddset(held, SIGTSTP);
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
        sigaddset(held, caught[i]);
}

static void catch (int signal, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

void signals_catch(int terminal, int output, sigset_t *waiting)
{
    sigset_t held;
    held_set(&held);
    sigprocmask(SIG_BLOCK, &held, waiting);
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
        sigdelset(waiting, caught[i]); // who started us may have held them
    sigdelset(waiting, SIGALRM);
    sigdelset(waiting, SIGTSTP);
    nowhere_fd = open("/dev/null", O_WRONLY | O_CLOEXEC);
    output_fds[0] = nowhere_fd >= 0 ? terminal : -1;
    output_fds[1] = nowhere_fd >= 0 ? output : -1;
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
        catch (caught[i], caught[i] == SIGWINCH ? note_resize : note_end, SA_RESTART);
    catch (SIGALRM, give_up, 0);
    catch (SIGPIPE, SIG_IGN, 0);
}

void signals_release(const sigset_t *waiting)
{
    static const struct itimerval never = {0};
    output_fds[0] = output_fds[1] = -1;
    setitimer(ITIMER_REAL, &never, NULL);
    if (nowhere_fd >= 0)
        close((int)nowhere_fd);
    nowhere_fd = -1;
    sigprocmask(SIG_SETMASK, waiting, NULL);
}

bool signals_ended(void)
{
    return ended;
}

bool signals_resized(void)
{
    bool was = resized;
    resized = 0;
    return was;
}

bool signals_gave_up(void)
{
    return gave_up;
}

void signals_let_in(const sigset_t *waiting)
{
    sigprocmask(SIG_SETMASK, waiting, NULL);
}

void signals_hold(void)
{
    sigset_t held;
    held_set(&held);
    sigprocmask(SIG_BLOCK, &held, NULL);
}
