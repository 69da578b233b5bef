// SPDX-License-Identifier: MIT
// One side in two rounds: what it restated, what is new, what it dropped, retreated from or contradicted.
#include "diptych/change.h"

#include <stdlib.h>

#include "diptych/change_tree.h"
#include "diptych/layers.h"
#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

extern const ViewType view_change;

// What the view has of its own.
typedef struct ChangeView {
    uint32_t party, accounts[2];
    uint32_t at;    // the topic that it was opened at; NONE: at none
    bool all;       // all topics are shown
    Change *change; // null: not made yet
} ChangeView;

static void *begin(Reader *reader)
{
    ChangeView *own = mem_new(1, sizeof *own);
    *own = (ChangeView){reader->chosen[0], {reader->account, reader->account}, NONE, true, NULL};
    return own;
}

static void end(void *it)
{
    ChangeView *own = it;
    change_free(own->change);
    free(own);
}

static ChangeView *own_of(const Reader *reader)
{
    return reader_view_of_type(reader, &view_change)->own;
}

static void *fill(Reader *reader)
{
    ChangeView *own = own_of(reader);
    change_free(own->change);
    own->change = NULL;
    if (own->party == NONE) {
        Tree *tree = tree_new();
        tree_add_text(tree, 0, (Target){0}, (Str){0}, str_of("There is no side."), STYLE_PLAIN);
        return tree;
    }
    own->change =
        change_new(reader->dossier, reader->skim, own->party, own->accounts, own->all ? NONE : own->at);
    return change_tree(reader->dossier, reader->skim, own->change);
}

// True when the party, or who stands in its line, speaks in the account, on the topic or (NONE) at all.
static bool speaks_in(Reader *reader, uint32_t account, uint32_t party, uint32_t topic)
{
    const Dossier *dossier = reader->dossier;
    skim_take_round(reader->skim, dossier->accounts[account].round);
    for (uint32_t i = 0; i < skim_count(reader->skim, account); i++) {
        Glance glance = layered_glance(dossier, reader->skim, (PassageId){account, i});
        uint32_t speaker = glance_party(dossier, glance.speaker);
        if (speaker != NONE && dossier->parties[speaker].side == dossier->parties[party].side &&
            (topic == NONE || glance_is_on(dossier, &glance, topic)))
            return true;
    }
    return false;
}

// So many rounds are looked through for one that raises the topic, and so many of them are read for it.
#define ROUNDS_MAX 256
#define READ_MAX 8

// The first account of the next round in which the side speaks on the topic, or else at all; NONE.
static uint32_t next_account(Reader *reader, uint32_t account, uint32_t party, uint32_t topic, int direction)
{
    const Dossier *dossier = reader->dossier;
    uint32_t round = dossier->accounts[account].round, any = NONE;
    for (int i = 0, unread = 0; i < ROUNDS_MAX && unread < READ_MAX; i++) {
        if (direction < 0 ? round == 0 : round + 1 >= dossier->round_count)
            break;
        round = direction < 0 ? round - 1 : round + 1;
        uint32_t first = dossier->rounds[round].account;
        unread += !skim_has(reader->skim, first);
        if (speaks_in(reader, first, party, topic))
            return first;
        if (any == NONE && speaks_in(reader, first, party, NONE))
            any = first;
    }
    return any;
}

// The columns, where they are one side in two rounds.
static bool take_columns(const Reader *reader, ChangeView *own)
{
    const Selector *columns = reader->columns_of;
    if (columns[0].party == NONE || columns[0].party != columns[1].party)
        return false;
    own->party = columns[0].party;
    for (int side = 0; side < 2; side++)
        own->accounts[side] = columns[side].account == NONE ? reader->account : columns[side].account;
    return true;
}

// The side in focus, in this round and in the next one in which it speaks on the topic at hand.
static void take_place(Reader *reader, ChangeView *own, uint32_t topic)
{
    const Pane *pane = reader_pane(reader);
    Side side = pane->type->focused ? pane->type->focused(pane) : SIDE_LEFT;
    own->party = reader->chosen[side == SIDE_RIGHT];
    own->accounts[0] = own->accounts[1] = reader->account;
    if (own->party == NONE)
        return;
    uint32_t next = next_account(reader, reader->account, own->party, topic, 1);
    if (next == NONE)
        next = next_account(reader, reader->account, own->party, topic, -1);
    if (next != NONE)
        own->accounts[1] = next;
}

