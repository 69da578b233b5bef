// SPDX-License-Identifier: MIT
// What a form of a name is made of: titles, given names or initials, a surname; office and group beside it.
#ifndef PORT_NAME_H
#define PORT_NAME_H

#include "diptych/buffer.h"

// Words of a name that are looked at.
#define NAME_WORDS_MAX 8

// A form taken apart. All are views of the folded text, without points at their ends.
typedef struct PersonName {
    Buffer folded;             // without case, accents and brackets
    Str words[NAME_WORDS_MAX]; // without titles
    size_t count;              //
    Str title;                 // the first of its titles; empty
    bool office;               // the words are those of an office ("the president"), not of a person
    Str bracket;               // of the form itself: what stands in its first brackets
    Str behind;                // of the form itself: what follows a comma
    bool broken;               // words stand behind the brackets
    Str bare;                  // of the form itself: without brackets and what follows a comma
} PersonName;

// Takes `form` apart, which must live as long; frees and overwrites what `*name` held (zeroed at first).
void name_parse(PersonName *name, Str form);
void name_free(PersonName *name);
// Sets ->bare, ->bracket and ->behind alone, which needs no freeing.
void name_cut(PersonName *name, Str form);

// The key under which equal forms meet: words and titles folded, one blank between them.
void name_key(Str form, Buffer *out);

// How two names go together.
typedef enum NameFit {
    NAME_APART,
    NAME_NEAR, // one is a shorter form of the other
    NAME_EQUAL // all words are the same, titles aside
} NameFit;

// Of any two.
NameFit name_fit(const PersonName *a, const PersonName *b);

// The initials of the words, as far as they fit; returns how many bytes. `small`: of the given words alone.
size_t name_initials(const PersonName *name, char *out, size_t room);

// The word that a person is called by: the surname, as far as one can tell; empty when there is none.
Str name_surname(const PersonName *name);

// An id [a-z0-9-] for the name, of at most 40 bytes; empty when no letter of it can be written so.
void name_id(const PersonName *name, Buffer *out);

// True for a word of a title or rank, folded ("mr", "dr", "ambassador"), and for one that is written with a
// point behind it ("mr", "amb").
bool name_is_title(Str word);
bool name_is_short_title(Str word);
// True for a word that makes an office, folded ("president", "secretary", "speaker").
bool name_is_office(Str word);

#endif
