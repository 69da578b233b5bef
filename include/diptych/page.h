// SPDX-License-Identifier: MIT
// A sheet laid out for a width: strips become rows of cells, wrapped when they first come near the screen.
#ifndef DIPTYCH_PAGE_H
#define DIPTYCH_PAGE_H

#include "diptych/sheet.h"
#include "diptych/skim.h"

// How a page is laid out. Two measures that are equal lay out alike.
typedef struct Measure {
    size_t columns;  // of the whole page, 20 and more
    size_t left;     // columns of the left column; 0: half
    bool stacked;    // the right side below the left one instead of beside it
    bool ascii;      // lines of '|' and '-'
    bool lens;       // names lens: the other side's name beside each name
} Measure;

typedef struct Page Page;

// Lays out `sheet`, which like the dossier must outlive the page. `skim` (may be null) tells links from later passages, `query` (may be
// null) what is highlighted; both may be changed later by page_set(). The caller frees it.
Page *page_new(Dossier *dossier, const Sheet *sheet, const Measure *measure);
void page_free(Page *page);
// Sets what is shown beside the text, and forgets what was wrapped when that changes the layout.
void page_set(Page *page, Skim *skim, Query *query);

// Rows of the strip, 1 and more. Wraps it when that has not been done.
size_t page_rows(Page *page, size_t strip);

// Where an entry begins within its strip, in rows, and how many rows it takes.
typedef struct RowRange {
    size_t first;
    size_t count;
} RowRange;
RowRange page_entry_rows(Page *page, size_t entry);
// The strip that holds the entry.
size_t page_entry_strip(const Page *page, size_t entry);

// Paints rows [from, from + count) of the strip into the grid at (row, column), inside the page's width. `current` is the
// index of the entry to be shown as the current one (SIZE_MAX: none): a '>' in its margin and bold number, not colour alone.
void page_paint(Page *page, size_t strip, size_t from, size_t count, Grid *grid, size_t row, size_t column,
                size_t current);

// The row of an entry at which byte `offset` of its text is shown, and the byte shown first in row `row` of it: so that
// a place survives a change of width. Both 0 for entries without text.
size_t page_row_of_offset(Page *page, size_t entry, size_t offset);
size_t page_offset_of_row(Page *page, size_t entry, size_t row);

#endif
