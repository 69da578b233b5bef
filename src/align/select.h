// SPDX-License-Identifier: MIT
// Finding one of many by what a reader types.
#ifndef DIPTYCH_ALIGN_SELECT_H
#define DIPTYCH_ALIGN_SELECT_H

#include "diptych/dossier.h"

// The things to choose from.
typedef struct Choice {
    const Dossier *dossier;
    const char *word; // what one of them is called in an error
    size_t count;
    Str (*id)(const Dossier *dossier, uint32_t index); // the empty view: not to be chosen
    const Record *(*record)(const Dossier *dossier,
                            uint32_t index); // whose title and Words: count too; or null
} Choice;

// The index of the thing that `text` names: by exact id, else by unambiguous prefix of an id, else by a word
// that begins so. Case is ignored. NONE: unknown or ambiguous, and `error` says which.
uint32_t choice_find(const Choice *choice, Str text, Error *error);

#endif
