// SPDX-License-Identifier: MIT
// The places visited, with a way back and forward.
#ifndef DIPTYCH_VIEW_TRAIL_H
#define DIPTYCH_VIEW_TRAIL_H

#include "diptych/sheet.h"

typedef enum ViewKind { VIEW_COMPARE, VIEW_SPOKEN, VIEW_CARD, VIEW_RESULTS, VIEW_HELP, VIEW_COUNT } ViewKind;

// In place of a topic: the first one of the record.
#define TOPIC_FIRST (NONE - 1)

// Where the reader is: enough to come back to it in this session.
typedef struct Place {
    ViewKind view;
    uint32_t account; // of the compare and spoken views
    Selector columns[2];
    Target subject; // of the card
    Target target;  // the current entry's
    uint32_t topic; // of the band it stands in; NONE: procedure and other
    uint32_t band;  // the band itself, for views without topics
    size_t offset;  // bytes of its text above the screen
    size_t row;     // of the screen
} Place;

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
