// SPDX-License-Identifier: MIT
// The pane of strips: a pager behind the table of panes.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/pane/rows.h"
#include "view/pane/strips.h"

static Pager *pager_of(Pane *pane)
{
    return (Pager *)pane;
}

static const Pager *pager_in(const Pane *pane)
{
    return (const Pager *)pane;
}

static Pane *open_strips(void *content, const Setting *setting)
{
    Pager *pager = mem_new(1, sizeof *pager);
    pager->pane = (Pane){&pane_strips, *setting};
    pager_open(pager, content);
    return &pager->pane;
}

static void close_strips(Pane *pane)
{
    pager_close(pager_of(pane));
    free(pane);
}

void strips_measure(Pane *pane)
{
    pager_measure(pager_of(pane));
}

bool strips_scroll(Pane *pane, long rows)
{
    return pager_scroll(pager_of(pane), rows);
}

void strips_to_end(Pane *pane, int direction)
{
    if (direction < 0)
        pager_to_start(pager_of(pane));
    else
        pager_to_end(pager_of(pane));
}

bool strips_step(Pane *pane, int direction, size_t count, bool any_side)
{
    return pager_step(pager_of(pane), direction, count, any_side);
}

bool strips_step_band(Pane *pane, int direction, size_t count)
{
    return pager_step_band(pager_of(pane), direction, count);
}

bool strips_focus(Pane *pane, Side side, bool any_band)
{
    return pager_focus(pager_of(pane), side, any_band);
}

Target strips_target(const Pane *pane)
{
    return pager_target(pager_in(pane));
}

uint32_t strips_bands(const Pane *pane)
{
    return pager_in(pane)->sheet->bands;
}

uint32_t strips_band(const Pane *pane)
{
    return pager_band(pager_in(pane), pager_in(pane)->current);
}

uint32_t strips_topic(const Pane *pane, uint32_t of)
{
    return pager_topic(pager_in(pane), of);
}

Spot strips_spot(const Pane *pane)
{
    return (Spot){
        .target = strips_target(pane),
        .topic = strips_topic(pane, strips_band(pane)),
        .band = strips_band(pane),
        .offset = pager_offset(pager_in(pane)),
        .row = pager_row(pager_in(pane)),
    };
}

bool strips_place(Pane *pane, const Spot *at)
{
    size_t entry =
        at->target.kind == TARGET_NONE ? ENTRY_NONE : pager_find(pager_of(pane), at->target, at->band);
    if (entry != ENTRY_NONE)
        pager_place(pager_of(pane), entry, at->offset, at->row);
    return entry != ENTRY_NONE;
}

bool strips_to_band(Pane *pane, uint32_t to)
{
    return pager_to_band(pager_of(pane), to);
}

void strips_show(Pane *pane, size_t offset, size_t above)
{
    pager_show(pager_of(pane), offset, above);
}

size_t strips_items(const Pane *pane)
{
    return pager_in(pane)->sheet->entry_count;
}

size_t strips_item(const Pane *pane)
{
    const Pager *pager = pager_in(pane);
    if (pager->current != ENTRY_NONE || !pager->sheet->strip_count)
        return pager->current;
    if (pager_shows_end(pager))
        return pager->sheet->entry_count - 1;
    return pager->sheet->strips[pager->strip].first;
}

void strips_item_add(const Pane *pane, size_t item, Buffer *out)
{
    page_text_add(pager_in(pane)->page, item, out);
}

void strips_to_item(Pane *pane, size_t item, size_t offset, size_t above)
{
    pager_reveal(pager_of(pane), item, offset, above);
}

void strips_paint(const Pane *pane, Grid *grid, size_t row, size_t column, bool quiet)
{
    pager_paint(pager_in(pane), grid, row, column, quiet);
}

static void rest(const Pane *pane, Buffer *out)
{
    const Pager *pager = pager_in(pane);
    if (pager->current != ENTRY_NONE)
        page_rest_add(pager->page, pager->current, out);
}

