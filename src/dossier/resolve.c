// SPDX-License-Identifier: MIT
#include "resolve.h"

#include <stdlib.h>

void lookup_free(Lookup *lookup)
{
    input_free(&lookup->input);
    free(lookup->marks);
    lookup->marks = NULL;
}

void number_list_add(NumberList *list, uint32_t number)
{
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = number;
}

const uint32_t *number_list_take(NumberList *list, Arena *arena, size_t *count)
{
    *count = list->count;
    list->count = 0;
    return arena_copy(arena, list->items, *count * sizeof *list->items);
}

const Mention *mention_list_take(MentionList *list, Arena *arena, size_t *count)
{
    *count = list->count;
    list->count = 0;
    return arena_copy(arena, list->items, *count * sizeof *list->items);
}

static void report(Lookup *lookup, DiagnosticKind kind, const Pair *pair)
{
    input_problem(&lookup->input, kind, pair->line, pair->column, pair->value);
}

void resolve_refuse_word(Lookup *lookup, const Pair *pair)
{
    input_problem_about(&lookup->input, DIAGNOSTIC_UNKNOWN_WORD, pair->line, pair->column, pair->value,
                        pair->name);
}

void resolve_date(Lookup *lookup, const Pair *pair, Date *date)
{
    if (pair && !date_parse(pair->value, date))
        report(lookup, DIAGNOSTIC_BAD_DATE, pair);
}

void resolve_status(Lookup *lookup, const Pair *pair, Status *status)
{
    if (pair && !status_parse(pair->value, status))
        resolve_refuse_word(lookup, pair);
}

void resolve_act(Lookup *lookup, const Pair *pair, Act *act)
{
    if (pair && !act_parse(pair->value, act))
        resolve_refuse_word(lookup, pair);
}

void resolve_addressee(Lookup *lookup, const Pair *pair, Addressee *addressee)
{
    if (pair && !addressee_parse(pair->value, addressee))
        resolve_refuse_word(lookup, pair);
}

void resolve_capacity(Lookup *lookup, const Pair *pair, Capacity *capacity)
{
    if (pair && !capacity_parse(pair->value, capacity))
        resolve_refuse_word(lookup, pair);
}

void resolve_tagging(Lookup *lookup, const Pair *pair, Tagging *tagging)
{
    if (pair && !tagging_parse(pair->value, tagging))
        resolve_refuse_word(lookup, pair);
}

void resolve_extent(Lookup *lookup, const Pair *pair, Extent *extent, Str *part)
{
    if (!pair)
        return;
    size_t end = str_find(pair->value, ';', 0);
    if (!extent_parse(str_trim(str_slice(pair->value, 0, end)), extent))
        resolve_refuse_word(lookup, pair);
    else if (part)
        *part = str_trim(str_slice(pair->value, end + 1, pair->value.len));
}

void resolve_number(Lookup *lookup, const Pair *pair, uint32_t *number)
{
    if (pair && !str_number(pair->value, NUMBER_MAX, number))
        report(lookup, DIAGNOSTIC_BAD_NUMBER, pair);
}

void resolve_source(Lookup *lookup, const Pair *pair, uint32_t *source)
{
    if (!pair)
        return;
    uint32_t found = dossier_source(lookup->dossier, pair->value);
    if (found == NONE)
        report(lookup, DIAGNOSTIC_UNKNOWN_SOURCE, pair);
    else
        *source = found;
}

void resolve_party(Lookup *lookup, const Pair *pair, uint32_t *party)
{
    if (!pair)
        return;
    uint32_t found = dossier_party(lookup->dossier, pair->value);
    if (found == NONE)
        report(lookup, DIAGNOSTIC_UNKNOWN_PARTY, pair);
    else
        *party = found;
}

uint32_t resolve_party_key(Lookup *lookup, Str name)
{
    buffer_clear(&lookup->input.scratch);
    for (size_t i = 0; i < name.len; i++)
        buffer_add_byte(&lookup->input.scratch, str_lower(name.at[i]));
    return dossier_party(lookup->dossier, buffer_str(&lookup->input.scratch));
}

// Ids of a list, separated by blanks or commas.
static Items ids(const Lookup *lookup, const Pair *pair)
{
    return pair ? input_items(&lookup->input, pair) : (Items){0};
}

void resolve_sources(Lookup *lookup, const Pair *pair, NumberList *out)
{
    Items items = ids(lookup, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t source = dossier_source(lookup->dossier, item.text);
        if (source == NONE)
            input_problem(&lookup->input, DIAGNOSTIC_UNKNOWN_SOURCE, item.line, item.column, item.text);
        else
            number_list_add(out, source);
    }
}

