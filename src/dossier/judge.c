// SPDX-License-Identifier: MIT
#include "judge.h"

#include <stdlib.h>

// The passages at both ends of the reference. False: there is not both.
static bool find_ends(const Skim *skim, Ref ref, PassageId *first, PassageId *last)
{
    *first = *last = (PassageId){ref.account, skim_find(skim, ref.account, ref.first)};
    if (ref.last != ref.first)
        last->ordinal = skim_find(skim, ref.account, ref.last);
    return first->ordinal != NONE && last->ordinal != NONE;
}

bool judge_ref(const Skim *skim, Ref ref)
{
    PassageId first, last;
    return ref.first == 0 || find_ends(skim, ref, &first, &last);
}

static const SkimmedPassage *passage_of(const Skim *skim, PassageId passage)
{
    return &skim->accounts[passage.account].passages[passage.ordinal];
}

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

// By date (of a passage whose day is not known the round's counts), then Order:, file and position.
static int compare_passages(const Skim *skim, PassageId a, PassageId b)
{
    const Dossier *dossier = skim->dossier;
    const Account *x = &dossier->accounts[a.account], *y = &dossier->accounts[b.account];
    uint32_t day = passage_of(skim, a)->day, other = passage_of(skim, b)->day;
    int order = day && other ? compare(day, other) : compare(x->round, y->round);
    if (!order)
        order = compare(dossier->rounds[x->round].order, dossier->rounds[y->round].order);
    if (!order)
        order = compare(x->record.file, y->record.file);
    if (!order)
        order = compare(x->record.line, y->record.line);
    return order ? order : compare(a.ordinal, b.ordinal);
}

static uint32_t speaker_side(const Skim *skim, uint32_t speaker)
{
    const Dossier *dossier = skim->dossier;
    if (speaker == NONE)
        return NONE;
    uint32_t party = speaker & SKIM_PARTY ? speaker & ~SKIM_PARTY : dossier->people[speaker].party;
    return party == NONE ? NONE : dossier->parties[party].side;
}

// The sides of a passage's speakers.
typedef struct SpeakerSides {
    uint32_t items[UINT8_MAX]; // each once, in order; NONE, the last, is of those who are not known
    size_t count;
} SpeakerSides;

static int compare_sides(const void *a, const void *b)
{
    return compare(*(const uint32_t *)a, *(const uint32_t *)b);
}

static void find_sides(const Skim *skim, PassageId id, SpeakerSides *sides)
{
    Glance glance = skim_glance(skim, id.account, id.ordinal);
    sides->count = 0;
    for (size_t i = 0; i < glance.speaker_count; i++)
        sides->items[i] = speaker_side(skim, glance.speakers[i]);
    if (glance.speaker_count > 1)
        qsort(sides->items, glance.speaker_count, sizeof *sides->items, compare_sides);
    for (size_t i = 0; i < glance.speaker_count; i++)
        if (sides->count == 0 || sides->items[sides->count - 1] != sides->items[i])
            sides->items[sides->count++] = sides->items[i];
}

static bool is_known(const SpeakerSides *sides)
{
    return sides->count && sides->items[0] != NONE;
}

// True when all speakers that are known, of both, are of one side.
static bool is_one_side(const SpeakerSides *a, const SpeakerSides *b)
{
    return a->items[0] == b->items[0] && (a->count == 1 || a->items[1] == NONE) &&
           (b->count == 1 || b->items[1] == NONE);
}

static bool shares_side(const SpeakerSides *a, const SpeakerSides *b)
{
    size_t i = 0, j = 0;
    while (i < a->count && j < b->count && a->items[i] != b->items[j]) {
        if (a->items[i] < b->items[j])
            i++;
        else
            j++;
    }
    return i < a->count && j < b->count;
}

// A joint text may answer either side, and repeat either.
static bool is_wrong_side(const Skim *skim, PassageId from, PassageId to, Verb verb)
{
    SpeakerSides here, there;
    find_sides(skim, from, &here);
    find_sides(skim, to, &there);
    return is_known(&here) && is_known(&there) &&
           (verb_is_own(verb) ? !shares_side(&here, &there) : is_one_side(&here, &there));
}

// What its opposition said is not a government's to repeat or to take back. What a man of its own party said
// may be.
static bool is_wrong_capacity(const Skim *skim, PassageId from, PassageId to, Verb verb)
{
    return verb_is_own(verb) && passage_of(skim, from)->capacity == CAPACITY_GOVERNMENT &&
           passage_of(skim, to)->capacity == CAPACITY_OPPOSITION;
}

bool judge_link(const Skim *skim, PassageId from, Verb verb, Ref ref, DiagnosticKind *kind)
{
    uint32_t number = passage_of(skim, from)->number;
    bool arrangement = verb == VERB_SAME || verb == VERB_BESIDE;
    PassageId first, last;
    if (ref.first == 0)
        return false;
    *kind = DIAGNOSTIC_DANGLING_REFERENCE;
    if (!find_ends(skim, ref, &first, &last))
        return true;
    if (verb_names_rounds(verb))
        return false;
    *kind = DIAGNOSTIC_SELF_LINK;
    if (ref.account == from.account && ref.first <= number && number <= ref.last)
        return true;
    *kind = DIAGNOSTIC_LATER_LINK;
    if (!arrangement && (compare_passages(skim, first, from) > 0 || compare_passages(skim, last, from) > 0))
        return true;
    *kind = DIAGNOSTIC_WRONG_SIDE;
    if (!arrangement && is_wrong_side(skim, from, first, verb))
        return true;
    *kind = DIAGNOSTIC_WRONG_CAPACITY;
    return is_wrong_capacity(skim, from, first, verb);
}

// So many passages of one reference are looked at: those who write a longer one are few, or mean harm.
#define GROUND_MAX ((uint32_t)32)

static bool is_ground(const Skim *skim, PassageId id, uint32_t side, uint32_t topic)
{
    Glance glance = skim_glance(skim, id.account, id.ordinal);
    bool own = false;
    for (size_t i = 0; i < glance.speaker_count; i++)
        own = own || speaker_side(skim, glance.speakers[i]) == side;
    return own && (topic == NONE || glance_is_on(skim->dossier, &glance, topic));
}

bool judge_ground(const Skim *skim, Ref ref, uint32_t party, uint32_t topic, DiagnosticKind *kind)
{
    PassageId first, last;
    *kind = DIAGNOSTIC_DANGLING_REFERENCE;
    if (ref.first && !find_ends(skim, ref, &first, &last))
        return true;
    *kind = DIAGNOSTIC_STRAY_GROUND;
    for (uint32_t i = 0; ref.first && i <= ref.last - ref.first && i < GROUND_MAX; i++) {
        PassageId id = {ref.account, skim_find(skim, ref.account, ref.first + i)};
        if (id.ordinal != NONE && !is_ground(skim, id, skim->dossier->parties[party].side, topic))
            return true;
    }
    return false;
}
