// SPDX-License-Identifier: MIT
// The places visited, with a way back and forward, and which of them views were opened from.
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

// A place that was visited.
typedef struct Stop {
    Place place;
    size_t below; // index + 1 of the stop from which its view, or card, was opened; 0: from none
} Stop;

// A zeroed one is empty.
typedef struct Trail {
    Stop *stops;
    size_t count, capacity;
    size_t at; // the place that the reader is at, once there is one
} Trail;

// How a view or card is gone to.
typedef enum TrailWay {
    TRAIL_OPEN,  // from here: closing it comes back
    TRAIL_AGAIN, // as it was left: where it is open, what was opened since is closed
    TRAIL_BESIDE // in place of this one: closing it goes where closing this one does
} TrailWay;

// The reader moves on from `from` (which is remembered as it is now) to `to`; what lay ahead is forgotten.
void trail_visit(Trail *trail, Place from, Place to, TrailWay way);
// Back (-1) or forward (+1): remembers `from` and gives the place to go to. False: there is none.
bool trail_move(Trail *trail, int direction, Place from, Place *to);
// Closes the view or card of `from`, which is remembered, and gives the place that it was opened from. False:
// there is none.
bool trail_close(Trail *trail, Place from, Place *to);
// The place before this one. False: there is none.
bool trail_last(const Trail *trail, Place *place);
void trail_free(Trail *trail);

#endif
