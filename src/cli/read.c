// SPDX-License-Identifier: MIT
#include "read.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/clock.h"
#include "diptych/reader.h"
#include "diptych/tui.h"
#include "find_dossier.h"
#include "show.h"

// Work between keys is done in slices of this many milliseconds, and its progress shown this often.
#define SLICE 10
#define PROGRESS 100

typedef struct Desk {
    Tui *tui;
    Reader *reader;
    Grid *grid;
    bool restricted;
    int64_t painted; // when, in milliseconds
} Desk;

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value && strcmp(value, "0") != 0;
}

static void fit_screen(Desk *desk)
{
    size_t rows, columns;
    tui_size(desk->tui, &rows, &columns);
    reader_resize(desk->reader, rows, columns);
    if (desk->grid)
        grid_free(desk->grid);
    desk->grid = grid_new(rows, columns);
}

static void paint(Desk *desk)
{
    reader_paint(desk->reader, desk->grid);
    tui_show(desk->tui, desk->grid);
    desk->painted = clock_milliseconds();
}

// False: the reader wants to go.
static bool grant(Desk *desk)
{
    Str text;
    switch (reader_wish(desk->reader, &text)) {
    case WISH_QUIT:
        return false;
    case WISH_REPAINT:
        tui_repaint(desk->tui);
        break;
    case WISH_SUSPEND:
        if (desk->restricted)
            reader_say(desk->reader, "not in restricted mode");
        else
            tui_suspend(desk->tui);
        break;
    case WISH_COPY:
        if (!tui_copy(desk->tui, text))
            reader_say(desk->reader, "too long for the terminal's clipboard");
        break;
    default:
        break;
    }
    return true;
}

// One key, or a slice of what is left to do. False: it is over.
static bool take_turn(Desk *desk, bool *busy)
{
    Press press = tui_read(desk->tui, *busy ? 0 : -1, reader_prompts(desk->reader));
    switch (press) {
    case PRESS_GONE:
        return false;
    case PRESS_NONE:
        if (reader_changed(desk->reader) && (!*busy || clock_milliseconds() - desk->painted >= PROGRESS))
            paint(desk);
        *busy = reader_work(desk->reader, SLICE);
        if (!*busy)
            reader_rest(desk->reader);
        return true;
    case PRESS_RESIZE:
        fit_screen(desk);
        break;
    default:
        reader_press(desk->reader, press);
        if (!grant(desk))
            return false;
    }
    *busy = true;
    paint(desk);
    return true;
}

static void read_keys(Desk *desk)
{
    bool busy = true;
    fit_screen(desk);
    paint(desk);
    while (take_turn(desk, &busy))
        if (!busy && reader_changed(desk->reader))
            paint(desk);
    grid_free(desk->grid);
}

static void sit_down(Output *output, Desk *desk, Dossier *dossier)
{
    char *path = NULL;
    Error error = {{0}};
    Session session = {0};
    SessionState state = SESSION_NEW;
    bool kept = session_path(dossier->record.id, &path, &error);
    if (kept)
        state = session_load(path, &session, &error);
    desk->reader = reader_open(dossier, !tui_is_utf8(desk->tui), desk->restricted);
    reader_resume(desk->reader, &session);
    if (error.text[0])
        reader_say(desk->reader, "%s", error.text);
    error.text[0] = '\0';
    read_keys(desk);
    tui_end(desk->tui);
    reader_keep(desk->reader, &session);
    if (kept && !session_save(path, &session, state, &error))
        output_message(output, "%s; the place is not kept", error.text);
    session_free(&session);
    reader_close(desk->reader);
    free(path);
}

static bool has_terminal(void)
{
    const char *term = getenv("TERM");
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && (!term || strcmp(term, "dumb") != 0);
}

int read_dossier(Output *output, const char *operand)
{
    if (!has_terminal())
        return show_everything(output, operand);
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    Error error;
    Desk desk = {.tui = tui_start(&error), .restricted = is_set("LESSSECURE") || is_set("DIPTYCH_SECURE")};
    if (desk.tui)
        sit_down(output, &desk, dossier);
    dossier_close(dossier);
    if (desk.tui)
        return EXIT_DONE;
    output_error(output, &error);
    return show_everything(output, operand);
}
