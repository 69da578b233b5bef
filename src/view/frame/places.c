// SPDX-License-Identifier: MIT
// Where the reader is, and going elsewhere.
#include "view/frame/inside.h"

static uint32_t topic_of_band(const Pager *pane, uint32_t band)
{
    size_t heading = pager_heading(pane, band);
    if (heading == ENTRY_NONE || pane->sheet->entries[heading].target.kind != TARGET_TOPIC)
        return NONE;
    return pane->sheet->entries[heading].target.index;
}

uint32_t reader_current_topic(Reader *reader)
{
    Pager *pane = reader_active(reader);
    return topic_of_band(pane, pager_band(pane, pane->current));
}

const char *reader_lacking(const Reader *reader)
{
    bool full = reader->dossier->accounts[reader->account].extent == EXTENT_FULL;
    return full ? "not raised here" : "not in this record";
}

bool reader_current_passage(Reader *reader, PassageId *passage)
{
    Pager *pane = reader_active(reader);
    if (pane->current == ENTRY_NONE)
        return false;
    Target target = pane->sheet->entries[pane->current].target;
    *passage = (PassageId){target.index, target.ordinal};
    return target.kind == TARGET_PASSAGE && passage_at(reader->dossier, *passage);
}

Place reader_place(Reader *reader)
{
    Pager *pane = reader_active(reader);
    Place place = {
        .view = reader->view,
        .account = reader->account,
        .columns = {reader->columns_of[0], reader->columns_of[1]},
        .subject = reader->subject,
        .topic = reader_current_topic(reader),
        .band = pager_band(pane, pane->current),
        .offset = pager_offset(pane),
        .row = pager_row(pane),
    };
    if (pane->current != ENTRY_NONE)
        place.target = pane->sheet->entries[pane->current].target;
    return place;
}

static bool same_columns(const Selector a[2], const Selector b[2])
{
    return a[0].party == b[0].party && a[0].account == b[0].account && a[1].party == b[1].party &&
           a[1].account == b[1].account;
}

static void enter(Reader *reader, Place place)
{
    if (place.account != reader->account || !same_columns(place.columns, reader->columns_of)) {
        reader->account = place.account;
        reader->columns_of[0] = place.columns[0];
        reader->columns_of[1] = place.columns[1];
        reader_drop(reader, VIEW_COMPARE);
        reader_drop(reader, VIEW_SPOKEN);
    }
    if (place.view == VIEW_CARD && !target_equal(place.subject, reader->subject)) {
        reader->subject = place.subject;
        reader_drop(reader, VIEW_CARD);
    }
    reader->view = place.view;
    if (place.view <= VIEW_SPOKEN)
        reader->base = place.view;
    reader->link = 0;
}

static uint32_t band_of_topic(const Pager *pane, uint32_t topic)
{
    for (uint32_t band = 0; band < pane->sheet->bands; band++)
        if (topic_of_band(pane, band) == topic)
            return band;
    return UINT32_MAX;
}

void reader_restore(Reader *reader, Place place)
{
    reader_lock(reader);
    enter(reader, place);
    Pager *pane = reader_pane(reader);
    uint32_t band = place.view == VIEW_COMPARE ? band_of_topic(pane, place.topic) : place.band;
    size_t entry = place.target.kind == TARGET_NONE ? ENTRY_NONE : pager_find(pane, place.target, band);
    if (entry != ENTRY_NONE)
        pager_place(pane, entry, place.offset, place.row);
    else if (band == UINT32_MAX || !pager_to_band(pane, band))
        pager_to_start(pane);
}

void reader_visit(Reader *reader, Place place)
{
    trail_visit(&reader->trail, reader_place(reader), place);
    reader_restore(reader, place);
}

static Place base_place(Reader *reader)
{
    Place place = reader_place(reader);
    place.view = reader->base;
    place.offset = 0;
    place.row = 0;
    return place;
}

