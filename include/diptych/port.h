// SPDX-License-Identifier: MIT
// Import: readers of many kinds of documents tell a sink what stands in one; one of the sinks writes a
// dossier.
#ifndef DIPTYCH_PORT_H
#define DIPTYCH_PORT_H

#include "diptych/buffer.h"
#include "diptych/error.h"
#include "diptych/intake.h"
#include "diptych/people.h"
#include "diptych/words.h"

// What a reader tells, in the order of the document. A document is one conversation; what stands before its
// first turn (title, date, participants, front) may be told at any time before the next one.
typedef enum PortKind {
    PORT_DOCUMENT, // a conversation begins; key: the id that the source gives it
    PORT_ACCOUNT,  // the same words in another telling or language: text: what it is called; lang
    PORT_PERSON,   // somebody who may speak; key: the id in the source; text: the name; side, remark: office
    PORT_TITLE,    // of the document; a second one is added to the first
    PORT_DATE,     // as it stands: the sink reads it
    PORT_PLACE,    //
    PORT_PARTICIPANT, // one of them; side: the heading that the name stands under
    PORT_CITATION,    // where the document is from
    PORT_FRONT,       // what else stands outside of the conversation
    PORT_HEAD,        // a heading between turns
    PORT_TOPIC,       // a heading that seems to say what the next words are about
    PORT_TURN,        // somebody speaks: speaker, remark, and the first words
    PORT_PASSAGE,     // the same speaker goes on
    PORT_NARRATION,   // the record's own words about the scene
    PORT_SUMMARY,     // an editor tells what was said
    PORT_OMITTED,     // the record says that something was said and leaves it out
    PORT_VOTE,        // a division and its figures
    PORT_TABLE,       // a table, its rows
    PORT_NOTE,        // a footnote; key: its mark, which stood in the ->marks of an item before or behind it
    PORT_PAGE,        // a page begins: text is its number or name as it stands
    PORT_TIME,        // the time of day, or of the recording, of what follows
    PORT_KIND_COUNT
} PortKind;

// One thing told. Texts are UTF-8 of any content, as the document has them: who writes them makes them fit.
// Line ends in them count as blanks. They need to live no longer than the call; what is not there is empty.
typedef struct PortItem {
    PortKind kind;
    Status status; // of what is said: STATUS_VERBATIM, or STATUS_REPORTED in indirect speech
    size_t line;   // of the input, 1 and up
    Str text;
    Str speaker; // PORT_TURN: the form of the name as it stands, or the key of a PORT_PERSON; empty: nobody
                 // is named. PORT_OMITTED, PORT_SUMMARY: set when it is the speaker's own for certain
    Str remark;  // what the record says beside a speaker ("through the interpreter")
    Str side;    // PORT_PERSON, PORT_PARTICIPANT: the side, as the document calls it
    Str at;      // the place in the source, when that is neither page nor paragraph
    Str time;    // when it was said: "0:01:05" of a recording, "14:05" of a day
    Str lang;    // BCP 47, when the document says so
    Str key;
    Str note;  // that the document has with the words
    Str same;  // in a PORT_ACCOUNT: the numbers, from 1, of the passages of the document that are the same
    Str extra; // attributes, a line each: "name: value"; names that passages do not know begin with "x-"
    Str marks; // of the notes that stand in the text, separated by blanks
} PortItem;

// Takes what readers tell. The functions get the sink itself, so that one may stand in front of another.
typedef struct PortSink PortSink;
struct PortSink {
    void (*take)(PortSink *sink, const PortItem *item);
    // A sentence for the person who imports: what the reader was not sure of, and how it took it.
    void (*unsure)(PortSink *sink, size_t line, Str what);
};

// What a reader works with. All is borrowed.
typedef struct Port {
    Intake *intake;
    People *people; // who is known so far; readers may ask, and add who is told by lists
    PortSink *sink;
    bool is_record; // it is known that a conversation is reported there, so one such sentence is enough
    void (*progress)(void *context); // called now and then, may be null
    void *context;
} Port;

// Tell the sink.
void port_tell(const Port *port, const PortItem *item);
// The same for an item of a kind and a text alone.
void port_tell_text(const Port *port, PortKind kind, size_t line, Str text);
// As printf; any bytes.
void port_unsure(const Port *port, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// A kind of document. To add one: a file in src/port/ that defines it, and a line in readers.c.
typedef struct PortReader {
    const char *name; // for --as
    const char *told; // what it is, for "as ..."
    // True when a file that begins so (some KiB, UTF-8, lines) is of this kind for certain.
    bool (*recognises)(Str beginning);
    // Reads all of port->intake and tells it, line by line or byte by byte, in memory that does not grow with
    // the file. False: the document is broken, and why; whatever was told is thrown away.
    bool (*read)(const Port *port, Error *error);
    const char *looked_for; // what marks a speaker there, told when no turn was found
} PortReader;

// The reader of that name, or null.
const PortReader *port_reader_named(const char *name);
// The names, "text, markdown, ...", for messages.
void port_reader_names(Buffer *out);
// The first reader that recognises what the intake begins with; plain text when none does. Never null.
const PortReader *port_reader_of(const Intake *intake);

// --- what becomes of it

// Counts of what was told.
typedef struct PortTotals {
    size_t documents; // with at least one turn
    size_t turns;
    size_t passages; // spoken: verbatim or reported
    size_t others;   // narration, omissions, votes, tables, headings
    size_t unsure;
} PortTotals;

// Writes a dossier of all that is told: the one sink that knows the format.
typedef struct Emitter Emitter;

// `name` is what the dossier is called when the document has no title, and what its id is made of. `document`
// is the one to take, counted from 1 by those with turns; 0: all. Null: there is no place for what is kept
// meanwhile, and `*error` says so. The caller frees it.
Emitter *emitter_new(const char *name, size_t document, People *people, Error *error);
PortSink *emitter_sink(Emitter *emitter);
// Where sentences of what is unsure go, each as it comes.
void emitter_on_unsure(Emitter *emitter, void (*say)(void *context, size_t line, Str what), void *context);
PortTotals emitter_totals(const Emitter *emitter);
// Hands the whole file to `write`, piece by piece. False: `write` was, or what was kept cannot be read.
bool emitter_finish(Emitter *emitter, bool (*write)(void *context, Str piece, Error *error), void *context,
                    Error *error);
void emitter_free(Emitter *emitter);

// A line for each conversation: its number, title, date, how many turns and passages, who speaks.
typedef struct Lister Lister;
Lister *lister_new(People *people); // the caller frees it
PortSink *lister_sink(Lister *lister);
// Adds the lines, not yet visible, separated by tabs. Returns how many conversations there are.
size_t lister_add(Lister *lister, Buffer *out);
void lister_free(Lister *lister);

#endif
