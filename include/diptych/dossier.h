// SPDX-License-Identifier: MIT
// The records of a dossier: what everyone may read; only the builder (src/dossier/build.h) writes it.
#ifndef DIPTYCH_DOSSIER_H
#define DIPTYCH_DOSSIER_H

#include "diptych/date.h"
#include "diptych/diagnostic.h"
#include "diptych/error.h"
#include "diptych/file.h"
#include "diptych/record.h"
#include "diptych/words.h"

// Things are named by their index in the arrays below; NONE is none.
#define NONE UINT32_MAX

// A side at the table.
typedef struct Party {
    Record record;
    Str brief;         // Short:, else the title
    uint32_t succeeds; // Succeeds: the party whose side it took over; NONE mostly
    uint32_t side;     // the first of those it succeeds, directly or not; mostly itself
} Party;

// Someone who speaks.
typedef struct Person {
    Record record;
    uint32_t party;    // NONE when unknown
    Capacity capacity; // for whom they speak, where a turn or passage does not say otherwise
} Person;

// What an argument is about.
typedef struct Topic {
    Record record;
    uint32_t parent; // NONE at the top
    // In a walk through all topics, each followed by those below it: its own place, and where those end.
    uint32_t place, end;
    Date date;
    bool procedural; // Kind: procedure, its own or else that of the nearest topic above it: of no substance
} Topic;

// What a party calls a thing: one key of a Name record.
typedef struct Naming {
    uint32_t party;
    const Str *words;
    size_t word_count;
} Naming;

// A place or thing that the sides call differently.
typedef struct Name {
    Record record;
    const Naming *namings;
    size_t naming_count;
} Name;

// What something is taken from.
typedef struct Source {
    Record record;
    SourceKind kind;
    Str standpoint;
} Source;

// Something that happened, between the rounds or long before.
typedef struct Event {
    Record record;
    Date date;
    const uint32_t *topics;
    size_t topic_count;
    uint32_t source; // NONE when not given
} Event;

// One source's telling of a round.
typedef struct Account {
    Record record; // of the Round: or the Account: it comes from
    uint32_t round;
    Str name;  // "wg1", "london1/panov"
    Str brief; // "panov"; for the round's own the id of its first source, else ""
    Extent extent;
    Tagging tagging;
    Str part;        // what of the round it holds, in words; perhaps empty
    Status status;   // default of its passages
    uint32_t source; // default of its passages; NONE when not given
    bool speechless; // known at opening: lost, or no bytes after its record
} Account;

// One meeting or exchange.
typedef struct Round {
    Record record;
    Date date;
    uint32_t order; // Order:, or 0
    Str place;
    const uint32_t *people; // Participants:
    size_t person_count;
    const uint32_t *parties; // at the table, as far as Participants: tells: those of people and those named
                             // themselves, each once
    size_t party_count;
    const uint32_t *sources;
    size_t source_count;
    uint32_t account;       // its own; the others follow it directly
    uint32_t account_count; // 1 and up
    Str outcome;
    Str printed; // where a record of it is printed that is not here; perhaps empty
} Round;

// A reference to passages `first` to `last` of an account; first is 0 when the whole account is meant.
typedef struct Ref {
    uint32_t account;
    uint32_t first;
    uint32_t last;
} Ref;

// A reference, and where it is written in its file.
typedef struct Mention {
    Ref ref;
    uint32_t line, column; // 1 and up
} Mention;

// What some source tells where accounts differ.
typedef struct Reading {
    Ref ref;             // the first of refs; account NONE when it names none
    const Mention *refs; // the passages that tell it so
    size_t ref_count;
    Str text;
} Reading;

// A fact on which accounts differ.
typedef struct Discrepancy {
    Record record;
    Str about;
    const uint32_t *topics;
    size_t topic_count;
    const Reading *readings;
    size_t reading_count;
} Discrepancy;

// What a side holds on a topic in a round, in one sentence of the editor's.
typedef struct Position {
    Record record; // its id is "wg1 su yalta-1945", as written
    uint32_t account, party, topic;
    Str text;
    const Mention *refs; // the passages that it rests on
    size_t ref_count;
} Position;

// A part of an instrument, in the project's words.
typedef struct Clause {
    Str number; // "9"
    Str text;
    Str at; // its locator in the instrument's source; perhaps empty
} Clause;

// Where a side says what it reads into an instrument.
typedef struct Understanding {
    uint32_t party;
    const Mention *refs;
    size_t ref_count;
} Understanding;

// A treaty, declaration or note that is argued about.
typedef struct Instrument {
    Record record;
    Date date;
    const uint32_t *topics;
    size_t topic_count;
    uint32_t source; // NONE when not given
    const Clause *clauses;
    size_t clause_count;
    const Understanding *understandings;
    size_t understanding_count;
} Instrument;

// A typed arrow from a passage.
typedef struct Link {
    Verb verb;
    Ref ref;
    uint32_t line, column; // of the reference in its file
    uint32_t layer;        // it is from; NONE: the passage's own
} Link;

// A file beside the dossier that adds to its passages.
typedef struct Layer {
    Record record;
    Str by;
    bool applies; // For: names this dossier
} Layer;

