// SPDX-License-Identifier: MIT
#include "read.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "contain.h"
#include "diptych/as_of.h"
#include "diptych/clock.h"
#include "diptych/memory.h"
#include "diptych/reader.h"
#include "diptych/tui.h"
#include "find_dossier.h"
#include "kept.h"
#include "scribe.h"
#include "show.h"

// Work between keys is done in slices of this many milliseconds, and its progress shown this often.
#define SLICE 10
#define PROGRESS 100
// Before work goes on behind a frame, who shows it gets so many milliseconds.
#define REST 1
// While more is typed than was taken, a frame is painted this often, in milliseconds.
#define FRAME 50
// After so many milliseconds without a key the place is saved.
#define PAUSE 3000

typedef struct Desk {
    Tui *tui;
    Reader *reader;
    Grid *grid;
    Kept kept;
    bool restricted;
    bool busy;       // there is work left between keys
    bool rested;     // the frame has had a moment to reach its reader before that goes on
    bool settled;    // all has been read once
    bool dirty;      // what was typed is not painted yet
    bool unsaved;    // the place may have changed
    int64_t painted; // when, in milliseconds
    int64_t pressed; // the last key, in milliseconds
} Desk;

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
    if (sandbox_refused())
        reader_say(desk->reader, "kept from %s: this dossier, or the program, is not sound",
                   sandbox_refused());
    reader_paint(desk->reader, desk->grid);
    tui_show(desk->tui, desk->grid);
    desk->painted = clock_milliseconds();
    desk->dirty = false;
    desk->rested = false;
}

static void save_place(Desk *desk)
{
    Error error;
    desk->unsaved = false;
    if (!desk->kept.failed && !kept_save(&desk->kept, desk->reader, &error)) {
        reader_say(desk->reader, "%s; the place is not kept", error.text);
        paint(desk);
    }
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
    case WISH_KEEP:
        save_place(desk);
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

static int rest_of(int64_t since, int whole)
{
    int64_t passed = clock_milliseconds() - since;
    return passed < whole ? (int)(whole - passed) : 0;
}

// How long to wait for a key; negative: for ever.
static int patience(const Desk *desk)
{
    if (desk->busy)
        return desk->rested ? 0 : REST;
    if (desk->dirty)
        return rest_of(desk->painted, FRAME);
    return desk->unsaved ? rest_of(desk->pressed, PAUSE) : -1;
}

// Nothing is left to do. What reading all has needed for a while is given back.
static void rest(Desk *desk)
{
    reader_rest(desk->reader);
    if (!desk->settled)
        mem_give_back();
    desk->settled = true;
}

// No key has come in the time given.
static void use_time(Desk *desk)
{
    if (desk->dirty)
        paint(desk);
    if (!desk->busy && desk->unsaved && rest_of(desk->pressed, PAUSE) == 0)
        save_place(desk);
    if (!desk->busy)
        return;
    desk->rested = true;
    desk->busy = reader_work(desk->reader, SLICE);
    if (!desk->busy)
        rest(desk);
    if (reader_changed(desk->reader) && (!desk->busy || clock_milliseconds() - desk->painted >= PROGRESS))
        paint(desk);
}

// One key, or something to do between keys. False: it is over.
static bool take_turn(Desk *desk)
{
    Press press = tui_read(desk->tui, patience(desk), reader_prompts(desk->reader));
    switch (press) {
    case PRESS_GONE:
        return false;
    case PRESS_NONE:
        use_time(desk);
        return true;
    case PRESS_RESIZE:
        fit_screen(desk);
        break;
    default:
        reader_press(desk->reader, press);
        desk->unsaved = true;
        desk->pressed = clock_milliseconds();
        if (!grant(desk))
            return false;
    }
    desk->busy = desk->dirty = true;
    if (!tui_pending(desk->tui) || clock_milliseconds() - desk->painted >= FRAME)
        paint(desk);
    return true;
}

static void read_keys(Desk *desk)
{
    desk->busy = true;
    fit_screen(desk);
    paint(desk);
    while (take_turn(desk))
        ;
    grid_free(desk->grid);
}

// Has the reader begin in the round whose file was named, if one was.
static void begin_named(Reader *reader, const Dossier *dossier, const char *operand)
{
    Chosen accounts = {0};
    find_named_accounts(dossier, operand, &accounts);
    if (accounts.count)
        reader_start_in(reader, accounts.items[0]);
    chosen_free(&accounts);
}

static int sit_down(Output *output, Desk *desk, Dossier *dossier, const char *operand, Scribe *scribe)
{
    Error error = {{0}};
    desk->reader = reader_open(dossier, !tui_is_utf8(desk->tui), desk->restricted);
    reader_save_by(desk->reader, scribe_save, scribe);
    kept_open(&desk->kept, desk->reader, dossier->record.id, &error);
    begin_named(desk->reader, dossier, operand);
    if (error.text[0])
        reader_say(desk->reader, "%s", error.text);
    read_keys(desk);
    tui_end(desk->tui);
    bool saved = kept_save(&desk->kept, desk->reader, &error);
    if (!saved)
        output_message(output, "%s; the place is not kept", error.text);
    kept_close(&desk->kept);
    reader_close(desk->reader);
    return saved ? EXIT_DONE : EXIT_TROUBLE;
}

// Keys come from the terminal itself where standard input is what is read.
static bool has_terminal(bool has_keys)
{
    const char *term = getenv("TERM");
    return has_keys && isatty(STDOUT_FILENO) && (!term || strcmp(term, "dumb") != 0);
}

// The terminal is taken over already: from here on only what is in it is read. Frees `located`.
static int read_located(Output *output, Desk *desk, const char *operand, Located *located, Scribe *scribe)
{
    Sandbox sandbox = {0};
    Error error;
    contain_dossier(&sandbox, located);
    contain_state(&sandbox);
    sandbox_keep_files(&sandbox);
    Dossier *dossier = dossier_open_located(located, &error);
    if (!dossier) {
        tui_end(desk->tui);
        return output_error(output, &error);
    }
    dossier_tell_as_of(dossier, output->as_of);
    int status = sit_down(output, desk, dossier, operand, scribe);
    dossier_close(dossier);
    return status;
}

// `keys` is where keys come from once standard input has been read; negative: standard input.
static int read_on_terminal(Output *output, const char *operand, int keys, Scribe *scribe)
{
    Located located;
    Error error;
    Desk desk = {.restricted = is_restricted()};
    sandbox_keep_calls();
    bool found = find_located(output, operand, &located);
    if (keys >= 0)
        dup3(keys, STDIN_FILENO, 0);
    if (found)
        desk.tui = tui_start(&error);
    if (desk.tui)
        return read_located(output, &desk, operand, &located, scribe);
    located_free(&located);
    if (!found)
        return EXIT_TROUBLE;
    output_error(output, &error);
    return keys >= 0 ? EXIT_TROUBLE : show_everything(output, operand);
}

int read_dossier(Output *output, const char *operand)
{
    Scribe scribe = {.line = -1};
    bool stream = is_standard_input(operand) && !isatty(STDIN_FILENO);
    int keys = stream ? open("/dev/tty", O_RDWR | O_CLOEXEC) : -1;
    int status;
    if (!has_terminal(stream ? keys >= 0 : isatty(STDIN_FILENO))) {
        status = show_everything(output, operand);
    } else {
        if (!is_restricted())
            scribe_start(&scribe);
        status = read_on_terminal(output, operand, keys, &scribe);
        scribe_end(&scribe);
    }
    if (keys >= 0)
        close(keys);
    return status;
}
