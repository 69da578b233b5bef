// SPDX-License-Identifier: MIT
// What panes do that are strips on the screen (see PaneType): each begins with a Pager.
#ifndef DIPTYCH_VIEW_STRIPS_H
#define DIPTYCH_VIEW_STRIPS_H

#include "view/pane/pager.h"

// Each is what the function of PaneType is that has its name.
void strips_measure(Pane *pane);
bool strips_scroll(Pane *pane, long rows);
void strips_to_end(Pane *pane, int direction);
bool strips_step(Pane *pane, int direction, size_t count, bool any_side);
bool strips_step_band(Pane *pane, int direction, size_t count);
bool strips_focus(Pane *pane, Side side, bool any_band);
Target strips_target(const Pane *pane);
uint32_t strips_bands(const Pane *pane);
uint32_t strips_band(const Pane *pane);
uint32_t strips_topic(const Pane *pane, uint32_t band);
Spot strips_spot(const Pane *pane);
bool strips_place(Pane *pane, const Spot *spot);
bool strips_to_band(Pane *pane, uint32_t band);
void strips_show(Pane *pane, size_t offset, size_t above);
size_t strips_items(const Pane *pane);
size_t strips_item(const Pane *pane);
void strips_item_add(const Pane *pane, size_t item, Buffer *out);
void strips_to_item(Pane *pane, size_t item, size_t offset, size_t above);
void strips_paint(const Pane *pane, Grid *grid, size_t row, size_t column, bool quiet);
void strips_print(const Pane *pane, uint32_t band, Buffer *out);

#endif
