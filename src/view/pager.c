// SPDX-License-Identifier: MIT
#include "pager.h"

static bool is_heading(const Sheet *sheet, size_t strip)
{
    const Strip *s = sheet->strips + strip;
    return s->whole && sheet->entries[s->first].kind == ENTRY_HEADING;
}

static bool can_be_current(const Entry *entry)
{
    return entry->target.kind != TARGET_NONE && entry->kind != ENTRY_HEADING;
}

bool target_equal(Target a, Target b)
{
    return a.kind == b.kind && a.index == b.index && a.ordinal == b.ordinal;
}

bool pager_is_open(const Pager *pager)
{
    return pager->page != NULL;
}

// Moves the top off a heading strip, forward, or backward when there is nothing behind it.
static void leave_heading(Pager *pager)
{
    const Sheet *sheet = pager->sheet;
    while (pager->strip + 1 < sheet->strip_count && is_heading(sheet, pager->strip)) {
        pager->strip++;
        pager->row = 0;
    }
}

static size_t first_entry(const Pager *pager)
{
    for (size_t i = 0; i < pager->sheet->entry_count; i++)
        if (can_be_current(pager->sheet->entries + i))
            return i;
    return ENTRY_NONE;
}

static void adopt_side(Pager *pager)
{
    if (pager->current != ENTRY_NONE && pager->sheet->entries[pager->current].side != SIDE_WHOLE)
        pager->side = pager->sheet->entries[pager->current].side;
}

void pager_open(Pager *pager, Dossier *dossier, Sheet *sheet, const Measure *measure)
{
    size_t height = pager->height;
    pager_close(pager);
    pager->sheet = sheet;
    pager->page = page_new(dossier, sheet, measure);
    pager->measure = *measure;
    pager->height = height ? height : 1;
    pager_to_start(pager);
}

void pager_close(Pager *pager)
{
    if (pager->page)
        page_free(pager->page);
    if (pager->sheet)
        sheet_free(pager->sheet);
    *pager = (Pager){.current = ENTRY_NONE};
}

void pager_measure(Pager *pager, Dossier *dossier, const Measure *measure, size_t height)
{
    size_t offset = pager_offset(pager), row = pager_row(pager);
    page_free(pager->page);
    pager->page = page_new(dossier, pager->sheet, measure);
    pager->measure = *measure;
    pager->height = height ? height : 1;
    if (pager->current == ENTRY_NONE)
        pager->row = 0;
    else
        pager_place(pager, pager->current, offset, row < pager->height ? row : 0);
}

// One row down. False at the end of the sheet.
static bool step_down(const Pager *pager, size_t *strip, size_t *row)
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

static bool step_up(const Pager *pager, size_t *strip, size_t *row)
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

// Rows from the top of the screen to (strip, row), at most `limit`; `limit` when it is above the top or
// further down.
static size_t rows_to(const Pager *pager, size_t strip, size_t row, size_t limit)
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

static void entry_span(const Pager *pager, size_t entry, size_t *strip, RowRange *rows)
{
    *strip = page_entry_strip(pager->page, entry);
    *rows = page_entry_rows(pager->page, entry);
}

static bool is_on_screen(const Pager *pager, size_t entry)
{
    size_t strip;
    RowRange rows;
    entry_span(pager, entry, &strip, &rows);
    size_t last = rows.first + (rows.count ? rows.count - 1 : 0);
    if (strip < pager->strip || (strip == pager->strip && last < pager->row))
        return false;
    if (strip == pager->strip && rows.first <= pager->row)
        return true;
    return rows_to(pager, strip, rows.first, pager->height) < pager->height;
}

