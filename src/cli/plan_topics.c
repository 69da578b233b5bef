// SPDX-License-Identifier: MIT
// Which topics there are, to choose from.
#include <stdlib.h>

#include "diptych/layers.h"
#include "plan.h"
#include "table.h"

// Texts are kept up to here between accounts, in bytes.
#define LOADED_MAX ((size_t)1 << 24)

// Counts the passage once for each of its topics and for those above them. `counted` holds, by topic, the
// last passage that it was counted for.
static void count_passage(const Dossier *dossier, const Speech *speech, const Passage *passage, size_t place,
                          size_t *counts, size_t *counted)
{
    size_t count;
    const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++)
        for (uint32_t topic = topics[i]; topic < dossier->topic_count && counted[topic] != place;
             topic = dossier->topics[topic].parent) {
            counted[topic] = place;
            counts[topic]++;
        }
}

static size_t *count_passages(Dossier *dossier, const Chosen *accounts)
{
    size_t *counts = mem_new(dossier->topic_count, sizeof *counts), place = 0;
    size_t *counted = mem_new(dossier->topic_count, sizeof *counted);
    for (uint32_t account = 0; account < dossier->account_count; account++) {
        if (accounts->count && !chosen_has(accounts, account))
            continue;
        const Speech *speech = dossier_speech(dossier, account);
        for (size_t i = 0; i < speech->passage_count; i++)
            count_passage(dossier, speech, &speech->passages[i], ++place, counts, counted);
        dossier_trim(dossier, LOADED_MAX);
    }
    free(counted);
    return counts;
}

static bool is_chosen(const Dossier *dossier, const Chosen *topics, uint32_t topic)
{
    for (size_t i = 0; i < topics->count; i++)
        if (topic_within(dossier, topic, topics->items[i]))
            return true;
    return topics->count == 0;
}

bool plan_print_topics(Output *output, Dossier *dossier, const Chosen *accounts, const Chosen *topics)
{
    ListTable table;
    size_t *counts = count_passages(dossier, accounts);
    table_open(&table, output, TABLE_TEXT);
    table_column(&table, "topic", COLUMN_WORDS);
    table_column(&table, "passages", COLUMN_NUMBER);
    table_column(&table, "title", COLUMN_WORDS);
    for (uint32_t topic = 0; topic < dossier->topic_count; topic++) {
        if (!counts[topic] || !is_chosen(dossier, topics, topic))
            continue;
        Buffer count = {0};
        buffer_addf(&count, "%zu", counts[topic]);
        table_cell(&table, dossier->topics[topic].record.id);
        table_cell(&table, buffer_str(&count));
        table_cell(&table, dossier->topics[topic].record.title);
        buffer_free(&count);
    }
    free(counts);
    return table_close(&table) > 0;
}
