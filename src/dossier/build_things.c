// SPDX-License-Identifier: MIT
// Parties, people, names, sources and events.
#include "build.h"

#include <stdlib.h>

// Each way goes back only to parties whose side is known, so that it is gone once.
static void find_sides(Party *parties, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t side = i;
        while (parties[side].side == NONE && parties[side].succeeds != NONE)
            side = parties[side].succeeds;
        if (parties[side].side != NONE)
            side = parties[side].side;
        for (uint32_t party = i; party != NONE && parties[party].side == NONE;
             party = parties[party].succeeds)
            parties[party].side = side;
    }
}

static void report_successor(Build *build, const Party *party)
{
    const Pair *pair = record_pair(&party->record, "Succeeds");
    diagnostic_add(build->lookup.input.problems, DIAGNOSTIC_UNKNOWN_PARTY, party->record.file, pair->line,
                   pair->column, pair->value);
}

// A party that would succeed itself succeeds none.
static void find_successions(Build *build, Party *parties, size_t count)
{
    uint32_t *earlier = mem_new(count, sizeof *earlier);
    NumberList cut = {0};
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_PARTY, &at)); index++) {
        earlier[index] = NONE;
        resolve_party(&build->lookup, record_pair(&found->raw.record, "Succeeds"), &earlier[index]);
    }
    build_cut_cycles(earlier, count, &cut);
    for (size_t i = 0; i < count; i++)
        parties[i].succeeds = earlier[i];
    for (size_t i = 0; i < cut.count; i++)
        report_successor(build, &parties[cut.items[i]]);
    find_sides(parties, count);
    free(cut.items);
    free(earlier);
}

static void build_parties(Build *build)
{
    size_t count = build_count(build, RECORD_PARTY);
    Party *parties = build_array(build, count, sizeof *parties);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_PARTY, &at)); index++) {
        const Record *record = &found->raw.record;
        Str brief = record_value(record, "Short");
        parties[index] = (Party){
            .record = *record, .brief = brief.len ? brief : record->title, .succeeds = NONE, .side = NONE};
        build_add_id(build, &build->model->parties, found, index);
    }
    build->model->dossier.parties = parties;
    build->model->dossier.party_count = count;
    build_end_ids(build, &build->model->parties, RECORD_PARTY);
    find_successions(build, parties, count);
}

static void build_people(Build *build)
{
    size_t count = build_count(build, RECORD_PERSON);
    Person *people = build_array(build, count, sizeof *people);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_PERSON, &at)); index++) {
        people[index] = (Person){.record = found->raw.record, .party = NONE};
        resolve_party(&build->lookup, record_pair(&found->raw.record, "Party"), &people[index].party);
        resolve_capacity(&build->lookup, record_pair(&found->raw.record, "Capacity"),
                         &people[index].capacity);
        build_add_id(build, &build->model->people, found, index);
    }
    build->model->dossier.people = people;
    build->model->dossier.person_count = count;
    build_end_ids(build, &build->model->people, RECORD_PERSON);
}

static void build_sources(Build *build)
{
    size_t count = build_count(build, RECORD_SOURCE);
    Source *sources = build_array(build, count, sizeof *sources);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_SOURCE, &at)); index++) {
        const Record *record = &found->raw.record;
        Source *source = &sources[index];
        *source = (Source){.record = *record, .kind = SOURCE_DOCUMENT};
        source->standpoint = record_value(record, "Standpoint");
        const Pair *kind = record_pair(record, "Kind");
        if (kind && !source_kind_parse(kind->value, &source->kind))
            resolve_refuse_word(&build->lookup, kind);
        build_add_id(build, &build->model->sources, found, index);
    }
    build->model->dossier.sources = sources;
    build->model->dossier.source_count = count;
    build_end_ids(build, &build->model->sources, RECORD_SOURCE);
}

// The words of a list, separated by semicolons.
static const Str *take_words(Build *build, Str value, size_t *count)
{
    Str rest = value, piece;
    size_t room = 1;
    for (size_t i = 0; i < value.len; i++)
        room += value.at[i] == ';';
    Str *words = build_array(build, room, sizeof *words);
    *count = 0;
    while (str_next(&rest, ";", &piece))
        if (str_trim(piece).len)
            words[(*count)++] = str_trim(piece);
    return words;
}

static void take_namings(Build *build, Name *name)
{
    Naming *namings = build_array(build, name->record.pair_count, sizeof *namings);
    for (size_t i = 0; i < name->record.pair_count; i++) {
        const Pair *pair = &name->record.pairs[i];
        uint32_t party = resolve_party_key(&build->lookup, pair->name);
        if (party == NONE)
            continue;
        Naming *naming = &namings[name->naming_count++];
        naming->party = party;
        naming->words = take_words(build, pair->value, &naming->word_count);
    }
    name->namings = namings;
}

static void build_names(Build *build)
{
    size_t count = build_count(build, RECORD_NAME);
    Name *names = build_array(build, count, sizeof *names);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_NAME, &at)); index++) {
        names[index].record = found->raw.record;
        take_namings(build, &names[index]);
        build_add_id(build, &build->model->names, found, index);
    }
    build->model->dossier.names = names;
    build->model->dossier.name_count = count;
    build_end_ids(build, &build->model->names, RECORD_NAME);
}

static void build_events(Build *build)
{
    size_t count = build_count(build, RECORD_EVENT);
    Event *events = build_array(build, count, sizeof *events);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_EVENT, &at)); index++) {
        const RawRecord *raw = &found->raw;
        Event *event = &events[index];
        *event = (Event){.record = raw->record, .source = NONE};
        if (!date_parse(raw->record.id, &event->date))
            input_problem(&build->lookup.input, DIAGNOSTIC_BAD_DATE, raw->id_line, raw->record.column,
                          raw->record.id);
        resolve_topics(&build->lookup, record_pair(&raw->record, "Topics"), &build->numbers);
        event->topics = number_list_take(&build->numbers, &build->model->arena, &event->topic_count);
        resolve_source(&build->lookup, record_pair(&raw->record, "Source"), &event->source);
    }
    build->model->dossier.events = events;
    build->model->dossier.event_count = count;
}

void build_things(Build *build)
{
    build_parties(build);
    build_people(build);
    build_sources(build);
    build_names(build);
    build_events(build);
}
