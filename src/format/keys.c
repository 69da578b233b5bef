// SPDX-License-Identifier: MIT
// Which keys a record may have.
#include "diptych/format.h"

#include <stdlib.h>

#include "diptych/spelling.h"

// How often a key stands in a record.
typedef enum Times { MAY, MUST, MANY, MUST_MANY } Times;

typedef struct Key {
    const char *name; // null behind the last one
    Times times;
} Key;

static const Key dossier_keys[] = {{"Title", MUST},   {"Short", MAY}, {"Format", MAY}, {"Start", MAY},
                                   {"Language", MAY}, {"By", MAY},    {"Date", MAY},   {"About", MAY},
                                   {"Note", MAY},     {NULL, MAY}};

static const Key party_keys[] = {{"Title", MUST}, {"Short", MAY}, {"Adjective", MAY}, {"Succeeds", MAY},
                                 {"Names", MAY},  {"Note", MAY},  {NULL, MAY}};

static const Key person_keys[] = {{"Title", MUST}, {"Party", MUST}, {"Office", MAY}, {"Capacity", MAY},
                                  {"Names", MAY},  {"Note", MAY},   {NULL, MAY}};

static const Key topic_keys[] = {{"Title", MUST}, {"Short", MAY}, {"Date", MAY},
                                 {"Parent", MAY}, {"Kind", MAY},  {"Words", MAY},
                                 {"About", MAY},  {"Note", MAY},  {NULL, MAY}};

static const Key name_keys[] = {{"Title", MAY}, {"Words", MAY}, {"Means", MAY}, {"Note", MAY}, {NULL, MAY}};

static const Key source_keys[] = {
    {"Kind", MUST},    {"Standpoint", MAY}, {"Title", MUST},    {"Short", MAY},    {"Author", MAY},
    {"Editor", MAY},   {"Translator", MAY}, {"Container", MAY}, {"Volume", MAY},   {"Issue", MAY},
    {"Pages", MAY},    {"Date", MAY},       {"Publisher", MAY}, {"Place", MAY},    {"DOI", MAY},
    {"ISBN", MAY},     {"URL", MAY},        {"Archive", MAY},   {"Language", MAY}, {"Via", MAY},
    {"Locators", MAY}, {"Note", MAY},       {NULL, MAY}};

static const Key event_keys[] = {{"Title", MUST}, {"Topics", MAY}, {"Source", MAY}, {"At", MAY},
                                 {"Place", MAY},  {"Note", MAY},   {NULL, MAY}};

static const Key round_keys[] = {{"Title", MUST},  {"Short", MAY},        {"Date", MUST},   {"Order", MAY},
                                 {"Place", MAY},   {"Participants", MAY}, {"Sources", MAY}, {"Source", MAY},
                                 {"Extent", MAY},  {"Tagged", MAY},       {"Status", MAY},  {"Via", MAY},
                                 {"Outcome", MAY}, {"Printed", MAY},      {"Note", MAY},    {NULL, MAY}};

static const Key account_keys[] = {{"Title", MAY},  {"Sources", MAY}, {"Source", MAY}, {"Extent", MAY},
                                   {"Tagged", MAY}, {"Status", MAY},  {"Via", MAY},    {"Outcome", MAY},
                                   {"Note", MAY},   {NULL, MAY}};

static const Key discrepancy_keys[] = {{"Title", MAY},         {"About", MUST}, {"Topics", MAY},
                                       {"Reading", MUST_MANY}, {"Note", MAY},   {NULL, MAY}};

static const Key position_keys[] = {{"Text", MUST}, {"Rests", MUST}, {"Note", MAY}, {NULL, MAY}};

static const Key instrument_keys[] = {{"Title", MUST},       {"Short", MAY}, {"Date", MAY},  {"Topics", MAY},
                                      {"Source", MAY},       {"Place", MAY}, {"Words", MAY}, {"About", MAY},
                                      {"Clause", MUST_MANY}, {"Note", MAY},  {NULL, MAY}};

static const Key layer_keys[] = {{"For", MUST}, {"By", MAY},   {"Title", MAY},
                                 {"Date", MAY}, {"Note", MAY}, {NULL, MAY}};

static const Key on_keys[] = {{"Topics", MANY},      {"Note", MANY},
                              {"Mark", MAY},         {"Tag", MANY},
                              {"Print", MAY},        {"answers", MANY},
                              {"rebuts", MANY},      {"distinguishes", MANY},
                              {"agrees", MANY},      {"defers", MANY},
                              {"restates", MANY},    {"retreats", MANY},
                              {"contradicts", MANY}, {"supported", MANY},
                              {"overstated", MANY},  {"distorted", MANY},
                              {"elsewhere", MANY},   {"not-in-record", MANY},
                              {"why", MAY},          {"same", MANY},
                              {"beside", MANY},      {NULL, MAY}};

static const Key no_keys[] = {{NULL, MAY}};

typedef struct TypeRule {
    const char *name;
    const Key *keys; // at most 32
} TypeRule;

