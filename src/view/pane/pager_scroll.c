// SPDX-License-Identifier: MIT
// Scrolling by rows; the current entry follows.
#include "view/pane/rows.h"

static size_t first_entry(const Pager *pager)
{
    for (size_t i = 0; i < pager->sheet->entry_count; i++)
        if (rows_can_be_current(pager->sheet->entries + i))
            return i;
    return ENTRY_NONE;
}

// The first entry on the screen that can be current, on the pager's side when there is one.
static size_t visible_entry(const Pager *pager)
{
    const Sheet *sheet = pager->sheet;
    size_t other = ENTRY_NONE;
    for (size_t strip = pager->strip; strip < sheet->strip_count; strip++) {
        const Strip *s = sheet->strips + strip;
        for (size_t i = s->first; i < s->first + rows_entries(s); i++) {
            if (!rows_can_be_current(sheet->entries + i) || !rows_show(pager, i))
                continue;
            if (sheet->entries[i].side == pager->side || sheet->entries[i].side == SIDE_WHOLE)
                return i;
            if (other == ENTRY_NONE)
                other = i;
        }
        if (rows_to(pager, strip, 0, pager->height) >= pager->height && strip > pager->strip)
            break;
    }
    return other;
}

void pager_follow(Pager *pager)
{
    if (pager->current != ENTRY_NONE && rows_show(pager, pager->current))
        return;
    size_t entry = visible_entry(pager);
    if (entry != ENTRY_NONE)
        pager->current = entry;
}

bool pager_shows_end(const Pager *pager)
{
    size_t strip = pager->sheet->strip_count - 1;
    return rows_to(pager, strip, page_rows(pager->page, strip) - 1, pager->height) < pager->height;
}

static bool scroll_down(Pager *pager)
{
    size_t strip = pager->strip, row = pager->row;
    if (pager_shows_end(pager) || !rows_step_down(pager, &strip, &row))
        return false;
    pager->strip = strip;
    pager->row = row;
    rows_leave_heading(pager);
    return true;
}

static bool scroll_up(Pager *pager)
{
    size_t strip = pager->strip, row = pager->row;
    do {
        if (!rows_step_up(pager, &strip, &row))
            return false;
    } while (rows_is_heading(pager->sheet, strip));
    pager->strip = strip;
    pager->row = row;
    return true;
}

bool pager_scroll(Pager *pager, long rows)
{
    bool moved = false;
    if (!pager->sheet->strip_count)
        return false;
    for (; rows > 0 && scroll_down(pager); rows--)
        moved = true;
    for (; rows < 0 && scroll_up(pager); rows++)
        moved = true;
    if (moved)
        pager_follow(pager);
    return moved;
}

void pager_fill(Pager *pager)
{
    size_t last = pager->sheet->strip_count;
    if (!last || !pager_shows_end(pager))
        return;
    rows_set_top(pager, last - 1, page_rows(pager->page, last - 1) - 1, pager->height - 1);
}

void pager_to_start(Pager *pager)
{
    pager->strip = 0;
    pager->row = 0;
    rows_leave_heading(pager);
    pager->current = first_entry(pager);
    rows_adopt_side(pager);
}

void pager_to_end(Pager *pager)
{
    size_t last = pager->sheet->strip_count;
    if (!last)
        return;
    rows_set_top(pager, last - 1, page_rows(pager->page, last - 1) - 1, pager->height - 1);
    for (size_t i = pager->sheet->entry_count; i-- > 0;) {
        if (rows_can_be_current(pager->sheet->entries + i)) {
            pager->current = i;
            rows_adopt_side(pager);
            break;
        }
    }
}
