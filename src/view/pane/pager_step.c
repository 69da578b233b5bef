// SPDX-License-Identifier: MIT
// Moves from entry to entry, band to band, side to side.
#include "view/pane/rows.h"

bool pager_step(Pager *pager, int direction, size_t count, bool any_side)
{
    const Sheet *sheet = pager->sheet;
    size_t entry = pager->current, reached = entry, steps = 0;
    if (entry == ENTRY_NONE)
        return false;
    while (steps < count && (direction > 0 ? ++entry < sheet->entry_count : entry-- > 0)) {
        const Entry *e = sheet->entries + entry;
        if (!rows_can_be_current(e) || !(any_side || e->side == SIDE_WHOLE || e->side == pager->side))
            continue;
        reached = entry;
        steps++;
    }
    if (steps)
        pager_select(pager, reached);
    return steps == count;
}

// The first entry of the band that can be current: on the pager's side, or on any.
static size_t first_of_band(const Pager *pager, uint32_t band, bool any_side)
{
    const Sheet *sheet = pager->sheet;
    for (size_t strip = rows_of_band(sheet, band);
         strip < sheet->strip_count && sheet->strips[strip].band == band; strip++) {
        const Strip *s = sheet->strips + strip;
        for (size_t i = s->first; i < s->first + rows_entries(s); i++)
            if (rows_can_be_current(sheet->entries + i) &&
                (any_side || sheet->entries[i].side == pager->side))
                return i;
    }
    return ENTRY_NONE;
}

// The band's heading is shown and what stands below it, so that the earliest of all sides is in sight. The
// pager's side keeps the cursor when its first entry is in sight, too.
bool pager_to_band(Pager *pager, uint32_t band)
{
    size_t heading = pager_heading(pager, band), entry = first_of_band(pager, band, true);
    if (entry == ENTRY_NONE)
        return false;
    if (heading != ENTRY_NONE) {
        pager->strip = page_entry_strip(pager->page, heading);
        pager->row = 0;
        rows_leave_heading(pager);
    }
    size_t own = first_of_band(pager, band, false);
    if (own != ENTRY_NONE && (heading == ENTRY_NONE || rows_show(pager, own)))
        entry = own;
    if (heading != ENTRY_NONE && rows_show(pager, entry)) {
        pager->current = entry;
        rows_adopt_side(pager);
    } else {
        pager_select(pager, entry);
    }
    return true;
}

bool pager_step_band(Pager *pager, int direction, size_t count)
{
    uint32_t band = pager_band(pager, pager->current), reached = band;
    size_t steps = 0;
    while (steps < count && (direction > 0 ? band + 1 < pager->sheet->bands : band > 0)) {
        band = direction > 0 ? band + 1 : band - 1;
        if (first_of_band(pager, band, true) == ENTRY_NONE)
            continue;
        reached = band;
        steps++;
    }
    if (steps)
        pager_to_band(pager, reached);
    return steps == count;
}

// An entry of that side in the strip that can be current, or ENTRY_NONE.
static size_t entry_on_side(const Sheet *sheet, size_t strip, Side side)
{
    const Strip *s = sheet->strips + strip;
    for (size_t i = s->first; i < s->first + rows_entries(s); i++)
        if (sheet->entries[i].side == side && rows_can_be_current(sheet->entries + i))
            return i;
    return ENTRY_NONE;
}

bool pager_focus(Pager *pager, Side side, bool any_band)
{
    const Sheet *sheet = pager->sheet;
    if (pager->current == ENTRY_NONE)
        return false;
    uint32_t band = pager_band(pager, pager->current);
    size_t here = page_entry_strip(pager->page, pager->current);
    size_t from = any_band ? 0 : rows_of_band(sheet, band);
    size_t to = any_band ? sheet->strip_count : rows_of_band(sheet, band + 1);
    for (size_t away = 0; away <= here - from || away < to - here; away++) {
        size_t entry = away <= here - from ? entry_on_side(sheet, here - away, side) : ENTRY_NONE;
        if (entry == ENTRY_NONE && away < to - here)
            entry = entry_on_side(sheet, here + away, side);
        if (entry == ENTRY_NONE)
            continue;
        pager_select(pager, entry);
        return true;
    }
    return false;
}