static void print_strip(Page *page, size_t strip, size_t columns, Buffer *out)
{
    size_t rows = page_rows(page, strip);
    for (size_t from = 0; from < rows; from += GRID_ROWS_MAX) {
        size_t count = rows - from < GRID_ROWS_MAX ? rows - from : GRID_ROWS_MAX;
        Grid *grid = grid_new(count, columns);
        grid->logical = true;
        page_paint(page, strip, from, count, grid, 0, 0, ENTRY_NONE);
        for (size_t row = 0; row < count; row++) {
            grid_dump_row(grid, row, out);
            buffer_add_byte(out, '\n');
        }
        grid_free(grid);
    }
}

// Footnotes to what the strips from the first to before the last hold.
static void print_notes(const Pager *pager, size_t first, size_t last, Buffer *out)
{
    const Measure *measure = &pager->pane.setting.measure;
    const Sheet *sheet = pager->sheet;
    Sheet part = *sheet, *notes = sheet_new();
    size_t from = first < last ? sheet->strips[first].first : 0;
    size_t to = last < sheet->strip_count ? sheet->strips[last].first : sheet->entry_count;
    part.entries += from;
    part.entry_count = first < last ? to - from : 0;
    sheet_add_notes(notes, pager->pane.setting.dossier, &part);
    Page *page = page_new(pager->pane.setting.dossier, notes, measure);
    for (size_t strip = 0; strip < notes->strip_count; strip++)
        print_strip(page, strip, measure->columns, out);
    page_free(page);
    sheet_free(notes);
}

void strips_print(const Pane *pane, uint32_t band, Buffer *out)
{
    const Pager *pager = pager_in(pane);
    const Sheet *sheet = pager->sheet;
    size_t first = band == NONE ? 0 : rows_of_band(sheet, band), last = first;
    while (last < sheet->strip_count && (band == NONE || sheet->strips[last].band == band))
        print_strip(pager->page, last++, pager->pane.setting.measure.columns, out);
    print_notes(pager, first, last, out);
}

// What the whole sheet has on one side, over the whole width.
static Sheet *sheet_of_side(const Sheet *whole, Side side)
{
    Sheet *out = sheet_new();
    uint32_t last = NONE;
    for (size_t strip = 0; strip < whole->strip_count; strip++) {
        const Strip *s = whole->strips + strip;
        if (s->band != last)
            sheet_band(out);
        last = s->band;
        for (int i = 0; i < 2; i++) {
            out->parties[i] = s->parties[i];
            out->accounts[i] = s->accounts[i];
        }
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
    return out;
}

static Pane *open_side(const Pane *pane, Side side)
{
    const Pager *whole = pager_in(pane);
    Setting setting = pane->setting;
    setting.measure.columns = measure_field(&pane->setting.measure, side).columns;
    setting.measure.stacked = true;
    Pane *out = open_strips(sheet_of_side(whole->sheet, side), &setting);
    Spot at = strips_spot(pane);
    at.offset = 0;
    if (whole->current != ENTRY_NONE && !strips_place(out, &at))
        strips_to_band(out, at.band);
    return out;
}

static Side focused(const Pane *pane)
{
    return pager_in(pane)->side == SIDE_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
}

const PaneType pane_strips = {
    .open = open_strips,
    .close = close_strips,
    .measure = strips_measure,
    .scroll = strips_scroll,
    .to_end = strips_to_end,
    .step = strips_step,
    .step_band = strips_step_band,
    .focus = strips_focus,
    .target = strips_target,
    .bands = strips_bands,
    .band = strips_band,
    .topic = strips_topic,
    .spot = strips_spot,
    .place = strips_place,
    .to_band = strips_to_band,
    .show = strips_show,
    .items = strips_items,
    .item = strips_item,
    .to_item = strips_to_item,
    .item_add = strips_item_add,
    .paint = strips_paint,
    .rest = rest,
    .print = strips_print,
    .side = open_side,
    .focused = focused,
};
