// SPDX-License-Identifier: MIT
// The bytes of a document on their way in: UTF-8 whatever the file is in, by lines or by pieces, twice if
// need be.
#ifndef DIPTYCH_INTAKE_H
#define DIPTYCH_INTAKE_H

#include "diptych/buffer.h"
#include "diptych/error.h"

// A document that is being read. What is in memory of it does not grow with the file.
typedef struct Intake Intake;

// So much of a line is given at once; a longer one comes in pieces.
#define INTAKE_LINE_MAX ((size_t)1 << 18)

// Opens a file, or, for "-", standard input, which is kept in a nameless file meanwhile. The encoding is that
// of a byte order mark, of an XML declaration, or `encoding` (a name that iconv knows, null: none is given),
// else UTF-8. Null: it cannot be opened, or the encoding is not known, and `*error` says so. The caller frees
// it.
Intake *intake_open(const char *path, const char *encoding, Error *error);
// The same for bytes in memory, which are borrowed.
Intake *intake_open_memory(Str bytes, const char *encoding, Error *error);
void intake_close(Intake *intake);

// What it begins with, some KiB of UTF-8 without a byte order mark; valid until it is closed.
Str intake_beginning(const Intake *intake);
// The path, for messages.
const char *intake_name(const Intake *intake);

// Takes the next line without its end (LF, CR LF or CR); `*whole` is false for a piece that the next call
// goes on with. Valid until the next call. False at the end and when reading fails: see intake_failed().
bool intake_line(Intake *intake, Str *line, bool *whole);
// The number of the last line that was taken, 1 and up.
size_t intake_number(const Intake *intake);
// Takes a piece of UTF-8, not necessarily at line ends; not to be mixed with lines. Valid until the next
// call.
bool intake_piece(Intake *intake, Str *piece);
// Goes back to the beginning. False: see intake_failed().
bool intake_rewind(Intake *intake);

// True when the end that was met is none: the file cannot be read, or holds bytes that are not of its
// encoding; `*error` says which and what to do.
bool intake_failed(const Intake *intake, Error *error);

// Up to `room` bytes of the file as they are, from byte `at` on; how many: 0 at the end, or when reading
// fails.
size_t intake_raw(const Intake *intake, size_t at, char *to, size_t room);

// How many bytes of the file have been read, and how many there are.
size_t intake_done(const Intake *intake);
size_t intake_size(const Intake *intake);

#endif
