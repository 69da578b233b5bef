// SPDX-License-Identifier: MIT
#include "placings.h"

#include "diptych/layers.h"
#include "diptych/memory.h"

bool columns_same(const ColumnPair *columns)
{
    return columns->speech[0] == columns->speech[1];
}

static void add_placing(Placings *placings, uint32_t topic, uint32_t ordinal, Slot slot)
{
    placings->items =
        mem_grow(placings->items, &placings->capacity, placings->count + 1, sizeof *placings->items);
    placings->items[placings->count++] = (Placing){topic, ordinal, slot};
}

// Whether what stands under the topic is asked for.
static bool is_asked(const ColumnPair *columns, uint32_t topic)
{
    for (size_t i = 0; i < columns->topic_count; i++)
        if (topic_within(columns->dossier, topic, columns->topics[i]))
            return true;
    return columns->topic_count == 0;
}

static void add_passage(Placings *placings, const ColumnPair *columns, const Speech *speech, uint32_t ordinal,
                        Slot slot)
{
    const Passage *passage = &speech->passages[ordinal];
    const Dossier *dossier = columns->dossier;
    size_t count;
    const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
    bool known = false;
    for (size_t i = 0; i < count; i++) {
        uint32_t topic = topics[i];
        if (topic >= dossier->topic_count)
            continue;
        known = true;
        if (is_asked(columns, topic))
            add_placing(placings, topic, ordinal, slot);
    }
    if (!known && columns->topic_count == 0)
        add_placing(placings, (uint32_t)dossier->topic_count, ordinal, slot);
}

static void add_one_record(Placings *placings, const ColumnPair *columns)
{
    const Speech *speech = columns->speech[0];
    for (uint32_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = &speech->passages[i];
        bool left = passage_is_by(speech, passage, columns->parties[0]);
        bool right = passage_is_by(speech, passage, columns->parties[1]);
        if (left)
            add_passage(placings, columns, speech, i, SLOT_LEFT);
        if (right)
            add_passage(placings, columns, speech, i, SLOT_RIGHT);
        if (!left && !right)
            add_passage(placings, columns, speech, i, SLOT_ASIDE);
    }
}

static void add_column(Placings *placings, const ColumnPair *columns, Slot slot)
{
    const Speech *speech = columns->speech[slot];
    for (uint32_t i = 0; i < speech->passage_count; i++)
        if (passage_is_by(speech, &speech->passages[i], columns->parties[slot]))
            add_passage(placings, columns, speech, i, slot);
}

void placings_add(Placings *placings, const ColumnPair *columns)
{
    if (columns_same(columns)) {
        add_one_record(placings, columns);
        return;
    }
    add_column(placings, columns, SLOT_LEFT);
    add_column(placings, columns, SLOT_RIGHT);
}
