// SPDX-License-Identifier: MIT
// What the options --round, --topic and --side choose of a dossier.
#ifndef CLI_CHOSEN_H
#define CLI_CHOSEN_H

#include "diptych/dossier.h"
#include "diptych/error.h"

// The values of an option that may be given several times, in UTF-8. A zeroed one is empty.
typedef struct WordList {
    char **items; // owned
    size_t count, capacity;
} WordList;

// Adds a value as it was given.
void words_add(WordList *words, const char *value);
void words_free(WordList *words);

// Things of one kind, by their index, in the order of the dossier and each once.
typedef struct Chosen {
    uint32_t *items; // owned
    size_t count, capacity;
} Chosen;

// Each fills the zeroed `*out` with what the words name, as behind ":" in the reader; a value that names
// nothing may be a list with commas. A round is its own account, or with `whole` all of its accounts. False:
// one names nothing, or several things equally well, and `error` says which.
bool chosen_accounts(Dossier *dossier, const WordList *words, bool whole, Chosen *out, Error *error);
bool chosen_topics(Dossier *dossier, const WordList *words, Chosen *out, Error *error);
bool chosen_parties(Dossier *dossier, const WordList *words, Chosen *out, Error *error);
// Adds a thing behind the others, in their order.
void chosen_add(Chosen *chosen, uint32_t thing);
void chosen_free(Chosen *chosen);

// True when the thing is among them.
bool chosen_has(const Chosen *chosen, uint32_t thing);

#endif
