// SPDX-License-Identifier: MIT
#include "diptych/terms.h"

#include <stdlib.h>

#include "diptych/layers.h"

void terms_free(Terms *terms)
{
    free(terms->topics.items);
    free(terms->accounts.items);
    free(terms->parties.items);
    free(terms->people.items);
    *terms = (Terms){0};
}

bool terms_any(const Terms *terms)
{
    for (int key = 0; key < TERM_KEY_COUNT; key++)
        if (terms->values[key])
            return true;
    return terms->topics.count || terms->accounts.count || terms->parties.count || terms->people.count;
}

static bool has(const TermIds *ids, uint32_t id)
{
    for (size_t i = 0; i < ids->count; i++)
        if (ids->items[i] == id)
            return true;
    return false;
}

bool terms_fit_account(const Terms *terms, uint32_t account)
{
    return !terms->accounts.count || has(&terms->accounts, account);
}

static bool has_value(const Terms *terms, TermKey key, unsigned value)
{
    return !terms->values[key] || terms->values[key] >> value & 1;
}

static bool fit_words(const Terms *terms, unsigned act, unsigned status, unsigned addressee)
{
    return has_value(terms, TERM_ACT, act) && has_value(terms, TERM_STATUS, status) &&
           has_value(terms, TERM_TO, addressee);
}

static bool is_within(const Terms *terms, const Dossier *dossier, uint32_t topic)
{
    for (size_t i = 0; i < terms->topics.count; i++)
        if (topic_within(dossier, topic, terms->topics.items[i]))
            return true;
    return false;
}

bool terms_fit_glance(const Terms *terms, const Dossier *dossier, const Glance *glance)
{
    if (!fit_words(terms, glance->act, glance->status, glance->addressee))
        return false;
    if (terms->values[TERM_VERDICT] && !(terms->values[TERM_VERDICT] & glance->verdicts))
        return false;
    bool topic = !terms->topics.count, party = !terms->parties.count, person = !terms->people.count;
    for (size_t i = 0; i < glance->topic_count && !topic; i++)
        topic = is_within(terms, dossier, glance->topics[i]);
    for (size_t i = 0; i < glance->speaker_count && !party; i++)
        party = has(&terms->parties, glance_party(dossier, glance->speakers[i]));
    for (size_t i = 0; i < glance->speaker_count && !person; i++)
        person = has(&terms->people, glance->speakers[i]);
    return topic && party && person;
}

static bool fit_verdict(const Terms *terms, const Dossier *dossier, const Speech *speech,
                        const Passage *passage)
{
    size_t count;
    if (!terms->values[TERM_VERDICT])
        return true;
    const Link *links = layered_links(dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++)
        if (terms->values[TERM_VERDICT] >> links[i].verb & 1)
            return true;
    return false;
}

static bool fit_topic(const Terms *terms, const Dossier *dossier, const Speech *speech,
                      const Passage *passage)
{
    size_t count;
    if (!terms->topics.count)
        return true;
    const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++)
        if (is_within(terms, dossier, topics[i]))
            return true;
    return false;
}

bool terms_fit(const Terms *terms, const Dossier *dossier, const Speech *speech, const Passage *passage)
{
    const Turn *turn = &speech->turns[passage->turn];
    bool party = !terms->parties.count, person = !terms->people.count;
    for (size_t i = 0; i < turn->party_count && !party; i++)
        party = has(&terms->parties, turn->parties[i]);
    for (size_t i = 0; i < turn->speaker_count && !person; i++)
        person = has(&terms->people, turn->speakers[i].person);
    return party && person && fit_words(terms, passage->act, passage->status, passage->addressee) &&
           fit_verdict(terms, dossier, speech, passage) && fit_topic(terms, dossier, speech, passage);
}
