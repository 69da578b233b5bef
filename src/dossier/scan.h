// SPDX-License-Identifier: MIT
// The first pass: which records the files hold and where the speech stands.
#ifndef DIPTYCH_DOSSIER_SCAN_H
#define DIPTYCH_DOSSIER_SCAN_H

#include "diptych/format.h"
#include "model.h"

// Where the first record of a file is looked for, in bytes: what has none there is some other file.
#define FIRST_RECORD_LIMIT ((size_t)1 << 20)

// A record, not yet looked up; for a round or an account also where its speech is.
typedef struct ScanItem {
    RawRecord raw;
    FilePart part;
    bool speechless; // nothing but blanks and comments follows it
} ScanItem;

// All records, in the order of the files.
typedef struct Scan {
    Model *model;
    ScanItem *items;
    size_t count;
    size_t capacity;
    Buffer *bytes; // by file, what was read of it; values are spans of it
    PairList pairs;
    size_t size;   // bytes of all files so far
    size_t weight; // that the records may not outgrow it by much
} Scan;

// For files that the model has already.
Scan scan_new(Model *model);

// Reads file `file` of the model: all of it, or, when it begins with a round or an account, as much as that
// record needs.
void scan_file(Scan *scan, uint32_t file);
// Frees all that the scan itself holds; the records' texts are the model's.
void scan_free(Scan *scan);

// True when a line at the start of a block is one that begins a record of a file of its own: Round: or
// Account:.
bool scan_is_account(Str line);

#endif
