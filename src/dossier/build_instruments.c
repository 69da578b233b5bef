// SPDX-License-Identifier: MIT
// Instruments: treaties, declarations and notes that are argued about.
#include "build.h"

// "9; TEXT; LOCATOR": the locator stands behind the last semicolon, when there are two.
static Clause take_clause(Build *build, const Pair *pair)
{
    Str value = pair->value;
    size_t first = str_find(value, ';', 0), last = value.len;
    for (size_t at = first; at < value.len; at = str_find(value, ';', at + 1))
        last = at;
    Clause clause = {.number = str_trim(str_slice(value, 0, first))};
    clause.text = str_trim(str_slice(value, first + 1, last == first ? value.len : last));
    if (last != first)
        clause.at = str_trim(str_slice(value, last + 1, value.len));
    if (!clause.number.len || !clause.text.len)
        input_problem(&build->lookup.input, DIAGNOSTIC_BAD_CLAUSE, pair->line, pair->column, value);
    return clause;
}

static void take_clauses(Build *build, Instrument *instrument)
{
    const Record *record = &instrument->record;
    Clause *clauses = build_array(build, record->pair_count, sizeof *clauses);
    for (size_t i = 0; i < record->pair_count; i++)
        if (str_is(record->pairs[i].name, "Clause"))
            clauses[instrument->clause_count++] = take_clause(build, &record->pairs[i]);
    instrument->clauses = clauses;
}

static void take_understandings(Build *build, Instrument *instrument)
{
    const Record *record = &instrument->record;
    Understanding *understandings = build_array(build, record->pair_count, sizeof *understandings);
    for (size_t i = 0; i < record->pair_count; i++) {
        Understanding *of = &understandings[instrument->understanding_count];
        of->party = resolve_party_key(&build->lookup, record->pairs[i].name);
        if (of->party == NONE)
            continue;
        resolve_refs(&build->lookup, &record->pairs[i], NONE, &build->mentions);
        of->refs = mention_list_take(&build->mentions, &build->model->arena, &of->ref_count);
        instrument->understanding_count++;
    }
    instrument->understandings = understandings;
}

static Instrument take_instrument(Build *build, const ScanItem *found)
{
    const Record *record = &found->raw.record;
    Instrument instrument = {.record = *record, .source = NONE};
    resolve_date(&build->lookup, record_pair(record, "Date"), &instrument.date);
    resolve_topics(&build->lookup, record_pair(record, "Topics"), &build->numbers);
    instrument.topics = number_list_take(&build->numbers, &build->model->arena, &instrument.topic_count);
    resolve_source(&build->lookup, record_pair(record, "Source"), &instrument.source);
    take_clauses(build, &instrument);
    take_understandings(build, &instrument);
    return instrument;
}

void build_instruments(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    size_t count = build_count(build, RECORD_INSTRUMENT);
    Instrument *instruments = build_array(build, count, sizeof *instruments);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_INSTRUMENT, &at)); index++) {
        instruments[index] = take_instrument(build, found);
        build_add_id(build, &build->model->instruments, found, index);
    }
    dossier->instruments = instruments;
    dossier->instrument_count = count;
    build_end_ids(build, &build->model->instruments, RECORD_INSTRUMENT);
}
