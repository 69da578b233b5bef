// SPDX-License-Identifier: MIT
// What layers add to passages.
#include <string.h>

#include "loaded.h"

// The first remark about the account or a later one.
static size_t first_remark(const Model *model, uint32_t account)
{
    size_t low = 0, high = model->remark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (model->dossier.remarks[model->remarks[middle]].ref.account < account)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Puts `more` behind the topics, without repetition.
static void add_topics(const Dossier *dossier, Passage *passage, const uint32_t *remarks, size_t count,
                       Arena *arena)
{
    size_t room = passage->topic_count;
    for (size_t i = 0; i < count; i++)
        room += dossier->remarks[remarks[i]].topic_count;
    if (room == passage->topic_count)
        return;
    uint32_t *topics = arena_new(arena, room * sizeof *topics);
    if (passage->topic_count)
        memcpy(topics, passage->topics, passage->topic_count * sizeof *topics);
    passage->topics = topics;
    for (size_t i = 0; i < count; i++) {
        const Remark *remark = &dossier->remarks[remarks[i]];
        for (size_t j = 0; j < remark->topic_count; j++)
            if (!passage_has_topic(passage, remark->topics[j]))
                topics[passage->topic_count++] = remark->topics[j];
    }
}

static void add_links(const Dossier *dossier, Passage *passage, const uint32_t *remarks, size_t count,
                      Arena *arena)
{
    size_t room = passage->link_count;
    for (size_t i = 0; i < count; i++)
        room += dossier->remarks[remarks[i]].link_count;
    if (room == passage->link_count)
        return;
    Link *links = arena_new(arena, room * sizeof *links);
    if (passage->link_count)
        memcpy(links, passage->links, passage->link_count * sizeof *links);
    passage->links = links;
    for (size_t i = 0; i < count; i++) {
        const Remark *remark = &dossier->remarks[remarks[i]];
        for (size_t j = 0; j < remark->link_count; j++)
            links[passage->link_count++] = remark->links[j];
    }
}

void loaded_apply_layers(const Dossier *dossier, uint32_t account, Passage *passages, Loaded *loaded)
{
    const Model *model = model_of(dossier);
    size_t from = first_remark(model, account), to;
    for (; from < model->remark_count; from = to) {
        Ref ref = dossier->remarks[model->remarks[from]].ref;
        if (ref.account != account)
            return;
        for (to = from + 1; to < model->remark_count; to++) {
            Ref next = dossier->remarks[model->remarks[to]].ref;
            if (next.account != account || next.first != ref.first)
                break;
        }
        uint32_t ordinal = speech_find(&loaded->speech, ref.first);
        if (ordinal == NONE)
            continue;
        Passage *passage = &passages[ordinal];
        passage->remarks = &model->remarks[from];
        passage->remark_count = to - from;
        add_topics(dossier, passage, passage->remarks, passage->remark_count, &loaded->arena);
        add_links(dossier, passage, passage->remarks, passage->remark_count, &loaded->arena);
    }
}
