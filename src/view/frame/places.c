// SPDX-License-Identifier: MIT
// Where the reader is, and going elsewhere.
#include "view/frame/inside.h"

Place reader_place(Reader *reader)
{
    const Pane *pane = reader_active(reader);
    return (Place){
        .view = reader->view,
        .account = reader->account,
        .columns = {reader->columns_of[0], reader->columns_of[1]},
        .subject = reader->subject,
        .spot = pane->type->spot(pane),
    };
}

static bool same_columns(const Selector a[2], const Selector b[2])
{
    return a[0].party == b[0].party && a[0].account == b[0].account && a[1].party == b[1].party &&
           a[1].account == b[1].account;
}

void reader_seat(Reader *reader, uint32_t account, Selector columns[2])
{
    uint32_t parties[2];
    selector_seat(reader->dossier, account, reader->chosen, parties);
    for (int side = 0; side < 2; side++)
        columns[side] = (Selector){parties[side], NONE};
}

// One party in two rounds is a view, and no choice of sides.
void reader_choose(Reader *reader, const Selector columns[2])
{
    if (columns[0].party == columns[1].party)
        return;
    reader->chosen[0] = columns[0].party;
    reader->chosen[1] = columns[1].party;
}

// A place that was visited before the sides were swapped shows them as they are chosen now.
static void turn_round(const Reader *reader, Place *place)
{
    Selector left = place->columns[0], right = place->columns[1];
    if (left.account != NONE || right.account != NONE || left.party == right.party)
        return;
    if (left.party == reader->chosen[1] || right.party == reader->chosen[0]) {
        place->columns[0] = right;
        place->columns[1] = left;
    }
}

static void enter_account(Reader *reader, const Place *place)
{
    reader->account = place->account;
    reader->columns_of[0] = place->columns[0];
    reader->columns_of[1] = place->columns[1];
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->of_account)
            reader_drop(&reader->views[i]);
}

static void enter_view(Reader *reader, View *view)
{
    reader->view = view;
    if (view->type->is_base)
        reader->base = view;
    if (view->type->has_words)
        reader->words = view;
    reader->link = 0;
}

static void enter(Reader *reader, const Place *place)
{
    if (place->account != reader->account || !same_columns(place->columns, reader->columns_of))
        enter_account(reader, place);
    if (place->view->type->of_subject && !target_equal(place->subject, reader->subject)) {
        reader->subject = place->subject;
        reader_drop(place->view);
    }
    enter_view(reader, place->view);
}

static uint32_t band_of_topic(const Pane *pane, uint32_t topic)
{
    for (uint32_t band = 0; band < pane->type->bands(pane); band++)
        if (pane->type->topic(pane, band) == topic)
            return band;
    return UINT32_MAX;
}

void reader_restore(Reader *reader, Place place)
{
    reader_lock(reader);
    turn_round(reader, &place);
    enter(reader, &place);
    Pane *pane = reader_pane(reader);
    if (place.view->type->by_topic)
        place.spot.band = band_of_topic(pane, place.spot.topic);
    if (pane->type->place(pane, &place.spot))
        return;
    if (place.spot.band == UINT32_MAX || !pane->type->to_band(pane, place.spot.band))
        pane->type->to_end(pane, -1);
}

void reader_visit(Reader *reader, Place place)
{
    trail_visit(&reader->trail, reader_place(reader), place, TRAIL_OPEN);
    reader_restore(reader, place);
}

// A view keeps its place; but the same words are looked at in all those of one account, and a list of hits
// begins at the one at hand.
void reader_visit_view(Reader *reader, View *view)
{
    if (view == reader->view)
        return;
    Place place = reader_place(reader);
    if (view->type->of_account && reader->view->type->of_account) {
        Place from = place;
        place.view = view;
        trail_visit(&reader->trail, from, place, TRAIL_AGAIN);
        reader_restore(reader, place);
        return;
    }
    enter_view(reader, view);
    if (view->type->point)
        view->type->point(reader);
    trail_visit(&reader->trail, place, reader_place(reader), TRAIL_AGAIN);
}

// From a session that began in a view, or when all that was opened is closed: to the view below it.
static bool leave_bottom(Reader *reader)
{
    View *first = reader->views;
    if (!reader->view->type->is_base) {
        reader->view = reader->base;
        return true;
    }
    if (reader->view == first)
        return false;
    Place place = reader_place(reader);
    place.view = first;
    reader_restore(reader, place);
    return true;
}

// Between two views of one account one stays with the words that one is at.
bool reader_leave_view(Reader *reader)
{
    Place here = reader_place(reader), place;
    if (!trail_close(&reader->trail, here, &place))
        return leave_bottom(reader);
    if (here.view->type->of_account && place.view->type->of_account) {
        here.view = place.view;
        place = here;
    }
    reader_restore(reader, place);
    return true;
}
