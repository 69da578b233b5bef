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
    link_list_free(&scratch->links);
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

// Words from lists that the format has.
static void take_word(Lookup *lookup, Passage *passage, Attribute attribute, const Pair *pair)
{
    Status status = passage->status;
    Extent extent = passage->extent;
    Addressee addressee = passage->addressee;
    Capacity capacity = passage->capacity;
    Act act = passage->act;
    if (attribute == ATTRIBUTE_STATUS)
        resolve_status(lookup, pair, &status);
    else if (attribute == ATTRIBUTE_EXTENT)
        resolve_extent(lookup, pair, &extent, NULL);
    else if (attribute == ATTRIBUTE_TO)
        resolve_addressee(lookup, pair, &addressee);
    else if (attribute == ATTRIBUTE_AS)
        resolve_capacity(lookup, pair, &capacity);
    else
        resolve_act(lookup, pair, &act);
    passage->status = (uint8_t)status;
    passage->extent = (uint8_t)extent;
    passage->addressee = (uint8_t)addressee;
    passage->capacity = (uint8_t)capacity;
    passage->act = (uint8_t)act;
}

// Details of its own, or false.
static bool take_detail(Lookup *lookup, PassageDetails *details, Attribute attribute, const Pair *pair)
{
    switch (attribute) {
    case ATTRIBUTE_SOURCE:
        resolve_source(lookup, pair, &details->source);
        return true;
    case ATTRIBUTE_DATE:
        resolve_date(lookup, pair, &details->date);
        return true;
    case ATTRIBUTE_AT:
        details->at = pair->value;
        return true;
    case ATTRIBUTE_VIA:
        details->via = pair->value;
        return true;
    case ATTRIBUTE_NOTE:
        details->note = pair->value;
        return true;
    case ATTRIBUTE_TERM:
        details->term = pair->value;
        return true;
    case ATTRIBUTE_WHY:
        details->why = pair->value;
        return true;
    case ATTRIBUTE_TIME:
        details->time = pair->value;
        return true;
    case ATTRIBUTE_LANG:
        details->lang = pair->value;
        return true;
    default:
        return false;
    }
}

static void report(Lookup *lookup, DiagnosticKind kind, const Pair *pair)
{
    input_problem(&lookup->input, kind, pair->line, pair->column, pair->name);
}

const PassageDetails *passage_details(const Dossier *dossier, uint32_t account, Arena *arena)
{
    const Account *of = &dossier->accounts[account];
    Str none = {"", 0};
    PassageDetails details = {.source = of->source,
                              .date = dossier->rounds[of->round].date,
                              .at = none,
                              .via = none,
                              .term = none,
                              .why = none,
                              .note = none,
                              .time = none,
                              .lang = none};
    return arena_copy(arena, &details, sizeof details);
}

// A passage while its attributes are read.
typedef struct AttributeTaking {
    Lookup *lookup;
    Passage *passage;
    PassageDetails details;
    bool own;      // they are no longer those that it took over
    unsigned seen; // a bit for each attribute
} AttributeTaking;

static void take_attribute(AttributeTaking *taking, Attribute attribute, const Pair *pair,
                           PassageScratch *scratch)
{
    if (attribute == ATTRIBUTE_TOPICS)
        resolve_topics(taking->lookup, pair, &scratch->topics);
    else if (taking->seen & 1u << attribute)
        report(taking->lookup, DIAGNOSTIC_REPEATED_KEY, pair);
    else if (take_detail(taking->lookup, &taking->details, attribute, pair))
        taking->own = true;
    else
        take_word(taking->lookup, taking->passage, attribute, pair);
    taking->seen |= 1u << attribute;
}

void passage_take(Lookup *lookup, uint32_t account, const PairList *pairs, bool turn, Passage *passage,
                  PassageScratch *scratch)
{
    AttributeTaking taking = {.lookup = lookup, .passage = passage, .details = *passage->details};
    const Pair *verdict = NULL;
    size_t count;
    for (size_t i = 0; i < pairs->count; i++) {
        const Pair *pair = &pairs->items[i];
        Attribute attribute;
        Verb verb;
        bool known = find_attribute(pair->name, &attribute);
        if (known && (!turn || attribute < ATTRIBUTE_TOPICS)) {
            take_attribute(&taking, attribute, pair, scratch);
        } else if (!turn && verb_parse(pair->name, &verb)) {
            resolve_links(lookup, pair, verb, account, &scratch->links);
            if (!verdict && verb_is_verdict(verb))
                verdict = pair;
        } else if (!key_is_own(pair->name)) {
            report(lookup, DIAGNOSTIC_UNKNOWN_ATTRIBUTE, pair);
        }
    }
    if (verdict && taking.details.why.len == 0)
        report(lookup, DIAGNOSTIC_MISSING_REASON, verdict);
    if (taking.own)
        passage->details = arena_copy(lookup->input.arena, &taking.details, sizeof taking.details);
    passage->topics = number_list_take(&scratch->topics, lookup->input.arena, &count);
    passage->topic_count = (uint32_t)count;
    passage->links = link_list_take(lookup, &scratch->links, &count);
    passage->link_count = (uint32_t)count;
}
