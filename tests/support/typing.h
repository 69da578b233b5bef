// SPDX-License-Identifier: MIT
// A reader without a terminal, for tests: keys are typed, the screen is looked at.
#ifndef DIPTYCH_TYPING_H
#define DIPTYCH_TYPING_H

#include "diptych/reader.h"

// What the test at hand reads; one at a time.
extern Dossier *dossier;
extern Reader *reader;
extern Grid *grid;
extern char *screen; // what shown(), row() or last_line() gave last

// Opens the dossier below the source directory ("tests/fixtures/ferry"), at 24 rows and 100 columns, and does
// all that there is to do between keys; open_reader() leaves that undone and takes any path.
void open_fixture(const char *path);
void open_reader(const char *path, bool restricted);
// A dossier of one file with that text, for a restricted reader; its directory goes with close_reader().
void open_text(const char *text);
// Has the reader begin in the view of that name, as a session that ended there does; in compare by itself.
void begin_in(const char *view);
void close_reader(void);
// Writes the file of open_text() anew.
void write_text(const char *text);

void resize(size_t rows, size_t columns);
// Each byte is a press; what there is to do between keys is done behind the last.
void type(const char *keys);
void work(void);
// So many keys, commands and sizes at random, the same for the same seed; every one is painted.
void type_at_random(unsigned seed, size_t count);

// The screen as text, one row of it, the last row; valid until the next call.
const char *shown(void);
const char *row(size_t at);
const char *last_line(void);
// The first row that has the text.
size_t row_of(const char *text);

void shows(const char *text);
void hides(const char *text);
// The last line has the text.
void says(const char *text);
// The current passage, whatever message hides it.
void is_at(const char *reference);

#endif
