// SPDX-License-Identifier: MIT
// Topics by rounds by sides: the state of each side, and how much it said.
#include "diptych/matrix.h"

#include <stdlib.h>

#include "diptych/holding.h"
#include "diptych/matrix_table.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

extern const ViewType view_matrix;

// What the view has of its own.
typedef struct MatrixView {
    Matrix *matrix;
    MatrixSort sort;
    MatrixFilter filter;
    bool *folded; // by topic
    bool settled; // it was made anew since the matrix is complete
} MatrixView;

// Before the view is first painted, so much is filled at once, in milliseconds.
#define FIRST_SLICE 40

static void *begin(Reader *reader)
{
    MatrixView *own = mem_new(1, sizeof *own);
    uint32_t round = reader->dossier->round_count ? reader->dossier->accounts[reader->account].round : 0;
    own->matrix = matrix_new(reader->dossier, reader->skim, round);
    own->folded = mem_new(reader->dossier->topic_count, sizeof *own->folded);
    matrix_step(own->matrix, FIRST_SLICE);
    own->settled = matrix_complete(own->matrix);
    return own;
}

static void end(void *it)
{
    MatrixView *own = it;
    matrix_free(own->matrix);
    free(own->folded);
    free(own);
}

static MatrixView *own_of(const Reader *reader)
{
    return reader_view_of_type(reader, &view_matrix)->own;
}

static void *fill(Reader *reader)
{
    const MatrixView *own = own_of(reader);
    MatrixLook look = {.sides = {reader->chosen[0], reader->chosen[1]},
                       .sort = own->sort,
                       .filter = own->filter,
                       .folded = own->folded};
    return matrix_table(reader->dossier, own->matrix, &look);
}

// Cells are shown as they come to be known; which rows and columns there are, at the end.
static bool work(Reader *reader, View *view, unsigned milliseconds)
{
    MatrixView *own = view->own;
    if (own->settled)
        return false;
    own->settled = !matrix_step(own->matrix, milliseconds);
    if (own->settled)
        reader_renew(reader, view);
    else
        view->pane->type->measure(view->pane);
    reader->changed = true;
    return true;
}

// The cell of the topic at hand, of the left side in the round at hand.
static void open(Reader *reader, View *view, Action action)
{
    uint32_t topic = reader_current_topic(reader);
    bool fresh = !view->pane;
    (void)action;
    reader_visit_view(reader, view);
    if (!fresh || topic == NONE || topic == TOPIC_FIRST)
        return;
    const Pane *pane = reader_pane(reader);
    Spot spot = {
        .target = {TARGET_TOPIC, topic, 0},
        .across = {TARGET_ROUND, reader->dossier->accounts[reader->account].round, reader->chosen[0]},
        .topic = topic,
        .row = reader_height(reader) / 2};
    pane->type->place(reader_pane(reader), &spot);
}

// Two columns, one of them the party's.
static void seat_party(Reader *reader, Place *place, uint32_t party)
{
    reader_seat(reader, place->account, place->columns);
    if (place->columns[0].party != party && place->columns[1].party != party)
        place->columns[1] = (Selector){party, NONE};
}

// To the words of a round, at the topic where it is raised.
static void open_cell(Reader *reader, const Spot *spot)
{
    Place place = reader_place(reader);
    place.view = reader_view_by_topic(reader);
    place.account = reader->dossier->rounds[spot->across.index].account;
    seat_party(reader, &place, spot->across.ordinal);
    place.spot = (Spot){.topic = spot->topic};
    reader_visit(reader, place);
    if (spot->topic != NONE && reader_current_topic(reader) != spot->topic) {
        reader_near_topic(reader, spot->topic);
        Str title = reader->dossier->topics[spot->topic].record.title;
        reader_say(reader, "%s: %.*s", reader_lacking(reader), (int)title.len, title.at);
    }
}

static void follow(Reader *reader, Target target)
{
    const Pane *pane = reader_pane(reader);
    Spot spot = pane->type->spot(pane);
    if (spot.across.kind == TARGET_ROUND)
        open_cell(reader, &spot);
    else if (target.kind != TARGET_NONE)
        reader_visit_target(reader, target);
}

// To the columns of the round beside this one.
static bool step_round(Reader *reader, int direction)
{
    Pane *pane = reader_pane(reader);
    Target from = pane->type->spot(pane).across, at = from;
    while (at.kind == from.kind && at.index == from.index) {
        if (!pane->type->focus(pane, direction > 0 ? SIDE_RIGHT : SIDE_LEFT, true))
            return false;
        at = pane->type->spot(pane).across;
    }
    return true;
}

static void sort(Reader *reader, View *view)
{
    static const char *const orders[MATRIX_SORT_COUNT] = {
        "topics in their groups", "the earliest topics first", "the topics of the most rounds first"};
    MatrixView *own = view->own;
    own->sort = (MatrixSort)((own->sort + 1) % MATRIX_SORT_COUNT);
    reader_renew(reader, view);
    reader_say(reader, "%s", orders[own->sort]);
}

