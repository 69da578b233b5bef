// SPDX-License-Identifier: MIT
// The set, and which remarks are about a passage.
#include <stdlib.h>

#include "inside.h"

// A remark and what it is about, while they are sorted.
typedef struct About {
    Ref ref;
    uint32_t remark;
} About;

static int compare_abouts(const void *a, const void *b)
{
    const About *x = a, *y = b;
    if (x->ref.account != y->ref.account)
        return x->ref.account < y->ref.account ? -1 : 1;
    if (x->ref.first != y->ref.first)
        return x->ref.first < y->ref.first ? -1 : 1;
    return (x->remark > y->remark) - (x->remark < y->remark);
}

static void sort_remarks(LayerSet *layers)
{
    const Dossier *dossier = layers->dossier;
    About *abouts = mem_new(dossier->remark_count, sizeof *abouts);
    size_t count = 0;
    for (uint32_t i = 0; i < dossier->remark_count; i++)
        if (dossier->remarks[i].ref.account != NONE)
            abouts[count++] = (About){dossier->remarks[i].ref, i};
    if (count > 1)
        qsort(abouts, count, sizeof *abouts, compare_abouts);
    layers->glanced = mem_new(count, sizeof *layers->glanced);
    layers->remarks = mem_new(count, sizeof *layers->remarks);
    layers->remark_count = count;
    for (size_t i = 0; i < count; i++)
        layers->remarks[i] = abouts[i].remark;
    free(abouts);
}

static void release(void *companion)
{
    LayerSet *layers = companion;
    free(layers->on);
    free(layers->remarks);
    free(layers->incoming);
    free(layers->marks);
    free(layers->topics);
    free(layers->links);
    free(layers->found);
    free(layers->backlinks);
    glances_forget(layers);
    free(layers->glanced);
    free(layers);
}

LayerSet *layers_over(const Dossier *dossier)
{
    LayerSet *layers = dossier_companion(dossier);
    if (layers)
        return layers;
    layers = mem_new(1, sizeof *layers);
    layers->dossier = dossier;
    layers->on = mem_new(dossier->layer_count, sizeof *layers->on);
    for (size_t i = 0; i < dossier->layer_count; i++)
        layers->on[i] = dossier->layers[i].applies;
    sort_remarks(layers);
    incoming_fill(layers);
    dossier_keep_companion(dossier, layers, release);
    return layers;
}

void layers_switch(LayerSet *layers, uint32_t layer, bool on)
{
    layers->on[layer] = on && layers->dossier->layers[layer].applies;
    glances_forget(layers);
}

bool layers_is_on(const LayerSet *layers, uint32_t layer)
{
    return layers->on[layer];
}

static const Remark *remark_at(const LayerSet *layers, size_t at)
{
    return &layers->dossier->remarks[layers->remarks[at]];
}

size_t layers_first_remark(const LayerSet *layers, uint32_t account, uint32_t number)
{
    size_t low = 0, high = layers->remark_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        Ref ref = remark_at(layers, middle)->ref;
        if (ref.account < account || (ref.account == account && ref.first < number))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void layers_find(LayerSet *layers, uint32_t account, uint32_t number)
{
    layers->found_count = 0;
    for (size_t i = layers_first_remark(layers, account, number); i < layers->remark_count; i++) {
        const Remark *remark = remark_at(layers, i);
        if (remark->ref.account != account || remark->ref.first != number)
            return;
        if (!layers->on[remark->layer])
            continue;
        layers->found =
            mem_grow(layers->found, &layers->found_capacity, layers->found_count + 1, sizeof *layers->found);
        layers->found[layers->found_count++] = remark;
    }
}

// The same for a passage: a number means the first that has it. Returns how many there are.
static size_t find_of_passage(LayerSet *layers, const Speech *speech, const Passage *passage)
{
    layers->found_count = 0;
    if (layers->remark_count && speech_find(speech, passage->number) == passage - speech->passages)
        layers_find(layers, speech->account, passage->number);
    return layers->found_count;
}

const Remark *const *layered_remarks(const Dossier *dossier, const Speech *speech, const Passage *passage,
                                     size_t *count)
{
    LayerSet *layers = layers_over(dossier);
    *count = find_of_passage(layers, speech, passage);
    return layers->found;
}

static void add_link(LayerSet *layers, Link link)
{
    layers->links =
        mem_grow(layers->links, &layers->link_capacity, layers->link_count + 1, sizeof *layers->links);
    layers->links[layers->link_count++] = link;
}

const Link *layered_links(const Dossier *dossier, const Speech *speech, const Passage *passage, size_t *count)
{
    LayerSet *layers = layers_over(dossier);
    *count = passage->link_count;
    if (find_of_passage(layers, speech, passage) == 0)
        return passage->links;
    layers->link_count = 0;
    for (size_t i = 0; i < passage->link_count; i++)
        add_link(layers, passage->links[i]);
    for (size_t i = 0; i < layers->found_count; i++)
        for (size_t j = 0; j < layers->found[i]->link_count; j++)
            add_link(layers, layers->found[i]->links[j]);
    *count = layers->link_count;
    return layers->links;
}

// Marks say which topics are there already, so that long lists need no search.
void layers_add_topic(LayerSet *layers, uint32_t topic)
{
    if (topic >= layers->dossier->topic_count || layers->marks[topic] == layers->mark)
        return;
    layers->marks[topic] = layers->mark;
    layers->topics =
        mem_grow(layers->topics, &layers->topic_capacity, layers->topic_count + 1, sizeof *layers->topics);
    layers->topics[layers->topic_count++] = topic;
}

void layers_begin_topics(LayerSet *layers)
{
    if (!layers->marks)
        layers->marks = mem_new(layers->dossier->topic_count, sizeof *layers->marks);
    layers->mark++;
    layers->topic_count = 0;
}

void layers_add_found_topics(LayerSet *layers)
{
    for (size_t i = 0; i < layers->found_count; i++)
        for (size_t j = 0; j < layers->found[i]->topic_count; j++)
            layers_add_topic(layers, layers->found[i]->topics[j]);
}

const uint32_t *layered_topics(const Dossier *dossier, const Speech *speech, const Passage *passage,
                               size_t *count)
{
    LayerSet *layers = layers_over(dossier);
    *count = passage->topic_count;
    if (find_of_passage(layers, speech, passage) == 0)
        return passage->topics;
    layers_begin_topics(layers);
    for (size_t i = 0; i < passage->topic_count; i++)
        layers_add_topic(layers, passage->topics[i]);
    layers_add_found_topics(layers);
    *count = layers->topic_count;
    return layers->topics;
}
