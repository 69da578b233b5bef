// SPDX-License-Identifier: MIT
// The record parser: one block of keys, whatever its kind, and which kinds and keys there are.
#ifndef DIPTYCH_DOSSIER_RECORD_H
#define DIPTYCH_DOSSIER_RECORD_H

#include "input.h"

typedef enum RecordType {
    RECORD_DOSSIER,
    RECORD_PARTY,
    RECORD_PERSON,
    RECORD_TOPIC,
    RECORD_NAME,
    RECORD_SOURCE,
    RECORD_EVENT,
    RECORD_ROUND,
    RECORD_ACCOUNT,
    RECORD_DISCREPANCY,
    RECORD_LAYER,
    RECORD_ON,
    RECORD_OWN, // "X-..."
    RECORD_TYPE_COUNT
} RecordType;

// The type that a first line "NAME: ..." names. False: none.
bool record_type(Str line, RecordType *type);

// A record as it stands in its file, before anything is looked up.
typedef struct RawRecord {
    RecordType type;
    Record record;
    uint32_t id_line; // mostly the record's own
} RawRecord;

typedef struct PairList {
    Pair *items;
    size_t count;
    size_t capacity;
} PairList;

void pair_list_add(PairList *list, Pair pair);
// The pairs in the arena; the list is emptied and keeps its memory.
const Pair *pair_list_take(PairList *list, Arena *arena, size_t *count);

// Reads the record whose first line is `first`, up to a blank line (taken) or a line of speech (left).
// `scratch` is emptied. The pairs and texts are in the input's arena.
RawRecord record_read(Input *input, Lines *lines, Line first, PairList *scratch);

// True for "X-...", which anyone may use.
bool key_is_own(Str name);

// Which further keys a Name record takes: the ids of parties, which the format does not know.
typedef struct OtherKeys {
    bool (*takes)(void *context, Str name);
    void *context;
} OtherKeys;

// Reports keys that are unknown, repeated or missing.
void record_check_keys(Input *input, const RawRecord *raw, OtherKeys parties);

const Pair *record_pair(const Record *record, const char *name);

#endif
