// SPDX-License-Identifier: MIT
// One meaning or an error that says why not; and meanings in words.
#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/speech.h"

// So many candidates are listed in an error, and so many bytes of what was typed.
#define LISTED_MAX 8
#define QUOTED_MAX 60

const char *meaning_kind(TargetKind kind)
{
    static const char *const kinds[] = {[TARGET_NONE] = "thing",
                                        [TARGET_PASSAGE] = "passage",
                                        [TARGET_ROUND] = "round",
                                        [TARGET_ACCOUNT] = "account",
                                        [TARGET_PERSON] = "person",
                                        [TARGET_TOPIC] = "topic",
                                        [TARGET_NAME] = "name",
                                        [TARGET_SOURCE] = "source",
                                        [TARGET_DISCREPANCY] = "discrepancy",
                                        [TARGET_INSTRUMENT] = "instrument",
                                        [TARGET_PARTY] = "party"};
    return kinds[kind];
}

size_t meaning_count(const Dossier *dossier, TargetKind kind)
{
    switch (kind) {
    case TARGET_ROUND:
        return dossier->round_count;
    case TARGET_ACCOUNT:
        return dossier->account_count;
    case TARGET_PERSON:
        return dossier->person_count;
    case TARGET_TOPIC:
        return dossier->topic_count;
    case TARGET_NAME:
        return dossier->name_count;
    case TARGET_SOURCE:
        return dossier->source_count;
    case TARGET_DISCREPANCY:
        return dossier->discrepancy_count;
    case TARGET_INSTRUMENT:
        return dossier->instrument_count;
    case TARGET_PARTY:
        return dossier->party_count;
    default:
        return 0;
    }
}

const Record *meaning_record(const Dossier *dossier, Target target)
{
    switch (target.kind) {
    case TARGET_ROUND:
        return &dossier->rounds[target.index].record;
    case TARGET_PERSON:
        return &dossier->people[target.index].record;
    case TARGET_TOPIC:
        return &dossier->topics[target.index].record;
    case TARGET_NAME:
        return &dossier->names[target.index].record;
    case TARGET_SOURCE:
        return &dossier->sources[target.index].record;
    case TARGET_INSTRUMENT:
        return &dossier->instruments[target.index].record;
    case TARGET_PARTY:
        return &dossier->parties[target.index].record;
    default:
        return NULL;
    }
}

void meaning_id_add(Buffer *out, Dossier *dossier, Target target)
{
    const Record *record = meaning_record(dossier, target);
    const Passage *passage = NULL;
    if (record)
        buffer_add(out, record->id);
    else if (target.kind == TARGET_ACCOUNT)
        buffer_add(out, dossier->accounts[target.index].name);
    else if (target.kind == TARGET_PASSAGE)
        passage = passage_at(dossier, (PassageId){target.index, target.ordinal});
    if (passage)
        passage_reference_add(dossier, out, target.index, passage->number);
}

// "Iturup / Etorofu": what each party calls it first, equal ones once.
static void add_namings(Buffer *out, const Name *name)
{
    size_t start = out->len;
    for (size_t i = 0; i < name->naming_count; i++) {
        bool known = name->namings[i].word_count == 0;
        for (size_t k = 0; k < i && !known; k++)
            known = name->namings[k].word_count &&
                    str_equal(name->namings[k].words[0], name->namings[i].words[0]);
        if (known)
            continue;
        buffer_add_text(out, out->len > start ? " / " : "");
        buffer_add(out, name->namings[i].words[0]);
    }
}

void meaning_title_add(Buffer *out, Dossier *dossier, Target target)
{
    const Record *record = meaning_record(dossier, target);
    size_t start = out->len;
    if (target.kind == TARGET_NAME && str_equal(record->title, record->id))
        add_namings(out, &dossier->names[target.index]);
    if (record && out->len == start)
        buffer_add(out, record->title);
    else if (!record)
        meaning_id_add(out, dossier, target);
}

void meaning_brief_add(Buffer *out, Dossier *dossier, Target target)
{
    const Record *record = meaning_record(dossier, target);
    Str brief = record ? record_value(record, "Short") : (Str){0};
    if (brief.len)
        buffer_add(out, brief);
    else
        meaning_title_add(out, dossier, target);
}

// "round or topic": what was looked for. An account is a round's telling and not named apart from it.
static void add_kinds(Buffer *out, unsigned kinds)
{
    size_t count = 0;
    if (kinds & MEANING_OF(TARGET_ROUND) && kinds & MEANING_OF(TARGET_ACCOUNT)) {
        buffer_add_text(out, "round or account");
        kinds &= ~(MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT));
        count++;
    }
    for (int kind = TARGET_PASSAGE; kind <= TARGET_PARTY; kind++)
        if (kinds & MEANING_OF(kind)) {
            buffer_add_text(out, count++ ? " or " : "");
            buffer_add_text(out, meaning_kind((TargetKind)kind));
        }
}

static void add_ids(Buffer *out, Dossier *dossier, const Meanings *meanings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(out, i ? ", " : "");
        if (i == LISTED_MAX) {
            buffer_add_text(out, "...");
            return;
        }
        meaning_id_add(out, dossier, meanings->items[i].target);
    }
}

bool meaning_one(Dossier *dossier, Str words, unsigned kinds, Meaning *out, Error *error)
{
    Meanings meanings = {0};
    Buffer text = {0};
    meaning_find(dossier, words, NONE, kinds, &meanings);
    bool one = meanings.best == 1;
    if (one)
        *out = meanings.items[0];
    else if (meanings.best)
        add_ids(&text, dossier, &meanings, meanings.best);
    else
        add_kinds(&text, kinds);
    Str quoted = str_slice(str_trim(words), 0, QUOTED_MAX);
    if (meanings.best > 1)
        error_set(error, "\"%.*s\" may mean %.*s: type more of it", (int)quoted.len, quoted.at, (int)text.len,
                  text.bytes);
    else if (!one && !quoted.len)
        error_set(error, "the name of a %.*s is missing", (int)text.len, text.bytes);
    else if (!one)
        error_set(error, "there is no %.*s \"%.*s\"; 'diptych list' names them", (int)text.len, text.bytes,
                  (int)quoted.len, quoted.at);
    buffer_free(&text);
    free(meanings.items);
    return one;
}

uint32_t meaning_account(Dossier *dossier, Str words, Error *error)
{
    Meaning meaning;
    if (!meaning_one(dossier, words, MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT), &meaning, error))
        return NONE;
    return meaning.target.kind == TARGET_ROUND ? dossier->rounds[meaning.target.index].account
                                               : meaning.target.index;
}

uint32_t meaning_topic(Dossier *dossier, Str words, Error *error)
{
    Meaning meaning;
    return meaning_one(dossier, words, MEANING_OF(TARGET_TOPIC), &meaning, error) ? meaning.target.index
                                                                                  : NONE;
}

bool meaning_selector(Dossier *dossier, Str words, Selector *out, Error *error)
{
    size_t at = str_find(words, '@', 0);
    Meaning party;
    Selector selector = {NONE, NONE};
    if (!meaning_one(dossier, str_slice(words, 0, at), MEANING_OF(TARGET_PARTY), &party, error))
        return false;
    selector.party = party.target.index;
    if (at < words.len) {
        selector.account = meaning_account(dossier, str_slice(words, at + 1, words.len), error);
        if (selector.account == NONE)
            return false;
    }
    *out = selector;
    return true;
}
