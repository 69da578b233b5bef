// SPDX-License-Identifier: MIT
// What both sides say on a topic, in the order of speaking, to be handed on: heads, sides, words, citations.
#include <stdlib.h>

#include "diptych/caption.h"
#include "diptych/cite.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/standing.h"
#include "view/frame/inside.h"

// What is copied.
typedef struct SidesCopy {
    Dossier *dossier;
    Buffer *out;
    uint32_t topic;      // NONE: what stands under none
    Selector columns[2]; // with their accounts
    const Band *band;
    PassageId *passages; // in the order of speaking
    size_t count;
} SidesCopy;

static int compare_passages(const void *a, const void *b)
{
    const PassageId *x = a, *y = b;
    if (x->account != y->account)
        return x->account < y->account ? -1 : 1;
    return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

// The topic of the band that the passage stands in; in a view whose bands are no topics its own first one.
static uint32_t topic_of(Reader *reader, PassageId id)
{
    const Passage *passage = passage_at(reader->dossier, id);
    size_t count;
    if (reader->view->type->has_words && reader->view->type->by_topic)
        return reader_current_topic(reader);
    const uint32_t *topics =
        layered_topics(reader->dossier, dossier_speech(reader->dossier, id.account), passage, &count);
    return count && topics[0] < reader->dossier->topic_count ? topics[0] : NONE;
}

static void choose_columns(Reader *reader, PassageId id, Selector columns[2])
{
    const bool here = reader->view->type->has_words;
    uint32_t parties[2];
    selector_parties(reader->dossier, id.account, parties);
    for (int side = 0; side < 2; side++) {
        columns[side] = here ? reader->columns_of[side] : (Selector){parties[side], NONE};
        if (columns[side].account == NONE)
            columns[side].account = here ? reader->account : id.account;
    }
}

static const Band *find_band(const Alignment *alignment, uint32_t topic)
{
    for (size_t i = 0; i < alignment->band_count; i++)
        if (alignment->bands[i].topic == topic)
            return &alignment->bands[i];
    return NULL;
}

static void add_ordinals(SidesCopy *sides, uint32_t account, const uint32_t *ordinals, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sides->passages[sides->count++] = (PassageId){account, ordinals[i]};
}

// A joint text stands in both columns, and is copied once.
static void order_passages(SidesCopy *sides)
{
    const Band *band = sides->band;
    const size_t room = band->columns[0].count + band->columns[1].count + band->aside_count;
    size_t kept = 0;
    sides->passages = mem_new(room, sizeof *sides->passages);
    for (int side = 0; side < 2; side++)
        add_ordinals(sides, sides->columns[side].account, band->columns[side].ordinals,
                     band->columns[side].count);
    add_ordinals(sides, sides->columns[0].account, band->asides, band->aside_count);
    if (sides->count > 1)
        qsort(sides->passages, sides->count, sizeof *sides->passages, compare_passages);
    for (size_t i = 0; i < sides->count; i++)
        if (i == 0 || compare_passages(&sides->passages[i], &sides->passages[i - 1]) != 0)
            sides->passages[kept++] = sides->passages[i];
    sides->count = kept;
}

// A side and who speaks for it; why it has no words, where it has none.
static void add_side(const SidesCopy *sides, Skim *skim, int side)
{
    const Selector column = sides->columns[side];
    const uint32_t round = sides->dossier->accounts[column.account].round;
    if (column.party == NONE)
        return;
    if (sides->columns[0].account != sides->columns[1].account) {
        buffer_add(sides->out, sides->dossier->accounts[column.account].name);
        buffer_add_text(sides->out, "  ");
    }
    caption_side_add(sides->out, sides->dossier, round, column.party, SIZE_MAX);
    if (sides->band->columns[side].count == 0 && sides->topic != NONE) {
        Standings *standings = standings_new(sides->dossier, skim, round, column.party, sides->topic);
        buffer_add_text(sides->out, "; ");
        standing_add(sides->out, sides->dossier, standings_of(standings, column.account, sides->topic));
        standings_free(standings);
    }
    buffer_add_byte(sides->out, '\n');
}

static void add_head(const SidesCopy *sides, Skim *skim)
{
    const Dossier *dossier = sides->dossier;
    const Str other = str_of("Procedure and other");
    buffer_add(sides->out, sides->topic == NONE ? other : dossier->topics[sides->topic].record.title);
    buffer_add_byte(sides->out, '\n');
    caption_account_add(sides->out, dossier, sides->columns[0].account);
    if (sides->columns[0].account != sides->columns[1].account)
        caption_account_add(sides->out, dossier, sides->columns[1].account);
    buffer_add_byte(sides->out, '\n');
    add_side(sides, skim, 0);
    add_side(sides, skim, 1);
}

// "Vera Orlova, North:"; nothing for narration.
static void add_speaker(const SidesCopy *sides, const Turn *turn)
{
    if (!turn->speaker_count)
        return;
    const Speaker *speaker = &turn->speakers[0];
    cite_speakers_add(sides->out, sides->dossier, turn);
    if (turn->speaker_count == 1 && speaker->person != NONE && speaker->party != NONE) {
        buffer_add_text(sides->out, ", ");
        buffer_add(sides->out, sides->dossier->parties[speaker->party].brief);
    }
    buffer_add_text(sides->out, ":\n");
}

// Marks the sources in `cited`.
static void add_passages(const SidesCopy *sides, bool *cited)
{
    const Turn *last = NULL;
    for (size_t i = 0; i < sides->count; i++) {
        const PassageId id = sides->passages[i];
        const Passage *passage = passage_at(sides->dossier, id);
        if (!passage)
            continue;
        const Turn *turn = &dossier_speech(sides->dossier, id.account)->turns[passage->turn];
        buffer_add_byte(sides->out, '\n');
        if (turn != last)
            add_speaker(sides, turn);
        last = turn;
        buffer_add(sides->out, passage->text);
        buffer_add_byte(sides->out, '\n');
        cite_reference_add(sides->out, sides->dossier, id.account, passage);
        buffer_add_byte(sides->out, '\n');
        if (passage->details->source != NONE)
            cited[passage->details->source] = true;
    }
}

static void add_sources(const SidesCopy *sides, const bool *cited)
{
    bool any = false;
    for (uint32_t i = 0; i < sides->dossier->source_count; i++) {
        if (!cited[i])
            continue;
        buffer_add_text(sides->out, any ? "" : "\n");
        buffer_add(sides->out, sides->dossier->sources[i].record.id);
        buffer_add_text(sides->out, ": ");
        cite_source_add(sides->out, sides->dossier, i);
        buffer_add_byte(sides->out, '\n');
        any = true;
    }
}

void copying_add_sides(Reader *reader, PassageId id)
{
    SidesCopy sides = {.dossier = reader->dossier, .out = &reader->copy, .topic = topic_of(reader, id)};
    choose_columns(reader, id, sides.columns);
    Alignment *alignment =
        align_columns(reader->dossier, sides.columns, sides.columns[0].account, sides.topic);
    sides.band = find_band(alignment, sides.topic);
    if (sides.band) {
        bool *cited = mem_new(reader->dossier->source_count, sizeof *cited);
        order_passages(&sides);
        add_head(&sides, reader->skim);
        add_passages(&sides, cited);
        add_sources(&sides, cited);
        free(cited);
    }
    free(sides.passages);
    align_free(alignment);
}
