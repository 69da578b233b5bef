// SPDX-License-Identifier: MIT
#include "diptych/words.h"

static const char *const acts[ACT_COUNT] = {
    [ACT_ASSERTS] = "asserts",       [ACT_PROPOSES] = "proposes",
    [ACT_OFFERS] = "offers",         [ACT_DEMANDS] = "demands",
    [ACT_CONDITIONS] = "conditions", [ACT_CONCEDES] = "concedes",
    [ACT_REFUSES] = "refuses",       [ACT_ASKS] = "asks",
    [ACT_COMPLAINS] = "complains",   [ACT_PROCEDURE] = "procedure",
};

static const char *const statuses[STATUS_COUNT] = {
    [STATUS_PARAPHRASE] = "paraphrase", [STATUS_VERBATIM] = "verbatim", [STATUS_REPORTED] = "reported",
    [STATUS_SUMMARY] = "summary",       [STATUS_OMITTED] = "omitted",   [STATUS_INFERRED] = "inferred",
    [STATUS_NARRATION] = "narration",
};

static const char *const verbs[VERB_COUNT] = {
    [VERB_ANSWERS] = "answers",
    [VERB_REBUTS] = "rebuts",
    [VERB_DISTINGUISHES] = "distinguishes",
    [VERB_AGREES] = "agrees",
    [VERB_DEFERS] = "defers",
    [VERB_RESTATES] = "restates",
    [VERB_RETREATS] = "retreats",
    [VERB_CONTRADICTS] = "contradicts",
    [VERB_SUPPORTED] = "supported",
    [VERB_OVERSTATED] = "overstated",
    [VERB_DISTORTED] = "distorted",
    [VERB_ELSEWHERE] = "elsewhere",
    [VERB_NOT_IN_RECORD] = "not-in-record",
    [VERB_SAME] = "same",
    [VERB_BESIDE] = "beside",
};

static const char *const reverses[VERB_COUNT] = {
    [VERB_ANSWERS] = "answered by",
    [VERB_REBUTS] = "rebutted by",
    [VERB_DISTINGUISHES] = "distinguished by",
    [VERB_AGREES] = "agreed to by",
    [VERB_DEFERS] = "deferred by",
    [VERB_RESTATES] = "restated by",
    [VERB_RETREATS] = "retreated from by",
    [VERB_CONTRADICTS] = "contradicted by",
    [VERB_SUPPORTED] = "fairly reported by",
    [VERB_OVERSTATED] = "overstated by",
    [VERB_DISTORTED] = "distorted by",
    [VERB_ELSEWHERE] = "said to hold words cited by",
    [VERB_NOT_IN_RECORD] = "not found here by",
    [VERB_SAME] = "same as",
    [VERB_BESIDE] = "beside",
};

static const char *const extents[EXTENT_COUNT] = {
    [EXTENT_FULL] = "full",     [EXTENT_CONTENTS] = "contents", [EXTENT_PART] = "part",
    [EXTENT_DIGEST] = "digest", [EXTENT_LOST] = "lost",
};

static const char *const taggings[TAGGING_COUNT] = {
    [TAGGING_PART] = "part",
    [TAGGING_FULL] = "full",
    [TAGGING_WORDS] = "words",
};

static const char *const addressees[ADDRESSEE_COUNT] = {
    [ADDRESSEE_OTHER] = "other", [ADDRESSEE_OWN] = "own",     [ADDRESSEE_PUBLIC] = "public",
    [ADDRESSEE_THIRD] = "third", [ADDRESSEE_LATER] = "later",
};

static const char *const capacities[CAPACITY_COUNT] = {
    [CAPACITY_GOVERNMENT] = "government",
    [CAPACITY_PARTY] = "party",
    [CAPACITY_OPPOSITION] = "opposition",
    [CAPACITY_PRIVATE] = "private",
};

static const char *const source_kinds[SOURCE_KIND_COUNT] = {
    [SOURCE_MINUTES] = "minutes",   [SOURCE_STENOGRAM] = "stenogram", [SOURCE_MEMORANDUM] = "memorandum",
    [SOURCE_DOCUMENT] = "document", [SOURCE_MEMOIR] = "memoir",       [SOURCE_HISTORY] = "history",
    [SOURCE_REPORT] = "report",     [SOURCE_PRESS] = "press",
};

const char *act_word(Act act)
{
    return acts[act];
}

const char *status_word(Status status)
{
    return statuses[status];
}

const char *verb_word(Verb verb)
{
    return verbs[verb];
}

const char *extent_word(Extent extent)
{
    return extents[extent];
}

const char *tagging_word(Tagging tagging)
{
    return taggings[tagging];
}

const char *addressee_word(Addressee addressee)
{
    return addressees[addressee];
}

const char *capacity_word(Capacity capacity)
{
    return capacities[capacity];
}

const char *source_kind_word(SourceKind kind)
{
    return source_kinds[kind];
}

const char *verb_reverse(Verb verb)
{
    return reverses[verb];
}

static bool find_word(const char *const *words, int count, Str word, int *index)
{
    for (int i = 0; i < count; i++) {
        if (str_is(word, words[i])) {
            *index = i;
            return true;
        }
    }
    return false;
}

bool act_parse(Str word, Act *act)
{
    int index;
    bool found = find_word(acts, ACT_COUNT, word, &index);
    if (found)
        *act = (Act)index;
    return found;
}

bool status_parse(Str word, Status *status)
{
    int index;
    bool found = find_word(statuses, STATUS_COUNT, word, &index);
    if (found)
        *status = (Status)index;
    return found;
}

bool verb_parse(Str word, Verb *verb)
{
    int index;
    bool found = find_word(verbs, VERB_COUNT, word, &index);
    if (found)
        *verb = (Verb)index;
    return found;
}

bool extent_parse(Str word, Extent *extent)
{
    int index;
    bool found = find_word(extents, EXTENT_COUNT, word, &index);
    if (found)
        *extent = (Extent)index;
    return found;
}

bool tagging_parse(Str word, Tagging *tagging)
{
    int index;
    bool found = find_word(taggings, TAGGING_COUNT, word, &index);
    if (found)
        *tagging = (Tagging)index;
    return found;
}

bool addressee_parse(Str word, Addressee *addressee)
{
    int index;
    bool found = find_word(addressees, ADDRESSEE_COUNT, word, &index);
    if (found)
        *addressee = (Addressee)index;
    return found;
}

bool capacity_parse(Str word, Capacity *capacity)
{
    int index;
    bool found = find_word(capacities, CAPACITY_COUNT, word, &index);
    if (found)
        *capacity = (Capacity)index;
    return found;
}

bool source_kind_parse(Str word, SourceKind *kind)
{
    int index;
    bool found = find_word(source_kinds, SOURCE_KIND_COUNT, word, &index);
    if (found)
        *kind = (SourceKind)index;
    return found;
}

bool verb_is_reply(Verb verb)
{
    return verb <= VERB_DEFERS;
}

bool verb_is_own(Verb verb)
{
    return verb >= VERB_RESTATES && verb <= VERB_CONTRADICTS;
}

bool verb_is_verdict(Verb verb)
{
    return verb >= VERB_SUPPORTED && verb <= VERB_NOT_IN_RECORD;
}

bool status_is_said(Status status)
{
    return status != STATUS_OMITTED && status != STATUS_INFERRED && status != STATUS_NARRATION;
}

bool verb_names_rounds(Verb verb)
{
    return verb == VERB_ELSEWHERE || verb == VERB_NOT_IN_RECORD;
}
