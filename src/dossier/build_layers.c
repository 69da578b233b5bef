// SPDX-License-Identifier: MIT
// Discrepancies and layers: records that point at passages.
#include "build.h"

#include <stdlib.h>
#include <string.h>

// The references before the first semicolon.
static void take_references(Build *build, const Pair *pair, Reading *reading)
{
    resolve_listed_refs(&build->lookup, input_items_before(&build->lookup.input, pair, ';'), NONE,
                        &build->mentions);
    reading->refs = mention_list_take(&build->mentions, &build->model->arena, &reading->ref_count);
    if (reading->ref_count)
        reading->ref = reading->refs[0].ref;
}

// "REF REF; text", or the text alone.
// That names no passages, which it may have been meant to.
static Reading bare_reading(Build *build, const Pair *pair, Reading reading)
{
    input_problem(&build->lookup.input, DIAGNOSTIC_BARE_READING, pair->line, pair->column, pair->value);
    return reading;
}

static Reading take_reading(Build *build, const Pair *pair)
{
    Reading reading = {.ref = {.account = NONE}, .text = pair->value};
    size_t end = str_find(pair->value, ';', 0);
    if (end == pair->value.len)
        return bare_reading(build, pair, reading);
    take_references(build, pair, &reading);
    reading.text = str_trim(str_slice(pair->value, end + 1, pair->value.len));
    return reading;
}

static Discrepancy take_discrepancy(Build *build, const ScanItem *found)
{
    const Record *record = &found->raw.record;
    Discrepancy discrepancy = {.record = *record, .about = record_value(record, "About")};
    resolve_topics(&build->lookup, record_pair(record, "Topics"), &build->numbers);
    discrepancy.topics = number_list_take(&build->numbers, &build->model->arena, &discrepancy.topic_count);
    Reading *readings = build_array(build, record->pair_count, sizeof *readings);
    for (size_t i = 0; i < record->pair_count; i++)
        if (str_is(record->pairs[i].name, "Reading"))
            readings[discrepancy.reading_count++] = take_reading(build, &record->pairs[i]);
    discrepancy.readings = readings;
    return discrepancy;
}

void build_discrepancies(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    size_t count = build_count(build, RECORD_DISCREPANCY);
    Discrepancy *discrepancies = build_array(build, count, sizeof *discrepancies);
    Index ids = {0};
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_DISCREPANCY, &at)); index++) {
        discrepancies[index] = take_discrepancy(build, found);
        build_add_id(build, &ids, found, index);
    }
    build_end_ids(build, &ids, RECORD_DISCREPANCY);
    index_free(&ids);
    dossier->discrepancies = discrepancies;
    dossier->discrepancy_count = count;
}

static Layer take_layer(Build *build, const ScanItem *found)
{
    const Record *record = &found->raw.record;
    const Pair *pair = record_pair(record, "For");
    Layer layer = {.record = *record, .by = record_value(record, "By")};
    layer.applies = pair && str_equal(pair->value, build->model->dossier.record.id);
    if (pair && !layer.applies)
        input_problem(&build->lookup.input, DIAGNOSTIC_FOREIGN_LAYER, pair->line, pair->column, pair->value);
    build_check_id(build, found, record->id);
    return layer;
}

static Remark take_remark(Build *build, const ScanItem *found, uint32_t layer)
{
    const RawRecord *raw = &found->raw;
    Remark remark = {.record = raw->record, .layer = layer, .ref = {.account = NONE}};
    RefResult result = ref_read(&build->model->dossier, raw->record.id, NONE, &remark.ref);
    if (result != REF_FOUND || remark.ref.first == 0 || remark.ref.last != remark.ref.first) {
        input_problem(&build->lookup.input,
                      result == REF_NO_ACCOUNT ? DIAGNOSTIC_DANGLING_REFERENCE : DIAGNOSTIC_BAD_REFERENCE,
                      raw->id_line, raw->record.column, raw->record.id);
        remark.ref = (Ref){.account = NONE};
    }
    for (size_t i = 0; i < raw->record.pair_count; i++) {
        const Pair *pair = &raw->record.pairs[i];
        Verb verb;
        if (str_is(pair->name, "Topics"))
            resolve_topics(&build->lookup, pair, &build->numbers);
        else if (verb_parse(pair->name, &verb))
            resolve_links(&build->lookup, pair, verb, remark.ref.account, &build->links);
    }
    for (size_t i = 0; i < build->links.count; i++)
        build->links.items[i].layer = layer;
    remark.topics = number_list_take(&build->numbers, &build->model->arena, &remark.topic_count);
    remark.links = link_list_take(&build->lookup, &build->links, &remark.link_count);
    return remark;
}

// Adds the remarks of all layers that apply, in the order of the files. A remark belongs to the layer before
// it in its file; without one it belongs to none.
static void collect_remarks(Build *build, Layer *layers, Remark *remarks)
{
    Dossier *dossier = &build->model->dossier;
    const Layer *layer = NULL;
    for (size_t i = 0; i < build->scan->count; i++) {
        const ScanItem *found = &build->scan->items[i];
        build_turn(build, found);
        if (found->raw.type == RECORD_LAYER) {
            layers[dossier->layer_count] = take_layer(build, found);
            layer = &layers[dossier->layer_count++];
        } else if (found->raw.type == RECORD_ON) {
            if (!layer || layer->record.file != found->raw.record.file)
                input_problem(&build->lookup.input, DIAGNOSTIC_STRAY_REMARK, found->raw.record.line, 1,
                              found->raw.record.id);
            else if (layer->applies)
                remarks[dossier->remark_count++] = take_remark(build, found, (uint32_t)(layer - layers));
        }
    }
}

void build_layers(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    Layer *layers = build_array(build, build_count(build, RECORD_LAYER), sizeof *layers);
    Remark *remarks = build_array(build, build_count(build, RECORD_ON), sizeof *remarks);
    collect_remarks(build, layers, remarks);
    dossier->layers = layers;
    dossier->remarks = remarks;
}
