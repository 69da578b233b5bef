// SPDX-License-Identifier: MIT
#include "view/pane/rows.h"

size_t rows_entries(const Strip *strip)
{
    return (size_t)strip->left + strip->right + strip->whole;
}

size_t rows_of_band(const Sheet *sheet, uint32_t band)
{
    size_t low = 0, high = sheet->strip_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->strips[middle].band < band)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool rows_is_heading(const Sheet *sheet, size_t strip)
{
    const Strip *s = sheet->strips + strip;
    return s->whole && sheet->entries[s->first].kind == ENTRY_HEADING;
}

bool rows_can_be_current(const Entry *entry)
{
    return entry->target.kind != TARGET_NONE && entry->kind != ENTRY_HEADING;
}

void rows_leave_heading(Pager *pager)
{
    const Sheet *sheet = pager->sheet;
    while (pager->strip + 1 < sheet->strip_count && rows_is_heading(sheet, pager->strip)) {
        pager->strip++;
        pager->row = 0;
    }
}

bool rows_step_down(const Pager *pager, size_t *strip, size_t *row)
{
    if (*row + 1 < page_rows(pager->page, *strip)) {
        ++*row;
        return true;
    }
    if (*strip + 1 >= pager->sheet->strip_count)
        return false;
    ++*strip;
    *row = 0;
    return true;
}

bool rows_step_up(const Pager *pager, size_t *strip, size_t *row)
{
    if (*row) {
        --*row;
        return true;
    }
    if (*strip == 0)
        return false;
    --*strip;
    *row = page_rows(pager->page, *strip) - 1;
    return true;
}

size_t rows_to(const Pager *pager, size_t strip, size_t row, size_t limit)
{
    size_t s = pager->strip, r = pager->row, rows = 0;
    if (strip < s || (strip == s && row < r))
        return limit;
    while (rows < limit && (s != strip || r != row)) {
        size_t step = s == strip ? row - r : page_rows(pager->page, s) - r;
        rows += step;
        if (s == strip)
            break;
        s++;
        r = 0;
    }
    return rows < limit ? rows : limit;
}

void rows_of_entry(const Pager *pager, size_t entry, size_t *strip, RowRange *rows)
{
    *strip = page_entry_strip(pager->page, entry);
    *rows = page_entry_rows(pager->page, entry);
}

bool rows_show(const Pager *pager, size_t entry)
{
    size_t strip;
    RowRange rows;
    rows_of_entry(pager, entry, &strip, &rows);
    size_t last = rows.first + (rows.count ? rows.count - 1 : 0);
    if (strip < pager->strip || (strip == pager->strip && last < pager->row))
        return false;
    if (strip == pager->strip && rows.first <= pager->row)
        return true;
    return rows_to(pager, strip, rows.first, pager->height) < pager->height;
}

void rows_set_top(Pager *pager, size_t strip, size_t row, size_t below)
{
    pager->strip = strip;
    pager->row = row;
    while (below-- && rows_step_up(pager, &strip, &row)) {
        pager->strip = strip;
        pager->row = row;
    }
    rows_leave_heading(pager);
}

void rows_adopt_side(Pager *pager)
{
    if (pager->current != ENTRY_NONE && pager->sheet->entries[pager->current].side != SIDE_WHOLE)
        pager->side = pager->sheet->entries[pager->current].side;
}
