// SPDX-License-Identifier: MIT
// The only way to stdout and stderr: visible text, in the codeset of the locale, and no write that fails
// unnoticed.
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "diptych/buffer.h"
#include "diptych/codeset.h"
#include "diptych/date.h"
#include "diptych/error.h"

// How the first line says as of which day a dossier is told.
typedef enum AsOfLine {
    AS_OF_TEXT,
    AS_OF_COMMENT, // behind "# "
    AS_OF_MARKUP,  // as a comment of HTML
    AS_OF_APART    // on stderr
} AsOfLine;

// What goes to stdout and stderr.
typedef struct Output {
    Codeset *codeset;
    Buffer pending; // for stdout, in the codeset
    int reason;     // errno of the first write to stdout that failed, or 0
    Date as_of;     // the day as of which dossiers are told; no date: all of them
    AsOfLine line;  // as which the first line says so
} Output;

// How a run ends.
enum { EXIT_DONE = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2 };

// After setlocale(). output_close() writes what is pending and frees the rest; it returns `status`, or
// EXIT_TROUBLE when something could not be written, and then says so.
void output_open(Output *output);
int output_close(Output *output, int status);

// Adds visible UTF-8 (visible.h) for stdout.
void output_add(Output *output, Str text);
void output_add_text(Output *output, const char *text);
// Adds bytes as they are, for what other programs read in one encoding, whatever the locale's is.
void output_add_bytes(Output *output, Str bytes);
// Writes what is pending.
void output_flush(Output *output);
// True when stdout takes no more: a long job may as well stop.
bool output_failed(const Output *output);

// One line on stderr, "diptych: ...", behind what is pending. The arguments may hold any bytes.
void output_message(Output *output, const char *format, ...) __attribute__((format(printf, 2, 3)));
// The same for an error; returns EXIT_TROUBLE.
int output_error(Output *output, const Error *error);
// Visible UTF-8 on stderr as it is, behind what is pending.
void output_notice(Output *output, Str text);

// True when lines may be drawn with box characters.
bool output_is_utf8(const Output *output);
bool output_is_terminal(void);
// Columns to fill: the terminal's, else COLUMNS, else 80; within WIDTH_MIN and WIDTH_MAX.
size_t output_width(void);
#define WIDTH_MIN 20
#define WIDTH_MAX 500

#endif
