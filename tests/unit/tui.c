// SPDX-License-Identifier: MIT
// The terminal's room on a terminal of its own: what it sends, and what it makes of keys and signals.
#include "diptych/tui.h"

#include <curses.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "../support/terminal.h"
#include "diptych/buffer.h"
#include "tui/bindings.h"
#include "tui/leave.h"
#include "tui/usable.h"
#include "unit.h"

static int terminal; // its other end: what is read here is what the reader sends
static Tui *tui;
static void (*before_waiting)(void); // called once, when all is looked at and the waiting begins

// In place of the C library's: there is no other way to be just in time.
int ppoll(struct pollfd *files, nfds_t count, const struct timespec *time, const sigset_t *mask)
{
    void (*before)(void) = before_waiting;
    before_waiting = NULL;
    if (before)
        before();
    return (int)syscall(SYS_ppoll, files, count, time, mask, NSIG / 8);
}

static void set_size(unsigned short rows, unsigned short columns)
{
    struct winsize size = {.ws_row = rows, .ws_col = columns};
    ck_assert_int_eq(ioctl(terminal, TIOCSWINSZ, &size), 0);
}

static struct termios shell; // how the terminal is set before the reader comes

static void open_terminal_of(const char *type)
{
    terminal = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    ck_assert_int_ge(terminal, 0);
    ck_assert_int_eq(grantpt(terminal), 0);
    ck_assert_int_eq(unlockpt(terminal), 0);
    int end = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(end, 0);
    set_size(10, 20);
    dup2(end, STDIN_FILENO);
    dup2(end, STDOUT_FILENO);
    close(end);
    ck_assert_int_eq(tcgetattr(STDIN_FILENO, &shell), 0);
    setenv("TERM", type, 1);
    Error error = {""};
    tui = tui_start(&error);
    ck_assert_msg(tui != NULL, "%s", error.text);
}

static void open_terminal(void)
{
    open_terminal_of("xterm");
}

static void close_terminal(void)
{
    tui_end(tui);
    close(terminal);
}

// What has been sent since the last time.
static char *sent(void)
{
    Buffer bytes = {0};
    char chunk[1024];
    for (ssize_t count; (count = read(terminal, chunk, sizeof chunk)) > 0;)
        buffer_add(&bytes, (Str){chunk, (size_t)count});
    buffer_add_text(&bytes, "");
    return buffer_steal(&bytes);
}

static void press(const char *keys)
{
    ck_assert_int_eq(write(terminal, keys, strlen(keys)), (ssize_t)strlen(keys));
}

// A grid of that size with the text in its first row, shown; what was sent for it.
static char *show(size_t rows, size_t columns, size_t at, const char *text)
{
    Grid *grid = grid_new(rows, columns);
    grid_put(grid, 0, at, columns, str_of(text), STYLE_PLAIN);
    free(sent());
    tui_show(tui, grid);
    grid_free(grid);
    return sent();
}

START_TEST(rows_are_left_as_they_are)
{
    Terminal other = {.reorders = true, .implicit = true};
    char *bytes = show(10, 20, 0, "");
    terminal_take(&other, bytes);
    free(bytes);
    ck_assert(!other.implicit);
    bytes = show(10, 20, 0, "\u05d0\u05d1\u05d2");
    ck_assert_ptr_nonnull(strstr(bytes, "\u05d2\u05d1\u05d0"));
    free(bytes);
    tui_end(tui);
    bytes = sent();
    terminal_take(&other, bytes);
    free(bytes);
    ck_assert(other.implicit);
    close(terminal);
    open_terminal();
}
END_TEST

