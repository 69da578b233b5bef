// SPDX-License-Identifier: MIT
#include "size.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "diptych/memory.h"
#include "inside.h"

static int clamp(long value, int most)
{
    return value < 1 ? 1 : value > most ? most : (int)value;
}

// False: the terminal does not know its size.
static bool terminal_size(int *rows, int *columns)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_row || !size.ws_col)
        return false;
    *rows = clamp(size.ws_row, GRID_ROWS_MAX);
    *columns = clamp(size.ws_col, GRID_COLUMNS_MAX);
    return true;
}

static int exported(const char *name, int otherwise)
{
    const char *text = getenv(name);
    char *end;
    long value = text ? strtol(text, &end, 10) : 0;
    return value > 0 && !*end && value <= INT_MAX ? (int)value : otherwise;
}

static char *keep(const char *name)
{
    const char *value = getenv(name);
    return value ? mem_text(str_of(value)) : NULL;
}

static void export_number(const char *name, int number)
{
    Buffer text = {0};
    buffer_addf(&text, "%d", number);
    char *value = buffer_steal(&text);
    setenv(name, value, 1);
    free(value);
}

SizeKept size_settle(int rows, int columns)
{
    SizeKept kept = {keep("LINES"), keep("COLUMNS")};
    rows = clamp(exported("LINES", rows ? rows : 24), GRID_ROWS_MAX);
    columns = clamp(exported("COLUMNS", columns ? columns : 80), GRID_COLUMNS_MAX);
    terminal_size(&rows, &columns);
    export_number("LINES", rows);
    export_number("COLUMNS", columns);
    return kept;
}

static void put_back(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

void size_settled(SizeKept *kept, bool started)
{
    put_back("LINES", started ? NULL : kept->rows);
    put_back("COLUMNS", started ? NULL : kept->columns);
    free(kept->rows);
    free(kept->columns);
    *kept = (SizeKept){0};
}

void size_follow(Tui *tui)
{
    int rows, columns;
    if (terminal_size(&rows, &columns) && (rows != getmaxy(stdscr) || columns != getmaxx(stdscr)))
        resize_term(rows, columns);
    tui_repaint(tui);
}
