// SPDX-License-Identifier: MIT
// Lists of what a dossier draws on: sources, events, instruments.
#include <stdlib.h>

#include "diptych/cite.h"
#include "list.h"

Str list_date(const Record *record, Date date)
{
    return date_known(date) ? record_value(record, "Date") : (Str){0};
}

static void topic_items_add(Buffer *items, const Dossier *dossier, const uint32_t *topics, size_t count)
{
    for (size_t i = 0; i < count; i++)
        table_item_add(items, dossier->topics[topics[i]].record.id);
}

// The id of a source, or nothing.
static Str source_cell(const Dossier *dossier, uint32_t source)
{
    return source == NONE ? (Str){0} : dossier->sources[source].record.id;
}

// What a library finds the source by, the surest first; a bulletin that has no such number, by its issue.
static void add_identifier(ListTable *table, const Record *record)
{
    static const char *const keys[] = {"DOI", "ISBN", "Archive", "URL"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        Str value = record_value(record, keys[i]);
        if (value.len) {
            table_cell(table, value);
            return;
        }
    }
    Buffer cell = {0};
    Str issue = record_value(record, "Issue");
    if (issue.len) {
        buffer_add(&cell, record_value(record, "Container"));
        buffer_add_text(&cell, " ");
        buffer_add(&cell, issue);
    }
    table_cell(table, buffer_str(&cell));
    buffer_free(&cell);
}

// The year that a date begins with.
static Str year_of(Str date)
{
    size_t year = 0;
    while (year < date.len && date.at[year] >= '0' && date.at[year] <= '9')
        year++;
    return str_slice(date, 0, year);
}

void list_sources(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "kind", COLUMN_WORDS);
    table_column(table, "year", COLUMN_WORDS);
    table_column(table, "standpoint", COLUMN_WORDS);
    table_column(table, "author", COLUMN_WORDS);
    table_column(table, "title", COLUMN_WORDS);
    table_column(table, "identifier", COLUMN_WORDS);
    table_column(table, "citation", COLUMN_WORDS | COLUMN_DATA);
    for (uint32_t i = 0; i < dossier->source_count; i++) {
        const Source *source = &dossier->sources[i];
        Buffer citation = {0};
        table_cell(table, source->record.id);
        table_cell(table, str_of(source_kind_word(source->kind)));
        table_cell(table, year_of(record_value(&source->record, "Date")));
        table_cell(table, source->standpoint);
        table_cell(table, record_value(&source->record, "Author"));
        table_cell(table, source->record.title);
        add_identifier(table, &source->record);
        cite_source_add(&citation, dossier, i);
        table_cell(table, buffer_str(&citation));
        buffer_free(&citation);
    }
}

static int compare_events(const void *a, const void *b)
{
    const Event *const *x = a, *const *y = b;
    int order = date_compare((*x)->date, (*y)->date);
    return order ? order : (*x > *y) - (*x < *y);
}

// Addresses of the events in order of date, then of the files. The caller frees the array.
static const Event **sorted_events(const Dossier *dossier)
{
    const Event **events = mem_new(dossier->event_count, sizeof *events);
    for (size_t i = 0; i < dossier->event_count; i++)
        events[i] = &dossier->events[i];
    qsort(events, dossier->event_count, sizeof *events, compare_events);
    return events;
}

// "Title (topic, topic)".
static void event_cell(ListTable *table, const Dossier *dossier, const Event *event)
{
    Buffer cell = {0};
    buffer_add(&cell, event->record.title);
    for (size_t k = 0; k < event->topic_count; k++) {
        buffer_add_text(&cell, k ? ", " : " (");
        buffer_add(&cell, dossier->topics[event->topics[k]].record.id);
    }
    buffer_add_text(&cell, event->topic_count ? ")" : "");
    table_cell(table, buffer_str(&cell));
    buffer_free(&cell);
}

void list_events(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "date", COLUMN_WORDS);
    table_column(table, "event", COLUMN_PEOPLE);
    table_column(table, "title", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "topics", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "source", COLUMN_WORDS | COLUMN_DATA);
    const Event **events = sorted_events(dossier);
    for (size_t i = 0; i < dossier->event_count; i++) {
        Buffer items = {0};
        table_cell(table, events[i]->record.id);
        event_cell(table, dossier, events[i]);
        table_cell(table, events[i]->record.title);
        topic_items_add(&items, dossier, events[i]->topics, events[i]->topic_count);
        table_cell(table, buffer_str(&items));
        table_cell(table, source_cell(dossier, events[i]->source));
        buffer_free(&items);
    }
    free(events);
}

void list_instruments(ListTable *table, Dossier *dossier, const ListWhat *what)
{
    (void)what;
    table_column(table, "id", COLUMN_WORDS);
    table_column(table, "date", COLUMN_WORDS);
    table_column(table, "title", COLUMN_WORDS);
    table_column(table, "topics", COLUMN_LIST | COLUMN_DATA);
    table_column(table, "source", COLUMN_WORDS | COLUMN_DATA);
    table_column(table, "clauses", COLUMN_LIST | COLUMN_DATA);
    for (size_t i = 0; i < dossier->instrument_count; i++) {
        const Instrument *instrument = &dossier->instruments[i];
        Buffer items = {0};
        table_cell(table, instrument->record.id);
        table_cell(table, list_date(&instrument->record, instrument->date));
        table_cell(table, instrument->record.title);
        topic_items_add(&items, dossier, instrument->topics, instrument->topic_count);
        table_cell(table, buffer_str(&items));
        table_cell(table, source_cell(dossier, instrument->source));
        buffer_clear(&items);
        for (size_t k = 0; k < instrument->clause_count; k++)
            table_item_add(&items, instrument->clauses[k].number);
        table_cell(table, buffer_str(&items));
        buffer_free(&items);
    }
}
