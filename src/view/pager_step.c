// SPDX-License-Identifier: MIT
// Moves from entry to entry, band to band, side to side.
#include "rows.h"

bool pager_step(Pager *pager, int direction, bool any_side)
{
    const Sheet *sheet = pager->sheet;
    size_t entry = pager->current;
    if (entry == ENTRY_NONE)
        return false;
    while (direction > 0 ? ++entry < sheet->entry_count : entry-- > 0) {
        const Entry *e = sheet->entries + entry;
        if (!rows_can_be_current(e) || !(any_side || e->side == SIDE_WHOLE || e->side == pager->side))
            continue;
        pager_select(pager, entry);
        return true;
    }
    return false;
}

// The first entry of the band that can be current, preferably of the pager's side.
static size_t first_of_band(const Pager *pager, uint32_t band)
{
    const Sheet *sheet = pager->sheet;
    size_t other = ENTRY_NONE;
    for (size_t strip = 0; strip < sheet->strip_count && sheet->strips[strip].band <= band; strip++) {
        const Strip *s = sheet->strips + strip;
        for (size_t i = s->first; s->band == band && i < s->first + s->left + s->right + s->whole; i++) {
            if (!rows_can_be_current(sheet->entries + i))
                continue;
            if (sheet->entries[i].side == pager->side)
                return i;
            if (other == ENTRY_NONE)
                other = i;
        }
    }
    return other;
}

// The strip behind the band's heading is put on top; the entry, wherever in the band it is, becomes current.
static void show_band(Pager *pager, uint32_t band, size_t entry)
{
    size_t heading = pager_heading(pager, band);
    pager_select(pager, entry);
    if (heading == ENTRY_NONE)
        return;
    pager->strip = page_entry_strip(pager->page, heading);
    pager->row = 0;
    rows_leave_heading(pager);
    if (!rows_show(pager, entry))
        pager_select(pager, entry);
}

bool pager_to_band(Pager *pager, uint32_t band)
{
    size_t entry = first_of_band(pager, band);
    if (entry == ENTRY_NONE)
        return false;
    show_band(pager, band, entry);
    return true;
}

bool pager_step_band(Pager *pager, int direction)
{
    uint32_t band = pager_band(pager, pager->current);
    while (direction > 0 ? band + 1 < pager->sheet->bands : band > 0) {
        band = direction > 0 ? band + 1 : band - 1;
        if (pager_to_band(pager, band))
            return true;
    }
    return false;
}

bool pager_focus(Pager *pager, Side side)
{
    const Sheet *sheet = pager->sheet;
    if (pager->current == ENTRY_NONE)
        return false;
    uint32_t band = pager_band(pager, pager->current);
    size_t here = page_entry_strip(pager->page, pager->current), best = ENTRY_NONE, distance = SIZE_MAX;
    for (size_t i = 0; i < sheet->entry_count; i++) {
        const Entry *entry = sheet->entries + i;
        if (entry->side != side || !rows_can_be_current(entry) || pager_band(pager, i) != band)
            continue;
        size_t strip = page_entry_strip(pager->page, i);
        size_t away = strip > here ? strip - here : here - strip;
        if (away < distance) {
            distance = away;
            best = i;
        }
    }
    if (best == ENTRY_NONE)
        return false;
    pager_select(pager, best);
    return true;
}
