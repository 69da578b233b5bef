// SPDX-License-Identifier: MIT
#include "build.h"

#include <stdlib.h>

// The format that this program knows.
#define FORMAT 1

void build_turn(Build *build, const ScanItem *found)
{
    build->lookup.input.file = found->raw.record.file;
    build->lookup.input.bytes = buffer_str(&build->scan->bytes[found->raw.record.file]);
}

const ScanItem *build_next(Build *build, RecordType type, size_t *at)
{
    while (*at < build->scan->count) {
        const ScanItem *found = &build->scan->items[(*at)++];
        if (found->raw.type == type) {
            build_turn(build, found);
            return found;
        }
    }
    return NULL;
}

size_t build_count(const Build *build, RecordType type)
{
    size_t count = 0;
    for (size_t i = 0; i < build->scan->count; i++)
        count += build->scan->items[i].raw.type == type;
    return count;
}

void *build_array(Build *build, size_t count, size_t size)
{
    return arena_new(&build->model->arena, count * size);
}

void build_cut_cycles(uint32_t *parents, size_t count, NumberList *cut)
{
    // For each item the number of the walk that passed it.
    uint32_t *walks = mem_new(count, sizeof *walks);
    for (uint32_t start = 0; start < count; start++) {
        uint32_t item = start;
        while (walks[item] == 0) {
            walks[item] = start + 1;
            uint32_t parent = parents[item];
            if (parent == NONE)
                break;
            if (walks[parent] == start + 1) {
                parents[item] = NONE;
                number_list_add(cut, item);
                break;
            }
            item = parent;
        }
    }
    free(walks);
}

static void report_id(Build *build, const ScanItem *found, DiagnosticKind kind)
{
    build_turn(build, found);
    input_problem(&build->lookup.input, kind, found->raw.id_line, found->raw.record.column,
                  found->raw.record.id);
}

void build_check_id(Build *build, const ScanItem *found, Str id)
{
    if (!id_is_valid(id))
        report_id(build, found, DIAGNOSTIC_BAD_ID);
}

void build_add_id(Build *build, Index *index, const ScanItem *found, uint32_t value)
{
    build_check_id(build, found, found->raw.record.id);
    index_add(index, found->raw.record.id, value);
}

void build_report_repeated(Build *build, const ScanItem *found)
{
    report_id(build, found, DIAGNOSTIC_REPEATED_ID);
}

void build_end_ids(Build *build, Index *index, RecordType type)
{
    index_sort(index);
    const ScanItem *found;
    uint32_t value = 0;
    for (size_t at = 0; (found = build_next(build, type, &at)); value++)
        if (index_find(index, found->raw.record.id) != value)
            build_report_repeated(build, found);
}

static void take_dossier(Build *build, const ScanItem *found)
{
    Dossier *dossier = &build->model->dossier;
    const Record *record = &found->raw.record;
    uint32_t format = FORMAT;
    dossier->record = *record;
    Str brief = record_value(record, "Short");
    dossier->brief = brief.len ? brief : record->title;
    build_check_id(build, found, record->id);
    const Pair *pair = record_pair(record, "Format");
    resolve_number(&build->lookup, pair, &format);
    if (format > FORMAT)
        input_problem(&build->lookup.input, DIAGNOSTIC_NEWER_FORMAT, pair->line, pair->column, pair->value);
}

static void build_head(Build *build)
{
    const ScanItem *found;
    bool taken = false;
    for (size_t at = 0; (found = build_next(build, RECORD_DOSSIER, &at));) {
        if (!taken && found->raw.record.file == build->main)
            take_dossier(build, found);
        else
            report_id(build, found, DIAGNOSTIC_SECOND_DOSSIER);
        taken = taken || found->raw.record.file == build->main;
    }
}

static bool is_party_key(void *lookup, Str name)
{
    return resolve_party_key(lookup, name) != NONE;
}

static void check_keys(Build *build)
{
    for (size_t i = 0; i < build->scan->count; i++) {
        const ScanItem *found = &build->scan->items[i];
        build_turn(build, found);
        if (found->raw.type != RECORD_OWN)
            record_check_keys(&build->lookup.input, &found->raw, (OtherKeys){is_party_key, &build->lookup});
    }
}

static Build build_new(Scan *scan)
{
    Model *model = scan->model;
    return (Build){
        .scan = scan,
        .model = model,
        .lookup = {.input = {.arena = &model->arena, .problems = &model->problems},
                   .dossier = &model->dossier,
                   .links = links_allowed(scan->size),
                   .topics = links_allowed(scan->size)},
    };
}

static void build_free(Build *build)
{
    lookup_free(&build->lookup);
    free(build->numbers.items);
    link_list_free(&build->links);
    free(build->mentions.items);
}

void build_dossier(Scan *scan, uint32_t main)
{
    Build build = build_new(scan);
    build.main = main;
    build_head(&build);
    build_topics(&build);
    build_things(&build);
    build_rounds(&build);
    build_discrepancies(&build);
    build_disputes(&build);
    build_positions(&build);
    build_instruments(&build);
    build_layers(&build);
    check_keys(&build);
    build_free(&build);
}
