// SPDX-License-Identifier: MIT
#include "judge.h"

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

// By date, then Order:, file and position.
static int compare_passages(const Skim *skim, PassageId a, PassageId b)
{
    const Dossier *dossier = skim->dossier;
    const Account *x = &dossier->accounts[a.account], *y = &dossier->accounts[b.account];
    int order = compare(passage_of(skim, a)->day, passage_of(skim, b)->day);
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

// True when every known speaker of `a` is of one side with every known speaker of `b`; `*known` tells whether
// there are any to compare.
static bool is_one_side(const Skim *skim, const Glance *a, const Glance *b, bool *known)
{
    bool one = true;
    *known = false;
    for (size_t i = 0; i < a->speaker_count; i++) {
        uint32_t side = speaker_side(skim, a->speakers[i]);
        for (size_t j = 0; j < b->speaker_count && side != NONE; j++) {
            uint32_t other = speaker_side(skim, b->speakers[j]);
            *known = *known || other != NONE;
            one = one && (other == NONE || other == side);
        }
    }
    return one;
}

static bool shares_side(const Skim *skim, const Glance *a, const Glance *b)
{
    for (size_t i = 0; i < a->speaker_count; i++)
        for (size_t j = 0; j < b->speaker_count; j++)
            if (speaker_side(skim, a->speakers[i]) == speaker_side(skim, b->speakers[j]))
                return true;
    return false;
}

// A joint text may answer either side, and repeat either.
static bool is_wrong_side(const Skim *skim, PassageId from, PassageId to, Verb verb)
{
    Glance here = skim_glance(skim, from.account, from.ordinal),
           there = skim_glance(skim, to.account, to.ordinal);
    bool known, one = is_one_side(skim, &here, &there, &known);
    return known && (verb_is_own(verb) ? !shares_side(skim, &here, &there) : one);
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
    return !arrangement && is_wrong_side(skim, from, first, verb);
}
