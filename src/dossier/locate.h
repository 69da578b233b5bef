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

// Finds the dossier at `path`; with ->files.confined set, without what links lead to outside of it. On
// success the caller frees out->files. Whether several files of its directory begin with Dossier: is for the
// caller to see when it reads them.
bool locate_dossier(const char *path, Located *out, Error *error);
// The dossier that is the directory of the file `path`, when no other file there begins with Dossier:.
bool locate_around(const char *path, Located *out);
// The directory of the file, "." for a bare name; a view of `path`.
Str locate_directory(const char *path);
// True when both files are in one directory.
bool locate_beside(const char *path, const char *other);
// Says that there are several dossiers; false.
bool locate_refuse(const char *path, const FileList *found, Error *error);

#endif
