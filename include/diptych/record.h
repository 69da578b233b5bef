// SPDX-License-Identifier: MIT
// A record as it stands in its file: a first line and keys with their values.
#ifndef DIPTYCH_RECORD_H
#define DIPTYCH_RECORD_H

#include "diptych/str.h"

// Bytes [at, at + len) of a file.
typedef struct Span {
    uint32_t at;
    uint32_t len;
} Span;

// A key of a record or an attribute of a passage, in the order of the file, unknown ones among them.
typedef struct Pair {
    Str name;        // as written
    Str value;       // for display: continuations joined, quotes off, made visible
    Span span;       // of the value in the file; for a quoted one between the quotes
    uint32_t line;   // of the value, 1 and up
    uint32_t column; // of the value, 1 and up, in bytes
    bool quoted;
} Pair;

// What all records have.
typedef struct Record {
    uint32_t file; // which one: of a dossier, its index there
    uint32_t line;
    uint32_t column; // of the id
    Str id;          // the value of the first line; for an event its date
    Str title;       // Title:, else the id
    const Pair *pairs;
    size_t pair_count; // the first line is not among them
    Span id_span;
} Record;

// The first pair of that name (ASCII case aside), or null.
const Pair *record_pair(const Record *record, const char *name);
// Its value; the empty view when there is none.
Str record_value(const Record *record, const char *name);

#endif