static void open(Reader *reader, View *view, Action action)
{
    (void)action;
    if (reader->view == view)
        return;
    uint32_t topic = reader_current_topic(reader);
    if (!view->own)
        view->own = begin(reader);
    ChangeView *own = view->own;
    own->at = topic == TOPIC_FIRST ? NONE : topic;
    own->all = own->at == NONE;
    if (!take_columns(reader, own))
        take_place(reader, own, own->at);
    reader_drop(view);
    reader_visit_view(reader, view);
}

// "su@wg1 su@wg2", and perhaps a topic.
static bool parse(Reader *reader, Str words, Selector columns[2], uint32_t *topic)
{
    Error error;
    Str word;
    *topic = NONE;
    for (int side = 0; side < 2; side++)
        if (!str_next_word(&words, " ,", &word)) {
            reader_say(reader, "a side in two rounds, as in :change su@wg1 su@wg2, and perhaps a topic");
            return false;
        } else if (!meaning_selector(reader->dossier, word, &columns[side], &error)) {
            reader_say(reader, "%s", error.text);
            return false;
        }
    words = str_trim(words);
    if (words.len && (*topic = meaning_topic(reader->dossier, words, &error)) == NONE) {
        reader_say(reader, "%s", error.text);
        return false;
    }
    if (change_sides_match(reader->dossier, columns))
        return true;
    reader_say(reader, "one side is needed, in two rounds");
    return false;
}

static void obey(Reader *reader, View *view, Str words)
{
    Selector columns[2];
    uint32_t topic;
    if (!str_trim(words).len) {
        open(reader, view, ACTION_VIEW);
        return;
    }
    if (!parse(reader, words, columns, &topic))
        return;
    if (!view->own)
        view->own = begin(reader);
    ChangeView *own = view->own;
    *own = (ChangeView){columns[0].party, {0, 0}, topic, topic == NONE, own->change};
    for (int side = 0; side < 2; side++)
        own->accounts[side] = columns[side].account == NONE ? reader->account : columns[side].account;
    if (reader->view == view) {
        reader_renew(reader, view);
        return;
    }
    reader_drop(view);
    reader_visit_view(reader, view);
}

// All topics, or that which it was opened at.
static void filter(Reader *reader, View *view)
{
    ChangeView *own = view->own;
    if (own->at == NONE) {
        reader_say(reader, "it was opened at no topic: all are shown");
        return;
    }
    own->all = !own->all;
    reader_renew(reader, view);
}

// To the next round, or the one before, in which the side speaks on the topic.
static bool step_round(Reader *reader, int direction)
{
    ChangeView *own = own_of(reader);
    uint32_t later = own->accounts[own->accounts[1] > own->accounts[0]];
    uint32_t next = own->party == NONE
                        ? NONE
                        : next_account(reader, later, own->party, own->all ? NONE : own->at, direction);
    if (next == NONE || next == own->accounts[0])
        return false;
    own->accounts[own->accounts[1] > own->accounts[0]] = next;
    reader_renew(reader, reader->view);
    return true;
}

static void title_add(const Reader *reader, Buffer *out)
{
    const ChangeView *own = own_of(reader);
    if (!own || !own->change)
        return;
    buffer_add_text(out, ": ");
    change_caption_add(out, reader->dossier, own->change, reader->columns >= 120);
    buffer_add_text(out, skim_complete(reader->skim) ? "" : ", as far as is read");
}

const ViewType view_change = {
    .name = "change",
    .letter = 'd',
    .title = "change",
    .hints = "q:close  z:fold  f:all topics  }:next round  ENTER:open  ?:help",
    .word = "change",
    .need = NEED_ROUNDS,
    .takes_columns = true,
    .of_skim = true,
    .has_third = true,
    .pane = &pane_tree,
    .fill = fill,
    .open = open,
    .obey = obey,
    .begin = begin,
    .end = end,
    .filter = filter,
    .step_round = step_round,
    .title_add = title_add,
};
