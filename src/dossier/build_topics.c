// SPDX-License-Identifier: MIT
// Topics and their parents.
#include "build.h"

#include <stdlib.h>

static void find_parents(Build *build, Topic *topics)
{
    const Found *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_TOPIC, &at)); index++) {
        const Pair *pair = record_pair(&found->raw.record, "Parent");
        uint32_t parent = pair ? dossier_topic(&build->model->dossier, pair->value) : NONE;
        if (pair && parent == NONE)
            reader_problem(&build->reader, DIAGNOSTIC_UNKNOWN_TOPIC, pair->line, pair->column, pair->value);
        topics[index].parent = parent;
    }
}

// Follows each topic upwards, once: a way that comes back to itself is cut where it does. `walks` holds, for
// each topic, the number of the walk that passed it.
static void cut_cycles(Build *build, Topic *topics, size_t count)
{
    uint32_t *walks = mem_new(count, sizeof *walks);
    const Found *found;
    uint32_t walk = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_TOPIC, &at));) {
        uint32_t topic = walk++;
        while (walks[topic] == 0) {
            walks[topic] = walk;
            uint32_t parent = topics[topic].parent;
            if (parent == NONE)
                break;
            if (walks[parent] == walk) {
                const Pair *pair = record_pair(&topics[topic].record, "Parent");
                diagnostic_add(build->reader.problems, DIAGNOSTIC_TOPIC_CYCLE, topics[topic].record.file,
                               pair->line, pair->column, pair->value);
                topics[topic].parent = NONE;
                break;
            }
            topic = parent;
        }
    }
    free(walks);
}

void build_topics(Build *build)
{
    Dossier *dossier = &build->model->dossier;
    size_t count = build_count(build, RECORD_TOPIC);
    Topic *topics = build_array(build, count, sizeof *topics);
    const Found *found;
    uint32_t index = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_TOPIC, &at)); index++) {
        topics[index] = (Topic){.record = found->raw.record, .parent = NONE};
        resolve_date(&build->reader, record_pair(&found->raw.record, "Date"), &topics[index].date);
        build_add_id(build, &build->model->topics, found, index);
    }
    dossier->topics = topics;
    dossier->topic_count = count;
    build_end_ids(build, &build->model->topics, RECORD_TOPIC);
    find_parents(build, topics);
    cut_cycles(build, topics, count);
}
