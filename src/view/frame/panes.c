// SPDX-License-Identifier: MIT
// The panes of the screen: which content they hold and how wide they are.
#include "view/card/card.h"
#include "view/frame/inside.h"
#include "view/pane/rows.h"

// Below this many columns the sides are stacked; from that many a third pane shows the card of the current
// passage.
#define STACK_BELOW 64
#define THREE_FROM 160
#define BESIDE_COLUMNS 48

// Rows of the screen that are not the pane's: the two of the head, the heading of the band, and the last
// line.
#define ROWS_AROUND 4

Widths reader_widths(const Reader *reader)
{
    bool three = reader->columns >= THREE_FROM && reader->view <= VIEW_SPOKEN;
    size_t beside = three ? BESIDE_COLUMNS + (reader->columns - THREE_FROM) / 4 : 0;
    size_t text = reader->columns - beside - three; // a blank before the line between them
    return (Widths){text, beside, reader->look.stacked || text < STACK_BELOW};
}

static Measure measure_of(const Reader *reader)
{
    Widths widths = reader_widths(reader);
    return (Measure){
        .columns = widths.text,
        .left = reader->look.left,
        .stacked = widths.stacked,
        .ascii = reader->look.ascii,
        .lens = reader->look.lens,
    };
}

static size_t pane_height(const Reader *reader)
{
    return reader->rows > ROWS_AROUND ? reader->rows - ROWS_AROUND : 1;
}

Pager *reader_pane(Reader *reader)
{
    reader_build(reader, reader->view);
    return &reader->panes[reader->view];
}

Pager *reader_active(Reader *reader)
{
    return reader_is_apart(reader) ? &reader->apart[reader->apart_side] : reader_pane(reader);
}

static Backing backing_of(const Reader *reader)
{
    const Finding *finding = &reader->finding;
    return (Backing){reader->dossier, reader->skim,
                     finding->highlight && finding->search ? search_query(finding->search) : NULL};
}

static void open_pager(Reader *reader, Pager *pager, Sheet *sheet, const Measure *measure)
{
    Backing backing = backing_of(reader);
    pager_open(pager, &backing, sheet, measure, pane_height(reader));
}

static Sheet *no_rounds(void)
{
    Sheet *sheet = sheet_new();
    sheet_text(sheet, (Target){0}, (Str){0}, str_of("There are no rounds in this dossier yet."), STYLE_PLAIN);
    return sheet;
}

static Sheet *build_sheet(Reader *reader, ViewKind view)
{
    if (!reader->dossier->account_count && view <= VIEW_SPOKEN)
        return no_rounds();
    Sheet *sheet = sheet_new();
    uint32_t parties[2] = {reader->columns_of[0].party, reader->columns_of[1].party};
    const Selector *columns = reader->columns_of;
    Alignment *alignment;
    switch (view) {
    case VIEW_COMPARE:
        alignment = align_columns(reader->dossier, columns, reader->account, NONE);
        sheet_add_alignment(sheet, reader->dossier, alignment);
        align_free(alignment);
        break;
    case VIEW_SPOKEN:
        sheet_add_spoken(sheet, reader->dossier, reader->account, parties);
        break;
    case VIEW_CARD:
        card_add(sheet, reader->dossier, reader->skim, reader->subject);
        break;
    case VIEW_RESULTS:
        finding_list(reader, sheet);
        break;
    default:
        help_add(sheet);
    }
    return sheet;
}

void reader_build(Reader *reader, ViewKind view)
{
    Pager *pane = &reader->panes[view];
    if (pager_is_open(pane))
        return;
    Measure measure = measure_of(reader);
    open_pager(reader, pane, build_sheet(reader, view), &measure);
}

void reader_drop(Reader *reader, ViewKind view)
{
    pager_close(&reader->panes[view]);
}

void reader_renew(Reader *reader, ViewKind view)
{
    Pager *pane = &reader->panes[view];
    if (!pager_is_open(pane))
        return;
    Target target = pane->current == ENTRY_NONE ? (Target){0} : pane->sheet->entries[pane->current].target;
    uint32_t band = pager_band(pane, pane->current);
    size_t offset = pager_offset(pane), row = pager_row(pane);
    reader_drop(reader, view);
    reader_build(reader, view);
    size_t entry = target.kind == TARGET_NONE ? ENTRY_NONE : pager_find(pane, target, band);
    if (entry != ENTRY_NONE)
        pager_place(pane, entry, offset, row);
}