// Only so many parties of a list are told apart.
#define PARTIES_MAX 255

static void add_party(NumberList *list, uint32_t party)
{
    bool known = party == NONE || list->count == PARTIES_MAX;
    for (size_t i = 0; i < list->count && !known; i++)
        known = list->items[i] == party;
    if (!known)
        number_list_add(list, party);
}

void resolve_people(Lookup *lookup, const Pair *pair, NumberList *people, NumberList *parties)
{
    Items items = ids(lookup, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t person = dossier_person(lookup->dossier, item.text);
        uint32_t party = person == NONE ? dossier_party(lookup->dossier, item.text)
                                        : lookup->dossier->people[person].party;
        if (person != NONE)
            number_list_add(people, person);
        add_party(parties, party);
        if (person == NONE && party == NONE)
            input_problem(&lookup->input, DIAGNOSTIC_UNKNOWN_PERSON, item.line, item.column, item.text);
    }
}

// A topic is marked with the number of the list that has it, so that long lists need no search.
static bool is_new(Lookup *lookup, const NumberList *list, uint32_t topic)
{
    if (!lookup->marks)
        lookup->marks = mem_new(lookup->dossier->topic_count, sizeof *lookup->marks);
    if (list->count == 0)
        lookup->mark++;
    bool fresh = lookup->marks[topic] != lookup->mark;
    lookup->marks[topic] = lookup->mark;
    return fresh;
}

void resolve_topics(Lookup *lookup, const Pair *pair, NumberList *out)
{
    Items items = ids(lookup, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t topic = dossier_topic(lookup->dossier, item.text);
        if (topic == NONE)
            input_problem(&lookup->input, DIAGNOSTIC_UNKNOWN_TOPIC, item.line, item.column, item.text);
        else if (!lookup->topics)
            links_report(lookup, item.line, item.column);
        else if (is_new(lookup, out, topic)) {
            number_list_add(out, topic);
            lookup->topics--;
        }
    }
}

// References of one list. Nobody means more, one by one: there are ranges.
#define REFS_MAX ((size_t)4096)

// The next of a list of which `*taken` have been taken already. False at its end, or when there are too many,
// which is reported.
static bool next_ref(Lookup *lookup, Items *items, Item *item, size_t *taken)
{
    if (!items_next(items, item))
        return false;
    if (++*taken <= REFS_MAX)
        return true;
    input_problem(&lookup->input, DIAGNOSTIC_TOO_MANY, item->line, item->column, item->text);
    return false;
}

void resolve_listed_refs(Lookup *lookup, Items items, uint32_t account, MentionList *out)
{
    Item item;
    size_t taken = 0;
    while (next_ref(lookup, &items, &item, &taken)) {
        Mention mention = {.line = item.line, .column = item.column};
        RefResult result = ref_read(lookup->dossier, item.text, account, &mention.ref);
        if (result == REF_FOUND) {
            out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
            out->items[out->count++] = mention;
        } else {
            input_problem(&lookup->input,
                          result == REF_NO_ACCOUNT ? DIAGNOSTIC_DANGLING_REFERENCE : DIAGNOSTIC_BAD_REFERENCE,
                          item.line, item.column, item.text);
        }
    }
}

void resolve_refs(Lookup *lookup, const Pair *pair, uint32_t account, MentionList *out)
{
    resolve_listed_refs(lookup, ids(lookup, pair), account, out);
}

void resolve_links(Lookup *lookup, const Pair *pair, Verb verb, uint32_t account, LinkList *out)
{
    bool rounds = verb_names_rounds(verb);
    Items items = ids(lookup, pair);
    Item item;
    size_t taken = 0;
    while (next_ref(lookup, &items, &item, &taken)) {
        Ref ref;
        RefResult result = ref_read(lookup->dossier, item.text, rounds ? NONE : account, &ref);
        if (result == REF_NO_ACCOUNT)
            input_problem(&lookup->input, DIAGNOSTIC_DANGLING_REFERENCE, item.line, item.column, item.text);
        else if (result == REF_MALFORMED || (!rounds && ref.first == 0))
            input_problem(&lookup->input, DIAGNOSTIC_BAD_REFERENCE, item.line, item.column, item.text);
        else
            link_list_add(out, (Link){verb, ref, item.line, item.column, NONE});
    }
}
