// SPDX-License-Identifier: MIT
#include "suggest.h"

#include <stdlib.h>

#include "diptych/format.h"
#include "diptych/memory.h"
#include "diptych/reference.h"
#include "diptych/spelling.h"
#include "diptych/visible.h"
#include "passage.h"

// What a word is looked for among.
typedef enum Among {
    AMONG_TOPICS,
    AMONG_PARTIES,
    AMONG_SPEAKERS, // people and parties
    AMONG_SOURCES,
    AMONG_ACCOUNTS, // and rounds
    AMONG_RECORDS,
    AMONG_ATTRIBUTES,
    AMONG_ACTS, // from here on all of them are told
    AMONG_STATUSES,
    AMONG_EXTENTS,
    AMONG_TAGGINGS,
    AMONG_ADDRESSEES,
    AMONG_CAPACITIES,
    AMONG_SOURCE_KINDS,
    AMONG_TOPIC_KINDS,
    AMONG_KEYS, // of a kind of record, one behind the other
    AMONG_COUNT = AMONG_KEYS + RECORD_TYPE_COUNT
} Among;

struct Suggester {
    const Dossier *dossier;
    Spelling *among[AMONG_COUNT]; // null: not asked for yet
};

Suggester *suggester_new(const Dossier *dossier)
{
    Suggester *suggester = mem_new(1, sizeof *suggester);
    suggester->dossier = dossier;
    return suggester;
}

void suggester_free(Suggester *suggester)
{
    for (size_t i = 0; i < AMONG_COUNT; i++)
        spelling_free(suggester->among[i]);
    free(suggester);
}

// --- words that are fixed

// The verbs of links, then the other attributes.
static const char *attribute_word(size_t index)
{
    return index < VERB_COUNT ? verb_word((Verb)index) : passage_attribute(index - VERB_COUNT);
}

static const char *topic_kind(size_t index)
{
    static const char *const kinds[] = {"procedure", "substance", NULL};
    return kinds[index];
}

// The word of that index among them; null behind the last, and where they are the names of a dossier.
static const char *word_at(Among among, size_t index)
{
    if (among >= AMONG_KEYS)
        return record_key((RecordType)(among - AMONG_KEYS), index);
    switch (among) {
    case AMONG_RECORDS:
        return index < RECORD_OWN ? record_type_name((RecordType)index) : NULL;
    case AMONG_ATTRIBUTES:
        return attribute_word(index);
    case AMONG_ACTS:
        return index < ACT_COUNT ? act_word((Act)index) : NULL;
    case AMONG_STATUSES:
        return index < STATUS_COUNT ? status_word((Status)index) : NULL;
    case AMONG_EXTENTS:
        return index < EXTENT_COUNT ? extent_word((Extent)index) : NULL;
    case AMONG_TAGGINGS:
        return index < TAGGING_COUNT ? tagging_word((Tagging)index) : NULL;
    case AMONG_ADDRESSEES:
        return index < ADDRESSEE_COUNT ? addressee_word((Addressee)index) : NULL;
    case AMONG_CAPACITIES:
        return index < CAPACITY_COUNT ? capacity_word((Capacity)index) : NULL;
    case AMONG_SOURCE_KINDS:
        return index < SOURCE_KIND_COUNT ? source_kind_word((SourceKind)index) : NULL;
    case AMONG_TOPIC_KINDS:
        return topic_kind(index);
    default:
        return NULL;
    }
}

// --- and those of the dossier

// Adds the ids of `count` things, whose records are `size` bytes apart and come first in each.
static void add_ids(Spelling *spelling, const void *things, size_t count, size_t size)
{
    for (size_t i = 0; i < count; i++)
        spelling_add(spelling, ((const Record *)(const void *)((const char *)things + i * size))->id);
}

static void add_names(Spelling *spelling, const Dossier *dossier, Among among)
{
    if (among == AMONG_TOPICS)
        add_ids(spelling, dossier->topics, dossier->topic_count, sizeof *dossier->topics);
    if (among == AMONG_SPEAKERS)
        add_ids(spelling, dossier->people, dossier->person_count, sizeof *dossier->people);
    if (among == AMONG_SPEAKERS || among == AMONG_PARTIES)
        add_ids(spelling, dossier->parties, dossier->party_count, sizeof *dossier->parties);
    if (among == AMONG_SOURCES)
        add_ids(spelling, dossier->sources, dossier->source_count, sizeof *dossier->sources);
    for (size_t i = 0; among == AMONG_ACCOUNTS && i < dossier->account_count; i++)
        spelling_add(spelling, dossier->accounts[i].name);
}

