// SPDX-License-Identifier: MIT
#include "diptych/ground.h"

#include "diptych/layers.h"

static uint32_t side_of(const Dossier *dossier, uint32_t speaker)
{
    uint32_t party = glance_party(dossier, speaker);
    return party == NONE ? NONE : dossier->parties[party].side;
}

// True when parties of more than one side speak in it.
static bool is_joint(const Dossier *dossier, const Glance *glance)
{
    uint32_t first = NONE;
    for (size_t i = 0; i < glance->speaker_count; i++) {
        uint32_t side = side_of(dossier, glance->speakers[i]);
        if (first != NONE && side != NONE && side != first)
            return true;
        first = first == NONE ? side : first;
    }
    return false;
}

// Said across the table, in words that one can be held to.
static bool is_said_across(const Glance *glance)
{
    return status_is_said((Status)glance->status) && glance->status != STATUS_SUMMARY &&
           glance->addressee == ADDRESSEE_OTHER && glance->speaker_count > 0;
}

bool ground_is_concession(const Dossier *dossier, const Glance *glance)
{
    return glance->act == ACT_CONCEDES && is_said_across(glance) && !is_joint(dossier, glance);
}

// True when the link goes to words of a side that the glance's speaker is not of.
static bool goes_across(const Dossier *dossier, const Skim *skim, const Glance *glance, Ref ref)
{
    uint32_t side = side_of(dossier, glance->speaker), ordinal = NONE;
    if (ref.first)
        ordinal = skim_find(skim, ref.account, ref.first);
    if (ordinal == NONE || side == NONE)
        return false;
    Glance object = skim_glance(skim, ref.account, ordinal);
    for (size_t i = 0; i < object.speaker_count; i++) {
        uint32_t other = side_of(dossier, object.speakers[i]);
        if (other != NONE && other != side)
            return true;
    }
    return false;
}

// The first link of the verb that goes across; null.
static const Link *find_object(const Dossier *dossier, const Skim *skim, const Glance *glance,
                               const Link *links, size_t count, Verb verb)
{
    for (size_t i = 0; i < count; i++)
        if (links[i].verb == verb && goes_across(dossier, skim, glance, links[i].ref))
            return &links[i];
    return NULL;
}

// Who refuses, demands, asks or complains may do so in agreement with somebody, but not with the other side.
static bool may_agree(Act act)
{
    return act <= ACT_OFFERS || act == ACT_CONDITIONS || act == ACT_CONCEDES;
}

Ground ground_of(const Dossier *dossier, const Skim *skim, const Speech *speech, const Passage *passage)
{
    static const Verb verbs[] = {VERB_AGREES, VERB_ANSWERS, VERB_DISTINGUISHES, VERB_REBUTS};
    PassageId id = {speech->account, (uint32_t)(passage - speech->passages)};
    Ground ground = {GROUND_NONE, NULL};
    if (id.ordinal >= skim_count(skim, id.account))
        return ground;
    Glance glance = layered_glance(dossier, skim, id);
    if (!is_said_across(&glance) || !may_agree((Act)glance.act))
        return ground;
    size_t count;
    const Link *links = layered_links(dossier, speech, passage, &count);
    if (is_joint(dossier, &glance))
        ground.kind = GROUND_JOINT;
    else if (glance.act == ACT_CONCEDES)
        ground.kind = GROUND_CONCESSION;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && !ground.object; i++)
        ground.object = find_object(dossier, skim, &glance, links, count, verbs[i]);
    if (ground.kind == GROUND_NONE && ground.object && ground.object->verb == VERB_AGREES)
        ground.kind = GROUND_AGREEMENT;
    return ground.kind == GROUND_NONE ? (Ground){GROUND_NONE, NULL} : ground;
}