// The first entry on the screen that can be current, on the pager's side when there is one.
static size_t visible_entry(const Pager *pager)
{
    const Sheet *sheet = pager->sheet;
    size_t other = ENTRY_NONE;
    for (size_t strip = pager->strip; strip < sheet->strip_count; strip++) {
        const Strip *s = sheet->strips + strip;
        for (size_t i = s->first; i < s->first + s->left + s->right + s->whole; i++) {
            if (!can_be_current(sheet->entries + i) || !is_on_screen(pager, i))
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

static void follow_screen(Pager *pager)
{
    if (pager->current != ENTRY_NONE && is_on_screen(pager, pager->current))
        return;
    size_t entry = visible_entry(pager);
    if (entry != ENTRY_NONE)
        pager->current = entry;
}

// True when the last row of the sheet is on the screen.
static bool shows_end(const Pager *pager)
{
    size_t strip = pager->sheet->strip_count - 1;
    return rows_to(pager, strip, page_rows(pager->page, strip) - 1, pager->height) < pager->height;
}

static bool scroll_down(Pager *pager)
{
    size_t strip = pager->strip, row = pager->row;
    if (shows_end(pager) || !step_down(pager, &strip, &row))
        return false;
    pager->strip = strip;
    pager->row = row;
    leave_heading(pager);
    return true;
}

static bool scroll_up(Pager *pager)
{
    size_t strip = pager->strip, row = pager->row;
    do {
        if (!step_up(pager, &strip, &row))
            return false;
    } while (is_heading(pager->sheet, strip));
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
        follow_screen(pager);
    return moved;
}

void pager_to_start(Pager *pager)
{
    pager->strip = 0;
    pager->row = 0;
    leave_heading(pager);
    pager->current = first_entry(pager);
    adopt_side(pager);
}

// Sets the top so that (strip, row) is on row `below` of the screen, as far as there is text above.
static void set_top(Pager *pager, size_t strip, size_t row, size_t below)
{
    pager->strip = strip;
    pager->row = row;
    while (below-- && step_up(pager, &strip, &row)) {
        pager->strip = strip;
        pager->row = row;
    }
    leave_heading(pager);
}

void pager_to_end(Pager *pager)
{
    size_t last = pager->sheet->strip_count;
    if (!last)
        return;
    set_top(pager, last - 1, page_rows(pager->page, last - 1) - 1, pager->height - 1);
    for (size_t i = pager->sheet->entry_count; i-- > 0;) {
        if (can_be_current(pager->sheet->entries + i)) {
            pager->current = i;
            adopt_side(pager);
            break;
        }
    }
}

void pager_place(Pager *pager, size_t entry, size_t offset, size_t row)
{
    size_t strip;
    RowRange rows;
    entry_span(pager, entry, &strip, &rows);
    pager->current = entry;
    adopt_side(pager);
    set_top(pager, strip, rows.first + page_row_of_offset(pager->page, entry, offset), row);
}

void pager_select(Pager *pager, size_t entry)
{
    size_t strip;
    RowRange rows;
    entry_span(pager, entry, &strip, &rows);
    pager->current = entry;
    adopt_side(pager);
    size_t first = rows_to(pager, strip, rows.first, pager->height);
    if (first + rows.count <= pager->height)
        return;
    bool above = strip < pager->strip || (strip == pager->strip && rows.first < pager->row);
    if (above || rows.count >= pager->height)
        set_top(pager, strip, rows.first, 0);
    else
        set_top(pager, strip, rows.first, pager->height - rows.count);
}

bool pager_step(Pager *pager, int direction, bool any_side)
{
    const Sheet *sheet = pager->sheet;
    size_t entry = pager->current;
    if (entry == ENTRY_NONE)
        return false;
    while (direction > 0 ? ++entry < sheet->entry_count : entry-- > 0) {
        const Entry *e = sheet->entries + entry;
        if (!can_be_current(e) || !(any_side || e->side == SIDE_WHOLE || e->side == pager->side))
            continue;
        pager_select(pager, entry);
        return true;
    }
    return false;
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
    for (size_t strip = 0; strip < sheet->strip_count; strip++)
        if (sheet->strips[strip].band == band && is_heading(sheet, strip))
            return sheet->strips[strip].first;
    return ENTRY_NONE;
}

// The first entry of the band that can be current, preferably of the pager's side.
static size_t first_of_band(const Pager *pager, uint32_t band)
{
    const Sheet *sheet = pager->sheet;
    size_t other = ENTRY_NONE;
    for (size_t strip = 0; strip < sheet->strip_count && sheet->strips[strip].band <= band; strip++) {
        const Strip *s = sheet->strips + strip;
        for (size_t i = s->first; s->band == band && i < s->first + s->left + s->right + s->whole; i++) {
            if (!can_be_current(sheet->entries + i))
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
    leave_heading(pager);
    if (!is_on_screen(pager, entry))
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
        if (entry->side != side || !can_be_current(entry) || pager_band(pager, i) != band)
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

size_t pager_row(const Pager *pager)
{
    if (pager->current == ENTRY_NONE)
        return 0;
    size_t strip;
    RowRange rows;
    entry_span(pager, pager->current, &strip, &rows);
    size_t below = rows_to(pager, strip, rows.first, pager->height);
    return below < pager->height ? below : 0;
}

size_t pager_offset(const Pager *pager)
{
    if (pager->current == ENTRY_NONE)
        return 0;
    size_t strip;
    RowRange rows;
    entry_span(pager, pager->current, &strip, &rows);
    if (strip != pager->strip || rows.first >= pager->row)
        return 0;
    return page_offset_of_row(pager->page, pager->current, pager->row - rows.first);
}

size_t pager_find(const Pager *pager, Target target, uint32_t band)
{
    size_t first = ENTRY_NONE;
    for (size_t i = 0; i < pager->sheet->entry_count; i++) {
        const Entry *entry = pager->sheet->entries + i;
        if (!can_be_current(entry) || !target_equal(entry->target, target))
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
    size_t heading = pager_heading(pager, pager_band(pager, ENTRY_NONE));
    if (heading == ENTRY_NONE)
        return;
    size_t strip = page_entry_strip(pager->page, heading);
    page_paint(pager->page, strip, page_entry_rows(pager->page, heading).first, 1, grid, row, column,
               ENTRY_NONE);
}

void pager_paint(const Pager *pager, Grid *grid, size_t row, size_t column)
{
    const Sheet *sheet = pager->sheet;
    if (!sheet->strip_count)
        return;
    paint_heading(pager, grid, row, column);
    size_t from = pager->row, done = 0;
    for (size_t strip = pager->strip; strip < sheet->strip_count && done < pager->height; strip++) {
        size_t count = page_rows(pager->page, strip) - from;
        if (count > pager->height - done)
            count = pager->height - done;
        page_paint(pager->page, strip, from, count, grid, row + 1 + done, column, pager->current);
        done += count;
        from = 0;
    }
    if (pager->current != ENTRY_NONE) {
        const Entry *entry = sheet->entries + pager->current;
        grid->cursor_row = row + 1 + pager_row(pager);
        grid->cursor_column = column + measure_field(&pager->measure, entry->side).column;
    }
}
