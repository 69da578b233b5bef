// SPDX-License-Identifier: MIT
// Presses any keys and changes sizes on the whole reader of any dossier: each frame is visible text of its
// size, the cursor on it. An input is a byte with the number of keys, the keys, a byte each, and a file of
// the dossier. With clang, from a directory of its own:
//
//     ../configure CC=clang CFLAGS='-g -O1 -fsanitize=fuzzer-no-link,address,undefined'
//     make tests/fuzz/keys_fuzzer && tests/fuzz/keys_fuzzer -use_value_profile=0 ../tests/fuzz/keys
//
// or, for many runs, tests/campaign/fuzz.sh. `make check` replays the corpus through replay.c.
#include "diptych/press.h"
#include "diptych/reader.h"
#include "dossier/open.h"
#include "fuzz.h"
#include "invariants.h"
#include "screens.h"

const char *const fuzz_corpus[] = {"fuzz/keys", "fuzz/corpus", NULL};

// What every dossier has: two sides, three topics, a round in two accounts.
static const char *const frame =
    "Dossier: d\nTitle: D\n\nParty: su\nTitle: S\n\nParty: jp\nTitle: J\n\nTopic: a\nTitle: A\n\n"
    "Topic: b\nTitle: B\nParent: a\n\nName: n\nsu: Kuril\njp: Chishima\n\n"
    "Round: first\nTitle: F\nDate: 1955\nExtent: full\n\n@ su\n[1] one Kuril\n{topics: a}\n\n"
    "@ jp\n[2] two\n{topics: a b; rebuts: 1}\n\nRound: second\nTitle: T\nDate: 1956\n\n@ jp\n[1] three\n"
    "{topics: b; answers: first.1}\n";

// Keys of one input that are pressed.
#define KEYS_MAX 24

typedef struct Seat {
    Reader *reader;
    Grid *grid;
} Seat;

static void resize(Seat *seat, size_t rows, size_t columns)
{
    if (seat->grid)
        grid_free(seat->grid);
    seat->grid = grid_new(rows, columns);
    reader_resize(seat->reader, rows, columns);
}

// A byte below 0x80 is its own key, one below 0xC0 a named key, the others are sizes up to 20 rows and 300
// columns.
static void take(Seat *seat, uint8_t byte)
{
    if (byte >= 0xC0)
        resize(seat, 1 + (byte & 7u) * 3, 1 + (byte & 63u) * 19 / 4);
    else if (byte >= 0x80)
        reader_press(seat->reader, PRESS_NAMED + 1 + (byte & 15u));
    else
        reader_press(seat->reader, byte);
}

static void check_frame(Seat *seat)
{
    Grid *grid = seat->grid;
    Str text;
    reader_wish(seat->reader, &text);
    must(is_visible(text), "what is copied is visible");
    reader_paint(seat->reader, grid);
    check_grid(grid);
    must(grid->cursor_row < grid->rows && grid->cursor_column < grid->columns, "the cursor is on the screen");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t keys = size ? data[0] % (KEYS_MAX + 1) : 0;
    if (keys >= size)
        keys = size ? size - 1 : 0;
    size_t rest = size ? size - 1 - keys : 0;
    MemoryFile files[] = {{"frame.dip", str_of(frame)},
                          {"input.dip", {rest ? (const char *)data + 1 + keys : "", rest}}};
    Dossier *dossier = dossier_open_memory(files, 2);
    Seat seat = {.reader = reader_open(dossier, size % 5 == 1, true)};
    resize(&seat, 24, 80);
    for (size_t i = 0; i < keys; i++) {
        take(&seat, data[1 + i]);
        reader_work(seat.reader, 1);
        check_frame(&seat);
    }
    grid_free(seat.grid);
    reader_close(seat.reader);
    dossier_close(dossier);
    return 0;
}
