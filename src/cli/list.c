// SPDX-License-Identifier: MIT
// One line for each thing of a kind: what other programs take apart comes first, free text last.
#include <stdlib.h>
#include <string.h>

#include "find_dossier.h"
#include "subcommand.h"
#include "table.h"

#include "diptych/discrepancies.h"
#include "diptych/memory.h"

static const Operand operands[] = {
    {.name = "KIND",
     .words = "rounds topics parties people names sources events instruments positions discrepancies"},
    OPERAND_DOSSIER,
    {0},
};

static Str date_cell(const Record *record, Date date)
{
    return date_known(date) ? record_value(record, "Date") : (Str){0};
}

// "Peace treaty talks, first round; London (also panov)": the title, the place, the accounts besides its own.
static void add_round(ListTable *table, const Dossier *dossier, const Round *round)
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

static void list_rounds(ListTable *table, const Dossier *dossier)
{
    table_open(table, 4);
    for (size_t i = 0; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        table_cell(table, round->record.id);
        table_cell(table, date_cell(&round->record, round->date));
        table_cell(table, str_of(extent_word(dossier->accounts[round->account].extent)));
        add_round(table, dossier, round);
    }
}

static void list_topics(ListTable *table, const Dossier *dossier)
{
    table_open(table, 4);
    for (size_t i = 0; i < dossier->topic_count; i++) {
        const Topic *topic = &dossier->topics[i];
        table_cell(table, topic->record.id);
        table_cell(table, date_cell(&topic->record, topic->date));
        table_cell(table, topic->parent == NONE ? (Str){0} : dossier->topics[topic->parent].record.id);
        table_cell(table, topic->record.title);
    }
}

static void list_parties(ListTable *table, const Dossier *dossier)
{
    table_open(table, 3);
    for (size_t i = 0; i < dossier->party_count; i++) {
        table_cell(table, dossier->parties[i].record.id);
        table_cell(table, dossier->parties[i].brief);
        table_cell(table, dossier->parties[i].record.title);
    }
}

static void list_people(ListTable *table, const Dossier *dossier)
{
    table_open(table, 4);
    for (size_t i = 0; i < dossier->person_count; i++) {
        const Person *person = &dossier->people[i];
        table_cell(table, person->record.id);
        table_cell(table, person->party == NONE ? (Str){0} : dossier->parties[person->party].record.id);
        table_cell(table, person->record.title);
        table_cell(table, record_value(&person->record, "Office"));
    }
}

static void add_naming(Buffer *cell, const Dossier *dossier, const Naming *naming)
{
    if (cell->len)
        buffer_add_text(cell, "; ");
    buffer_add(cell, dossier->parties[naming->party].brief);
    for (size_t i = 0; i < naming->word_count; i++) {
        buffer_add_text(cell, i ? ", " : ": ");
        buffer_add(cell, naming->words[i]);
    }
}

