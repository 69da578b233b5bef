// SPDX-License-Identifier: MIT
// Which keys a record may have.
#include "record.h"
#include "resolve.h"

#include <stdlib.h>

typedef struct TypeRule {
    const char *name;
    const char *keys;     // that may stand in it, separated by blanks
    const char *needed;   // the ones that must
    const char *repeated; // the ones that may stand more than once
    bool parties;         // ids of parties are keys too
} TypeRule;

static const TypeRule rules[RECORD_TYPE_COUNT] = {
    [RECORD_DOSSIER] = {"Dossier", "Title Short Format Start Language By Date About Note", "Title", "",
                        false},
    [RECORD_PARTY] = {"Party", "Title Short Adjective Succeeds Names Note", "Title", "", false},
    [RECORD_PERSON] = {"Person", "Title Party Office Names Note", "Title Party", "", false},
    [RECORD_TOPIC] = {"Topic", "Title Short Date Parent Words About Note", "Title", "", false},
    [RECORD_NAME] = {"Name", "Title Means Note", "", "", true},
    [RECORD_SOURCE] =
        {"Source",
         "Kind Standpoint Title Short Author Editor Translator Container Volume Issue Pages Date "
         "Publisher Place DOI ISBN URL Archive Language Via Locators Note",
         "Kind Title", "", false},
    [RECORD_EVENT] = {"Event", "Title Topics Source At Place Note", "Title", "", false},
    [RECORD_ROUND] =
        {"Round", "Title Short Date Order Place Participants Sources Source Extent Status Via Outcome Note",
         "Title Date", "", false},
    [RECORD_ACCOUNT] = {"Account", "Title Sources Source Extent Status Via Outcome Note", "", "", false},
    [RECORD_DISCREPANCY] = {"Discrepancy", "Title About Topics Reading Note", "About Reading", "Reading",
                            false},
    [RECORD_LAYER] = {"Layer", "For By Title Date Note", "For", "", false},
    [RECORD_ON] = {"On",
                   "Topics Note Mark Tag Print answers rebuts distinguishes agrees defers restates retreats "
                   "contradicts supported overstated distorted elsewhere not-in-record why same beside",
                   "",
                   "Topics Note Tag answers rebuts distinguishes agrees defers restates retreats contradicts "
                   "supported overstated distorted elsewhere not-in-record same beside",
                   false},
    [RECORD_OWN] = {"X-", "", "", "", false},
};

static bool begins_own(Str name)
{
    return str_equal_ascii_case(str_slice(name, 0, 2), str_of("X-"));
}

bool record_type(Str line, RecordType *type)
{
    Str name;
    if (!line_name(line, &name))
        return false;
    for (int i = 0; i < RECORD_OWN; i++) {
        if (str_equal_ascii_case(name, str_of(rules[i].name))) {
            *type = (RecordType)i;
            return true;
        }
    }
    *type = RECORD_OWN;
    return begins_own(name);
}

static bool among(const char *words, Str word)
{
    Str rest = str_of(words);
    while (rest.len) {
        size_t end = str_find(rest, ' ', 0);
        if (end == word.len && str_equal_ascii_case(str_slice(rest, 0, end), word))
            return true;
        rest = str_slice(rest, end + 1, rest.len);
    }
    return false;
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

static void check_repeated(Intake *intake, const RawRecord *raw, const char *allowed)
{
    size_t count = raw->record.pair_count;
    const Pair **sorted = mem_new(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &raw->record.pairs[i];
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 1; i < count; i++)
        if (str_equal_ascii_case(sorted[i]->name, sorted[i - 1]->name) && !among(allowed, sorted[i]->name) &&
            !begins_own(sorted[i]->name))
            intake_problem(intake, DIAGNOSTIC_REPEATED_KEY, sorted[i]->line, 1, sorted[i]->name);
    free(sorted);
}

void record_check_keys(Intake *intake, const RawRecord *raw)
{
    const TypeRule *rule = &rules[raw->type];
    for (size_t i = 0; i < raw->record.pair_count; i++) {
        const Pair *pair = &raw->record.pairs[i];
        if (!among(rule->keys, pair->name) && !begins_own(pair->name) &&
            !(rule->parties && resolve_party_key(intake, pair->name) != NONE))
            intake_problem(intake, DIAGNOSTIC_UNKNOWN_KEY, pair->line, 1, pair->name);
    }
    check_repeated(intake, raw, rule->repeated);
    Str rest = str_of(rule->needed), piece;
    while (str_next(&rest, " ", &piece)) {
        bool found = piece.len == 0;
        for (size_t i = 0; i < raw->record.pair_count && !found; i++)
            found = str_equal_ascii_case(raw->record.pairs[i].name, piece) && raw->record.pairs[i].value.len;
        if (!found)
            intake_problem(intake, DIAGNOSTIC_MISSING_KEY, raw->record.line, 1, piece);
    }
}
