// SPDX-License-Identifier: MIT
#include "diptych/tui.h"

#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "bindings.h"
#include "colours.h"
#include "diptych/memory.h"
#include "frame.h"
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

static bool set_colour(int pair, int number)
{
#if defined(NCURSES_EXT_COLORS) && NCURSES_EXT_COLORS >= 20170401
    return init_extended_pair(pair, number, -1) == OK;
#else
    return number <= SHRT_MAX && init_pair((short)pair, (short)number, -1) == OK;
#endif
}

// False: the terminal has no colours, none that can be read on any ground, or it shall have none.
static bool start_colours(void)
{
    const char *without = getenv("NO_COLOR");
    int colours = bindings_number("colors");
    if ((without && *without) || colours_number(1, colours) == COLOURS_NONE)
        return false;
    if (start_color() != OK || use_default_colors() != OK)
        return false;
    for (int hue = 1; hue <= COLOURS_HUES; hue++)
        if (!set_colour(hue, colours_number((size_t)hue, colours)))
            return false;
    return true;
}

// Has the terminal leave the order of words to the reader and bracket what is pasted, or not, where it knows
// how.
static void add_modes(Buffer *out, bool on)
{
    buffer_add_text(out, leave_order(on));
    if (bindings_capability("PS") && bindings_capability("PE"))
        bindings_add_capability(out, on ? "BE" : "BD");
}

// With the next frame; and has the keys send what curses has been told of, which it does itself only where it
// reads them.
static void switch_modes_on(Tui *tui)
{
    add_modes(&tui->frame, true);
    bindings_add_capability(&tui->frame, "smkx");
}

static void switch_modes_off(Tui *tui)
{
    Buffer modes = {0};
    add_modes(&modes, false);
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

static void set_terminal(void)
{
    raw();
    noecho();
    nonl();
    idlok(stdscr, TRUE);
    meta(stdscr, TRUE);
    typeahead(-1); // what is typed meanwhile is the reader's business
    if (!getenv("ESCDELAY"))
        set_escdelay(LONE_ESCAPE);
}

// Adds what curses has written to the pipe, if it has.
static void take_written(int pipe, Buffer *out)
{
    char bytes[4096];
    struct pollfd file = {.fd = pipe, .events = POLLIN};
    ssize_t count = poll(&file, 1, 0) > 0 ? read(pipe, bytes, sizeof bytes) : 0;
    buffer_add(out, (Str){bytes, count > 0 ? (size_t)count : 0});
}

// Until endwin() was called once, curses writes at every motion of the cursor. It is called here while the
// output leads into a pipe, so that the terminal sees nothing of it, and begins again; what curses writes for
// that goes out with the first frame. Colours come last: curses would reset those of the terminal.
static void settle(Tui *tui)
{
    int output = fileno(tui->output), ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    int kept = fcntl(output, F_DUPFD_CLOEXEC, 3);
    if (kept >= 0 && dup3(ends[1], output, O_CLOEXEC) >= 0) {
        endwin();
        take_written(ends[0], &tui->frame);
        buffer_clear(&tui->frame);
        refresh();
        dup3(kept, output, O_CLOEXEC);
        take_written(ends[0], &tui->frame);
    }
    if (kept >= 0)
        close(kept);
    close(ends[0]);
    close(ends[1]);
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
    frame_open(tui);
    signals_catch(tui->terminal, fileno(output), &tui->waiting);
    set_terminal();
    settle(tui);
    tui->colours = start_colours();
    bindings_add(&tui->keyboard);
    atexit(give_back);
    switch_modes_on(tui);
    return tui;
}

void tui_end(Tui *tui)
{
    switch_modes_off(tui);
    signals_let_in(&tui->waiting);
    give_back();
    if (signals_gave_up())
        leave_by_force(tui);
    signals_release(&tui->waiting);
    grid_free(tui->shown);
    delscreen(tui->screen);
    frame_close(tui);
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
    switch_modes_off(tui);
    signals_let_in(&tui->waiting);
    give_back();
    raise(SIGTSTP);
    signals_hold();
    switch_modes_on(tui);
    tui_repaint(tui);
}
