// SPDX-License-Identifier: MIT
// Who speaks in a document: the forms in which names stand there, and which of them are one person.
#ifndef DIPTYCH_PEOPLE_H
#define DIPTYCH_PEOPLE_H

#include "diptych/buffer.h"
#include "diptych/error.h"
#include "diptych/words.h"

// In place of a person: none.
#define PERSON_NONE UINT32_MAX

// A person, or somebody who is called by an office.
typedef struct PersonEntry {
    Str title;         // the fullest form that was met
    Str id;            // for the dossier
    Str side;          // as it stands; empty: not known
    Str office;        // as it stands
    Capacity capacity; //
    bool has_capacity; // it was given
    bool listed;       // among the participants, or in a list of people
    size_t turns;      // that were counted with people_speaks()
} PersonEntry;

// People by their forms. Each distinct form costs some hundred bytes; beyond PEOPLE_MAX forms the others are
// one person.
typedef struct People People;
#define PEOPLE_MAX 50000

// The caller frees it.
People *people_new(void);
void people_free(People *people);

// How a form was taken for a person.
typedef enum PeopleMatch {
    PEOPLE_NEW,     // nobody had it
    PEOPLE_SAME,    // but for case, points and blanks it is a form of the person
    PEOPLE_GUESSED, // a surname, initials, a shorter title: said to be unsure the first time
    PEOPLE_TORN     // it may be two or more who are known, so it is a new one
} PeopleMatch;

// The person whom the form means, added when there is none. `*match` says how; `*other`, when not null, gets
// the person's title before, for a sentence (empty when there is none), valid until the next call.
uint32_t people_take(People *people, Str form, PeopleMatch *match, Str *other);
// The person whom the form means, without adding; PERSON_NONE.
uint32_t people_find(const People *people, Str form);
// Says that this form, or the key of a list, means the person.
void people_alias(People *people, Str form, uint32_t person);
// Says that this form of the text means the person.
void people_call(People *people, Str form, uint32_t person);
// Says that the form is nobody's name, and asks for that.
void people_refuse(People *people, Str form);
bool people_is_refused(const People *people, Str form);

// What is known of one; valid until the next change.
const PersonEntry *people_at(const People *people, uint32_t person);
size_t people_count(const People *people);
// Counts a turn under the form.
void people_speaks(People *people, uint32_t person, Str form);
// What a list says of a person: side and office are set when not empty.
void people_list(People *people, uint32_t person, Str side, Str office);
// Adds all forms of the person but the title, separated by "; ".
void people_forms_add(const People *people, uint32_t person, Buffer *out);

// An id that no person has and nobody gets, made of `wanted`, which is one; valid as long as the people are.
Str people_reserve_id(People *people, Str wanted);

// A table of forms that a person can edit: form, id, side, capacity, separated by tabs, forms that were met
// once at its top. An id of "-" says that the form is nobody's name.
// Adds the table of all forms that spoke.
void people_table_add(const People *people, Buffer *out);
// Takes a table; before anything else is asked. False: `*error` says which line and why.
bool people_table_take(People *people, const char *name, Str table, Error *error);
// True when a table was taken that lacks the form.
bool people_lacks(const People *people, Str form);

#endif
