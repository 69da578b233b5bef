// SPDX-License-Identifier: MIT
// The place of a reader, read when reading begins, and saved.
#ifndef DIPTYCH_CLI_KEPT_H
#define DIPTYCH_CLI_KEPT_H

#include "diptych/reader.h"

// What is kept of a dossier, and where.
typedef struct Kept {
    char *path;    // owned; null: nowhere
    Session saved; // as it was read or saved last
    SessionState state;
    bool failed; // the last saving did
} Kept;

// Has the reader go to where reading of its dossier stopped; `error`, when it is set, says why it could not.
// kept_close() frees `kept`.
void kept_open(Kept *kept, Reader *reader, Str dossier, Error *error);
// Saves the reader's place where it has changed. False: the error says why.
bool kept_save(Kept *kept, Reader *reader, Error *error);
// Frees what it holds.
void kept_close(Kept *kept);

#endif
