// SPDX-License-Identifier: MIT
// The speech of an account in memory.
#ifndef DIPTYCH_DOSSIER_LOADED_H
#define DIPTYCH_DOSSIER_LOADED_H

#include "model.h"

// Owns everything that its speech points at, but for the records of the dossier.
typedef struct Loaded {
    Speech speech;
    Buffer bytes;
    Turn *turns; // owned, as the next two are
    Passage *passages;
    uint32_t *by_number;
    Arena arena; // of texts, lists and details
    DiagnosticList problems;
    TextFilter filter; // its ->wants is null: all texts are wanted
    size_t held;       // bytes of all of it
    uint32_t shown;    // when it was given last, by model->showing
} Loaded;

// Reads and parses the account, whether or not it is at hand elsewhere. Never null; free it with
// loaded_free().
Loaded *loaded_read(Dossier *dossier, uint32_t account);
void loaded_free(Loaded *loaded);

// Parses loaded->bytes into loaded->speech.
void loaded_parse(const Dossier *dossier, uint32_t account, Loaded *loaded);

#endif
