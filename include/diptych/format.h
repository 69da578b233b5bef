// SPDX-License-Identifier: MIT
// The blocks of a file, pulled out one by one: records and which kinds and keys there are, attributes, text.
#ifndef DIPTYCH_FORMAT_H
#define DIPTYCH_FORMAT_H

#include "diptych/input.h"

// The types of records, by their first word.
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
    RECORD_POSITION,
    RECORD_INSTRUMENT,
    RECORD_LAYER,
    RECORD_ON,
    RECORD_OWN, // "X-..."
    RECORD_TYPE_COUNT
} RecordType;

// "Topic"; of RECORD_OWN "X-".
const char *record_type_name(RecordType type);
// The names of the keys that a record of the type may have, by index from 0; null behind the last.
const char *record_key(RecordType type, size_t index);

// The type that a first line "NAME: ..." names. False: none.
bool record_type(Str line, RecordType *type);

// A record as it stands in its file, before anything is looked up.
typedef struct RawRecord {
    RecordType type;
    Record record;
    uint32_t id_line; // mostly the record's own
} RawRecord;

// Pairs on their way into an arena. A zeroed one is empty.
typedef struct PairList {
    Pair *items;
    size_t count;
    size_t capacity;
    bool cut; // there were too many
} PairList;

// Adds a pair to the end, unless there are ten thousand already, which is reported.
void pair_list_add(Input *input, PairList *list, Pair pair);
// Empties the list, which keeps its memory.
void pair_list_clear(PairList *list);
// The pairs in the arena; the list is emptied and keeps its memory.
const Pair *pair_list_take(PairList *list, Arena *arena, size_t *count);

// Reads the record whose first line is `first`, up to a blank line (taken) or a line of speech (left).
// `scratch` is emptied. The pairs and texts are in the input's arena.
RawRecord record_read(Input *input, Lines *lines, Line first, PairList *scratch);

// Goes behind the rest of a record, as record_read() does.
void record_skip(Lines *lines);

// True for "X-...", which anyone may use.
bool key_is_own(Str name);

// Which further keys a Name record takes: the ids of parties, which the format does not know.
typedef struct OtherKeys {
    bool (*takes)(void *context, Str name);
    void *context;
} OtherKeys;

// Reports keys that are unknown, repeated or missing.
void record_check_keys(Input *input, const RawRecord *raw, OtherKeys parties);

// --- attributes: "{name: value; name: "quoted"}" over one line or several

// What follows a closing brace in its line.
typedef struct Rest {
    Line line;
    size_t from; // byte in line.text; its end when all is well
} Rest;

// Reads the attributes that open at byte `from` of the line and adds them to `pairs`. Goes behind the line of
// the closing brace; an open block ends, with a problem, at a blank line or a line of speech, which is left.
Rest attributes_read(Input *input, Lines *lines, Line line, size_t from, PairList *pairs);

// --- text that stands in lines of its own: of a passage, or between them

typedef struct Stretch {
    Span span;
    uint32_t line, column; // of its first byte
} Stretch;

// Reads on from byte `from` of the line, up to a blank line or syntax, which is left. Comments at the end are
// outside.
Stretch stretch_read(Input *input, Lines *lines, Line line, size_t from);
Str stretch_text(Input *input, Stretch stretch);

// Reports what in a line of text, from byte `from` on, looks like syntax that is a little amiss: attributes
// behind words, and, where `from` is 0, a number that is none or an indented number or turn.
void near_check(Input *input, Line line, size_t from);
// Where "{NAME:" stands in the text, as attributes begin; its length when nowhere.
size_t near_attributes(Str text);
// Reports a comment between lines of text that may have been meant as text.
void near_check_comment(Input *input, Line line);

#endif
