// SPDX-License-Identifier: MIT
// What the files of the emitter share.
#ifndef PORT_EMIT_INSIDE_H
#define PORT_EMIT_INSIDE_H

#include "diptych/memory.h"
#include "diptych/port.h"
#include "port/body.h"
#include "port/wordmap.h"

// Something that stands between two passages, until it is known whether the speaker goes on.
typedef struct Held {
    PortKind kind;
    size_t line;
    Str text, at, time; // owned
} Held;

// What is known of the document that is being told.
typedef struct Telling {
    Buffer title, place, date, raw_date, participants, citation, front; // as they are to be written
    Buffer key, account;                                                // account: of another telling
    uint32_t *people;                                                   // who takes part, each once
    size_t people_count, people_capacity;
    size_t record;     // the place of its record in the body
    size_t passages;   // numbers given
    size_t paragraphs; // that were counted for locators
    size_t verbatim, reported;
    bool prose; // more stands in front of it than is kept: written as a round without speech
    bool begun; // it has had a turn, or is prose
    bool taken; // it is written
} Telling;

// In place of a place: none yet.
#define PLACE_NONE ((size_t)-1)

// The sink at work.
struct Emitter {
    PortSink sink;
    People *people;
    char *name;
    size_t wanted; // document; 0: all
    Body body;
    Telling telling;
    Buffer page, time; // of what follows
    uint32_t speaker;  // of the open turn, or PERSON_NONE
    bool open;         // a turn with a speaker is open
    Held *held;
    size_t held_count, held_capacity, held_bytes;
    WordMap notes;       // mark to its number in note_places
    size_t *note_places; // places of the passages where each mark stood last
    size_t note_count, note_capacity;
    uint64_t last;     // byte of the body where a note of the last passage goes
    size_t last_place; // the place there, or PLACE_NONE
    bool has_last;
    bool *used; // by person: speaks or takes part in what is written
    size_t used_capacity;
    Buffer first_title;
    Buffer citations;
    PortTotals totals;
    size_t accounts; // ids of accounts that were given
    bool any_reported;
    Buffer out; // of one item
    void (*say)(void *context, size_t line, Str what);
    void *context;
};

// --- emit_record.c: what stands before the speech

// The record of the document that ends, into its place in the body.
void emit_round(Emitter *emitter);
// All records in front of the speech.
void emit_records(Emitter *emitter, Buffer *out);
// Notes that the person takes part in what is written, and in this document.
void emit_takes_part(Emitter *emitter, uint32_t person);
void telling_free(Telling *telling);

// --- emit_speech.c: turns and passages

// A turn of the item's speaker, with its first passage.
void emit_turn(Emitter *emitter, const PortItem *item);
// A passage of the open turn.
void emit_passage(Emitter *emitter, const PortItem *item);
// Something that is nobody's, kept until it is known where it belongs.
void emit_aside(Emitter *emitter, const PortItem *item);
// Writes what is held as narration of its own; no turn is open then.
void emit_held(Emitter *emitter);
// Forgets what is held.
void emit_drop_held(Emitter *emitter);
// The document has something to write.
void emit_begin(Emitter *emitter);
// A note, to the passage where its mark stood, or the last one.
void emit_note(Emitter *emitter, const PortItem *item);

#endif
