// SPDX-License-Identifier: MIT
// Where the rows of a pager's strips are: counting up and down from the top of the screen.
#ifndef DIPTYCH_VIEW_ROWS_H
#define DIPTYCH_VIEW_ROWS_H

#include "view/pane/pager.h"

// Entries of the strip.
size_t rows_entries(const Strip *strip);
// The first strip of the band, or where it would be.
size_t rows_of_band(const Sheet *sheet, uint32_t band);
// What can be where.
bool rows_is_heading(const Sheet *sheet, size_t strip);
bool rows_can_be_current(const Entry *entry);

// One row down or up from row `*row` of strip `*strip`. False at the end or the beginning of the sheet.
bool rows_step_down(const Pager *pager, size_t *strip, size_t *row);
bool rows_step_up(const Pager *pager, size_t *strip, size_t *row);

// Rows from the top of the screen to (strip, row), at most `limit`; `limit` when it is above the top or
// further down.
size_t rows_to(const Pager *pager, size_t strip, size_t row, size_t limit);
// The strip that holds the entry, and the rows of it that the entry takes.
void rows_of_entry(const Pager *pager, size_t entry, size_t *strip, RowRange *rows);
// True when a row of the entry is on the screen.
bool rows_show(const Pager *pager, size_t entry);

// Moves the top so that (strip, row) is on row `below` of the screen, as far as there is text above.
void rows_set_top(Pager *pager, size_t strip, size_t row, size_t below);
// Moves the top forward off a heading, as far as something follows.
void rows_leave_heading(Pager *pager);
// The pager's side becomes that of the current entry.
void rows_adopt_side(Pager *pager);

#endif
