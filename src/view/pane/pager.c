// SPDX-License-Identifier: MIT
#include "view/pane/rows.h"

static void lay_out(Pager *pager)
{
    const Setting *setting = &pager->pane.setting;
    pager->page = page_new(setting->dossier, pager->sheet, &setting->measure);
    page_set(pager->page, setting->skim, setting->query);
    pager->height = setting->height ? setting->height : 1;
}

void pager_open(Pager *pager, Sheet *sheet)
{
    pager->sheet = sheet;
    lay_out(pager);
    pager_to_start(pager);
}

void pager_close(Pager *pager)
{
    page_free(pager->page);
    sheet_free(pager->sheet);
}

void pager_measure(Pager *pager)
{
    size_t offset = pager_offset(pager), row = pager_row(pager);
    page_free(pager->page);
    lay_out(pager);
    if (pager->current == ENTRY_NONE)
        pager->row = 0;
    else
        pager_place(pager, pager->current, offset, row < pager->height ? row : 0);
}

void pager_place(Pager *pager, size_t entry, size_t offset, size_t row)
{
    size_t strip;
    RowRange rows;
    rows_of_entry(pager, entry, &strip, &rows);
    pager->current = entry;
    rows_adopt_side(pager);
    rows_set_top(pager, strip, rows.first + page_row_of_offset(pager->page, entry, offset), row);
}

void pager_show(Pager *pager, size_t offset, size_t above)
{
    size_t strip;
    RowRange rows;
    if (pager->current == ENTRY_NONE)
        return;
    rows_of_entry(pager, pager->current, &strip, &rows);
    size_t spare = rows.count < pager->height ? pager->height - rows.count : 0;
    if (rows.count <= pager->height)
        pager_place(pager, pager->current, 0, above < spare ? above : spare);
    else if (page_row_of_offset(pager->page, pager->current, offset) < pager->height)
        pager_place(pager, pager->current, 0, 0);
    else
        pager_place(pager, pager->current, offset, above);
    pager_fill(pager);
}

void pager_reveal(Pager *pager, size_t entry, size_t offset, size_t above)
{
    size_t strip;
    RowRange rows;
    if (rows_can_be_current(pager->sheet->entries + entry)) {
        pager->current = entry;
        rows_adopt_side(pager);
        pager_show(pager, offset, above);
        return;
    }
    rows_of_entry(pager, entry, &strip, &rows);
    rows_set_top(pager, strip, rows.first + page_row_of_offset(pager->page, entry, offset), above);
    rows_leave_heading(pager);
    pager_fill(pager);
    pager_follow(pager);
}

// The rows to be seen of an entry that is selected: of a title also what stands below it.
static void rows_to_show(const Pager *pager, size_t entry, size_t *strip, RowRange *rows)
{
    const Sheet *sheet = pager->sheet;
    rows_of_entry(pager, entry, strip, rows);
    if (sheet->entries[entry].kind != ENTRY_TITLE)
        return;
    for (size_t s = *strip + 1; s < sheet->strip_count && sheet->strips[s].band == sheet->strips[*strip].band;
         s++)
        if (rows->count < pager->pane.setting.height)
            rows->count += page_rows(pager->page, s);
}

void pager_select(Pager *pager, size_t entry)
{
    size_t strip;
    RowRange rows;
    rows_to_show(pager, entry, &strip, &rows);
    pager->current = entry;
    rows_adopt_side(pager);
    size_t first = rows_to(pager, strip, rows.first, pager->height);
    if (first + rows.count <= pager->height)
        return;
    bool above = strip < pager->strip || (strip == pager->strip && rows.first < pager->row);
    if (above || rows.count >= pager->height)
        rows_set_top(pager, strip, rows.first, 0);
    else
        rows_set_top(pager, strip, rows.first, pager->height - rows.count);
}

uint32_t pager_band(const Pager *pager, size_t entry)
{
    const Sheet *sheet = pager->sheet;
    if (!sheet->strip_count)
        return 0;
    return sheet->strips[entry == ENTRY_NONE ? pager->strip : page_entry_strip(pager->page, entry)].band;
}

