// SPDX-License-Identifier: MIT
// The page of a round, person, topic, name, source, passage or discrepancy.
#include "view/card/card.h"

#include "diptych/meaning.h"
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    card_add(sheet, reader->dossier, reader->skim, reader->subject);
    return sheet;
}

// Beside the passage: not what stands there.
static void *fill_third(Reader *reader, PassageId passage)
{
    Beside beside = {.topic = reader_current_topic(reader),
                     .links = reader->view->type->by_topic && reader->look.apparatus != APPARATUS_NONE};
    for (int side = 0; side < 2; side++) {
        beside.columns[side] = reader->columns_of[side];
        if (beside.columns[side].account == NONE)
            beside.columns[side].account = reader->account;
    }
    Sheet *sheet = sheet_new();
    card_add_beside(sheet, reader->dossier, reader->skim, passage, &beside);
    return sheet;
}

static void open(Reader *reader, View *view, Action action)
{
    (void)view;
    if (action == ACTION_CARD)
        reader_visit_current(reader);
    else
        reader_visit_round(reader);
}

// From the card of a round its own line leads to the words.
static void follow(Reader *reader, Target target)
{
    if (target.kind == TARGET_ROUND && target_equal(target, reader->subject))
        reader_visit_account(reader, reader->dossier->rounds[target.index].account, TOPIC_FIRST);
    else
        reader_visit_target(reader, target);
}

static void obey(Reader *reader, View *view, Str words)
{
    Error error;
    Meaning meaning;
    (void)view;
    if (meaning_one(reader->dossier, words, MEANING_ALL, &meaning, &error))
        reader_visit_subject(reader, meaning.target);
    else
        reader_say(reader, "%s", error.text);
}

const ViewType view_card = {
    .name = "card",
    .letter = 'i',
    .about = "card of the round",
    .title = "card",
    .hints = "BACKSPACE:back  J:next  ]:part  ENTER:open  q:close  ?:help",
    .action = ACTION_CARD,
    .word = "card",
    .need = NEED_ROUNDS,
    .of_subject = true,
    .of_skim = true,
    .pane = &pane_strips,
    .fill = fill,
    .open = open,
    .follow = follow,
    .obey = obey,
    .fill_third = fill_third,
};
