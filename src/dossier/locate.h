// SPDX-License-Identifier: MIT
// From the path that somebody gave to the files of one dossier.
#ifndef DIPTYCH_DOSSIER_LOCATE_H
#define DIPTYCH_DOSSIER_LOCATE_H

#include "diptych/dossier.h"
#include "diptych/file.h"

// The files of a dossier, in their order.
typedef struct Located {
    FileList files;
    uint32_t main; // the one that begins with Dossier:
} Located;

// Finds the dossier at `path`. On success the caller frees out->files.
bool locate_dossier(const char *path, Located *out, Error *error);
// The dossier that is the directory of `path`, a file that begins with Dossier:, when no other file there
// does.
bool locate_around(const char *path, Located *out);

#endif
