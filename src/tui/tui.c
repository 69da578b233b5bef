// SPDX-License-Identifier: MIT
#include "diptych/tui.h"

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "diptych/codeset.h"
#include "diptych/memory.h"
#include "paste.h"

struct Tui {
    SCREEN *screen;
    Codeset *codeset;
    Paste paste;
    Grid *shown; // what curses holds; null: nothing that counts
    bool colours;
};

// Read errors in a row after which nobody is there any more: after a hang-up curses reports them for ever.
#define ERRORS_MAX 8

static volatile sig_atomic_t hung_up;

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

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = note_hang_up};
    sigemptyset(&action.sa_mask);
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
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

static bool can_place_cursor(void)
{
    const char *place = tigetstr("cup");
    return place && place != (const char *)-1;
}

Tui *tui_start(Error *error)
{
    const char *term = getenv("TERM");
    let_size_follow();
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (!screen) {
        error_set(error, "the terminal type %s is not known here; set TERM to one that is, as in TERM=vt100",
                  term && *term ? term : "(none)");
        return NULL;
    }
    set_term(screen);
    if (!can_place_cursor()) {
        endwin();
        delscreen(screen);
        error_set(error, "the terminal type %s cannot place its cursor; its text goes out in plain lines",
                  term);
        return NULL;
    }
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
    catch_signals();
    atexit(give_back);
    paste_switch(true);
    return tui;
}

void tui_end(Tui *tui)
{
    paste_switch(false);
    give_back();
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

static attr_t attributes_of(const Tui *tui, Style style, short *pair)
{
    attr_t marks = A_NORMAL;
    if (style & STYLE_BOLD)
        marks |= A_BOLD;
    if (style & STYLE_UNDERLINE)
        marks |= A_UNDERLINE;
    if (style & STYLE_REVERSE)
        marks |= A_REVERSE;
    if (style & STYLE_DIM)
        marks |= A_DIM;
    *pair = tui->colours ? (short)((style & STYLE_HUES) / STYLE_HUE_LEFT) : 0;
    return marks;
}

static void put_wide(const Tui *tui, const Cell *cell)
{
    wchar_t text[CELL_BYTES + 1];
    char bytes[CELL_BYTES + 1];
    short pair;
    memcpy(bytes, cell->bytes, cell->len);
    bytes[cell->len] = '\0';
    size_t points = mbstowcs(text, bytes, CELL_BYTES);
    if (points == (size_t)-1 || points == 0 || points > CCHARW_MAX)
        return;
    text[points] = L'\0';
    cchar_t character;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    if (setcchar(&character, text, marks, pair, NULL) == OK)
        add_wch(&character);
}

// In other codesets a cell goes out as the bytes that codeset_add() finds for it; curses gets them one by
// one.
static void put_converted(Tui *tui, const Cell *cell)
{
    Buffer bytes = {0};
    short pair;
    attr_t marks = attributes_of(tui, cell->style, &pair);
    codeset_add(tui->codeset, &bytes, (Str){cell->bytes, cell->len});
    attr_set(marks, pair, NULL);
    addnstr(bytes.bytes, (int)bytes.len);
    attr_set(A_NORMAL, 0, NULL);
    buffer_free(&bytes);
}

static void put_cell(Tui *tui, size_t row, size_t column, const Cell *cell)
{
    static const Cell blank = {.bytes = " ", .len = 1, .columns = 1};
    Cell shown = *cell;
    if (shown.len == 0) {
        shown = blank;
        shown.style = cell->style;
    }
    move((int)row, (int)column);
    if (codeset_is_utf8(tui->codeset))
        put_wide(tui, &shown);
    else
        put_converted(tui, &shown);
}

static void put_row(Tui *tui, const Grid *grid, size_t row)
{
    move((int)row, 0);
    clrtoeol();
    const Cell *cells = grid->cells + row * grid->columns;
    for (size_t column = 0; column < grid->columns; column++)
        if (cells[column].columns && (cells[column].len || cells[column].style))
            put_cell(tui, row, column, cells + column);
}

// A copy of the grid, clipped to the terminal's size as curses knows it.
static Grid *clip(const Grid *grid)
{
    Grid *copy = grid_new((size_t)getmaxy(stdscr), (size_t)getmaxx(stdscr));
    size_t columns = copy->columns < grid->columns ? copy->columns : grid->columns;
    for (size_t row = 0; row < copy->rows && row < grid->rows; row++) {
        Cell *to = copy->cells + row * copy->columns;
        memcpy(to, grid->cells + row * grid->columns, columns * sizeof *to);
        if (to[columns - 1].columns == 2 && columns == copy->columns)
            to[columns - 1] = (Cell){.columns = 1};
    }
    return copy;
}

static bool is_same_row(const Grid *a, const Grid *b, size_t row)
{
    return memcmp(a->cells + row * a->columns, b->cells + row * b->columns, a->columns * sizeof *a->cells) ==
           0;
}

void tui_show(Tui *tui, const Grid *grid)
{
    Grid *next = clip(grid), *shown = tui->shown;
    bool all = !shown || shown->rows != next->rows || shown->columns != next->columns;
    if (all)
        erase();
    for (size_t row = 0; row < next->rows; row++)
        if (all || !is_same_row(shown, next, row))
            put_row(tui, next, row);
    if (shown)
        grid_free(shown);
    tui->shown = next;
    move((int)grid->cursor_row, (int)grid->cursor_column);
    refresh();
}

void tui_repaint(Tui *tui)
{
    (void)tui;
    clearok(stdscr, TRUE);
}

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
    return hung_up || (poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)));
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

void tui_suspend(Tui *tui)
{
    paste_switch(false);
    give_back();
    raise(SIGTSTP);
    paste_switch(true);
    tui_repaint(tui);
    refresh();
}

static void add_base64(Buffer *out, Str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < bytes.len ? (unsigned char)bytes.at[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buffer_add_byte(out, i + k > bytes.len ? '=' : digits[group >> (18 - 6 * k) & 63]);
    }
}

// What terminals take of one sequence: xterm's limit, in bytes of base64.
#define COPY_LIMIT 74994

bool tui_copy(Tui *tui, Str text)
{
    Buffer converted = {0}, sequence = {0};
    codeset_add(tui->codeset, &converted, text);
    buffer_add_text(&sequence, "\033]52;c;");
    add_base64(&sequence, buffer_str(&converted));
    buffer_add_byte(&sequence, '\a');
    bool sent = sequence.len <= COPY_LIMIT && fwrite(sequence.bytes, 1, sequence.len, stdout) == sequence.len;
    fflush(stdout);
    buffer_free(&converted);
    buffer_free(&sequence);
    return sent;
}
