// SPDX-License-Identifier: MIT
// Opening a dossier that is not on disk: for tests, and for what is about to be written.
#ifndef DIPTYCH_DOSSIER_OPEN_H
#define DIPTYCH_DOSSIER_OPEN_H

#include "diptych/dossier.h"

// A file in memory. The bytes must live as long as the dossier.
typedef struct MemoryFile {
    const char *path; // for messages
    Str bytes;
} MemoryFile;

// Opens the files as a dossier; the first one's Dossier: record counts. Never null.
Dossier *dossier_open_memory(const MemoryFile *files, size_t count);

#endif
