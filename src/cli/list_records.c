// SPDX-License-Identifier: MIT
// Lists of who and what a dossier is about: rounds, topics, parties, people, names.
#include <stdlib.h>

#include "list.h"

#include "diptych/to_come.h"

// "Peace treaty talks, first round; London (also panov)": the title, the place, the accounts besides its own.
static void round_cell(ListTable *table, const Dossier *dossier, const Round *round)
{
    Buffer cell = {0};
    buffer_add(&cell, round->record.title);
    buffer_add_text(&cell, round->place.len ? "; " : "");
    buffer_add(&cell, round->place);
    for (uint32_t i = 1; i < round->account_count; i++) {
        buffer_add_text(&cell, i == 1 ? " (also " : ", ");
        buffer_add(&cell, dossier->accounts[round->account + i].brief);
    }
    buffer_add_text(&cell, round->account_count > 1 ? ")" : "");
    table_cell(table, buffer_str(&cell));
    buffer_free(&cell);
}

// What programs get of a round instead of that.
static void round_cells(ListTable *table, const Dossier *dossier, const Round *round)
{
    Buffer items = {0};
    table_cell(table, round->record.title);
    table_cell(table, round->place);
    for (uint32_t i = 1; i < round->account_count; i++)
        table_item_add(&items, dossier->accounts[round->account + i].name);
    table_cell(table, buffer_str(&items));
    buffer_clear(&items);
    for (size_t i = 0; i < round->person_count; i++)
        table_item_add(&items, dossier->people[round->people[i]].record.id);
    table_cell(table, buffer_str(&items));
    buffer_clear(&items);
    for (size_t i = 0; i < round->source_count; i++)
        table_item_add(&items, dossier->sources[round->sources[i]].record.id);
    table_cell(table, buffer_str(&items));
    table_cell(table, round->outcome);
    buffer_free(&items);
}

void list_rounds(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "date", COLUMN_WORDS);
    table_column(table, "extent", COLUMN_WORDS);
    table_column(table, "round", COLUMN_PEOPLE);
    table_column(table, "title", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "place", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "accounts", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "people", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "sources", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "outcome", COLUMN_WORDS | COLUMN_DATA);
    for (size_t i = 0; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        table_cell(table, round->record.id);
        table_cell(table, list_date(&round->record, round->date));
        table_cell(table, str_of(extent_word(dossier->accounts[round->account].extent)));
        round_cell(table, dossier, round);
        round_cells(table, dossier, round);
    }
}

void list_topics(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "date", COLUMN_WORDS);
    table_column(table, "parent", COLUMN_WORDS);
    table_column(table, "title", COLUMN_WORDS);
    table_column(table, "short", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "kind", COLUMN_WORDS | COLUMN_DATA);
    bool *to_come = to_come_topics(dossier);
    for (size_t i = 0; i < dossier->topic_count; i++) {
        if (to_come && to_come[i])
            continue;
        const Topic *topic = &dossier->topics[i];
        table_cell(table, topic->record.id);
        table_cell(table, list_date(&topic->record, topic->date));
        table_cell(table, topic->parent == NONE ? (Str){0} : dossier->topics[topic->parent].record.id);
        table_cell(table, topic->record.title);
        table_cell(table, record_value(&topic->record, "Short"));
        table_cell(table, str_of(topic->procedural ? "procedure" : ""));
    }
    free(to_come);
}

void list_parties(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "short", COLUMN_WORDS);
    table_column(table, "title", COLUMN_WORDS);
    table_column(table, "succeeds", COLUMN_WORDS | COLUMN_DATA);
    for (size_t i = 0; i < dossier->party_count; i++) {
        const Party *party = &dossier->parties[i];
        table_cell(table, party->record.id);
        table_cell(table, party->brief);
        table_cell(table, party->record.title);
        table_cell(table, party->succeeds == NONE ? (Str){0} : dossier->parties[party->succeeds].record.id);
    }
}

void list_people(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "party", COLUMN_WORDS);
    table_column(table, "name", COLUMN_WORDS);
    table_column(table, "office", COLUMN_WORDS);
    table_column(table, "capacity", COLUMN_WORDS | COLUMN_DATA);
    bool *to_come = to_come_people(dossier);
    for (size_t i = 0; i < dossier->person_count; i++) {
        if (to_come && to_come[i])
            continue;
        const Person *person = &dossier->people[i];
        table_cell(table, person->record.id);
        table_cell(table, person->party == NONE ? (Str){0} : dossier->parties[person->party].record.id);
        table_cell(table, person->record.title);
        table_cell(table, record_value(&person->record, "Office"));
        table_cell(table, str_of(capacity_word(person->capacity)));
    }
    free(to_come);
}

// "USSR: Iturup, Итуруп; Japan: Etorofu": for people who says what.
static void naming_cell(ListTable *table, const Dossier *dossier, const Name *name)
{
    Buffer cell = {0};
    for (size_t k = 0; k < name->naming_count; k++) {
        const Naming *naming = &name->namings[k];
        buffer_add_text(&cell, k ? "; " : "");
        buffer_add(&cell, dossier->parties[naming->party].brief);
        for (size_t i = 0; i < naming->word_count; i++) {
            buffer_add_text(&cell, i ? ", " : ": ");
            buffer_add(&cell, naming->words[i]);
        }
    }
    table_cell(table, buffer_str(&cell));
    buffer_free(&cell);
}

// For programs a column for each party: what it says.
static void naming_cells(ListTable *table, const Dossier *dossier, const Name *name)
{
    Buffer items = {0};
    for (uint32_t party = 0; party < dossier->party_count; party++) {
        buffer_clear(&items);
        for (size_t k = 0; k < name->naming_count; k++)
            for (size_t i = 0; i < name->namings[k].word_count && name->namings[k].party == party; i++)
                table_item_add(&items, name->namings[k].words[i]);
        table_cell(table, buffer_str(&items));
    }
    buffer_free(&items);
}

void list_names(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "names", COLUMN_PEOPLE);
    for (size_t i = 0; i < dossier->party_count; i++) {
        Buffer column = {0};
        buffer_add_text(&column, "words.");
        buffer_add(&column, dossier->parties[i].record.id);
        char *name = buffer_steal(&column);
        table_column(table, name, COLUMN_LIST | COLUMN_DATA);
        free(name);
    }
    table_column(table, "means", COLUMN_WORDS | COLUMN_DATA);
    for (size_t i = 0; i < dossier->name_count; i++) {
        const Name *name = &dossier->names[i];
        table_cell(table, name->record.id);
        naming_cell(table, dossier, name);
        naming_cells(table, dossier, name);
        table_cell(table, record_value(&name->record, "Means"));
    }
}
