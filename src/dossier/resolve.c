// SPDX-License-Identifier: MIT
#include "resolve.h"

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

void link_list_add(LinkList *list, Link link)
{
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = link;
}

const Link *link_list_take(LinkList *list, Arena *arena, size_t *count)
{
    *count = list->count;
    list->count = 0;
    return arena_copy(arena, list->items, *count * sizeof *list->items);
}

static void report(Intake *intake, DiagnosticKind kind, const Pair *pair)
{
    intake_problem(intake, kind, pair->line, pair->column, pair->value);
}

void resolve_date(Intake *intake, const Pair *pair, Date *date)
{
    if (pair && !date_parse(pair->value, date))
        report(intake, DIAGNOSTIC_BAD_DATE, pair);
}

void resolve_status(Intake *intake, const Pair *pair, Status *status)
{
    if (pair && !status_parse(pair->value, status))
        report(intake, DIAGNOSTIC_UNKNOWN_WORD, pair);
}

void resolve_act(Intake *intake, const Pair *pair, Act *act)
{
    if (pair && !act_parse(pair->value, act))
        report(intake, DIAGNOSTIC_UNKNOWN_WORD, pair);
}

void resolve_extent(Intake *intake, const Pair *pair, Extent *extent, Str *part)
{
    if (!pair)
        return;
    size_t end = str_find(pair->value, ';', 0);
    if (!extent_parse(str_trim(str_slice(pair->value, 0, end)), extent))
        report(intake, DIAGNOSTIC_UNKNOWN_WORD, pair);
    else if (part)
        *part = str_trim(str_slice(pair->value, end + 1, pair->value.len));
}

void resolve_number(Intake *intake, const Pair *pair, uint32_t *number)
{
    if (pair && !str_number(pair->value, 999999999, number))
        report(intake, DIAGNOSTIC_BAD_NUMBER, pair);
}

void resolve_source(Intake *intake, const Pair *pair, uint32_t *source)
{
    if (!pair)
        return;
    uint32_t found = dossier_source(intake->dossier, pair->value);
    if (found == NONE)
        report(intake, DIAGNOSTIC_UNKNOWN_SOURCE, pair);
    else
        *source = found;
}

void resolve_party(Intake *intake, const Pair *pair, uint32_t *party)
{
    if (!pair)
        return;
    uint32_t found = dossier_party(intake->dossier, pair->value);
    if (found == NONE)
        report(intake, DIAGNOSTIC_UNKNOWN_PARTY, pair);
    else
        *party = found;
}

uint32_t resolve_party_key(Intake *intake, Str name)
{
    buffer_clear(&intake->scratch);
    for (size_t i = 0; i < name.len; i++)
        buffer_add_byte(&intake->scratch, str_lower(name.at[i]));
    return dossier_party(intake->dossier, buffer_str(&intake->scratch));
}

// Ids of a list, separated by blanks or commas.
static Items ids(const Intake *intake, const Pair *pair)
{
    return pair ? intake_items(intake, pair) : (Items){0};
}

void resolve_sources(Intake *intake, const Pair *pair, NumberList *out)
{
    Items items = ids(intake, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t source = dossier_source(intake->dossier, item.text);
        if (source == NONE)
            intake_problem(intake, DIAGNOSTIC_UNKNOWN_SOURCE, item.line, item.column, item.text);
        else
            number_list_add(out, source);
    }
}

void resolve_people(Intake *intake, const Pair *pair, NumberList *out)
{
    Items items = ids(intake, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t person = dossier_person(intake->dossier, item.text);
        if (person != NONE)
            number_list_add(out, person);
        else if (dossier_party(intake->dossier, item.text) == NONE)
            intake_problem(intake, DIAGNOSTIC_UNKNOWN_PERSON, item.line, item.column, item.text);
    }
}

// A topic is marked with the number of the list that has it, so that long lists need no search.
static bool is_new(Intake *intake, const NumberList *list, uint32_t topic)
{
    if (!intake->marks)
        intake->marks = mem_new(intake->dossier->topic_count, sizeof *intake->marks);
    if (list->count == 0)
        intake->mark++;
    bool fresh = intake->marks[topic] != intake->mark;
    intake->marks[topic] = intake->mark;
    return fresh;
}

void resolve_topics(Intake *intake, const Pair *pair, NumberList *out)
{
    Items items = ids(intake, pair);
    Item item;
    while (items_next(&items, &item)) {
        uint32_t topic = dossier_topic(intake->dossier, item.text);
        if (topic == NONE)
            intake_problem(intake, DIAGNOSTIC_UNKNOWN_TOPIC, item.line, item.column, item.text);
        else if (is_new(intake, out, topic))
            number_list_add(out, topic);
    }
}

void resolve_links(Intake *intake, const Pair *pair, Verb verb, uint32_t account, LinkList *out)
{
    bool rounds = verb == VERB_ELSEWHERE || verb == VERB_NOT_IN_RECORD;
    Items items = ids(intake, pair);
    Item item;
    while (items_next(&items, &item)) {
        Ref ref;
        RefResult result = ref_read(intake->dossier, item.text, rounds ? NONE : account, &ref);
        if (result == REF_NO_ACCOUNT)
            intake_problem(intake, DIAGNOSTIC_DANGLING_REFERENCE, item.line, item.column, item.text);
        else if (result == REF_MALFORMED || (!rounds && ref.first == 0))
            intake_problem(intake, DIAGNOSTIC_BAD_REFERENCE, item.line, item.column, item.text);
        else
            link_list_add(out, (Link){.verb = verb, .ref = ref});
    }
}
