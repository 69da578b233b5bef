// SPDX-License-Identifier: MIT
// Topics and their parents.
#include "build.h"

#include <stdlib.h>

static void find_parents(Build *build, Topic *topics)
{
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_TOPIC, &at)); index++) {
        const Pair *pair = record_pair(&found->raw.record, "Parent");
        uint32_t parent = pair ? dossier_topic(&build->model->dossier, pair->value) : NONE;
        if (pair && parent == NONE)
            input_problem(&build->lookup.input, DIAGNOSTIC_UNKNOWN_TOPIC, pair->line, pair->column,
                          pair->value);
        topics[index].parent = parent;
    }
}

static void cut_cycles(Build *build, Topic *topics, size_t count)
{
    uint32_t *parents = mem_new(count, sizeof *parents);
    NumberList cut = {0};
    for (size_t i = 0; i < count; i++)
        parents[i] = topics[i].parent;
    build_cut_cycles(parents, count, &cut);
    for (size_t i = 0; i < cut.count; i++) {
        Topic *topic = &topics[cut.items[i]];
        const Pair *pair = record_pair(&topic->record, "Parent");
        topic->parent = NONE;
        diagnostic_add(build->lookup.input.problems, DIAGNOSTIC_TOPIC_CYCLE, topic->record.file, pair->line,
                       pair->column, pair->value);
    }
    free(cut.items);
    free(parents);
}

// "procedure" or "substance"; what a topic does not say it has from above.
static void take_kind(Build *build, const Record *record, Topic *topic)
{
    const Pair *pair = record_pair(record, "Kind");
    topic->procedural = pair && str_is(pair->value, "procedure");
    if (pair && !topic->procedural && !str_is(pair->value, "substance"))
        input_problem_about(&build->lookup.input, DIAGNOSTIC_UNKNOWN_WORD, pair->line, pair->column,
                            pair->value, str_of("topic kind"));
}

// Gives each topic its place in a walk from the top, so that a question about ancestors climbs no long chain,
// and its kind from above.
// From the bottom each one's size is added to its parent's; from the top each takes its share of the places.
static void place_topics(Topic *topics, size_t count)
{
    uint32_t *marks = mem_new(count, sizeof *marks); // children to come; later, the next child's place
    uint32_t *order = mem_new(count, sizeof *order); // children before parents
    size_t known = 0;
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++)
        if (topics[i].parent != NONE)
            marks[topics[i].parent]++;
    for (uint32_t i = 0; i < count; i++) {
        topics[i].end = 1;
        if (marks[i] == 0)
            order[known++] = i;
    }
    for (size_t i = 0; i < known; i++) {
        uint32_t parent = topics[order[i]].parent;
        if (parent == NONE)
            continue;
        topics[parent].end += topics[order[i]].end;
        if (--marks[parent] == 0)
            order[known++] = parent;
    }
    for (size_t i = known; i-- > 0;) {
        Topic *topic = &topics[order[i]];
        uint32_t *from = topic->parent == NONE ? &next : &marks[topic->parent];
        topic->place = *from;
        marks[order[i]] = *from + 1;
        *from += topic->end;
        topic->end += topic->place;
        if (topic->parent != NONE && !record_pair(&topic->record, "Kind"))
            topic->procedural = topics[topic->parent].procedural;
    }
    free(order);
    free(marks);
}

void build_topics(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    size_t count = build_count(build, RECORD_TOPIC);
    Topic *topics = build_array(build, count, sizeof *topics);
    const ScanItem *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_TOPIC, &at)); index++) {
        topics[index] = (Topic){.record = found->raw.record, .parent = NONE};
        resolve_date(&build->lookup, record_pair(&found->raw.record, "Date"), &topics[index].date);
        take_kind(build, &found->raw.record, &topics[index]);
        build_add_id(build, &build->model->topics, found, index);
    }
    dossier->topics = topics;
    dossier->topic_count = count;
    build_end_ids(build, &build->model->topics, RECORD_TOPIC);
    find_parents(build, topics);
    cut_cycles(build, topics, count);
    place_topics(topics, count);
}
