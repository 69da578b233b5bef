// SPDX-License-Identifier: MIT
// Rounds are in order of date, and accounts and positions in order of rounds: what came later is cut off
// their ends. Of what is in another order those that stay are copied, and so is what points at something that
// came later.
#include "diptych/as_of.h"

#include "model.h"

bool as_of_is_set(const Dossier *dossier)
{
    return date_known(dossier->as_of);
}

void as_of_add(Buffer *out, const Dossier *dossier)
{
    if (!as_of_is_set(dossier))
        return;
    buffer_add_text(out, "as of ");
    date_add(out, dossier->as_of);
}

static bool is_later(const Dossier *dossier, Date date)
{
    return date_ends_before(dossier->as_of, date);
}

// Its last day is later, or may be.
static bool ends_later(const Dossier *dossier, Date date)
{
    Day end = date.to;
    if (!end.known)
        return false;
    end.month = end.month ? end.month : 12;
    end.day = end.day ? end.day : 31;
    return is_later(dossier, (Date){.from = end, .to = end});
}

static bool is_there(const Dossier *dossier, Ref ref)
{
    return ref.account == NONE || ref.account < dossier->account_count;
}

// Those of the mentions that are of something there.
static const Mention *keep_mentions(Model *model, const Mention *refs, size_t *count)
{
    Mention *kept = arena_new(&model->cut, (*count + 1) * sizeof *kept);
    size_t found = 0;
    for (size_t i = 0; i < *count; i++)
        if (is_there(&model->dossier, refs[i].ref))
            kept[found++] = refs[i];
    *count = found;
    return kept;
}

static void cut_rounds(Model *model)
{
    Dossier *dossier = &model->dossier;
    Round *kept = arena_new(&model->cut, (dossier->round_count + 1) * sizeof *kept);
    size_t count = 0;
    while (count < dossier->round_count && !is_later(dossier, dossier->rounds[count].date)) {
        kept[count] = dossier->rounds[count];
        if (ends_later(dossier, kept[count].date))
            kept[count].outcome = (Str){"", 0};
        count++;
    }
    if (count < dossier->round_count)
        dossier->account_count = dossier->rounds[count].account;
    dossier->rounds = kept;
    dossier->round_count = count;
}

