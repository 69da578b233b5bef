// SPDX-License-Identifier: MIT
#include "diptych/tui.h"

#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "diptych/memory.h"
#include "inside.h"
#include "usable.h"

static volatile sig_atomic_t hung_up;

bool tui_hung_up(void)
{
    return hung_up;
}

static void note_hang_up(int signal)
{
    (void)signal;
    hung_up = 1;
}

static void give_back(void)
{
    if (!isendwin())
        endwin();
}

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

// What ends the reader or changes its screen is let in only while a key is waited for: what came just before
// would be slept over.
static void catch_signals(sigset_t *waiting)
{
    struct sigaction action = {.sa_handler = note_hang_up};
    sigset_t held;
    sigemptyset(&action.sa_mask);
    sigemptyset(&held);
    sigaddset(&held, SIGWINCH);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, waiting);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        sigaction(ending[i], &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
}

// Exported LINES and COLUMNS freeze the size in curses; where the terminal itself knows, they go.
static void let_size_follow(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
        unsetenv("LINES");
        unsetenv("COLUMNS");
    }
}

static bool start_colours(void)
{
    const char *without = getenv("NO_COLOR");
    if ((without && *without) || !has_colors() || start_color() != OK || use_default_colors() != OK)
        return false;
    init_pair(1, COLOR_CYAN, -1);
    init_pair(2, COLOR_GREEN, -1);
    init_pair(3, COLOR_BLUE, -1);
    init_pair(4, COLOR_RED, -1);
    init_pair(5, COLOR_YELLOW, -1);
    return true;
}

Tui *tui_start(Error *error)
{
    let_size_follow();
    use_extended_names(TRUE); // bracketed paste is one of them
    if (!usable_terminal(error))
        return NULL;
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (!screen) {
        error_set(error, "the terminal cannot be used as one");
        return NULL;
    }
    set_term(screen);
    Tui *tui = mem_new(1, sizeof *tui);
    tui->screen = screen;
    tui->codeset = codeset_open(nl_langinfo(CODESET));
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    meta(stdscr, TRUE);
    if (!getenv("ESCDELAY"))
        set_escdelay(50);
    tui->colours = start_colours();
    catch_signals(&tui->waiting);
    atexit(give_back);
    paste_switch(true);
    return tui;
}

void tui_end(Tui *tui)
{
    paste_switch(false);
    give_back();
    sigprocmask(SIG_SETMASK, &tui->waiting, NULL);
    if (tui->shown)
        grid_free(tui->shown);
    delscreen(tui->screen);
    codeset_close(tui->codeset);
    free(tui);
}

bool tui_is_utf8(const Tui *tui)
{
    return codeset_is_utf8(tui->codeset);
}

void tui_size(const Tui *tui, size_t *rows, size_t *columns)
{
    (void)tui;
    *rows = (size_t)getmaxy(stdscr);
    *columns = (size_t)getmaxx(stdscr);
}

void tui_repaint(Tui *tui)
{
    (void)tui;
    clearok(stdscr, TRUE);
}

void tui_suspend(Tui *tui)
{
    paste_switch(false);
    give_back();
    raise(SIGTSTP);
    paste_switch(true);
    tui_repaint(tui);
    refresh();
}