START_TEST(a_wide_character_at_the_edge_is_left_out)
{
    static const struct {
        size_t columns, at;
        bool there;
    } cases[] = {
        {20, 18, true}, {22, 18, true}, {22, 19, false}, {21, 19, false}, {22, 20, false}, {10, 8, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *bytes = show(10, cases[i].columns, cases[i].at, "\u65e5");
        ck_assert_msg(!!strstr(bytes, "\u65e5") == cases[i].there, "%zu: %s", i, bytes);
        free(bytes);
        free(show(10, cases[i].columns, 0, ""));
    }
}
END_TEST

START_TEST(rows_below_the_terminal_are_left_out)
{
    Grid *grid = grid_new(12, 20);
    grid_put(grid, 9, 0, 20, str_of("last"), STYLE_PLAIN);
    grid_put(grid, 10, 0, 20, str_of("below"), STYLE_PLAIN);
    tui_show(tui, grid);
    char *bytes = sent();
    ck_assert_ptr_nonnull(strstr(bytes, "last"));
    ck_assert_ptr_null(strstr(bytes, "below"));
    free(bytes);
    grid_free(grid);
}
END_TEST

START_TEST(what_is_shown_already_is_not_sent_again)
{
    free(show(10, 20, 0, "some words"));
    char *bytes = show(10, 20, 0, "some words");
    ck_assert_ptr_null(strstr(bytes, "words"));
    free(bytes);
    tui_repaint(tui);
    bytes = show(10, 20, 0, "some words");
    ck_assert_ptr_nonnull(strstr(bytes, "some words"));
    free(bytes);
}
END_TEST

START_TEST(keys_are_read)
{
    static const struct {
        const char *bytes;
        Press press;
    } cases[] = {
        {"j", 'j'},
        {"\r", PRESS_ENTER},
        {"\n", PRESS_ENTER},
        {"\t", PRESS_TAB},
        {"\x7f", PRESS_BACKSPACE},
        {"\x1b", PRESS_ESCAPE},
        {"\x1bOA", PRESS_UP},
        {"\x1bOB", PRESS_DOWN},
        {"\x1bOC", PRESS_RIGHT},
        {"\x1bOD", PRESS_LEFT},
        {"\x1bOH", PRESS_HOME},
        {"\x1bOF", PRESS_END},
        {"\x1b[5~", PRESS_PAGE_UP},
        {"\x1b[6~", PRESS_PAGE_DOWN},
        {"\x1b[Z", PRESS_BACKTAB},
        {"\x1bOP", PRESS_F1},
        {"\x1b[24~", PRESS_OTHER},
        {"\u043f", 0x43f},
        {"\u65e5", 0x65e5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        press(cases[i].bytes);
        Press got = tui_read(tui, -1, false);
        ck_assert_msg(got == cases[i].press, "%zu: %lx", i, (unsigned long)got);
        ck_assert(tui_read(tui, 0, false) == PRESS_NONE);
    }
}
END_TEST

static void grow(void)
{
    set_size(12, 30);
    raise(SIGWINCH);
}

// The size changes when there was just no key, and before one is waited for.
START_TEST(a_size_that_comes_before_the_waiting_is_seen)
{
    size_t rows, columns;
    before_waiting = grow;
    ck_assert(tui_read(tui, -1, false) == PRESS_RESIZE);
    tui_size(tui, &rows, &columns);
    ck_assert_uint_eq(rows, 12);
    ck_assert_uint_eq(columns, 30);
}
END_TEST

// A terminal that was resized and back may have lost what it showed.
START_TEST(all_is_shown_again_after_a_signal_of_a_size)
{
    free(show(10, 20, 0, "some words"));
    raise(SIGWINCH);
    ck_assert(tui_read(tui, -1, false) == PRESS_RESIZE);
    char *bytes = show(10, 20, 0, "some words");
    ck_assert_msg(strstr(bytes, "some words") != NULL, "%s", bytes);
    free(bytes);
}
END_TEST

START_TEST(a_terminal_without_a_size_leaves_it_as_it_was)
{
    static const unsigned short sizes[][2] = {{0, 0}, {0, 30}, {12, 0}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t rows, columns;
        set_size(sizes[i][0], sizes[i][1]);
        raise(SIGWINCH);
        ck_assert(tui_read(tui, -1, false) == PRESS_RESIZE);
        tui_size(tui, &rows, &columns);
        ck_assert_uint_eq(rows, 10);
        ck_assert_uint_eq(columns, 20);
    }
}
END_TEST

static void hang_up(void)
{
    raise(SIGHUP);
}

static void ask_to_end(void)
{
    raise(SIGTERM);
}

START_TEST(an_end_that_comes_before_the_waiting_is_seen)
{
    before_waiting = _i ? ask_to_end : hang_up;
    ck_assert(tui_read(tui, -1, false) == PRESS_GONE);
}
END_TEST

START_TEST(a_terminal_that_goes_is_seen)
{
    close(terminal);
    ck_assert(tui_read(tui, -1, false) == PRESS_GONE);
}
END_TEST

START_TEST(the_size_is_the_terminals)
{
    size_t rows, columns;
    tui_size(tui, &rows, &columns);
    ck_assert_uint_eq(rows, 10);
    ck_assert_uint_eq(columns, 20);
}
END_TEST

static void export_another_size(void)
{
    setenv("LINES", "40", 1);
    setenv("COLUMNS", "100", 1);
    open_terminal();
}

START_TEST(copies_go_to_the_clipboard)
{
    static const struct {
        const char *text, *sequence;
    } cases[] = {
        {"abc", "\033]52;c;YWJj\a"},
        {"abcd", "\033]52;c;YWJjZA==\a"},
        {"ab", "\033]52;c;YWI=\a"},
        {"\u00b6?>", "\033]52;c;wrY/Pg==\a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        free(sent());
        ck_assert(tui_copy(tui, str_of(cases[i].text)));
        char *bytes = sent();
        ck_assert_str_eq(bytes, cases[i].sequence);
        free(bytes);
    }
}
END_TEST

// Reads what is sent, so that nothing waits for it, until it is killed.
static pid_t drain(void)
{
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    while (pid == 0) {
        struct pollfd file = {.fd = terminal, .events = POLLIN};
        poll(&file, 1, -1);
        free(sent());
    }
    return pid;
}

// What terminals take is 74,994 bytes; 8 go for the sequence, and 4 for each 3 of the text.
START_TEST(copies_that_are_too_long_are_refused)
{
    Buffer text = {0};
    pid_t pid = drain();
    buffer_fill(&text, 'x', 56238);
    ck_assert(tui_copy(tui, buffer_str(&text)));
    buffer_add_byte(&text, 'x');
    ck_assert(!tui_copy(tui, buffer_str(&text)));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    buffer_free(&text);
}
END_TEST

START_TEST(blanks_have_their_style)
{
    Grid *grid = grid_new(10, 20);
    tui_show(tui, grid);
    free(sent());
    grid_style(grid, 2, 3, 4, STYLE_REVERSE);
    tui_show(tui, grid);
    char *bytes = sent();
    ck_assert_msg(strstr(bytes, "7m") != NULL, "%s", bytes);
    free(bytes);
    grid_free(grid);
}
END_TEST

#define TALL 20

// Shows a heading and below it a text of which most rows stand more than once, from row `first` of it on;
// true when that is what curses holds then.
static bool moves_to(int first)
{
    static const char text[] = "ab..cb.eed..ab.a.cc...b.ed..fgg.f.b..aa.eeed.c";
    Grid *grid = grid_new(TALL, 20);
    char rows[TALL][21] = {"heading"};
    bool same = true;
    for (size_t row = 1; row < TALL; row++)
        if (text[(size_t)first + row] != '.')
            memset(rows[row], text[(size_t)first + row], 20);
    for (size_t row = 0; row < TALL; row++)
        grid_put(grid, row, 0, 20, str_of(rows[row]), STYLE_PLAIN);
    tui_show(tui, grid);
    free(sent());
    for (int row = 0; row < TALL; row++) {
        char held[21], expected[21];
        snprintf(expected, sizeof expected, "%-20s", rows[row]);
        same = mvinnstr(row, 0, held, 20) == 20 && strcmp(held, expected) == 0 && same;
    }
    grid_free(grid);
    return same;
}

START_TEST(rows_that_have_moved_stand_where_they_belong)
{
    static const int firsts[] = {5,  6,  7, 6, 5,  8,  5,  9,  12, 16, 12, 11, 14,
                                 15, 13, 9, 8, 18, 21, 25, 23, 20, 1,  4,  3,  0};
    set_size(TALL, 20);
    raise(SIGWINCH);
    ck_assert(tui_read(tui, -1, false) == PRESS_RESIZE);
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        ck_assert_msg(moves_to(firsts[i]), "%zu", i);
}
END_TEST

START_TEST(a_terminal_is_given_back_by_force)
{
    struct termios now;
    ck_assert_int_eq(tcgetattr(STDIN_FILENO, &now), 0);
    ck_assert(now.c_lflag != shell.c_lflag);
    leave_by_force(tui);
    ck_assert_int_eq(tcgetattr(STDIN_FILENO, &now), 0);
    ck_assert(now.c_lflag == shell.c_lflag && now.c_iflag == shell.c_iflag && now.c_oflag == shell.c_oflag);
}
END_TEST

START_TEST(a_terminal_without_a_cursor_is_refused)
{
    int rows, columns;
    Error error;
    setenv("TERM", "dumb", 1);
    ck_assert(!usable_terminal(&rows, &columns, &error));
    ck_assert_ptr_nonnull(strstr(error.text, "cannot place its cursor"));
}
END_TEST

// vt100 wants 2 milliseconds after it, which the description has behind the bytes.
START_TEST(times_to_wait_are_not_sent)
{
    Buffer bytes = {0};
    close_terminal();
    open_terminal_of("vt100");
    const char *described = bindings_capability("sgr0");
    ck_assert_ptr_nonnull(strstr(described, "$<"));
    bindings_add_capability(&bytes, "sgr0");
    ck_assert_uint_gt(bytes.len, 0);
    ck_assert_uint_eq(str_find(buffer_str(&bytes), '$', 0), bytes.len);
    buffer_free(&bytes);
}
END_TEST

Suite *unit_suite(void)
{
    Suite *suite = suite_create("tui");
    TCase *tests = tcase_create("tui"), *exported = tcase_create("exported");
    tcase_add_checked_fixture(tests, open_terminal, close_terminal);
    tcase_add_test(tests, rows_are_left_as_they_are);
    tcase_add_test(tests, a_wide_character_at_the_edge_is_left_out);
    tcase_add_test(tests, rows_below_the_terminal_are_left_out);
    tcase_add_test(tests, what_is_shown_already_is_not_sent_again);
    tcase_add_test(tests, keys_are_read);
    tcase_add_test(tests, a_size_that_comes_before_the_waiting_is_seen);
    tcase_add_test(tests, all_is_shown_again_after_a_signal_of_a_size);
    tcase_add_test(tests, a_terminal_without_a_size_leaves_it_as_it_was);
    tcase_add_loop_test(tests, an_end_that_comes_before_the_waiting_is_seen, 0, 2);
    tcase_add_test(tests, a_terminal_that_goes_is_seen);
    tcase_add_test(tests, the_size_is_the_terminals);
    tcase_add_test(tests, copies_go_to_the_clipboard);
    tcase_add_test(tests, copies_that_are_too_long_are_refused);
    tcase_add_test(tests, times_to_wait_are_not_sent);
    tcase_add_test(tests, a_terminal_is_given_back_by_force);
    suite_add_tcase(suite, tests);
    tcase_add_checked_fixture(exported, export_another_size, close_terminal);
    tcase_add_test(exported, the_size_is_the_terminals);
    tcase_add_test(tests, blanks_have_their_style);
    tcase_add_test(tests, rows_that_have_moved_stand_where_they_belong);
    suite_add_tcase(suite, exported);
    TCase *types = tcase_create("types");
    tcase_add_test(types, a_terminal_without_a_cursor_is_refused);
    suite_add_tcase(suite, types);
    return suite;
}