static void filter(Reader *reader, View *view)
{
    static const char *const filters[MATRIX_FILTER_COUNT] = {
        "all rounds", "without the rounds of which nothing is recorded",
        "only what one side alone has words on, by round"};
    MatrixView *own = view->own;
    own->filter = (MatrixFilter)((own->filter + 1) % MATRIX_FILTER_COUNT);
    reader_renew(reader, view);
    reader_say(reader, "%s", filters[own->filter]);
}

static bool has_below(const Dossier *dossier, uint32_t topic)
{
    return dossier->topics[topic].end > dossier->topics[topic].place + 1;
}

// The topic at hand, or the one that it is below.
static bool fold(Reader *reader, View *view)
{
    MatrixView *own = view->own;
    uint32_t topic = reader_current_topic(reader);
    if (topic != NONE && !has_below(reader->dossier, topic))
        topic = reader->dossier->topics[topic].parent;
    if (topic == NONE)
        return false;
    own->folded[topic] = !own->folded[topic];
    Pane *pane = view->pane;
    Spot spot = pane->type->spot(pane);
    spot.target = (Target){TARGET_TOPIC, topic, 0};
    pane->type->place(pane, &spot);
    reader_renew(reader, view);
    return true;
}

// Whose the cell is, and of what.
static void add_heading(const Reader *reader, const Spot *spot, Buffer *out)
{
    const Dossier *dossier = reader->dossier;
    if (spot->across.kind == TARGET_ROUND) {
        const Round *round = &dossier->rounds[spot->across.index];
        buffer_add(out, round->record.title);
        buffer_add_text(out, date_known(round->date) ? ", " : "");
        date_add(out, round->date);
        buffer_add_text(out, ": ");
    }
    if (spot->topic == NONE)
        buffer_add_text(out, "all topics");
    else
        buffer_add(out, dossier->topics[spot->topic].record.title);
}

// What the party holds; where it did not speak, why.
static void add_holding(Reader *reader, const Spot *spot, uint32_t party, Buffer *out)
{
    Dossier *dossier = reader->dossier;
    uint32_t round = spot->across.index;
    const MatrixView *own = own_of(reader);
    buffer_add(out, dossier->parties[party].brief);
    buffer_add_byte(out, ' ');
    if (matrix_has(own->matrix, round)) {
        MatrixCell cell = matrix_cell(own->matrix, round, party, spot->topic);
        matrix_sign_add(out, cell);
        buffer_add_text(out, "  ");
    }
    Standings *standings = standings_new(dossier, reader->skim, round, party, spot->topic);
    holding_add(out, dossier, reader->skim, standings,
                (Holder){dossier->rounds[round].account, party, spot->topic});
    standings_free(standings);
}

// The two parties that the foot tells of: the cell's, and the first other one that has a column there.
static void choose_parties(const Dossier *dossier, const Spot *spot, const uint32_t chosen[2],
                           uint32_t parties[2])
{
    uint32_t party = spot->across.ordinal;
    uint32_t line = dossier->parties[party].side;
    for (int side = 0; side < 2; side++)
        parties[side] = chosen[side];
    for (int side = 0; side < 2; side++)
        if (chosen[side] != NONE && dossier->parties[chosen[side]].side == line) {
            parties[side] = party;
            return;
        }
    parties[1] = party;
}

static void foot_add(Reader *reader, size_t index, Buffer *out)
{
    const Pane *pane = reader_pane(reader);
    Spot spot = pane->type->spot(pane);
    uint32_t parties[2];
    if (index == 0) {
        add_heading(reader, &spot, out);
        return;
    }
    if (spot.across.kind != TARGET_ROUND || spot.topic == NONE)
        return;
    choose_parties(reader->dossier, &spot, reader->chosen, parties);
    if (parties[index - 1] != NONE)
        add_holding(reader, &spot, parties[index - 1], out);
}

static void title_add(const Reader *reader, Buffer *out)
{
    const MatrixView *own = own_of(reader);
    size_t count = reader->dossier->round_count;
    if (own && !matrix_complete(own->matrix))
        buffer_addf(out, "; %zu+ of %zu rounds", matrix_done(own->matrix), count);
}

const ViewType view_matrix = {
    .name = "matrix",
    .letter = 'm',
    .title = "matrix; G shows what the signs mean",
    .hints = "q:close  z:fold  S:order  f:leave out  ENTER:open  ?:help",
    .word = "matrix",
    .need = NEED_ROUNDS,
    .is_kept = true,
    .pane = &pane_table,
    .fill = fill,
    .open = open,
    .follow = follow,
    .begin = begin,
    .end = end,
    .work = work,
    .sort = sort,
    .filter = filter,
    .fold = fold,
    .step_round = step_round,
    .foot = 3,
    .foot_add = foot_add,
    .title_add = title_add,
};