static const TypeRule rules[RECORD_TYPE_COUNT] = {
    [RECORD_DOSSIER] = {"Dossier", dossier_keys},
    [RECORD_PARTY] = {"Party", party_keys},
    [RECORD_PERSON] = {"Person", person_keys},
    [RECORD_TOPIC] = {"Topic", topic_keys},
    [RECORD_NAME] = {"Name", name_keys},
    [RECORD_SOURCE] = {"Source", source_keys},
    [RECORD_EVENT] = {"Event", event_keys},
    [RECORD_ROUND] = {"Round", round_keys},
    [RECORD_ACCOUNT] = {"Account", account_keys},
    [RECORD_DISCREPANCY] = {"Discrepancy", discrepancy_keys},
    [RECORD_POSITION] = {"Position", position_keys},
    [RECORD_INSTRUMENT] = {"Instrument", instrument_keys},
    [RECORD_LAYER] = {"Layer", layer_keys},
    [RECORD_ON] = {"On", on_keys},
    [RECORD_OWN] = {"X-", no_keys},
};

const char *record_type_name(RecordType type)
{
    return rules[type].name;
}

const char *record_key(RecordType type, size_t index)
{
    return rules[type].keys[index].name;
}

bool key_is_own(Str name)
{
    return str_is(str_slice(name, 0, 2), "X-");
}

bool record_type(Str line, RecordType *type)
{
    Str name;
    if (!line_name(line, &name))
        return false;
    for (int i = 0; i < RECORD_OWN; i++) {
        if (str_is(name, rules[i].name)) {
            *type = (RecordType)i;
            return true;
        }
    }
    *type = RECORD_OWN;
    return key_is_own(name);
}

// The place of the name in the list, or -1.
static int place_of(const Key *keys, Str name)
{
    for (int i = 0; keys[i].name; i++)
        if (str_is(name, keys[i].name))
            return i;
    return -1;
}

// Pairs sorted by name, so that a hundred thousand keys take no longer than they must.
static int compare_names(const void *a, const void *b)
{
    const Pair *x = *(const Pair *const *)a, *y = *(const Pair *const *)b;
    size_t common = x->name.len < y->name.len ? x->name.len : y->name.len;
    for (size_t i = 0; i < common; i++) {
        int order = (x->name.at[i] | 0x20) - (y->name.at[i] | 0x20);
        if (order)
            return order;
    }
    if (x->name.len != y->name.len)
        return x->name.len < y->name.len ? -1 : 1;
    return x < y ? -1 : x > y;
}

// Keys that the type does not list: those of parties, which names and instruments may have, and unknown ones.
// A null rule takes none.
static void check_others(Input *input, const Pair **others, size_t count, RecordType type,
                         const OtherKeys *rule)
{
    for (size_t i = 0; i < count; i++)
        if (!rule || !rule->takes(rule->context, others[i]->name))
            input_problem_about(input, DIAGNOSTIC_UNKNOWN_KEY, others[i]->line, 1, others[i]->name,
                                str_of(rules[type].name));
    if (count > 1)
        qsort(others, count, sizeof *others, compare_names);
    for (size_t i = 1; i < count; i++)
        if (str_equal_ascii_case(others[i]->name, others[i - 1]->name))
            input_problem(input, DIAGNOSTIC_REPEATED_KEY, others[i]->line, 1, others[i]->name);
}

// Of so many keys that are not the type's own the missing one may be one that is misspelt.
#define MISSPELT_MAX 64

// Whether one of these is meant for the key: that it is unknown has been said, and is enough.
static bool is_misspelt(const Pair *const *others, size_t count, Str key)
{
    for (size_t i = 0; i < count && i < MISSPELT_MAX; i++)
        if (spelling_is_near(others[i]->name, key))
            return true;
    return false;
}

void record_check_keys(Input *input, const RawRecord *raw, OtherKeys parties)
{
    const Key *keys = rules[raw->type].keys;
    const Pair **others = mem_new(raw->record.pair_count, sizeof *others);
    size_t other_count = 0;
    uint32_t seen = 0, filled = 0; // a bit for each place in the list
    for (size_t i = 0; i < raw->record.pair_count; i++) {
        const Pair *pair = &raw->record.pairs[i];
        int place = place_of(keys, pair->name);
        if (place >= 0) {
            if ((seen & 1u << place) && keys[place].times < MANY)
                input_problem(input, DIAGNOSTIC_REPEATED_KEY, pair->line, 1, pair->name);
            seen |= 1u << place;
            filled |= pair->value.len ? 1u << place : 0;
        } else if (!key_is_own(pair->name)) {
            others[other_count++] = pair;
        }
    }
    check_others(input, others, other_count, raw->type,
                 raw->type == RECORD_NAME || raw->type == RECORD_INSTRUMENT ? &parties : NULL);
    for (int i = 0; keys[i].name; i++)
        if ((keys[i].times == MUST || keys[i].times == MUST_MANY) && !(filled & 1u << i) &&
            ((seen & 1u << i) || !is_misspelt(others, other_count, str_of(keys[i].name))))
            input_problem(input, DIAGNOSTIC_MISSING_KEY, raw->record.line, 1, str_of(keys[i].name));
    free(others);
}
