// SPDX-License-Identifier: MIT
// What a reader's words mean: the one rule behind ":" and behind every option that names something.
#ifndef DIPTYCH_MEANING_H
#define DIPTYCH_MEANING_H

#include "diptych/selector.h"
#include "diptych/target.h"

// How well words fit a thing, the best first. Case, accents and styles of quotes and dashes never count.
typedef enum Fit {
    FIT_WHOLE, // they are its id, title, Short:, what a party calls it first, a surname, its day or month
    FIT_WORDS, // they are one of its Words:, or what else a party calls it
    FIT_BEGUN, // one of these begins with them
    FIT_WORD,  // a word within one of these begins with them
    FIT_INSIDE,
    FIT_NEAR // a date on which nothing begins: what was going on then, else what came next
} Fit;

// One thing that the words may mean.
typedef struct Meaning {
    Target target; // never TARGET_NONE, _DISCREPANCY
    Fit fit;
    bool by_id;     // the words are its id
    Str by;         // which of its names they fit; the bytes are the dossier's, or the words' own
    bool by_author; // a source, by who wrote it
} Meaning;

// What words may mean, the best first. A zeroed one is empty; the caller frees `items` with free().
typedef struct Meanings {
    Meaning *items;
    size_t count, capacity;
    size_t best; // how many of the first are equally good; 1: what was meant is plain
} Meanings;

// The kinds to look among: a sum of these.
#define MEANING_OF(kind) (1u << (kind))
#define MEANING_ALL                                                                       \
    (MEANING_OF(TARGET_PASSAGE) | MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT) | \
     MEANING_OF(TARGET_TOPIC) | MEANING_OF(TARGET_NAME) | MEANING_OF(TARGET_PERSON) |     \
     MEANING_OF(TARGET_INSTRUMENT) | MEANING_OF(TARGET_SOURCE))

// Finds what `words` (visible, any length) may mean among `kinds`; `out` is emptied first. By fit; among
// equals a reference, round, account, topic, name, person, instrument, source, party, in the order of the
// dossier; a year alone finds topics of substance and instruments before rounds. One whose id the words are
// goes before others of its kind that they fit as well, but of two people of one surname neither does. A
// number alone is a passage of account `here` (NONE: there is none). O(length of all names).
void meaning_find(Dossier *dossier, Str words, uint32_t here, unsigned kinds, Meanings *out);

// The one thing of `kinds` that the words mean. False: nothing, or several equally well, and `error` (may be
// null) says which.
bool meaning_one(Dossier *dossier, Str words, unsigned kinds, Meaning *out, Error *error);

// The round or account that the words mean, a round being its own account; NONE, and `error` says why.
uint32_t meaning_account(Dossier *dossier, Str words, Error *error);
// The topic; NONE, and `error` says why.
uint32_t meaning_topic(Dossier *dossier, Str words, Error *error);
// "su", "su@wg2", "jp@london1/panov": a party, and behind "@" a round or account. False, and `error` says
// why.
bool meaning_selector(Dossier *dossier, Str words, Selector *out, Error *error);

// The thing of `kinds` that has a name most like the words (likeness.h), which mean nothing as they are.
// False: none is like them. O(length of all names).
bool meaning_nearest(Dossier *dossier, Str words, unsigned kinds, Target *out);

// How many things of a kind there are; 0 for passages.
size_t meaning_count(const Dossier *dossier, TargetKind kind);
// The record of a thing; null for a passage and an account, which have none of their own.
const Record *meaning_record(const Dossier *dossier, Target target);

// "topic", "round", ...
const char *meaning_kind(TargetKind kind);
// Adds what the thing is called: its title, for a name without one what each party calls it first, for an
// account its name, for a passage its reference.
void meaning_title_add(Buffer *out, Dossier *dossier, Target target);
// The same where there is little room: its Short:, if it has one.
void meaning_brief_add(Buffer *out, Dossier *dossier, Target target);
// Adds what it is named by in a command line: its id, name or reference.
void meaning_id_add(Buffer *out, Dossier *dossier, Target target);

#endif
