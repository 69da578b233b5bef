// SPDX-License-Identifier: MIT
// Which passages stand in the other column of a band.
#include "diptych/layers.h"
#include "layout/inside.h"

// Of one reference so many passages are looked at, and for one margin so many passages and topics: a passage
// with more links than anybody reads takes no longer.
#define RANGE_MAX 64
#define LOOKED_MAX 20000

// Where the band is of no topic, whatever the column says is meant.
static bool is_on(Margin *margin, const Speech *speech, const Passage *passage)
{
    size_t count;
    if (margin->entry->topic == NONE)
        return true;
    const uint32_t *topics = layered_topics(margin->page->dossier, speech, passage, &count);
    for (size_t i = 0; i < count && margin->looked < LOOKED_MAX; i++, margin->looked++)
        if (topics[i] == margin->entry->topic)
            return true;
    return false;
}

// True when the margin's own passage stands in the column.
static bool is_own(const Margin *margin, int side)
{
    if (margin->entry->side != SIDE_WHOLE)
        return (int)margin->entry->side == side;
    return margin->strip->accounts[side] == margin->speech->account &&
           passage_is_by(margin->speech, margin->passage, margin->strip->parties[side]);
}

static bool column_has(Margin *margin, int side, Ref ref)
{
    const Strip *strip = margin->strip;
    if (strip->parties[side] == NONE || strip->accounts[side] != ref.account || is_own(margin, side))
        return false;
    const Speech *speech = dossier_speech(margin->page->dossier, ref.account);
    for (uint32_t i = 0; i < RANGE_MAX && i <= ref.last - ref.first; i++) {
        uint32_t ordinal = speech_find(speech, ref.first + i);
        if (++margin->looked > LOOKED_MAX)
            return false;
        if (ordinal == NONE)
            continue;
        const Passage *passage = &speech->passages[ordinal];
        if (passage_is_by(speech, passage, strip->parties[side]) && is_on(margin, speech, passage))
            return true;
    }
    return false;
}

bool facing_has(Margin *margin, Ref ref)
{
    return ref.first && ref.first <= ref.last &&
           (column_has(margin, SIDE_LEFT, ref) || column_has(margin, SIDE_RIGHT, ref));
}
