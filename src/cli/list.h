// SPDX-License-Identifier: MIT
// The kinds of things that are listed.
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include "chosen.h"
#include "table.h"

// Of what is said and held: which. Nothing chosen of a kind: all of it.
typedef struct ListWhat {
    Chosen accounts, parties;
    bool by_topic; // the next counts
    Chosen topics; // those below the ones that were named among them
} ListWhat;

// Whether a thing with these is to be listed.
bool list_has_account(const ListWhat *what, uint32_t account);
bool list_has_party(const ListWhat *what, uint32_t party);
bool list_has_topics(const ListWhat *what, const uint32_t *topics, size_t count);

// The date of a record as it is written; nothing where the day is not known.
Str list_date(const Record *record, Date date);

// Each adds its columns to the open table, and a row for each thing.
void list_rounds(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_topics(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_parties(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_people(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_names(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_sources(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_events(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_instruments(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_positions(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_discrepancies(ListTable *table, Dossier *dossier, const ListWhat *what);
void list_passages(ListTable *table, Dossier *dossier, const ListWhat *what);

#endif