// Adds what the whole sheet has on one side, over the whole width.
static void add_side(Sheet *out, const Sheet *whole, Side side)
{
    uint32_t band = NONE;
    for (size_t strip = 0; strip < whole->strip_count; strip++) {
        const Strip *s = whole->strips + strip;
        if (s->band != band)
            sheet_band(out);
        band = s->band;
        for (size_t i = s->first; i < s->first + rows_entries(s); i++) {
            const Entry *entry = whole->entries + i;
            out->topic = entry->topic;
            if (entry->kind == ENTRY_HEADING)
                sheet_heading(out, entry->target, entry->text, entry->aside);
            else if (entry->side != side)
                continue;
            else if (entry->kind == ENTRY_PASSAGE)
                sheet_passage(out, (PassageId){entry->target.index, entry->target.ordinal}, entry->label);
            else
                sheet_text(out, (Target){0}, entry->label, entry->text, STYLE_DIM);
        }
    }
}

bool reader_is_apart(const Reader *reader)
{
    return reader->view == VIEW_COMPARE && pager_is_open(&reader->apart[0]);
}

void reader_lock(Reader *reader)
{
    pager_close(&reader->apart[0]);
    pager_close(&reader->apart[1]);
}

// Opens a side on its own, where the pane has it now.
static void open_side(Reader *reader, const Pager *pane, Side side)
{
    Measure measure = pane->measure;
    measure.columns = measure_field(&pane->measure, side).columns;
    measure.stacked = true;
    Sheet *sheet = sheet_new();
    add_side(sheet, pane->sheet, side);
    Pager *pager = &reader->apart[side];
    open_pager(reader, pager, sheet, &measure);
    uint32_t band = pager_band(pane, pane->current);
    if (pane->current == ENTRY_NONE)
        return;
    size_t entry = pager_find(pager, pane->sheet->entries[pane->current].target, band);
    if (entry == ENTRY_NONE)
        pager_to_band(pager, band);
    else
        pager_place(pager, entry, 0, pager_row(pane));
}

void reader_unlock(Reader *reader, Command command, int argument)
{
    (void)command;
    (void)argument;
    if (reader_is_apart(reader)) {
        Place place = reader_place(reader);
        reader_restore(reader, place);
        reader_say(reader, "the sides scroll together");
        return;
    }
    const Pager *pane = reader_pane(reader);
    if (reader->view != VIEW_COMPARE || pane->measure.stacked) {
        reader_say(reader, "sides can scroll apart where they stand side by side");
        return;
    }
    reader->apart_side = pane->side == SIDE_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
    open_side(reader, pane, SIDE_LEFT);
    open_side(reader, pane, SIDE_RIGHT);
    reader_say(reader, "the sides scroll apart: h and l choose one, L ends it");
}

static void close_beside(Reader *reader)
{
    pager_close(&reader->beside);
    reader->beside_of = (Target){0};
}

void reader_relayout(Reader *reader)
{
    Measure measure = measure_of(reader);
    Backing backing = backing_of(reader);
    reader_lock(reader);
    for (int view = 0; view < VIEW_COUNT; view++)
        if (pager_is_open(&reader->panes[view]))
            pager_measure(&reader->panes[view], &backing, &measure, pane_height(reader));
    close_beside(reader);
}

static void refresh(Pager *pager, const Backing *backing)
{
    Measure measure = pager->measure;
    if (pager_is_open(pager))
        pager_measure(pager, backing, &measure, pager->height);
}

void reader_refresh(Reader *reader)
{
    Backing backing = backing_of(reader);
    for (int view = 0; view < VIEW_COUNT; view++)
        refresh(&reader->panes[view], &backing);
    refresh(&reader->apart[SIDE_LEFT], &backing);
    refresh(&reader->apart[SIDE_RIGHT], &backing);
    close_beside(reader);
}

void reader_build_beside(Reader *reader)
{
    PassageId passage;
    if (!reader_current_passage(reader, &passage)) {
        close_beside(reader);
        return;
    }
    Target subject = {TARGET_PASSAGE, passage.account, passage.ordinal};
    if (pager_is_open(&reader->beside) && target_equal(subject, reader->beside_of))
        return;
    Measure measure = measure_of(reader);
    measure.columns = reader_widths(reader).beside - 2;
    measure.stacked = true;
    Sheet *sheet = sheet_new();
    card_add(sheet, reader->dossier, reader->skim, subject);
    open_pager(reader, &reader->beside, sheet, &measure);
    reader->beside_of = subject;
}
