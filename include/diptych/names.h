// SPDX-License-Identifier: MIT
// Which names stand in a text: asked by the names lens, by cards and by search.
#ifndef DIPTYCH_NAMES_H
#define DIPTYCH_NAMES_H

#include "diptych/dossier.h"

// The words of all Name: records, made ready to be found.
typedef struct Names Names;

// A word of a record of names that stands in a text as a word of its own (bounds.h).
typedef struct NameFound {
    size_t from, to; // bytes of the text
    uint32_t name;   // the first record that has the word
} NameFound;

// Of the dossier, which must outlive them. The caller frees them.
Names *names_new(const Dossier *dossier);
void names_free(Names *names);

// The first that begins at or behind byte `from` of a visible text; the longest of those that begin there.
// False: there is none.
bool names_next(const Names *names, Str text, size_t from, NameFound *found);

#endif