static Spelling *words_among(Suggester *suggester, Among among)
{
    const char *word;
    if (suggester->among[among])
        return suggester->among[among];
    Spelling *spelling = suggester->among[among] = spelling_new();
    add_names(spelling, suggester->dossier, among);
    for (size_t i = 0; (word = word_at(among, i)); i++)
        spelling_add(spelling, str_of(word));
    return spelling;
}

// --- which of them

// The words of a key or attribute.
static Among among_values(Str about)
{
    static const struct {
        const char *about;
        Among among;
    } table[] = {
        {"status", AMONG_STATUSES},     {"act", AMONG_ACTS},          {"extent", AMONG_EXTENTS},
        {"tagged", AMONG_TAGGINGS},     {"to", AMONG_ADDRESSEES},     {"as", AMONG_CAPACITIES},
        {"capacity", AMONG_CAPACITIES}, {"kind", AMONG_SOURCE_KINDS}, {"topic kind", AMONG_TOPIC_KINDS}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_is(about, table[i].about))
            return table[i].among;
    return AMONG_COUNT;
}

static Among among_keys(Str about)
{
    for (int i = 0; i < RECORD_OWN; i++)
        if (str_is(about, record_type_name((RecordType)i)))
            return (Among)(AMONG_KEYS + i);
    return AMONG_COUNT;
}

static Among among_of(const Diagnostic *problem)
{
    switch (problem->kind) {
    case DIAGNOSTIC_UNKNOWN_TOPIC:
        return AMONG_TOPICS;
    case DIAGNOSTIC_UNKNOWN_PARTY:
        return AMONG_PARTIES;
    case DIAGNOSTIC_UNKNOWN_PERSON:
        return AMONG_SPEAKERS;
    case DIAGNOSTIC_UNKNOWN_SOURCE:
        return AMONG_SOURCES;
    case DIAGNOSTIC_DANGLING_REFERENCE:
        return AMONG_ACCOUNTS;
    case DIAGNOSTIC_UNKNOWN_RECORD:
        return AMONG_RECORDS;
    case DIAGNOSTIC_UNKNOWN_ATTRIBUTE:
        return AMONG_ATTRIBUTES;
    case DIAGNOSTIC_UNKNOWN_KEY:
        return among_keys(problem->about);
    case DIAGNOSTIC_UNKNOWN_WORD:
        return among_values(problem->about);
    default:
        return AMONG_COUNT;
    }
}

Str suggest_account(const Dossier *dossier, Str text)
{
    Reference reference;
    if (!reference_parse(text, true, &reference) || !reference.account.len ||
        dossier_account(dossier, reference.account) != NONE)
        return (Str){"", 0};
    return reference.account;
}

// What was typed, of what the problem tells.
static Str typed_of(const Suggester *suggester, const Diagnostic *problem)
{
    Str name;
    if (problem->kind == DIAGNOSTIC_DANGLING_REFERENCE)
        return suggest_account(suggester->dossier, problem->detail);
    if (problem->kind == DIAGNOSTIC_UNKNOWN_RECORD && line_name(problem->detail, &name))
        return name;
    if (problem->kind == DIAGNOSTIC_UNKNOWN_WORD)
        return str_trim(str_slice(problem->detail, 0, str_find(problem->detail, ';', 0)));
    return problem->detail;
}

static void add_all_words(Buffer *out, Among among)
{
    const char *word;
    buffer_add_text(out, "; may stand here: ");
    for (size_t i = 0; (word = word_at(among, i)); i++)
        buffer_addf(out, "%s%s", i ? ", " : "", word);
}

void suggest_add(Buffer *out, Suggester *suggester, const Diagnostic *problem)
{
    Among among = among_of(problem);
    if (among == AMONG_COUNT)
        return;
    Str typed = typed_of(suggester, problem);
    Str found = typed.len ? spelling_find(words_among(suggester, among), typed) : (Str){"", 0};
    if (found.len && !str_equal(found, typed)) { // the same word may stand elsewhere
        buffer_add_text(out, "; did you mean ");
        visible_add(out, found, false);
        buffer_add_byte(out, '?');
    }
    if (among >= AMONG_ACTS && (among < AMONG_KEYS || !found.len))
        add_all_words(out, among);
}
