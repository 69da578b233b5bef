// SPDX-License-Identifier: MIT
// Moving about: in the text, from topic to topic, round to round, place to place.
#include "diptych/claim.h"
#include "diptych/layers.h"
#include "view/frame/inside.h"

static void scroll(Reader *reader, Command command, long rows)
{
    Pane *pane = reader_active(reader);
    if (!pane->type->scroll(pane, rows * (long)command_times(command)))
        reader_say(reader, rows > 0 ? "the end" : "the beginning");
}

// Rows of a page: one of the old ones stays on the screen.
static long page_of(const Reader *reader)
{
    size_t height = reader_height(reader);
    return height > 2 ? (long)height - 1 : 1;
}

void move_line(Reader *reader, Command command, int direction)
{
    Pane *pane = reader_active(reader);
    if (pane->type->lines_are_entries && pane->type->step(pane, direction, command_times(command), true))
        return;
    scroll(reader, command, direction);
}

void move_half(Reader *reader, Command command, int direction)
{
    scroll(reader, command, direction * (page_of(reader) + 1) / 2);
}

void move_page(Reader *reader, Command command, int direction)
{
    scroll(reader, command, direction * page_of(reader));
}

void move_row(Reader *reader, Command command, int halves)
{
    (void)command;
    Pane *pane = reader_active(reader);
    pane->type->show(pane, 0, reader_height(reader) * (size_t)halves / 2);
}

void move_passage(Reader *reader, Command command, int direction)
{
    Pane *pane = reader_active(reader);
    if (!pane->type->step(pane, direction, command_times(command), !reader->view->type->keeps_side))
        reader_say(reader, direction > 0 ? "the last one" : "the first one");
}

void move_topic(Reader *reader, Command command, int direction)
{
    Pane *pane = reader_active(reader);
    if (!pane->type->step_band(pane, direction, command_times(command)))
        reader_say(reader, direction > 0 ? "the last one" : "the first one");
}

static void go_to_number(Reader *reader, uint32_t number)
{
    uint32_t ordinal = speech_find(dossier_speech(reader->dossier, reader->account), number);
    if (ordinal == NONE)
        reader_say(reader, "no passage %u in this record", (unsigned)number);
    else
        reader_visit_passage(reader, (PassageId){reader->account, ordinal}, reader_current_topic(reader));
}

void move_end(Reader *reader, Command command, int direction)
{
    Pane *pane = reader_active(reader);
    if (command.count && reader->view->type->has_words && reader->dossier->account_count) {
        go_to_number(reader, command.count);
        return;
    }
    Place from = reader_place(reader);
    pane->type->to_end(pane, direction);
    trail_visit(&reader->trail, from, reader_place(reader), TRAIL_OPEN);
}

void move_account(Reader *reader, Command command, int direction)
{
    const Round *round = reader->dossier->rounds + reader->dossier->accounts[reader->account].round;
    (void)command;
    (void)direction;
    if (round->account_count < 2) {
        reader_say(reader, "this round has one account only");
        return;
    }
    uint32_t next = round->account + (reader->account - round->account + 1) % round->account_count;
    reader_visit_account(reader, next, reader_current_topic(reader));
}

void move_trail(Reader *reader, Command command, int direction)
{
    Place place = reader_place(reader);
    uint32_t steps = 0;
    while (steps < command_times(command) && trail_move(&reader->trail, direction, place, &place))
        steps++;
    if (steps)
        reader_restore(reader, place);
    if (steps < command_times(command))
        reader_say(reader, direction < 0 ? "no place before this one" : "no place behind this one");
}

void move_last(Reader *reader, Command command, int direction)
{
    (void)command;
    (void)direction;
    Place place;
    if (trail_last(&reader->trail, &place))
        reader_visit(reader, place);
    else
        reader_say(reader, "no place before this one");
}

