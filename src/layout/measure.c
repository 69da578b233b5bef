// SPDX-License-Identifier: MIT
// How the columns of a page are divided, and what an entry of it is about.
#include "layout/inside.h"

#define PAGE_COLUMNS_MIN 20
// A side with fewer is no more to be read; a page too narrow for two such has two halves.
#define SIDE_COLUMNS_MIN 20
// Columns of a level.
#define INDENT_COLUMNS 2
// Lines longer than this are hard to read.
#define READING_COLUMNS 100

static size_t page_columns(const Measure *measure)
{
    if (measure->columns < PAGE_COLUMNS_MIN)
        return PAGE_COLUMNS_MIN;
    return measure->columns < GRID_COLUMNS_MAX ? measure->columns : GRID_COLUMNS_MAX;
}

Field measure_field(const Measure *measure, Side side)
{
    size_t columns = page_columns(measure), both = columns - GUTTER_COLUMNS;
    if (measure->stacked || side == SIDE_WHOLE)
        return (Field){0, columns};
    size_t left = measure->left ? measure->left : both / 2;
    size_t least = both < 2 * SIDE_COLUMNS_MIN ? both / 2 : SIDE_COLUMNS_MIN;
    if (left < least)
        left = least;
    if (left > both - least)
        left = both - least;
    return side == SIDE_LEFT ? (Field){0, left} : (Field){left + GUTTER_COLUMNS, both - left};
}

size_t measure_label_columns(const Measure *measure)
{
    size_t columns = page_columns(measure);
    return columns >= 64 ? 18 : columns >= 40 ? 12 : 4;
}

// However deep it stands, an entry keeps two thirds of its columns.
static size_t indent_of(const Entry *entry, size_t columns)
{
    size_t most = columns / 3 / INDENT_COLUMNS;
    return (entry->indent < most ? entry->indent : most) * INDENT_COLUMNS;
}

Field page_entry_field(const Page *page, const Entry *entry)
{
    Field field = measure_field(&page->measure, entry->side);
    bool whole = page->measure.stacked || entry->side == SIDE_WHOLE;
    bool line = entry->kind == ENTRY_HEADING || entry->kind == ENTRY_TITLE || entry->kind == ENTRY_HIT ||
                entry->kind == ENTRY_ROW;
    if (whole && !line && field.columns > READING_COLUMNS)
        field.columns = READING_COLUMNS;
    size_t indent = indent_of(entry, field.columns);
    return (Field){field.column + indent, field.columns - indent};
}

const Passage *page_passage(Page *page, const Entry *entry, const Speech **speech)
{
    if (entry->target.index >= page->dossier->account_count)
        return NULL;
    *speech = dossier_speech(page->dossier, entry->target.index);
    return speech_passage(*speech, entry->target.ordinal);
}
