// SPDX-License-Identifier: MIT
// Every claim with its replies over all rounds, and what stands unanswered.
#include "diptych/ledger.h"

#include <stdlib.h>

#include "diptych/ledger_tree.h"
#include "diptych/ledger_words.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

extern const ViewType view_ledger;

// What the view has of its own.
typedef struct LedgerView {
    Ledger *ledger;
    bool *open;   // by account: its claims are listed
    bool settled; // it was made anew since the ledger is complete
} LedgerView;

// Before the view is first painted, so much is done at once, in milliseconds.
#define FIRST_SLICE 40
// Where no more than so many are wanted all of them are listed.
#define ALL_LISTED 100

static void *begin(Reader *reader)
{
    LedgerView *own = mem_new(1, sizeof *own);
    own->ledger = ledger_new(reader->dossier, reader->skim);
    own->open = mem_new(reader->dossier->account_count, sizeof *own->open);
    if (reader->dossier->account_count)
        own->open[reader->account] = true;
    ledger_step(own->ledger, FIRST_SLICE);
    own->settled = ledger_complete(own->ledger);
    return own;
}

static void end(void *it)
{
    LedgerView *own = it;
    ledger_free(own->ledger);
    free(own->open);
    free(own);
}

static LedgerView *own_of(const Reader *reader)
{
    return reader_view_of_type(reader, &view_ledger)->own;
}

static void *fill(Reader *reader)
{
    LedgerView *own = own_of(reader);
    return ledger_tree(reader->dossier, reader->skim, own->ledger, own->open);
}

// Lists all claims where they are few and somebody asked for them.
static void open_few(Reader *reader, LedgerView *own)
{
    LedgerFilter wants = ledger_wants(own->ledger), none = ledger_filter_none();
    bool asked = wants.party != none.party || wants.person != none.person || wants.topic != none.topic ||
                 wants.acts || wants.capacities || wants.verbs || wants.states;
    bool few = asked && ledger_count(own->ledger, NONE) <= ALL_LISTED;
    for (uint32_t i = 0; i < reader->dossier->account_count; i++)
        own->open[i] = few || i == reader->account;
}

static bool work(Reader *reader, View *view, unsigned milliseconds)
{
    LedgerView *own = view->own;
    if (own->settled)
        return false;
    own->settled = !ledger_step(own->ledger, milliseconds);
    if (own->settled)
        reader_renew(reader, view);
    reader->changed = true;
    return true;
}

// To the record at hand, or to the passage where it has its line.
static void go_to(Reader *reader, Target current)
{
    Pane *pane = reader_pane(reader);
    Spot spot = {.target = current, .topic = NONE, .row = 2};
    if (current.kind == TARGET_PASSAGE && pane->type->place(pane, &spot))
        return;
    spot.target = (Target){TARGET_ACCOUNT, reader->account, 0};
    spot.row = 0;
    pane->type->place(pane, &spot);
}

static void open(Reader *reader, View *view, Action action)
{
    (void)action;
    Target current = reader_current(reader);
    bool fresh = !view->pane;
    reader_visit_view(reader, view);
    if (fresh)
        go_to(reader, current);
}

static void wish(Reader *reader, View *view, Str words)
{
    LedgerView *own = view->own;
    LedgerFilter filter;
    Error error;
    if (!ledger_words_take(reader->dossier, words, &filter, &error)) {
        reader_say(reader, "%s", error.text);
        return;
    }
    ledger_filter(own->ledger, filter);
    own->settled = !ledger_step(own->ledger, FIRST_SLICE);
    open_few(reader, own);
    reader_renew(reader, view);
    go_to(reader, (Target){0});
}

static void obey(Reader *reader, View *view, Str words)
{
    reader_visit_view(reader, view);
    reader_build(reader, view);
    wish(reader, view, words);
}

static void filter(Reader *reader, View *view)
{
    (void)view;
    reader_ask(reader);
}

static void turn_account(Reader *reader, uint32_t account)
{
    LedgerView *own = own_of(reader);
    own->open[account] = !own->open[account];
    reader_renew(reader, reader->view);
}

static bool fold(Reader *reader, View *view)
{
    Target target = reader_current(reader);
    if (target.kind != TARGET_ACCOUNT)
        return view->pane->type->fold(view->pane);
    turn_account(reader, target.index);
    return true;
}

static void follow(Reader *reader, Target target)
{
    if (target.kind == TARGET_ACCOUNT)
        turn_account(reader, target.index);
    else
        reader_visit_target(reader, target);
}

static void title_add(const Reader *reader, Buffer *out)
{
    const LedgerView *own = own_of(reader);
    const Dossier *dossier = reader->dossier;
    if (!own)
        return;
    size_t end = out->len;
    buffer_add_text(out, ": ");
    ledger_words_add(out, dossier, ledger_wants(own->ledger));
    if (out->len == end + 2)
        buffer_add_text(out, "every claim");
    buffer_addf(out, "; %zu", ledger_count(own->ledger, NONE));
    if (!ledger_complete(own->ledger))
        buffer_addf(out, "+, %zu of %zu records", ledger_done(own->ledger), dossier->account_count);
}

const ViewType view_ledger = {
    .name = "ledger",
    .letter = 'l',
    .title = "ledger",
    .hints = "q:close  z:fold  f:only some  ENTER:open  ?:help",
    .word = "ledger",
    .need = NEED_ROUNDS,
    .is_kept = true,
    .has_third = true,
    .pane = &pane_tree,
    .fill = fill,
    .open = open,
    .follow = follow,
    .obey = obey,
    .begin = begin,
    .end = end,
    .work = work,
    .filter = filter,
    .wish = wish,
    .wishes = ledger_word,
    .fold = fold,
    .title_add = title_add,
};
