// SPDX-License-Identifier: MIT
// What the files of people share.
#ifndef PORT_PEOPLE_INSIDE_H
#define PORT_PEOPLE_INSIDE_H

#include "diptych/memory.h"
#include "diptych/people.h"
#include "port/name.h"
#include "port/wordmap.h"

// Bytes of a form that are kept.
#define FORM_MAX ((size_t)300)

// A form that was met.
typedef struct FormEntry {
    Str form;
    uint32_t person; // PERSON_NONE: it is nobody's name
    size_t turns;    // under this form
    bool from_table;
    uint32_t next; // form of the person, or WORDMAP_NONE
} FormEntry;

// A person with what matching needs.
typedef struct PersonState {
    PersonEntry entry;
    size_t words;         // of the title
    uint32_t first, last; // forms, or WORDMAP_NONE
} PersonState;

// All of it.
struct People {
    FormEntry *forms;
    size_t form_count, form_capacity;
    PersonState *persons;
    size_t person_count, person_capacity;
    WordMap by_key, by_word, by_id;
    Arena texts;
    size_t unnamed; // ids without a name that were given
    bool has_table;
    Buffer key;
    PersonName one, other;
};

// The entry of a form, or null; valid until one is added.
FormEntry *people_form(People *people, Str form);
const FormEntry *people_known(const People *people, Str form);
// Adds the form, which is not there yet.
FormEntry *people_add_form(People *people, Str form, uint32_t person);
// Adds a person of that name.
uint32_t people_add(People *people, Str form, const PersonName *name);
// The person whom the name means, and how sure that is; PERSON_NONE: nobody who is known.
uint32_t people_choose(People *people, Str form, const PersonName *name, PeopleMatch *match);
// An id that nobody has, made of `wanted`, which may be empty.
Str people_new_id(People *people, Str wanted);

#endif
