// SPDX-License-Identifier: MIT
// A pane without a reader, for tests: what it holds is made up, and it is painted on a grid.
#ifndef DIPTYCH_FRAMED_H
#define DIPTYCH_FRAMED_H

#include "view/pane/pane.h"

// What the test at hand looks at; one at a time.
extern Pane *pane;
extern Grid *grid; // a row more than the pane scrolls

// Narrow, usual and wide, in columns.
extern const size_t widths[];
#define WIDTHS ((size_t)3)

// The topic of that index.
Target topic(size_t index);

// Opens the content, which goes over to the pane, at 20 rows and so many columns.
void open_pane(const PaneType *type, void *content, size_t columns);
void resize_pane(size_t columns);
void close_pane(void);

// Paints the pane on the emptied grid.
void paint(void);
// A row of the grid as it was painted last; the caller frees it.
char *row_text(size_t row);

#endif
