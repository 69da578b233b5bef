// SPDX-License-Identifier: MIT
// How well words fit the names of a thing.
#ifndef DIPTYCH_FIND_FITTING_H
#define DIPTYCH_FIND_FITTING_H

#include "diptych/fold.h"
#include "diptych/meaning.h"

// What is looked for, and what has been found.
typedef struct Seeker {
    Dossier *dossier;
    Str words;  // as given
    Str folded; // held by `query`
    Folded query, field;
    Date date;
    bool dated, year; // the words are a date; a year alone
    unsigned month;   // they are a day without its year: 1 to 12; 0: they are not
    uint32_t day;
    Meanings *out;
} Seeker;

// Each of these takes over how the words fit one of the thing's names, when that is better than what is
// known. `whole` is what all of the name is worth; a list has ";" between its names.
void fitting_name(Seeker *seeker, Meaning *meaning, Str name, Fit whole);
void fitting_list(Seeker *seeker, Meaning *meaning, Str list, Fit whole);
// By id, title, Short: and Words:.
void fitting_record(Seeker *seeker, Meaning *meaning, const Record *record);
void fitting_namings(Seeker *seeker, Meaning *meaning, const Name *name);
void fitting_date(Seeker *seeker, Meaning *meaning, Date date);
// By those who wrote a source, or their surnames.
void fitting_authors(Seeker *seeker, Meaning *meaning, Str authors);

// The last word of a person's name.
Str fitting_surname(Str name);

#endif
