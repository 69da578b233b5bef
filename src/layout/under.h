// SPDX-License-Identifier: MIT
// What stands under one another in a band: texts behind their labels, the cells of rows.
#ifndef DIPTYCH_LAYOUT_UNDER_H
#define DIPTYCH_LAYOUT_UNDER_H

#include "diptych/page.h"

// Columns in front of headings, prose and lines: room for the '>' of the current one.
#define PAD_COLUMNS ((size_t)1)
// Columns between a label and its text, and between two cells.
#define APART_COLUMNS ((size_t)2)

// Where things stand in a band, in columns of an entry's field.
typedef struct Under {
    uint32_t band;
    bool known;
    size_t text;             // what is behind a label
    size_t cells[ROW_CELLS]; // the cells of rows
} Under;

// Fills it for the strip's band, unless it is filled for that.
void under_find(Under *under, const Sheet *sheet, const Strip *strip, const Measure *measure);

// True when the label has room in front of its text; a wider one has rows of its own.
bool under_has_room(const Under *under, Str label);

// Fills `cells` with those of an ENTRY_ROW and returns how many there are.
size_t under_cells(const Entry *entry, Str cells[ROW_CELLS]);

#endif
