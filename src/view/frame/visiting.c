// SPDX-License-Identifier: MIT
// Going to passages, records, and the pages of things.
#include "view/frame/inside.h"

static Place words_place(Reader *reader)
{
    Place place = reader_place(reader);
    place.view = reader->words;
    place.spot.offset = 0;
    place.spot.row = 0;
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

// Has the columns show the sides that the reader has chosen, as far as the account has them.
static void turn_to(Reader *reader, Place *place, uint32_t account)
{
    place->account = account;
    reader_seat(reader, account, place->columns);
}

// Rows of what stands before it are shown above what is gone to.
#define CONTEXT_ROWS 3

void reader_show(Reader *reader, size_t offset)
{
    Pane *pane = reader_active(reader);
    size_t above = reader_height(reader) / 4;
    pane->type->show(pane, offset, above < CONTEXT_ROWS ? above : CONTEXT_ROWS);
}

void reader_visit_passage(Reader *reader, PassageId passage, uint32_t topic)
{
    Place place = words_place(reader);
    bool shown =
        place.view->type->by_topic ? shows_passage(reader, passage) : reader->account == passage.account;
    if (!shown)
        turn_to(reader, &place, passage.account);
    place.spot.target = (Target){TARGET_PASSAGE, passage.account, passage.ordinal};
    place.spot.topic = topic;
    reader_visit(reader, place);
    reader_show(reader, 0);
}

// Where the account is shown, at the topic.
static Place account_place(Reader *reader, uint32_t account, uint32_t topic)
{
    Place place = words_place(reader);
    if (reader->view->type->of_account)
        place.view = reader->view;
    bool elsewhere = place.columns[0].account != NONE || place.columns[1].account != NONE;
    if (elsewhere || account != reader->account)
        turn_to(reader, &place, account);
    place.spot = (Spot){.topic = topic};
    return place;
}

void reader_visit_account(Reader *reader, uint32_t account, uint32_t topic)
{
    reader_visit(reader, account_place(reader, account, topic));
}

void reader_start_in(Reader *reader, uint32_t account)
{
    if (account < reader->dossier->account_count && account != reader->account)
        reader_restore(reader, account_place(reader, account, TOPIC_FIRST));
}

void reader_visit_topic(Reader *reader, uint32_t topic)
{
    Place from = reader_place(reader), place = from;
    place.view = reader_view_by_topic(reader);
    place.spot = (Spot){.topic = topic};
    reader_restore(reader, place);
    if (reader_current_topic(reader) == topic) {
        trail_visit(&reader->trail, from, reader_place(reader), TRAIL_OPEN);
        return;
    }
    reader_restore(reader, from);
    reader_visit_subject(reader, (Target){TARGET_TOPIC, topic, 0});
    reader_say(reader, "%s; its card tells where it is", reader_lacking(reader));
}

// True when the band of a topic within `ancestor` has been gone to.
static bool go_within(Reader *reader, uint32_t ancestor)
{
    Pane *pane = reader_pane(reader);
    for (uint32_t band = 0; band < pane->type->bands(pane); band++) {
        uint32_t topic = pane->type->topic(pane, band);
        if (topic != NONE && topic_within(reader->dossier, topic, ancestor))
            return pane->type->to_band(pane, band);
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

void reader_visit_subject(Reader *reader, Target subject)
{
    View *view = reader_view_of_subject(reader);
    if (!view)
        return;
    if (view->pane && target_equal(subject, reader->subject)) {
        reader_visit_view(reader, view);
        return;
    }
    Place place = words_place(reader);
    place.view = view;
    place.subject = subject;
    place.spot = (Spot){.topic = place.spot.topic};
    reader_visit(reader, place);
}

void reader_visit_beside(Reader *reader, Target subject)
{
    Place from = reader_place(reader), place = from;
    place.subject = subject;
    place.spot = (Spot){.topic = from.spot.topic};
    trail_visit(&reader->trail, from, place, TRAIL_BESIDE);
    reader_restore(reader, place);
}

void reader_visit_round(Reader *reader)
{
    reader_visit_subject(reader, (Target){TARGET_ROUND, reader->dossier->accounts[reader->account].round, 0});
}

void reader_visit_current(Reader *reader)
{
    Target target = reader_current(reader);
    if (target.kind == TARGET_NONE)
        reader_visit_round(reader);
    else
        reader_visit_subject(reader, target);
}

void reader_visit_target(Reader *reader, Target target)
{
    if (target.kind == TARGET_PASSAGE)
        reader_visit_passage(reader, (PassageId){target.index, target.ordinal}, TOPIC_FIRST);
    else if (target.kind == TARGET_ACCOUNT)
        reader_visit_account(reader, target.index, TOPIC_FIRST);
    else if (target.kind != TARGET_NONE)
        reader_visit_subject(reader, target);
}