static void cut_events(Model *model)
{
    Dossier *dossier = &model->dossier;
    Event *kept = arena_new(&model->cut, (dossier->event_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < dossier->event_count; i++)
        if (!is_later(dossier, dossier->events[i].date))
            kept[count++] = dossier->events[i];
    dossier->events = kept;
    dossier->event_count = count;
}

static void cut_understandings(Model *model, Instrument *instrument)
{
    Understanding *kept = arena_new(&model->cut, (instrument->understanding_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < instrument->understanding_count; i++) {
        Understanding it = instrument->understandings[i];
        it.refs = keep_mentions(model, it.refs, &it.ref_count);
        if (it.ref_count)
            kept[count++] = it;
    }
    instrument->understandings = kept;
    instrument->understanding_count = count;
}

static void cut_instruments(Model *model)
{
    Dossier *dossier = &model->dossier;
    Instrument *kept = arena_new(&model->cut, (dossier->instrument_count + 1) * sizeof *kept);
    uint32_t count = 0;
    model->instruments_now = arena_new(&model->cut, (dossier->instrument_count + 1) * sizeof(uint32_t));
    for (size_t i = 0; i < dossier->instrument_count; i++) {
        bool later = is_later(dossier, dossier->instruments[i].date);
        model->instruments_now[i] = later ? NONE : count;
        if (later)
            continue;
        kept[count] = dossier->instruments[i];
        cut_understandings(model, &kept[count++]);
    }
    dossier->instruments = kept;
    dossier->instrument_count = count;
}

// One whose readings that say where they stand all came later has not been there yet. False: it has not.
static bool cut_readings(Model *model, Discrepancy *discrepancy)
{
    Reading *kept = arena_new(&model->cut, (discrepancy->reading_count + 1) * sizeof *kept);
    size_t count = 0, before = 0, after = 0;
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        Reading it = discrepancy->readings[i];
        bool stands = it.ref.account != NONE;
        before += stands;
        it.refs = keep_mentions(model, it.refs, &it.ref_count);
        if (stands && it.ref_count == 0)
            continue;
        if (stands)
            it.ref = it.refs[0].ref;
        after += stands;
        kept[count++] = it;
    }
    discrepancy->readings = kept;
    discrepancy->reading_count = count;
    return before == 0 || after > 0;
}

static void cut_discrepancies(Model *model)
{
    Dossier *dossier = &model->dossier;
    Discrepancy *kept = arena_new(&model->cut, (dossier->discrepancy_count + 1) * sizeof *kept);
    uint32_t *now = arena_new(&model->cut, (dossier->discrepancy_count + 1) * sizeof *now), count = 0;
    for (size_t i = 0; i < dossier->discrepancy_count; i++) {
        Discrepancy it = dossier->discrepancies[i];
        now[i] = cut_readings(model, &it) ? count : NONE;
        if (now[i] != NONE)
            kept[count++] = it;
    }
    Dispute *disputes = arena_new(&model->cut, (model->dispute_count + 1) * sizeof *disputes);
    size_t disputed = 0;
    for (size_t i = 0; i < model->dispute_count; i++) {
        Dispute it = model->disputes[i];
        it.discrepancy = now[it.discrepancy];
        if (it.discrepancy != NONE && it.account < dossier->account_count)
            disputes[disputed++] = it;
    }
    dossier->discrepancies = kept;
    dossier->discrepancy_count = count;
    model->disputes = disputes;
    model->dispute_count = disputed;
}

static const Link *keep_links(Model *model, const Link *links, size_t *count)
{
    Link *kept = arena_new(&model->cut, (*count + 1) * sizeof *kept);
    size_t found = 0;
    for (size_t i = 0; i < *count; i++)
        if (is_there(&model->dossier, links[i].ref))
            kept[found++] = links[i];
    *count = found;
    return kept;
}

static void cut_remarks(Model *model)
{
    Dossier *dossier = &model->dossier;
    Remark *kept = arena_new(&model->cut, (dossier->remark_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < dossier->remark_count; i++) {
        Remark it = dossier->remarks[i];
        if (!is_there(dossier, it.ref))
            continue;
        it.links = keep_links(model, it.links, &it.link_count);
        kept[count++] = it;
    }
    dossier->remarks = kept;
    dossier->remark_count = count;
}

// What it rests on has been said.
static bool rests_on_words(Dossier *dossier, const Position *position)
{
    for (size_t i = 0; i < position->ref_count; i++) {
        Ref ref = position->refs[i].ref;
        if (!is_there(dossier, ref) ||
            (ref.first && speech_find(dossier_speech(dossier, ref.account), ref.first) == NONE))
            return false;
    }
    return true;
}

static void cut_positions(Model *model)
{
    Dossier *dossier = &model->dossier;
    Position *kept = arena_new(&model->cut, (dossier->position_count + 1) * sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < dossier->position_count; i++) {
        const Position *position = &dossier->positions[i];
        if (position->account >= dossier->account_count)
            break;
        const Round *round = &dossier->rounds[dossier->accounts[position->account].round];
        if (!ends_later(dossier, round->date) || rests_on_words(dossier, position))
            kept[count++] = *position;
    }
    dossier->positions = kept;
    dossier->position_count = count;
}

static void tell_all(Model *model)
{
    if (!model->is_cut)
        return;
    model->dossier = model->whole;
    model->disputes = model->all_disputes;
    model->dispute_count = model->all_dispute_count;
    model->instruments_now = NULL;
    model->is_cut = false;
    arena_free(&model->cut);
}

void dossier_tell_as_of(Dossier *dossier, Date day)
{
    Model *model = model_to_change(dossier);
    if (model->companion)
        model->release(model->companion);
    model->companion = NULL;
    dossier_trim(dossier, 0);
    tell_all(model);
    if (!date_known(day))
        return;
    model->whole = model->dossier;
    model->all_disputes = model->disputes;
    model->all_dispute_count = model->dispute_count;
    model->is_cut = true;
    dossier->as_of = day;
    cut_rounds(model);
    cut_events(model);
    cut_instruments(model);
    cut_discrepancies(model);
    cut_remarks(model);
    cut_positions(model);
}
