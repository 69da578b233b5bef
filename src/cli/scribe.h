// SPDX-License-Identifier: MIT
// Who writes the files that a reader asks for by name: a process of its own, begun before the one that reads
// gives up its rights. It never sees a dossier, and makes new files alone.
#ifndef DIPTYCH_CLI_SCRIBE_H
#define DIPTYCH_CLI_SCRIBE_H

#include <sys/types.h>

#include "diptych/error.h"
#include "diptych/str.h"

// How to reach it.
typedef struct Scribe {
    int line; // a descriptor; -1: there is no scribe
    pid_t process;
} Scribe;

// Begins it. Where no process is to be had there is none.
void scribe_start(Scribe *scribe);
// Has it make a file; a path that leads through hidden names, or to what is there already, it refuses. False:
// the error says why. `scribe` is a Scribe.
bool scribe_save(void *scribe, const char *name, Str bytes, Error *error);
// Ends it.
void scribe_end(Scribe *scribe);

#endif
