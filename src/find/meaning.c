// SPDX-License-Identifier: MIT
#include "diptych/meaning.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/bounds.h"
#include "diptych/fold.h"
#include "diptych/memory.h"
#include "diptych/speech.h"
#include "find/written_date.h"

// What is looked for, and what has been found.
typedef struct Seeker {
    Dossier *dossier;
    Str words;  // as given
    Str folded; // held by `query`
    Folded query, field;
    Date date;
    bool dated, year; // the words are a date; a year alone
    Meanings *out;
} Seeker;

// The order among equals.
static int rank_of(const Seeker *seeker, TargetKind kind)
{
    static const TargetKind order[] = {TARGET_PASSAGE,    TARGET_ROUND,  TARGET_ACCOUNT,
                                       TARGET_TOPIC,      TARGET_NAME,   TARGET_PERSON,
                                       TARGET_INSTRUMENT, TARGET_SOURCE, TARGET_PARTY};
    int rank = 0;
    while (order[rank] != kind)
        rank++;
    bool round = kind == TARGET_ROUND || kind == TARGET_ACCOUNT;
    return seeker->year && round ? rank + (int)(sizeof order / sizeof *order) : rank;
}

static void add(Seeker *seeker, Meaning meaning)
{
    Meanings *out = seeker->out;
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    out->items[out->count++] = meaning;
}

// Takes over how the words fit one of the thing's names, when that is better than what is known. `whole` is
// what all of the name is worth.
static void try_name(Seeker *seeker, Meaning *meaning, Str name, Fit whole)
{
    fold_text(name, FOLD_ALL, &seeker->field);
    Str field = str_trim(buffer_str(&seeker->field.text)), words = seeker->folded;
    Fit fit = FIT_NEAR;
    for (size_t at = 0; at + words.len <= field.len && fit > FIT_BEGUN; at++) {
        if (memcmp(field.at + at, words.at, words.len) != 0)
            continue;
        Fit here = at == 0 ? FIT_BEGUN : bounds_word(field, at) ? FIT_WORD : FIT_INSIDE;
        fit = here < fit ? here : fit;
    }
    if (fit == FIT_BEGUN && field.len == words.len)
        fit = whole;
    if (fit < meaning->fit) {
        meaning->fit = fit;
        meaning->by = name;
    }
}

// The same with each of a list of names.
static void try_list(Seeker *seeker, Meaning *meaning, Str list, Fit whole)
{
    Str name;
    while (str_next(&list, ";", &name))
        if (str_trim(name).len)
            try_name(seeker, meaning, str_trim(name), whole);
}

static void try_record(Seeker *seeker, Meaning *meaning, const Record *record)
{
    try_name(seeker, meaning, record->id, FIT_WHOLE);
    meaning->by_id = meaning->fit == FIT_WHOLE;
    try_name(seeker, meaning, record->title, FIT_WHOLE);
    try_name(seeker, meaning, record_value(record, "Short"), FIT_WHOLE);
    try_list(seeker, meaning, record_value(record, "Words"), FIT_WORDS);
}

static bool same_parts(Day a, Day b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void try_date(Seeker *seeker, Meaning *meaning, Date date)
{
    if (!seeker->dated || !date_known(date) || date_compare(date, seeker->date) < 0 ||
        date_ends_before(seeker->date, date))
        return;
    Fit fit = same_parts(date.from, seeker->date.from) ? FIT_WHOLE : FIT_BEGUN;
    if (fit < meaning->fit) {
        meaning->fit = fit;
        meaning->by = seeker->words;
    }
}

static void try_surname(Seeker *seeker, Meaning *meaning, Str title)
{
    size_t from = title.len;
    while (from > 0 && title.at[from - 1] != ' ')
        from--;
    try_name(seeker, meaning, str_slice(title, from, title.len), FIT_WHOLE);
}

static Meaning unknown(TargetKind kind, size_t index)
{
    return (Meaning){.target = {kind, (uint32_t)index, 0}, .fit = FIT_NEAR};
}

static void end(Seeker *seeker, const Meaning *meaning)
{
    if (meaning->fit != FIT_NEAR)
        add(seeker, *meaning);
}

static void seek_passage(Seeker *seeker, uint32_t here)
{
    Ref ref;
    if (!dossier_ref_parse(seeker->dossier, seeker->words, here, &ref) || !ref.first)
        return;
    uint32_t ordinal = speech_find(dossier_speech(seeker->dossier, ref.account), ref.first);
    if (ordinal != NONE)
        add(seeker, (Meaning){{TARGET_PASSAGE, ref.account, ordinal}, FIT_WHOLE, true, seeker->words});
}

static void seek_rounds(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->round_count; i++) {
        const Round *round = &seeker->dossier->rounds[i];
        Meaning meaning = unknown(TARGET_ROUND, i);
        try_record(seeker, &meaning, &round->record);
        try_date(seeker, &meaning, round->date);
        end(seeker, &meaning);
    }
}

// Those that are not their round's own.
static void seek_accounts(Seeker *seeker)
{
    const Dossier *dossier = seeker->dossier;
    for (size_t i = 0; i < dossier->account_count; i++) {
        const Account *account = &dossier->accounts[i];
        Meaning meaning = unknown(TARGET_ACCOUNT, i);
        if (dossier->rounds[account->round].account == i)
            continue;
        try_name(seeker, &meaning, account->name, FIT_WHOLE);
        meaning.by_id = meaning.fit == FIT_WHOLE;
        end(seeker, &meaning);
    }
}

