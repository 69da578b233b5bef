// SPDX-License-Identifier: MIT
// The line scanner: a file's bytes, a line at a time, and what a line's first column says.
#ifndef DIPTYCH_LINE_H
#define DIPTYCH_LINE_H

#include "diptych/str.h"

// A line as it was scanned.
typedef struct Line {
    Str text;        // without its line end (LF or CR LF)
    uint32_t at;     // byte position of its first byte in the scanned bytes
    uint32_t number; // 1 and up
} Line;

// A view of the bytes; copying it remembers a place to come back to.
typedef struct Lines {
    Str bytes; // at most FILE_LIMIT
    size_t at; // of the next line
    uint32_t number;
} Lines;

// What a line is, by its beginning.
typedef enum LineKind {
    LINE_BLANK,    // nothing but blanks and tabs: ends a block
    LINE_COMMENT,  // "#"
    LINE_TURN,     // "@"
    LINE_NUMBER,   // "[digits]"
    LINE_BRACE,    // "{"
    LINE_INDENTED, // a blank and more: goes on
    LINE_TEXT      // all else
} LineKind;

// Scans from the first line, whose number is given; a byte order mark before line 1 is passed over.
Lines lines_of(Str bytes, uint32_t number);
// False at the end, and `*line` is an empty line there.
bool lines_next(Lines *lines, Line *line);

// Goes on to the first line behind comments and blank lines; false at the end.
bool lines_next_block(Lines *lines, Line *line);

// The kind of a line's text.
LineKind line_kind(Str text);
// True for what stands in column 0 of speech and is never text: "@" and "[digits]".
bool line_is_speech(Str text);

// True when the line begins with "NAME:"; `*name` gets the name.
bool line_name(Str text, Str *name);

#endif
