// SPDX-License-Identifier: MIT
// What is known of a passage without its text, with what layers add.
#include <stdlib.h>

#include "inside.h"

void glances_forget(LayerSet *layers)
{
    for (size_t i = 0; i < layers->remark_count; i++) {
        free(layers->glanced[i].topics);
        layers->glanced[i] = (Glanced){0};
    }
}

// What the links of the layers say of the passage.
static void take_links(const LayerSet *layers, Glanced *glanced)
{
    glanced->verdicts = 0;
    glanced->restates = false;
    for (size_t i = 0; i < layers->found_count; i++)
        for (size_t j = 0; j < layers->found[i]->link_count; j++) {
            Verb verb = layers->found[i]->links[j].verb;
            if (verb_is_verdict(verb))
                glanced->verdicts |= (uint16_t)(1u << verb);
            glanced->restates = glanced->restates || verb == VERB_RESTATES;
        }
}

static void fill(LayerSet *layers, Glanced *glanced, uint32_t account, const Glance *glance)
{
    layers_find(layers, account, glance->number);
    layers_begin_topics(layers);
    for (size_t i = 0; i < glance->topic_count; i++)
        layers_add_topic(layers, glance->topics[i]);
    layers_add_found_topics(layers);
    take_links(layers, glanced);
    free(glanced->topics);
    glanced->topics = mem_new(layers->topic_count, sizeof *glanced->topics);
    glanced->count = 0;
    glanced->own = glance->topic_count;
    for (size_t i = 0; i < layers->topic_count && glanced->count < UINT16_MAX; i++)
        if (layers->topics[i] < SKIM_TOPICS_MAX)
            glanced->topics[glanced->count++] = (uint16_t)layers->topics[i];
}

Glance layered_glance(const Dossier *dossier, const Skim *skim, PassageId id)
{
    LayerSet *layers = layers_over(dossier);
    Glance glance = skim_glance(skim, id.account, id.ordinal);
    size_t at = layers->remark_count ? layers_first_remark(layers, id.account, glance.number) : 0;
    if (at == layers->remark_count)
        return glance;
    Ref ref = dossier->remarks[layers->remarks[at]].ref;
    if (ref.account != id.account || ref.first != glance.number ||
        skim_find(skim, id.account, glance.number) != id.ordinal)
        return glance;
    Glanced *glanced = &layers->glanced[at];
    if (!glanced->topics || glanced->own != glance.topic_count)
        fill(layers, glanced, id.account, &glance);
    glance.topics = glanced->topics;
    glance.topic_count = glanced->count;
    glance.verdicts |= glanced->verdicts;
    glance.restates = glance.restates || glanced->restates;
    return glance;
}
