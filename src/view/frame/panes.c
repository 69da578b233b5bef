// SPDX-License-Identifier: MIT
// The panes of the views: what they hold and how wide each is.
#include "diptych/standing.h"
#include "view/frame/inside.h"

// Below this many columns the sides are stacked; from that many a third pane shows the page of the current
// passage.
#define STACK_BELOW 64
#define THREE_FROM 160
#define THIRD_COLUMNS 48

// Rows of the screen that do not scroll: the two of the head, the heading of the band, and the last line; on
// a screen of some height, more above it tell of what is current.
#define ROWS_AROUND 4
#define REST_FROM 12
#define FOOT_FROM 20

Widths reader_widths(const Reader *reader, const View *view)
{
    bool three = reader->columns >= THREE_FROM && view->type->has_third;
    size_t third = three ? THIRD_COLUMNS + (reader->columns - THREE_FROM) / 4 : 0;
    size_t text = reader->columns - third - three; // a blank before the line between them
    return (Widths){text, third, reader->look.stacked || text < STACK_BELOW};
}

// Rows that each thing of a foot has, the first one aside, on screens of so many rows.
static size_t foot_share(size_t rows)
{
    return rows < REST_FROM ? 0 : rows < FOOT_FROM ? 1 : 2;
}

size_t reader_foot_rows(const Reader *reader, const View *view)
{
    const ViewType *type = view->type;
    size_t share = foot_share(reader->rows);
    if (type->foot)
        return share ? 1 + (type->foot - 1) * share : 0;
    return type->has_words && reader->look.apparatus == APPARATUS_SHORT && share &&
           !reader_widths(reader, view).third;
}

static size_t height_of(const Reader *reader, const View *view)
{
    size_t around = ROWS_AROUND + reader_foot_rows(reader, view);
    return reader->rows > around ? reader->rows - around : 1;
}

size_t reader_height(const Reader *reader)
{
    return height_of(reader, reader->view);
}

static Query *highlighted(const Reader *reader)
{
    const Finding *finding = &reader->finding;
    return finding->highlight && finding->search ? search_query(finding->search) : NULL;
}

Setting reader_setting(const Reader *reader, const View *view)
{
    Widths widths = reader_widths(reader, view);
    return (Setting){
        .dossier = reader->dossier,
        .skim = reader->skim,
        .query = highlighted(reader),
        .measure =
            {
                .columns = widths.text,
                .left = reader->look.left,
                .stacked = widths.stacked,
                .ascii = reader->look.ascii,
                .lens = reader->look.lens,
                .apparatus = reader->look.apparatus,
            },
        .height = height_of(reader, view),
    };
}

// What is shown in place of a view of rounds where there are none.
static Pane *open_lack(const Setting *setting)
{
    Sheet *sheet = sheet_new();
    sheet_text(sheet, (Target){0}, (Str){0}, str_of(need_lack(NEED_ROUNDS)), STYLE_PLAIN);
    return pane_strips.open(sheet, setting);
}

Pane *reader_build(Reader *reader, View *view)
{
    if (view->pane)
        return view->pane;
    Setting setting = reader_setting(reader, view);
    if (view->type->begin && !view->own)
        view->own = view->type->begin(reader);
    if (view->type->need != NEED_NOTHING && !reader->dossier->account_count)
        view->pane = open_lack(&setting);
    else
        view->pane = view->type->pane->open(view->type->fill(reader), &setting);
    return view->pane;
}

Pane *reader_pane(Reader *reader)
{
    return reader_build(reader, reader->view);
}

bool reader_is_apart(const Reader *reader)
{
    return reader->apart[0] && reader->apart_of == reader->view;
}

Pane *reader_active(Reader *reader)
{
    return reader_is_apart(reader) ? reader->apart[reader->apart_side] : reader_pane(reader);
}

void reader_lock(Reader *reader)
{
    for (int side = 0; side < 2; side++) {
        pane_close(reader->apart[side]);
        reader->apart[side] = NULL;
    }
}

void reader_close_third(Reader *reader)
{
    pane_close(reader->third);
    reader->third = NULL;
}

void reader_drop(View *view)
{
    pane_close(view->pane);
    view->pane = NULL;
}

void reader_renew(Reader *reader, View *view)
{
    Pane *older = view->pane;
    if (!older)
        return;
    Spot spot = older->type->spot(older);
    view->pane = NULL;
    Pane *pane = reader_build(reader, view);
    if (pane->type == older->type && pane->type->inherit)
        pane->type->inherit(pane, older);
    pane->type->place(pane, &spot);
    pane_close(older);
}

void reader_relayout(Reader *reader)
{
    reader_lock(reader);
    for (size_t i = 0; i < reader->view_count; i++) {
        Setting setting = reader_setting(reader, &reader->views[i]);
        pane_measure(reader->views[i].pane, &setting);
    }
    reader_close_third(reader);
}

void reader_refresh(Reader *reader)
{
    Query *query = highlighted(reader);
    for (size_t i = 0; i < reader->view_count; i++)
        pane_refresh(reader->views[i].pane, reader->skim, query);
    for (int side = 0; side < 2; side++)
        pane_refresh(reader->apart[side], reader->skim, query);
    reader_close_third(reader);
}

Target reader_current(Reader *reader)
{
    const Pane *pane = reader_active(reader);
    return pane->type->target(pane);
}

uint32_t reader_current_topic(Reader *reader)
{
    const Pane *pane = reader_active(reader);
    return pane->type->topic(pane, pane->type->band(pane));
}

bool reader_current_passage(Reader *reader, PassageId *passage)
{
    Target target = reader_current(reader);
    *passage = (PassageId){target.index, target.ordinal};
    return target.kind == TARGET_PASSAGE && passage_at(reader->dossier, *passage);
}

const char *reader_lacking(const Reader *reader)
{
    StandingState state = standing_of_lack(reader->dossier, reader->skim, reader->account).state;
    return state == STANDING_SILENT ? "not raised here" : standing_word(state);
}
