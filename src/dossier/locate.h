// SPDX-License-Identifier: MIT
// From the path that somebody gave to the files of one dossier.
#ifndef DIPTYCH_DOSSIER_LOCATE_H
#define DIPTYCH_DOSSIER_LOCATE_H

#include "diptych/dossier.h"
#include "diptych/file.h"

// Whether several files of the directory of a dossier begin with Dossier: is for those to see who read them.

// Finds the dossier at `path`, as dossier_locate() does, in `out`, which holds nothing yet.
bool locate_dossier(const char *path, Located *out, Error *error);
// The dossier that is the directory of the file `path`, when no other file there begins with Dossier:.
bool locate_around(const char *path, Located *out);
// True when what was given is a file, and that alone was found.
bool located_is_single(const Located *located);
// The directory of the file, "." for a bare name; a view of `path`.
Str locate_directory(const char *path);
// True when both files are in one directory.
bool locate_beside(const char *path, const char *other);
// Says that there are several dossiers; false.
bool locate_refuse(const char *path, const FileList *found, Error *error);

#endif