// True when the columns, as they are, have a place for the passage: in one of them, or between two of one
// record.
static bool shows_passage(Reader *reader, PassageId id)
{
    const Passage *passage = passage_at(reader->dossier, id);
    const Speech *speech = dossier_speech(reader->dossier, id.account);
    int has = 0;
    for (int side = 0; side < 2; side++) {
        Selector column = reader->columns_of[side];
        if ((column.account == NONE ? reader->account : column.account) != id.account)
            continue;
        has++;
        if (passage && passage_is_by(speech, passage, column.party))
            return true;
    }
    return has == 2;
}

// Has the columns show the account's own two parties, on the sides where they are.
static void turn_to(Reader *reader, Place *place, uint32_t account)
{
    uint32_t parties[2];
    selector_parties(reader->dossier, account, parties);
    bool swapped = reader->columns_of[0].party == parties[1];
    place->account = account;
    place->columns[0] = (Selector){parties[swapped], NONE};
    place->columns[1] = (Selector){parties[!swapped], NONE};
}

void reader_visit_passage(Reader *reader, PassageId passage, uint32_t topic)
{
    Place place = base_place(reader);
    if (place.view == VIEW_SPOKEN ? reader->account != passage.account : !shows_passage(reader, passage))
        turn_to(reader, &place, passage.account);
    place.target = (Target){TARGET_PASSAGE, passage.account, passage.ordinal};
    place.topic = topic;
    place.row = reader->rows > 12 ? 2 : 0; // a little of what stands before it
    reader_visit(reader, place);
}

void reader_visit_account(Reader *reader, uint32_t account, uint32_t topic)
{
    Place place = base_place(reader);
    bool elsewhere = place.columns[0].account != NONE || place.columns[1].account != NONE;
    if (elsewhere || account != reader->account)
        turn_to(reader, &place, account);
    place.target = (Target){0};
    place.topic = topic;
    reader_visit(reader, place);
}

// True when the band of a topic within `ancestor` has been gone to.
static bool go_within(Reader *reader, uint32_t ancestor)
{
    Pager *pane = reader_pane(reader);
    for (uint32_t band = 0; band < pane->sheet->bands; band++) {
        uint32_t topic = topic_of_band(pane, band);
        if (topic != NONE && topic_within(reader->dossier, topic, ancestor))
            return pager_to_band(pane, band);
    }
    return false;
}

// Topics that are more levels apart than this are no relatives.
#define LEVELS_MAX 8

void reader_near_topic(Reader *reader, uint32_t topic)
{
    const Topic *topics = reader->dossier->topics;
    uint32_t ancestor = topic;
    for (int level = 0; level < LEVELS_MAX && ancestor != NONE; level++) {
        if (go_within(reader, ancestor))
            return;
        ancestor = topics[ancestor].parent;
    }
}

void reader_visit_card(Reader *reader, Target subject)
{
    if (pager_is_open(&reader->panes[VIEW_CARD]) && target_equal(subject, reader->subject)) {
        reader_visit_view(reader, VIEW_CARD);
        return;
    }
    Place place = base_place(reader);
    place.view = VIEW_CARD;
    place.subject = subject;
    place.target = (Target){0};
    place.band = 0;
    reader_visit(reader, place);
}

// A view keeps its place; but the same words are looked at in both text views, and a new search's results
// begin at the hit at hand.
void reader_visit_view(Reader *reader, ViewKind view)
{
    if (view == reader->view)
        return;
    Place place = reader_place(reader);
    if (view <= VIEW_SPOKEN && reader->view <= VIEW_SPOKEN) {
        place.view = view;
        reader_visit(reader, place);
        return;
    }
    bool fresh = !pager_is_open(&reader->panes[view]);
    if (view == VIEW_RESULTS)
        finding_relist(reader);
    reader->view = view;
    if (view <= VIEW_SPOKEN)
        reader->base = view;
    reader->link = 0;
    if (view == VIEW_RESULTS && fresh)
        finding_point(reader);
    trail_visit(&reader->trail, place, reader_place(reader));
}
