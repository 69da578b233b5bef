// SPDX-License-Identifier: MIT
// Every value of a dossier that can be changed in place, for the tests of the writer.
#ifndef DIPTYCH_VALUES_H
#define DIPTYCH_VALUES_H

#include "diptych/memory.h"
#include "diptych/speech.h"

typedef enum ValueKind { VALUE_KEY, VALUE_ATTRIBUTE, VALUE_TEXT } ValueKind;

typedef struct Value {
    ValueKind kind;
    uint32_t file;
    Pair pair; // its span counts from the beginning of the file; for a text only value and span count
} Value;

typedef struct ValueList {
    Value *items; // pairs are valid as long as the speech they are from
    size_t count;
    size_t capacity;
    Arena *arenas; // of values that are not in the file as they are
    size_t arena_count, arena_capacity;
} ValueList;

// Loads all speech. The caller frees the list.
ValueList values_collect(Dossier *dossier);
void values_free(ValueList *list);

// The value of the same kind and name at about the same place, or null: what was changed, read again.
const Value *values_find(const ValueList *list, const Value *old);

// Adds the bytes of the value's file with the value replaced. False: it cannot be written there.
bool values_splice(const Value *value, Str file, Str text, Buffer *out, Error *error);

#endif
