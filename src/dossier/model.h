// SPDX-License-Identifier: MIT
// The dossier as its own room keeps it: the records everyone reads, and what is needed to load speech.
#ifndef DIPTYCH_DOSSIER_MODEL_H
#define DIPTYCH_DOSSIER_MODEL_H

#include "diptych/file.h"
#include "diptych/memory.h"
#include "diptych/speech.h"
#include "index.h"

// Where the speech of an account stands in its file.
typedef struct FilePart {
    bool alone;        // the file holds nothing else: its first record is passed over when the speech is read
    uint32_t from, to; // bytes, when not alone
    uint32_t line;     // of `from`
} FilePart;

// An account's place on disk and, when loaded, in memory.
typedef struct Stored {
    FilePart part;
    struct Loaded *loaded;
    uint32_t newer, older; // accounts used after and before it, among the loaded ones
} Stored;

// Passages that a reading of a discrepancy names.
typedef struct Dispute {
    uint32_t account;
    uint32_t first, last; // numbers
    uint32_t reach;       // the largest `last` of those up to this one in its account
    uint32_t discrepancy;
} Dispute;

// A dossier_open() pointer points at the first member.
typedef struct Model {
    Dossier dossier;
    Arena arena; // of all records
    DiagnosticList problems;
    Buffer stream; // what was read from no file, if that is what it is made of
    char *root;    // owned: the directory that nothing is read outside of; null: anywhere
    DossierFile *files;
    size_t file_capacity;
    Str *memory; // for files that are not on disk: their bytes; else empty views with a null `at`
    size_t memory_capacity;
    Index parties, people, topics, names, sources, rounds, accounts, instruments;
    Stored *stored;          // by account
    const Dispute *disputes; // in order of account and first number
    size_t dispute_count;
    void *companion;
    void (*release)(void *companion);
    uint32_t newest, oldest; // loaded accounts, NONE when there is none
    size_t loaded;           // bytes
    uint32_t showing;        // counts dossier_show_anew()
    bool is_cut;             // it is told as of a day: then what it is in whole,
    Dossier whole;
    const Dispute *all_disputes;
    size_t all_dispute_count;
    uint32_t *instruments_now; // where each of all instruments stands, or NONE; null: where it stood
    Arena cut;                 // of what is told
} Model;

// An empty one without files.
Model *model_new(void);
static inline const Model *model_of(const Dossier *dossier)
{
    return (const Model *)dossier;
}
static inline Model *model_to_change(Dossier *dossier)
{
    return (Model *)dossier;
}

// Adds a file; `memory` with a null `at`: it is on disk. Copies the path, not the bytes. Returns its index.
uint32_t model_add_file(Model *model, const char *path, Str memory);
// Adds up to `limit` bytes of the file from `from` on; `*size`, when not null, gets its size. A failure is
// the caller's to report.
bool model_read(Model *model, uint32_t file, size_t from, size_t limit, Buffer *out, size_t *size,
                Error *error);

#endif
