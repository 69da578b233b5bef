// SPDX-License-Identifier: MIT
#include "layout/under.h"

#include "diptych/cluster.h"
#include "layout/inside.h"

// So many strips of a band are looked at; what stands further down is wide as these are.
#define LOOKED_MAX 256

// The widest of what has room, in columns.
typedef struct Widest {
    size_t label;
    size_t cells[ROW_CELLS];
} Widest;

static void widen(size_t *widest, Str text, size_t limit)
{
    size_t columns = cluster_fit(text, limit) == text.len ? cluster_columns(text) : 0;
    if (*widest < columns)
        *widest = columns;
}

static void look_at(Widest *widest, const Entry *entry, size_t columns)
{
    Str cells[ROW_CELLS];
    if (entry->kind == ENTRY_TEXT)
        widen(&widest->label, entry->label, columns / 4);
    if (entry->kind == ENTRY_HIT)
        widen(&widest->label, str_slice(entry->label, 0, cluster_fit(entry->label, columns / 2)), columns);
    size_t count = entry->kind == ENTRY_ROW ? under_cells(entry, cells) : 0;
    for (size_t i = 0; i < count; i++)
        widen(&widest->cells[i], cells[i], count == 2 ? columns / 2 : columns * 2 / 5);
}

static size_t first_strip(const Sheet *sheet, uint32_t band)
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

void under_find(Under *under, const Sheet *sheet, const Strip *strip, const Measure *measure)
{
    if (under->known && under->band == strip->band)
        return;
    Widest widest = {0, {0}};
    size_t columns = measure_field(measure, SIDE_WHOLE).columns, first = first_strip(sheet, strip->band);
    for (size_t i = first; i < sheet->strip_count && i < first + LOOKED_MAX; i++)
        if (sheet->strips[i].whole && sheet->strips[i].band == strip->band)
            look_at(&widest, &sheet->entries[sheet->strips[i].first], columns);
    size_t least = measure_label_columns(measure), text = PAD_COLUMNS + widest.label + APART_COLUMNS;
    *under = (Under){.band = strip->band, .known = true, .text = text > least ? text : least};
    for (size_t i = 0, at = PAD_COLUMNS; i < ROW_CELLS; i++) {
        under->cells[i] = at;
        at += widest.cells[i] ? widest.cells[i] + APART_COLUMNS : 0;
    }
}

bool under_has_room(const Under *under, Str label)
{
    return PAD_COLUMNS + cluster_columns(label) + APART_COLUMNS <= under->text;
}

size_t under_cells(const Entry *entry, Str cells[ROW_CELLS])
{
    size_t count = 0;
    Str rest = entry->text;
    while (count < ROW_CELLS && str_next(&rest, "\n", &cells[count]))
        count++;
    return count;
}