static void seek_topics(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->topic_count; i++) {
        Meaning meaning = unknown(TARGET_TOPIC, i);
        try_record(seeker, &meaning, &seeker->dossier->topics[i].record);
        try_date(seeker, &meaning, seeker->dossier->topics[i].date);
        end(seeker, &meaning);
    }
}

static void seek_names(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->name_count; i++) {
        const Name *name = &seeker->dossier->names[i];
        Meaning meaning = unknown(TARGET_NAME, i);
        try_record(seeker, &meaning, &name->record);
        for (size_t n = 0; n < name->naming_count; n++)
            for (size_t w = 0; w < name->namings[n].word_count; w++)
                try_name(seeker, &meaning, name->namings[n].words[w], FIT_WHOLE);
        end(seeker, &meaning);
    }
}

// An id is no better than a surname, which it mostly is: of two people of one surname neither is plainly
// meant.
static void seek_people(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->person_count; i++) {
        const Record *record = &seeker->dossier->people[i].record;
        Meaning meaning = unknown(TARGET_PERSON, i);
        try_record(seeker, &meaning, record);
        try_list(seeker, &meaning, record_value(record, "Names"), FIT_WHOLE);
        try_surname(seeker, &meaning, record->title);
        meaning.by_id = false;
        end(seeker, &meaning);
    }
}

static void seek_instruments(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->instrument_count; i++) {
        Meaning meaning = unknown(TARGET_INSTRUMENT, i);
        try_record(seeker, &meaning, &seeker->dossier->instruments[i].record);
        try_date(seeker, &meaning, seeker->dossier->instruments[i].date);
        end(seeker, &meaning);
    }
}

static void seek_sources(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->source_count; i++) {
        Meaning meaning = unknown(TARGET_SOURCE, i);
        try_record(seeker, &meaning, &seeker->dossier->sources[i].record);
        end(seeker, &meaning);
    }
}

static void seek_parties(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->party_count; i++) {
        Meaning meaning = unknown(TARGET_PARTY, i);
        try_record(seeker, &meaning, &seeker->dossier->parties[i].record);
        end(seeker, &meaning);
    }
}

// The round that went on at the date, else the first behind it.
static void seek_near(Seeker *seeker)
{
    const Dossier *dossier = seeker->dossier;
    uint32_t held = NONE;
    for (size_t i = 0; i < dossier->round_count; i++) {
        Date when = dossier->rounds[i].date;
        if (!date_known(when))
            continue;
        if (date_compare(when, seeker->date) >= 0) {
            held = held == NONE ? (uint32_t)i : held;
            break;
        }
        if (!date_ends_before(when, seeker->date))
            held = (uint32_t)i;
    }
    if (held != NONE)
        add(seeker, (Meaning){{TARGET_ROUND, held, 0}, FIT_NEAR, false, seeker->words});
}

// A meaning and what orders it.
typedef struct Ranked {
    Meaning meaning;
    int rank;
    size_t found;
} Ranked;

static int compare_worth(const Ranked *a, const Ranked *b)
{
    if (a->meaning.fit != b->meaning.fit)
        return (int)a->meaning.fit - (int)b->meaning.fit;
    if (a->rank != b->rank)
        return a->rank - b->rank;
    return (int)b->meaning.by_id - (int)a->meaning.by_id;
}

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *x = a, *y = b;
    int order = compare_worth(x, y);
    return order ? order : (x->found > y->found) - (x->found < y->found);
}

static void sort(Seeker *seeker)
{
    Meanings *out = seeker->out;
    Ranked *ranked = mem_new(out->count, sizeof *ranked);
    for (size_t i = 0; i < out->count; i++)
        ranked[i] = (Ranked){out->items[i], rank_of(seeker, out->items[i].target.kind), i};
    qsort(ranked, out->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < out->count; i++)
        out->items[i] = ranked[i].meaning;
    while (out->best < out->count && compare_worth(&ranked[out->best], &ranked[0]) == 0)
        out->best++;
    free(ranked);
}

static void seek(Seeker *seeker, uint32_t here, unsigned kinds)
{
    static const struct {
        TargetKind kind;
        void (*seek)(Seeker *seeker);
    } table[] = {{TARGET_ROUND, seek_rounds},           {TARGET_ACCOUNT, seek_accounts},
                 {TARGET_TOPIC, seek_topics},           {TARGET_NAME, seek_names},
                 {TARGET_PERSON, seek_people},          {TARGET_SOURCE, seek_sources},
                 {TARGET_INSTRUMENT, seek_instruments}, {TARGET_PARTY, seek_parties}};
    if (kinds & MEANING_OF(TARGET_PASSAGE))
        seek_passage(seeker, here);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (kinds & MEANING_OF(table[i].kind))
            table[i].seek(seeker);
    if (seeker->out->count == 0 && seeker->dated && (kinds & MEANING_OF(TARGET_ROUND)))
        seek_near(seeker);
}

void meaning_find(Dossier *dossier, Str words, uint32_t here, unsigned kinds, Meanings *out)
{
    Seeker seeker = {.dossier = dossier, .words = str_trim(words), .out = out};
    out->count = out->best = 0;
    fold_text(seeker.words, FOLD_ALL, &seeker.query);
    seeker.folded = str_trim(buffer_str(&seeker.query.text));
    seeker.dated = written_date(seeker.words, &seeker.date);
    seeker.year = seeker.dated && !seeker.date.from.month && !seeker.date.to.month;
    if (seeker.folded.len) {
        seek(&seeker, here, kinds);
        if (out->count)
            sort(&seeker);
    }
    fold_free(&seeker.query);
    fold_free(&seeker.field);
}
