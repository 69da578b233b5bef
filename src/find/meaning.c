// SPDX-License-Identifier: MIT
#include "diptych/meaning.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/speech.h"
#include "find/fitting.h"
#include "find/written_date.h"

// A year finds what was argued about or signed in it before the meetings and what they were held on.
static bool comes_behind(const Seeker *seeker, const Meaning *meaning)
{
    TargetKind kind = meaning->target.kind;
    return kind == TARGET_ROUND || kind == TARGET_ACCOUNT ||
           (kind == TARGET_TOPIC && seeker->dossier->topics[meaning->target.index].procedural);
}

// The order among equals.
static int rank_of(const Seeker *seeker, const Meaning *meaning)
{
    TargetKind kind = meaning->by_author ? TARGET_PERSON : meaning->target.kind;
    static const TargetKind order[] = {TARGET_PASSAGE,    TARGET_ROUND,  TARGET_ACCOUNT,
                                       TARGET_TOPIC,      TARGET_NAME,   TARGET_PERSON,
                                       TARGET_INSTRUMENT, TARGET_SOURCE, TARGET_PARTY};
    int rank = 0;
    while (order[rank] != kind)
        rank++;
    return seeker->year && comes_behind(seeker, meaning) ? rank + (int)(sizeof order / sizeof *order) : rank;
}

static void add(Seeker *seeker, Meaning meaning)
{
    Meanings *out = seeker->out;
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    out->items[out->count++] = meaning;
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
        add(seeker, (Meaning){.target = {TARGET_PASSAGE, ref.account, ordinal},
                              .fit = FIT_WHOLE,
                              .by_id = true,
                              .by = seeker->words});
}

static void seek_rounds(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->round_count; i++) {
        const Round *round = &seeker->dossier->rounds[i];
        Meaning meaning = unknown(TARGET_ROUND, i);
        fitting_record(seeker, &meaning, &round->record);
        fitting_date(seeker, &meaning, round->date);
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
        fitting_name(seeker, &meaning, account->name, FIT_WHOLE);
        meaning.by_id = meaning.fit == FIT_WHOLE;
        end(seeker, &meaning);
    }
}

static void seek_topics(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->topic_count; i++) {
        Meaning meaning = unknown(TARGET_TOPIC, i);
        fitting_record(seeker, &meaning, &seeker->dossier->topics[i].record);
        fitting_date(seeker, &meaning, seeker->dossier->topics[i].date);
        end(seeker, &meaning);
    }
}

static void seek_names(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->name_count; i++) {
        const Name *name = &seeker->dossier->names[i];
        Meaning meaning = unknown(TARGET_NAME, i);
        fitting_record(seeker, &meaning, &name->record);
        fitting_namings(seeker, &meaning, name);
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
        fitting_record(seeker, &meaning, record);
        fitting_list(seeker, &meaning, record_value(record, "Names"), FIT_WHOLE);
        fitting_name(seeker, &meaning, fitting_surname(record->title), FIT_WHOLE);
        meaning.by_id = false;
        end(seeker, &meaning);
    }
}

static void seek_instruments(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->instrument_count; i++) {
        Meaning meaning = unknown(TARGET_INSTRUMENT, i);
        fitting_record(seeker, &meaning, &seeker->dossier->instruments[i].record);
        fitting_date(seeker, &meaning, seeker->dossier->instruments[i].date);
        end(seeker, &meaning);
    }
}

static void seek_sources(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->source_count; i++) {
        Meaning meaning = unknown(TARGET_SOURCE, i);
        const Record *record = &seeker->dossier->sources[i].record;
        fitting_record(seeker, &meaning, record);
        fitting_authors(seeker, &meaning, record_value(record, "Author"));
        end(seeker, &meaning);
    }
}

static void seek_parties(Seeker *seeker)
{
    for (size_t i = 0; i < seeker->dossier->party_count; i++) {
        Meaning meaning = unknown(TARGET_PARTY, i);
        fitting_record(seeker, &meaning, &seeker->dossier->parties[i].record);
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
        add(seeker, (Meaning){.target = {TARGET_ROUND, held, 0}, .fit = FIT_NEAR, .by = seeker->words});
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
        ranked[i] = (Ranked){out->items[i], rank_of(seeker, &out->items[i]), i};
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
    if (!seeker.dated && !written_day(seeker.words, &seeker.month, &seeker.day))
        seeker.month = 0;
    seeker.year = seeker.dated && !seeker.date.from.month && !seeker.date.to.month;
    if (seeker.folded.len) {
        seek(&seeker, here, kinds);
        if (out->count)
            sort(&seeker);
    }
    fold_free(&seeker.query);
    fold_free(&seeker.field);
}
