// SPDX-License-Identifier: MIT
#include "diptych/tui.h"

#include <fcntl.h>
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "bindings.h"
#include "diptych/memory.h"
#include "inside.h"
#include "leave.h"
#include "signals.h"
#include "size.h"
#include "usable.h"

// How long an ESC waits for the rest of a key, in milliseconds: no function needs it, and a network may take
// its time.
#define LONE_ESCAPE 200

static void give_back(void)
{
    if (!isendwin())
        endwin();
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
    init_pair(6, COLOR_MAGENTA, -1);
    return true;
}

// Has the terminal leave the order of words to the reader and bracket what is pasted, or not, where it knows
// how.
static void switch_modes(Tui *tui, bool on)
{
    const char *sequence = bindings_capability(on ? "BE" : "BD");
    Buffer modes = {0};
    buffer_add_text(&modes, leave_order(on));
    if (sequence && bindings_capability("PS") && bindings_capability("PE"))
        buffer_add_text(&modes, sequence);
    output_send(tui, buffer_str(&modes));
    buffer_free(&modes);
}

// Curses' screen on a descriptor of its own; null when it cannot start.
static SCREEN *start_screen(FILE *output, int rows, int columns)
{
    SizeKept kept = size_settle(rows, columns);
    SCREEN *screen = newterm(NULL, output, stdin);
    size_settled(&kept, screen != NULL);
    return screen;
}

static FILE *open_output(void)
{
    int fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    FILE *output = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (fd >= 0 && !output)
        close(fd);
    return output;
}

static void set_terminal(Tui *tui)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    meta(stdscr, TRUE);
    if (!getenv("ESCDELAY"))
        set_escdelay(LONE_ESCAPE);
    tui->colours = start_colours();
    bindings_add(&tui->keyboard);
}

Tui *tui_start(Error *error)
{
    int rows, columns;
    struct termios shell;
    use_extended_names(TRUE); // bracketed paste is one of them
    if (!usable_terminal(&rows, &columns, error))
        return NULL;
    tcgetattr(STDIN_FILENO, &shell);
    FILE *output = open_output();
    SCREEN *screen = output ? start_screen(output, rows, columns) : NULL;
    if (!screen) {
        if (output)
            fclose(output);
        error_set(error, "the terminal cannot be used as one");
        return NULL;
    }
    set_term(screen);
    Tui *tui = mem_new(1, sizeof *tui);
    tui->screen = screen;
    tui->output = output;
    tui->shell = shell;
    tui->codeset = codeset_open(nl_langinfo(CODESET));
    leave_prepare(tui);
    signals_catch(fileno(output), &tui->waiting);
    set_terminal(tui);
    atexit(give_back);
    switch_modes(tui, true);
    return tui;
}

void tui_end(Tui *tui)
{
    switch_modes(tui, false);
    signals_let_in(&tui->waiting);
    give_back();
    if (signals_gave_up())
        leave_by_force(tui);
    signals_release(&tui->waiting);
    grid_free(tui->shown);
    delscreen(tui->screen);
    fclose(tui->output);
    codeset_close(tui->codeset);
    keyboard_free(&tui->keyboard);
    buffer_free(&tui->leave);
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
    grid_free(tui->shown);
    tui->shown = NULL;
    clearok(stdscr, TRUE);
}

void tui_suspend(Tui *tui)
{
    switch_modes(tui, false);
    signals_let_in(&tui->waiting);
    give_back();
    raise(SIGTSTP);
    signals_hold();
    switch_modes(tui, true);
    tui_repaint(tui);
}