// The next claim from the passage on, in time order and on the topic (NONE: on any), that nobody is known to
// have answered.
static bool find_unanswered(Reader *reader, PassageId *id, uint32_t topic, int direction)
{
    const Dossier *dossier = reader->dossier;
    size_t count = skim_count(reader->skim, id->account);
    for (;;) {
        if (direction < 0 ? id->ordinal == 0 : id->ordinal + 1 >= count)
            return false;
        id->ordinal = direction < 0 ? id->ordinal - 1 : id->ordinal + 1;
        Glance glance = layered_glance(dossier, reader->skim, *id);
        if ((topic == NONE || glance_is_on(dossier, &glance, topic)) && claim_is(dossier, &glance) &&
            !claim_is_answered(reader->dossier, reader->skim, *id))
            return true;
    }
}

// The record that what is under the cursor belongs to.
static uint32_t account_at(Reader *reader)
{
    const Pane *pane = reader_pane(reader);
    Spot spot = pane->type->spot(pane);
    const Target targets[] = {spot.target, spot.across};
    for (size_t i = 0; i < 2; i++) {
        if (targets[i].kind == TARGET_ACCOUNT)
            return targets[i].index;
        if (targets[i].kind == TARGET_ROUND)
            return reader->dossier->rounds[targets[i].index].account;
    }
    return reader->account;
}

// Where the walk begins: at the current passage, else before or behind all of the record, on the topic at
// hand.
static PassageId begin_walk(Reader *reader, uint32_t *topic, int direction)
{
    PassageId id;
    *topic = NONE;
    if (reader_current_passage(reader, &id)) {
        skim_take_round(reader->skim, reader->dossier->accounts[id.account].round);
        return id;
    }
    id.account = account_at(reader);
    *topic = reader_current_topic(reader);
    skim_take_round(reader->skim, reader->dossier->accounts[id.account].round);
    id.ordinal = direction > 0 ? UINT32_MAX : (uint32_t)skim_count(reader->skim, id.account);
    return id;
}

void move_unanswered(Reader *reader, Command command, int direction)
{
    uint32_t topic;
    PassageId id = begin_walk(reader, &topic, direction);
    bool passage = topic == NONE && id.ordinal != UINT32_MAX;
    for (uint32_t i = 0; i < command_times(command); i++) {
        if (!find_unanswered(reader, &id, topic, direction)) {
            reader_say(reader, "no claim without an answer %s in this record",
                       topic != NONE   ? "on this topic"
                       : !passage      ? "at all"
                       : direction > 0 ? "behind this one"
                                       : "before this one");
            return;
        }
    }
    reader_visit_passage(reader, id, topic == NONE ? reader_current_topic(reader) : topic);
    if (!skim_complete(reader->skim))
        reader_say(reader, "no answer known so far; not all rounds are read yet");
}

void move_focus(Reader *reader, Command command, int side)
{
    (void)command;
    reader->apart_side = (Side)side;
    if (reader_is_apart(reader))
        return;
    Pane *pane = reader_active(reader);
    bool any_band = !reader->view->type->by_topic; // where bands are small: turns
    if (!pane->type->focus(pane, (Side)side, any_band))
        reader_say(reader, "nothing on that side of this topic");
}

void move_apart(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    if (reader_is_apart(reader)) {
        reader_restore(reader, reader_place(reader));
        reader_say(reader, "the sides scroll together");
        return;
    }
    const Pane *pane = reader_pane(reader);
    reader_lock(reader);
    reader->apart_of = reader->view;
    reader->apart_side = pane->type->focused(pane);
    reader->apart[SIDE_LEFT] = pane->type->side(pane, SIDE_LEFT);
    reader->apart[SIDE_RIGHT] = pane->type->side(pane, SIDE_RIGHT);
    reader_say(reader, "the sides scroll apart: h and l choose one, L ends it");
}

void move_fold(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    Pane *pane = reader_pane(reader);
    const ViewType *type = reader->view->type;
    if (type->fold ? !type->fold(reader, reader->view) : !pane->type->fold(pane))
        reader_say(reader, "there is nothing below this to fold");
}
