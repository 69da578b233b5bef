// SPDX-License-Identifier: MIT
// A sheet laid out for a width: strips become rows of cells, wrapped when they first come near the screen.
#ifndef DIPTYCH_PAGE_H
#define DIPTYCH_PAGE_H

#include "diptych/sheet.h"
#include "diptych/skim.h"

// How much is shown beside the words of a passage: always its number, its speaker where the column has
// several, and what kind of words they are where that is not what the record says of all.
typedef enum Apparatus {
    APPARATUS_SHORT, // marks that more is to be known, and the links that tie it to the other column
    APPARATUS_FULL,  // marks, what it does, all links in and out, via whom, its other topics
    APPARATUS_NONE,  // nothing else
    APPARATUS_COUNT
} Apparatus;

// How a page is laid out. Two measures that are equal lay out alike.
typedef struct Measure {
    size_t columns; // of the whole page, 20 to 500; others are clamped
    size_t left;    // columns of the left column; 0: half. Clamped so that both sides have 20
    bool stacked;   // no columns: the words of a strip one below the other, in the order of speaking
    bool ascii;     // lines of '|' and '-', quotes of '"'
    bool lens;      // names lens: the other side's name beside each name
    Apparatus apparatus;
    bool cited; // below each passage where it stands in which source
    bool plain; // no numbers of passages, and no links
} Measure;

// Columns of the page that a side takes. Whole: also of everything when stacked. Text over the whole width
// keeps to a width that is good to read.
typedef struct Field {
    size_t column; // the first
    size_t columns;
} Field;
// Where that side stands in a page of the measure.
Field measure_field(const Measure *measure, Side side);
// A sheet laid out at one width.
typedef struct Page Page;

// Lays out `sheet`, which like the dossier must outlive the page. Whole strips may be added to the sheet
// later; what stands in it must not change. What is wrapped is kept up to a limit. The caller frees it.
Page *page_new(Dossier *dossier, const Sheet *sheet, const Measure *measure);
void page_free(Page *page);
// Sets what is shown beside the text: `skim` (may be null) tells links from other rounds' passages, those of
// the same round are found without it; matches of `query` (may be null) are highlighted. Call it again when
// the skim has gone on: what was wrapped without the new links is then forgotten. Both must outlive the page
// or the next call.
void page_set(Page *page, Skim *skim, Query *query);

// Rows of the strip, 1 and more. Wraps it when that has not been done.
size_t page_rows(Page *page, size_t strip);

// Where an entry begins within its strip, in rows, and how many rows it takes, blank rows around it not
// counted.
typedef struct RowRange {
    size_t first;
    size_t count;
} RowRange;
// The rows of the entry within its strip.
RowRange page_entry_rows(Page *page, size_t entry);
// The strip that holds the entry.
size_t page_entry_strip(const Page *page, size_t entry);

// Paints rows [from, from + count) of the strip into the grid at (row, column), inside the page's width.
// `current` is the index of the entry to be shown as the current one (SIZE_MAX: none): a '>' in its margin,
// in the first row of it that is painted, and its number reversed.
void page_paint(Page *page, size_t strip, size_t from, size_t count, Grid *grid, size_t row, size_t column,
                size_t current);

// Adds what there is to know of the passage of an entry and a short apparatus does not show beside it, in one
// line of any length: its speaker where the page has named them further up, what it does, its other links and
// topics, its reasons and notes. Nothing for other entries.
void page_rest_add(Page *page, size_t entry, Buffer *out);

// Adds what an entry says: its text, or that of its passage, or the words around a hit about as they are
// painted; then, in lines of their own, its label and its aside.
void page_text_add(Page *page, size_t entry, Buffer *out);

// The row of an entry (0: its first) at which byte `offset` of its text is shown, and the byte shown first in
// row `row` of it: so that a place survives a change of width. Both 0 for entries without text.
size_t page_row_of_offset(Page *page, size_t entry, size_t offset);
size_t page_offset_of_row(Page *page, size_t entry, size_t row);

#endif