size_t pager_heading(const Pager *pager, uint32_t band)
{
    const Sheet *sheet = pager->sheet;
    size_t strip = rows_of_band(sheet, band);
    if (strip == sheet->strip_count || sheet->strips[strip].band != band || !rows_is_heading(sheet, strip))
        return ENTRY_NONE;
    return sheet->strips[strip].first;
}

uint32_t pager_topic(const Pager *pager, uint32_t band)
{
    const Sheet *sheet = pager->sheet;
    for (size_t strip = rows_of_band(sheet, band); strip < sheet->strip_count; strip++) {
        const Strip *s = &sheet->strips[strip];
        const Entry *entry = &sheet->entries[s->first];
        if (s->band != band || !s->whole || (entry->kind != ENTRY_HEADING && entry->kind != ENTRY_TITLE))
            return NONE;
        if (entry->target.kind == TARGET_TOPIC)
            return entry->target.index;
    }
    return NONE;
}

size_t pager_row(const Pager *pager)
{
    if (pager->current == ENTRY_NONE)
        return 0;
    size_t strip;
    RowRange rows;
    rows_of_entry(pager, pager->current, &strip, &rows);
    size_t below = rows_to(pager, strip, rows.first, pager->height);
    return below < pager->height ? below : 0;
}

size_t pager_offset(const Pager *pager)
{
    if (pager->current == ENTRY_NONE)
        return 0;
    size_t strip;
    RowRange rows;
    rows_of_entry(pager, pager->current, &strip, &rows);
    if (strip != pager->strip || rows.first >= pager->row)
        return 0;
    return page_offset_of_row(pager->page, pager->current, pager->row - rows.first);
}

Target pager_target(const Pager *pager)
{
    return pager->current == ENTRY_NONE ? (Target){0} : pager->sheet->entries[pager->current].target;
}

size_t pager_find(const Pager *pager, Target target, uint32_t band)
{
    size_t first = ENTRY_NONE;
    for (size_t i = 0; i < pager->sheet->entry_count; i++) {
        const Entry *entry = pager->sheet->entries + i;
        if (!rows_can_be_current(entry) || !target_equal(entry->target, target))
            continue;
        if (pager_band(pager, i) == band)
            return i;
        if (first == ENTRY_NONE)
            first = i;
    }
    return first;
}

static void paint_heading(const Pager *pager, Grid *grid, size_t row, size_t column)
{
    uint32_t band = pager_band(pager, ENTRY_NONE);
    size_t heading = pager_heading(pager, band);
    while (heading == ENTRY_NONE && band > 0)
        heading = pager_heading(pager, --band);
    if (heading == ENTRY_NONE)
        return;
    size_t strip = page_entry_strip(pager->page, heading);
    page_paint(pager->page, strip, page_entry_rows(pager->page, heading).first, 1, grid, row, column,
               ENTRY_NONE);
}

void pager_paint(const Pager *pager, Grid *grid, size_t row, size_t column, bool quiet)
{
    const Sheet *sheet = pager->sheet;
    if (!sheet->strip_count)
        return;
    paint_heading(pager, grid, row, column);
    size_t from = pager->row, done = 0;
    for (size_t strip = pager->strip; strip < sheet->strip_count && done < pager->height; strip++) {
        size_t rows = page_rows(pager->page, strip);
        size_t count = rows > from ? rows - from : 0; // a file that was cut since may leave fewer
        if (count > pager->height - done)
            count = pager->height - done;
        page_paint(pager->page, strip, from, count, grid, row + 1 + done, column,
                   quiet ? ENTRY_NONE : pager->current);
        done += count;
        from = 0;
    }
    if (pager->current != ENTRY_NONE && !quiet) {
        const Entry *entry = sheet->entries + pager->current;
        grid->cursor_row = row + 1 + pager_row(pager);
        grid->cursor_column = column + measure_field(&pager->pane.setting.measure, entry->side).column;
    }
}
