// SPDX-License-Identifier: MIT
// A sheet on the screen: where it is scrolled to, which entry is the current one.
#ifndef DIPTYCH_VIEW_PAGER_H
#define DIPTYCH_VIEW_PAGER_H

#include "view/pane/pane.h"

// No entry.
#define ENTRY_NONE SIZE_MAX

// The first row of the screen is the heading of the band at the top; the rows below it scroll. A strip that
// is a heading is therefore never the topmost one.
typedef struct Pager {
    Pane pane;
    Sheet *sheet;   // owned
    Page *page;     // owned
    size_t strip;   // the topmost strip
    size_t row;     // its topmost row
    size_t current; // the current entry, or ENTRY_NONE when the sheet has none that can be
    Side side;      // the side that moves keep to
    size_t height;  // rows below the heading
} Pager;

// Takes the sheet over, lays it out for the pane's setting and begins at its first entry.
void pager_open(Pager *pager, Sheet *sheet);
void pager_close(Pager *pager);

// Lays out anew for the pane's setting; the place stays: the same byte of the same entry on the same row.
void pager_measure(Pager *pager);

// Scrolls by rows, down when positive. The last row stops at the foot of the screen. The current entry
// follows when it leaves the screen. False: nothing moved.
bool pager_scroll(Pager *pager, long rows);
// Moves the last row down to the foot of the screen when it is further up, as far as there is text above.
void pager_fill(Pager *pager);
// What is current becomes the first entry on the screen that can be, unless it is there.
void pager_follow(Pager *pager);
// True when the last row is on the screen.
bool pager_shows_end(const Pager *pager);
void pager_to_start(Pager *pager);
void pager_to_end(Pager *pager);

// Goes `count` entries on (+1) or back (-1), of those that can be current, on the pager's side or on any; as
// far as there are so many. False: there are not.
bool pager_step(Pager *pager, int direction, size_t count, bool any_side);
// The same by bands, as pager_to_band() goes to one.
bool pager_step_band(Pager *pager, int direction, size_t count);
// To the band, with its heading on top; to its first entry, on the pager's side when that is in sight. False:
// it has none.
bool pager_to_band(Pager *pager, uint32_t band);
// To the entry of that side next to the current one, in this band or in any. False: there is none.
bool pager_focus(Pager *pager, Side side, bool any_band);

// Makes the entry current, with byte `offset` of its text on row `row` of the screen where that is possible.
void pager_place(Pager *pager, size_t entry, size_t offset, size_t row);
// Puts the current entry on the screen with up to `above` rows of what stands before it: whole when it is not
// too long for that, else from its first row when byte `offset` of its text is then in sight, else from
// `above` rows over that byte.
void pager_show(Pager *pager, size_t offset, size_t above);
// The same for any entry, which becomes current if it can be.
void pager_reveal(Pager *pager, size_t entry, size_t offset, size_t above);
// Makes the entry current and scrolls only as far as it takes to show it.
void pager_select(Pager *pager, size_t entry);
// The byte of the current entry's text that is topmost on the screen, and the entry's row there.
size_t pager_offset(const Pager *pager);
size_t pager_row(const Pager *pager);

// What the current entry is about; TARGET_NONE: there is none.
Target pager_target(const Pager *pager);
// The entry with that target, in the band of `band` when it stands there, else the first; ENTRY_NONE.
size_t pager_find(const Pager *pager, Target target, uint32_t band);
// The band of an entry; of the topmost strip for ENTRY_NONE.
uint32_t pager_band(const Pager *pager, size_t entry);
// The heading entry that the band begins with, or ENTRY_NONE.
size_t pager_heading(const Pager *pager, uint32_t band);
// The topic that the band is about, by its heading or title; NONE.
uint32_t pager_topic(const Pager *pager, uint32_t band);

// See PaneType.
void pager_paint(const Pager *pager, Grid *grid, size_t row, size_t column, bool quiet);

#endif
