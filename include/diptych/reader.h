// SPDX-License-Identifier: MIT
// The whole reader without its terminal: keys in, grid out.
#ifndef DIPTYCH_READER_H
#define DIPTYCH_READER_H

#include "diptych/grid.h"
#include "diptych/press.h"
#include "diptych/session.h"
#include "diptych/speech.h"

// A dossier, open at some place: what keys change and the screen shows.
typedef struct Reader Reader;

// A reader of the dossier, which must outlive it, at the round that it begins with; one without rounds is
// shown as such. `ascii` keeps to lines of ASCII; `restricted` writes no files. The caller frees it.
Reader *reader_open(Dossier *dossier, bool ascii, bool restricted);
void reader_close(Reader *reader);
// The account that a reader of the dossier, which has some, begins with: the one that it names itself
// (Start:), else the first that holds speech, else the first.
uint32_t reader_first_account(const Dossier *dossier);

// How a file is made that the reader has typed a name for. False: the error says why.
typedef bool (*ReaderSave)(void *context, const char *name, Str bytes, Error *error);
// Has files made so; else the process makes them itself.
void reader_save_by(Reader *reader, ReaderSave save, void *context);

// Tells the dossier as of the day, or all of it again (as_of.h); the place stays where it is still there.
// Searches and the places visited are forgotten.
void reader_tell_as_of(Reader *reader, Date day);

// Goes to where a session left off, as far as it is still there.
void reader_resume(Reader *reader, const Session *session);
// Goes to the account, where the reader is not there already, as if it had been there from the first.
void reader_start_in(Reader *reader, uint32_t account);
// Puts what a session keeps into `session`, which is freed first.
void reader_keep(Reader *reader, Session *session);

// The size of the screen. The place stays.
void reader_resize(Reader *reader, size_t rows, size_t columns);
// Takes one press.
void reader_press(Reader *reader, Press press);
// True while a prompt is open: then the first line of what is pasted is wanted.
bool reader_prompts(const Reader *reader);

// Does what is left to do between keys, for about `milliseconds`. False: nothing is left.
bool reader_work(Reader *reader, unsigned milliseconds);
// True when something that reader_work() found belongs on the screen.
bool reader_changed(const Reader *reader);
// Frees texts that are far from what is read; never those that the last reader_paint() showed.
void reader_rest(Reader *reader);

// Paints the screen into the grid, which has the size of reader_resize().
void reader_paint(Reader *reader, Grid *grid);

// Shows a sentence in the last line until the next key.
void reader_say(Reader *reader, const char *format, ...) __attribute__((format(printf, 2, 3)));

// What a key asks of the terminal.
typedef enum Wish {
    WISH_NONE,
    WISH_REPAINT,
    WISH_SUSPEND,
    WISH_COPY,
    WISH_KEEP, // what the session keeps, at once
    WISH_QUIT
} Wish;
// The wish, once; for WISH_COPY `*text` gets what to copy (visible UTF-8, valid until the next press).
Wish reader_wish(Reader *reader, Str *text);

#endif
