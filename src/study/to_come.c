// SPDX-License-Identifier: MIT
#include "diptych/to_come.h"

#include "diptych/as_of.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/standing.h"

// What stands in a passage is there.
typedef void (*Meet)(const Dossier *dossier, const Glance *glance, bool *to_come);

static void meet_people(const Dossier *dossier, const Glance *glance, bool *to_come)
{
    (void)dossier;
    for (size_t i = 0; i < glance->speaker_count; i++)
        if (glance->speakers[i] != NONE && !(glance->speakers[i] & SKIM_PARTY))
            to_come[glance->speakers[i]] = false;
}

// With a topic those above it.
static void meet_topics(const Dossier *dossier, const Glance *glance, bool *to_come)
{
    for (size_t i = 0; i < glance->topic_count; i++) {
        uint32_t topic = glance->topics[i];
        for (int level = 0; level <= STANDING_LEVELS && topic != NONE; level++) {
            to_come[topic] = false;
            topic = dossier->topics[topic].parent;
        }
    }
}

static void meet_all(Dossier *dossier, Meet meet, bool *to_come)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    for (uint32_t account = 0; account < dossier->account_count; account++)
        for (uint32_t i = 0; i < skim_count(skim, account); i++) {
            Glance glance = layered_glance(dossier, skim, (PassageId){account, i});
            meet(dossier, &glance, to_come);
        }
    skim_free(skim);
}

bool *to_come_people(Dossier *dossier)
{
    if (!as_of_is_set(dossier))
        return NULL;
    bool *to_come = mem_new(dossier->person_count, sizeof *to_come);
    for (size_t i = 0; i < dossier->person_count; i++)
        to_come[i] = true;
    for (size_t i = 0; i < dossier->round_count; i++)
        for (size_t k = 0; k < dossier->rounds[i].person_count; k++)
            to_come[dossier->rounds[i].people[k]] = false;
    meet_all(dossier, meet_people, to_come);
    return to_come;
}

bool *to_come_topics(Dossier *dossier)
{
    if (!as_of_is_set(dossier))
        return NULL;
    bool *to_come = mem_new(dossier->topic_count, sizeof *to_come);
    for (size_t i = 0; i < dossier->topic_count; i++)
        to_come[i] = date_ends_before(dossier->as_of, dossier->topics[i].date);
    meet_all(dossier, meet_topics, to_come);
    return to_come;
}
