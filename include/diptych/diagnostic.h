// SPDX-License-Identifier: MIT
// Everything that can be wrong with a dossier, enumerated, levelled and located.
#ifndef DIPTYCH_DIAGNOSTIC_H
#define DIPTYCH_DIAGNOSTIC_H

#include "diptych/buffer.h"

// How bad a problem is.
typedef enum Level {
    LEVEL_WARNING, // kept and shown; worth a look
    LEVEL_ERROR,   // something is not understood as it was meant; all beside it is shown
} Level;

// The level, name and sentence of each stand in one table, diagnostic.c; diptych(5) lists them.
typedef enum DiagnosticKind {
    DIAGNOSTIC_INVALID_UTF8,
    DIAGNOSTIC_CONTROL_CHARACTER,
    DIAGNOSTIC_HIDDEN_CHARACTER,
    DIAGNOSTIC_LONG_LINE,
    DIAGNOSTIC_STRAY_TEXT,
    DIAGNOSTIC_NEAR_PASSAGE,
    DIAGNOSTIC_NEAR_TURN,
    DIAGNOSTIC_NEAR_ATTRIBUTES,
    DIAGNOSTIC_YEAR_NUMBER,
    DIAGNOSTIC_HIDDEN_LINE,
    DIAGNOSTIC_STRAY_ATTRIBUTES,
    DIAGNOSTIC_OPEN_ATTRIBUTES,
    DIAGNOSTIC_BAD_ATTRIBUTE,
    DIAGNOSTIC_OPEN_QUOTE,
    DIAGNOSTIC_BAD_KEY,
    DIAGNOSTIC_UNKNOWN_RECORD,
    DIAGNOSTIC_UNKNOWN_KEY,
    DIAGNOSTIC_REPEATED_KEY,
    DIAGNOSTIC_MISSING_KEY,
    DIAGNOSTIC_UNKNOWN_ATTRIBUTE,
    DIAGNOSTIC_BAD_ID,
    DIAGNOSTIC_REPEATED_ID,
    DIAGNOSTIC_BAD_DATE,
    DIAGNOSTIC_BAD_NUMBER,
    DIAGNOSTIC_REPEATED_NUMBER,
    DIAGNOSTIC_BAD_REFERENCE,
    DIAGNOSTIC_DANGLING_REFERENCE,
    DIAGNOSTIC_LATER_LINK,
    DIAGNOSTIC_SELF_LINK,
    DIAGNOSTIC_WRONG_SIDE,
    DIAGNOSTIC_WRONG_CAPACITY,
    DIAGNOSTIC_UNKNOWN_PERSON,
    DIAGNOSTIC_UNKNOWN_PARTY,
    DIAGNOSTIC_UNKNOWN_TOPIC,
    DIAGNOSTIC_UNKNOWN_SOURCE,
    DIAGNOSTIC_UNKNOWN_WORD,
    DIAGNOSTIC_MISSING_REASON,
    DIAGNOSTIC_NO_TEXT,
    DIAGNOSTIC_NO_SPEAKER,
    DIAGNOSTIC_TOPIC_CYCLE,
    DIAGNOSTIC_TWO_IN_FILE,
    DIAGNOSTIC_SECOND_DOSSIER,
    DIAGNOSTIC_FOREIGN_LAYER,
    DIAGNOSTIC_STRAY_REMARK,
    DIAGNOSTIC_BARE_READING,
    DIAGNOSTIC_BAD_POSITION,
    DIAGNOSTIC_BAD_CLAUSE,
    DIAGNOSTIC_STRAY_GROUND,
    DIAGNOSTIC_UNREADABLE,
    DIAGNOSTIC_LEFT_OUT,
    DIAGNOSTIC_NEWER_FORMAT,
    DIAGNOSTIC_MANY_PASSAGES,
    DIAGNOSTIC_TOO_MANY,
    DIAGNOSTIC_MANY_PROBLEMS,
    DIAGNOSTIC_COUNT
} DiagnosticKind;

// A problem and where it is.
typedef struct Diagnostic {
    DiagnosticKind kind;
    uint32_t file;   // index of the file in its dossier
    uint32_t line;   // 1 and up
    uint32_t column; // 1 and up, in bytes
    Str detail;      // the words it is about, perhaps empty; the bytes are the list's
    Str about; // of a word that may not stand there: the key or attribute whose it is, of a key the kind
               // of record; else empty
} Diagnostic;

// Problems. A zeroed one is empty; diagnostic_free() frees it.
typedef struct DiagnosticList {
    Diagnostic *items; // in the order found
    size_t count;
    size_t capacity;
    struct Arena *arena; // of the details; made at the first one
} DiagnosticList;

// What the table has for each kind.
Level diagnostic_level(DiagnosticKind kind);
const char *diagnostic_name(DiagnosticKind kind);     // "bad-date": stable, printed in brackets by `check`
const char *diagnostic_sentence(DiagnosticKind kind); // what is wrong and what to do

// Copies `detail` (at most 80 bytes of it).
void diagnostic_add(DiagnosticList *list, DiagnosticKind kind, uint32_t file, uint32_t line, uint32_t column,
                    Str detail);
// Sets what the newest problem is about, and copies it.
void diagnostic_tell_about(DiagnosticList *list, Str about);
// By file, line, column.
void diagnostic_sort(DiagnosticList *list);
void diagnostic_free(DiagnosticList *list);

#endif
