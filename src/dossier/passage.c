// SPDX-License-Identifier: MIT
#include "passage.h"

#include <stdlib.h>

#include "diptych/format.h"

typedef enum Attribute {
    ATTRIBUTE_STATUS,
    ATTRIBUTE_SOURCE,
    ATTRIBUTE_DATE,
    ATTRIBUTE_EXTENT,
    ATTRIBUTE_TO,
    ATTRIBUTE_AS,
    ATTRIBUTE_AT,
    ATTRIBUTE_VIA,
    ATTRIBUTE_NOTE,
    ATTRIBUTE_TOPICS, // from here on not on turns
    ATTRIBUTE_ACT,
    ATTRIBUTE_TERM,
    ATTRIBUTE_WHY,
    ATTRIBUTE_TIME,
    ATTRIBUTE_LANG,
    ATTRIBUTE_COUNT
} Attribute;

static const char *const attributes[ATTRIBUTE_COUNT] = {
    [ATTRIBUTE_STATUS] = "status", [ATTRIBUTE_SOURCE] = "source", [ATTRIBUTE_DATE] = "date",
    [ATTRIBUTE_EXTENT] = "extent", [ATTRIBUTE_AT] = "at",         [ATTRIBUTE_VIA] = "via",
    [ATTRIBUTE_NOTE] = "note",     [ATTRIBUTE_TOPICS] = "topics", [ATTRIBUTE_ACT] = "act",
    [ATTRIBUTE_TERM] = "term",     [ATTRIBUTE_WHY] = "why",       [ATTRIBUTE_TO] = "to",
    [ATTRIBUTE_AS] = "as",         [ATTRIBUTE_TIME] = "time",     [ATTRIBUTE_LANG] = "lang",
};

void passage_scratch_free(PassageScratch *scratch)
{
    free(scratch->topics.items);
    free(scratch->links.items);
}

const char *passage_attribute(size_t index)
{
    return index < ATTRIBUTE_COUNT ? attributes[index] : NULL;
}

static bool find_attribute(Str name, Attribute *attribute)
{
    for (int i = 0; i < ATTRIBUTE_COUNT; i++) {
        if (str_is(name, attributes[i])) {
            *attribute = (Attribute)i;
            return true;
        }
    }
    return false;
}

bool passage_takes(Str name, bool turn)
{
    Attribute attribute;
    return find_attribute(name, &attribute) && (!turn || attribute < ATTRIBUTE_TOPICS);
}

static void take_text(Passage *passage, Attribute attribute, Str value)
{
    if (attribute == ATTRIBUTE_AT)
        passage->at = value;
    else if (attribute == ATTRIBUTE_VIA)
        passage->via = value;
    else if (attribute == ATTRIBUTE_NOTE)
        passage->note = value;
    else if (attribute == ATTRIBUTE_TERM)
        passage->term = value;
    else if (attribute == ATTRIBUTE_TIME)
        passage->time = value;
    else if (attribute == ATTRIBUTE_LANG)
        passage->lang = value;
    else
        passage->why = value;
}

static void take_attribute(Lookup *lookup, Passage *passage, Attribute attribute, const Pair *pair)
{
    switch (attribute) {
    case ATTRIBUTE_STATUS:
        resolve_status(lookup, pair, &passage->status);
        break;
    case ATTRIBUTE_SOURCE:
        resolve_source(lookup, pair, &passage->source);
        break;
    case ATTRIBUTE_DATE:
        resolve_date(lookup, pair, &passage->date);
        break;
    case ATTRIBUTE_EXTENT:
        resolve_extent(lookup, pair, &passage->extent, NULL);
        break;
    case ATTRIBUTE_TO:
        resolve_addressee(lookup, pair, &passage->addressee);
        break;
    case ATTRIBUTE_AS:
        resolve_capacity(lookup, pair, &passage->capacity);
        break;
    case ATTRIBUTE_ACT:
        resolve_act(lookup, pair, &passage->act);
        break;
    default:
        take_text(passage, attribute, pair->value);
    }
}

static void report(Lookup *lookup, DiagnosticKind kind, const Pair *pair)
{
    input_problem(&lookup->input, kind, pair->line, pair->column, pair->name);
}

void passage_take(Lookup *lookup, uint32_t account, Passage *passage, bool turn, PassageScratch *scratch)
{
    unsigned seen = 0;
    const Pair *verdict = NULL;
    for (size_t i = 0; i < passage->pair_count; i++) {
        const Pair *pair = &passage->pairs[i];
        Attribute attribute;
        Verb verb;
        bool known = find_attribute(pair->name, &attribute);
        if (known && (!turn || attribute < ATTRIBUTE_TOPICS)) {
            if (attribute == ATTRIBUTE_TOPICS)
                resolve_topics(lookup, pair, &scratch->topics);
            else if (seen & 1u << attribute)
                report(lookup, DIAGNOSTIC_REPEATED_KEY, pair);
            else
                take_attribute(lookup, passage, attribute, pair);
            seen |= 1u << attribute;
        } else if (!turn && verb_parse(pair->name, &verb)) {
            resolve_links(lookup, pair, verb, account, &scratch->links);
            if (!verdict && verb_is_verdict(verb))
                verdict = pair;
        } else if (!key_is_own(pair->name)) {
            report(lookup, DIAGNOSTIC_UNKNOWN_ATTRIBUTE, pair);
        }
    }
    if (verdict && passage->why.len == 0)
        report(lookup, DIAGNOSTIC_MISSING_REASON, verdict);
    passage->topics = number_list_take(&scratch->topics, lookup->input.arena, &passage->topic_count);
    passage->links = link_list_take(&scratch->links, lookup->input.arena, &passage->link_count);
}