static void list_names(ListTable *table, const Dossier *dossier)
{
    table_open(table, 2);
    for (size_t i = 0; i < dossier->name_count; i++) {
        const Name *name = &dossier->names[i];
        Buffer cell = {0};
        for (size_t k = 0; k < name->naming_count; k++)
            add_naming(&cell, dossier, &name->namings[k]);
        table_cell(table, name->record.id);
        table_cell(table, buffer_str(&cell));
        buffer_free(&cell);
    }
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

static void list_sources(ListTable *table, const Dossier *dossier)
{
    table_open(table, 7);
    for (size_t i = 0; i < dossier->source_count; i++) {
        const Source *source = &dossier->sources[i];
        Str date = record_value(&source->record, "Date");
        size_t year = 0;
        while (year < date.len && date.at[year] >= '0' && date.at[year] <= '9')
            year++;
        table_cell(table, source->record.id);
        table_cell(table, str_of(source_kind_word(source->kind)));
        table_cell(table, str_slice(date, 0, year));
        table_cell(table, source->standpoint);
        table_cell(table, record_value(&source->record, "Author"));
        table_cell(table, source->record.title);
        add_identifier(table, &source->record);
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

static void list_events(ListTable *table, const Dossier *dossier)
{
    table_open(table, 2);
    const Event **events = sorted_events(dossier);
    for (size_t i = 0; i < dossier->event_count; i++) {
        Buffer cell = {0};
        buffer_add(&cell, events[i]->record.title);
        for (size_t k = 0; k < events[i]->topic_count; k++) {
            buffer_add_text(&cell, k ? ", " : " (");
            buffer_add(&cell, dossier->topics[events[i]->topics[k]].record.id);
        }
        buffer_add_text(&cell, events[i]->topic_count ? ")" : "");
        table_cell(table, events[i]->record.id);
        table_cell(table, buffer_str(&cell));
        buffer_free(&cell);
    }
    free(events);
}

static void list_instruments(ListTable *table, const Dossier *dossier)
{
    table_open(table, 3);
    for (size_t i = 0; i < dossier->instrument_count; i++) {
        const Instrument *instrument = &dossier->instruments[i];
        table_cell(table, instrument->record.id);
        table_cell(table, date_cell(&instrument->record, instrument->date));
        table_cell(table, instrument->record.title);
    }
}

static void list_positions(ListTable *table, const Dossier *dossier)
{
    table_open(table, 4);
    for (size_t i = 0; i < dossier->position_count; i++) {
        const Position *position = &dossier->positions[i];
        table_cell(table, dossier->accounts[position->account].name);
        table_cell(table, dossier->parties[position->party].record.id);
        table_cell(table, dossier->topics[position->topic].record.id);
        table_cell(table, position->text);
    }
}

static void list_discrepancies(ListTable *table, const Dossier *dossier)
{
    table_open(table, 3);
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++) {
        Buffer rounds = {0};
        discrepancy_rounds_add(&rounds, dossier, i, ",");
        table_cell(table, dossier->discrepancies[i].record.id);
        table_cell(table, buffer_str(&rounds));
        table_cell(table, dossier->discrepancies[i].about);
        buffer_free(&rounds);
    }
}

static const struct Kind {
    const char *name;
    void (*list)(ListTable *table, const Dossier *dossier);
} kinds[] = {
    {"rounds", list_rounds},       {"topics", list_topics},
    {"parties", list_parties},     {"people", list_people},
    {"names", list_names},         {"sources", list_sources},
    {"events", list_events},       {"instruments", list_instruments},
    {"positions", list_positions}, {"discrepancies", list_discrepancies},
};

static const struct Kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

static int list_kind(Output *output, const struct Kind *kind, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    ListTable table;
    kind->list(&table, dossier);
    size_t lines = table_print(&table, output, output_is_terminal() ? output_width() : 0);
    dossier_close(dossier);
    return lines ? EXIT_DONE : EXIT_NOTHING;
}

static int run(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_list, argc, argv);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_list, &argc, &argv))
        return EXIT_TROUBLE;
    const struct Kind *kind = find_kind(argv[0]);
    if (!kind)
        return arguments_wrong(output, &subcommand_list, "%s: no such kind of thing", argv[0]);
    return list_kind(output, kind, argc > 1 ? argv[1] : NULL);
}

const Subcommand subcommand_list = {
    .name = "list",
    .run = run,
    .brief = "list what a dossier holds, one line each",
    .about = "Lists what a dossier holds, one line each. The id comes first, what may hold\n"
             "blanks last; '-' stands for what is not given. A line that is wider than the\n"
             "terminal is cut; in a pipe or file lines are whole.\n"
             "\n"
             "  rounds         id, date, extent, title, place, other accounts; in order of date\n"
             "  topics         id, date, parent, title\n"
             "  parties        id, short name, title\n"
             "  people         id, party, name, office\n"
             "  names          id, who says what\n"
             "  sources        id, kind, year, standpoint, author, title, identifier\n"
             "  events         date, title, topics; in order of date\n"
             "  instruments    id, date, title\n"
             "  positions      round or account, party, topic, what it holds\n"
             "  discrepancies  id, rounds, about\n",
    .operands = operands,
};