// An On: record: what a layer adds to one passage. Note:, Mark:, Tag: and Print: are among its record's
// pairs.
typedef struct Remark {
    Record record;
    uint32_t layer;
    Ref ref; // of one passage; account NONE when it names none
    const uint32_t *topics;
    size_t topic_count;
    const Link *links;
    size_t link_count;
} Remark;

// A file of the dossier.
typedef struct DossierFile {
    char *path;   // as opened, owned by the dossier
    size_t bytes; // its size when it was opened
} DossierFile;

// Rounds are in order of date, Order:, file and position, and so are their accounts; all else is in the order
// of the files. A second record of the same id stands beside the first, but the id means the first.
typedef struct Dossier {
    Record record;
    Str brief;  // Short:, else the title
    Date as_of; // the day as of which it is told (as_of.h); no date: all of it
    const DossierFile *files;
    const Party *parties;
    const Person *people;
    const Topic *topics;
    const Name *names;
    const Source *sources;
    const Event *events;
    const Round *rounds;
    const Account *accounts;
    const Discrepancy *discrepancies;
    const Position *positions; // in order of account, topic and party, one for each
    const Instrument *instruments;
    const Layer *layers;
    const Remark *remarks;
    size_t file_count, party_count, person_count, topic_count, name_count, source_count, event_count,
        round_count, account_count, discrepancy_count, position_count, instrument_count, layer_count,
        remark_count;
    const DiagnosticList *problems; // of the records; those of the speech are its own
} Dossier;

// Reads the records of the dossier at `path`: its directory, one of its files, or a directory with exactly
// one dossier below it. Of files that begin with Round: or Account: only the first 4 KiB (more when the
// record is longer). Damage is in ->problems and never an error; a null return means that there is no dossier
// there, and `error` says what to give. The caller frees it with dossier_close(); views derived from it must
// go first.
Dossier *dossier_open(const char *path, Error *error);
// The same without what links lead to outside of the dossier's directory, or of that of its file.
Dossier *dossier_open_inside(const char *path, Error *error);
void dossier_close(Dossier *dossier);

// Where a dossier is: its files, found and not read yet but for their first records. A zeroed one is nowhere;
// with ->files.confined set nothing is found that links lead to outside of its directory.
typedef struct Located {
    FileList files;  // in their order
    uint32_t main;   // the one that begins with Dossier:
    char *directory; // all are in it or below it, but for what links lead to; owned
    char *path;      // as it was given; owned
    Buffer memory;   // all of it, where it is in no file: then there are no files
} Located;

// dossier_open() in two steps: finds the files (located_free() frees `out` whether there are any or not) ...
bool dossier_locate(const char *path, Located *out, Error *error);
// The same for what has been read from elsewhere, and is called `name` in messages: takes the bytes over,
// which have to begin with Dossier:.
bool dossier_locate_bytes(Buffer *bytes, const char *name, Located *out, Error *error);
// ... and reads them; it frees `located`.
Dossier *dossier_open_located(Located *located, Error *error);
void located_free(Located *located);

// The paths of the dossiers at or below `path`, in byte order (->confined counts, see file.h), each the
// directory or single file to open. False, and `error` says why, when there is none.
bool dossier_find_all(const char *path, FileList *out, Error *error);

// What a room below keeps with the dossier, or null: one thing, let go by `release` at dossier_close(). This
// room never looks into it.
void *dossier_companion(const Dossier *dossier);
void dossier_keep_companion(const Dossier *dossier, void *companion, void (*release)(void *companion));

// By id, exactly; NONE when there is none.
uint32_t dossier_party(const Dossier *dossier, Str id);
uint32_t dossier_person(const Dossier *dossier, Str id);
uint32_t dossier_topic(const Dossier *dossier, Str id);
uint32_t dossier_name(const Dossier *dossier, Str id);
uint32_t dossier_source(const Dossier *dossier, Str id);
uint32_t dossier_round(const Dossier *dossier, Str id);
uint32_t dossier_instrument(const Dossier *dossier, Str id);
uint32_t dossier_account(const Dossier *dossier, Str name); // "wg1" or "london1/panov"

// What the party holds on that very topic in the account, an index into ->positions; NONE.
uint32_t dossier_position(const Dossier *dossier, uint32_t account, uint32_t party, uint32_t topic);

// True when `topic` is `ancestor` or below it.
bool topic_within(const Dossier *dossier, uint32_t topic, uint32_t ancestor);

// Parses "wg1.23", "wg1.3-5", "london1/panov.7", "23" in `account` (which may be NONE), or "wg1" for the
// whole account. False: it is none, or names no account; whether there is such a passage is not looked at.
bool dossier_ref_parse(const Dossier *dossier, Str text, uint32_t account, Ref *ref);
// Adds "wg1.23", "wg1.3-5", "london1/panov.7", or "wg1" for the whole; only the number when it is in `here`.
void dossier_ref_add(const Dossier *dossier, Buffer *out, Ref ref, uint32_t here);

// Bytes held by loaded speech. Frees the least recently used until at most `limit` are held. All pointers
// that dossier_speech() gave out are void afterwards.
void dossier_trim(Dossier *dossier, size_t limit);
// The same, but what dossier_speech() has given since the last dossier_show_anew() stays, however much it is:
// what is shown would only be read again.
void dossier_trim_unshown(Dossier *dossier, size_t limit);
void dossier_show_anew(Dossier *dossier);
size_t dossier_loaded(const Dossier *dossier);

#endif
