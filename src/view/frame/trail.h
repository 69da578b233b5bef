// SPDX-License-Identifier: MIT
// The places visited, with a way back and forward.
#ifndef DIPTYCH_VIEW_TRAIL_H
#define DIPTYCH_VIEW_TRAIL_H

#include "view/frame/view.h"

// In place of a topic: the first one of the record.
#define TOPIC_FIRST (NONE - 1)

// Where the reader is: enough to come back to it in this session.
typedef struct Place {
    View *view;
    uint32_t account; // of the views of one account
    Selector columns[2];
    Target subject; // of the view of one thing
    Spot spot;
} Place;

// As many places are remembered; the oldest are forgotten.
#define TRAIL_MAX ((size_t)1000)

// A zeroed one is empty.
typedef struct Trail {
    Place *places;
    size_t count, capacity;
    size_t at; // the place that the reader is at, once there is one
} Trail;

// The reader moves on from `from` (which is remembered as it is now) to `to`; what lay ahead is forgotten.
void trail_visit(Trail *trail, Place from, Place to);
// Back (-1) or forward (+1): remembers `from` and gives the place to go to. False: there is none.
bool trail_move(Trail *trail, int direction, Place from, Place *to);
// The place before this one. False: there is none.
bool trail_last(const Trail *trail, Place *place);
void trail_free(Trail *trail);

#endif
