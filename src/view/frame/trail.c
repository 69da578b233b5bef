// SPDX-License-Identifier: MIT
#include "view/frame/trail.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

static void put(Trail *trail, size_t at, Place place)
{
    trail->stops = mem_grow(trail->stops, &trail->capacity, at + 1, sizeof *trail->stops);
    if (trail->count <= at) {
        trail->stops[at].below = 0;
        trail->count = at + 1;
    }
    trail->stops[at].place = place;
}

// What is closed as one: a view, and of the view of one thing the page of each.
static bool same_page(const Place *a, const Place *b)
{
    return a->view == b->view && (!a->view->type->of_subject || target_equal(a->subject, b->subject));
}

// Where closing the page that is gone to leads.
static size_t below_of(const Trail *trail, const Place *to, TrailWay way)
{
    const Stop *stops = trail->stops;
    if (way == TRAIL_BESIDE || same_page(&stops[trail->at].place, to))
        return stops[trail->at].below;
    for (size_t stop = stops[trail->at].below; way == TRAIL_AGAIN && stop; stop = stops[stop - 1].below)
        if (same_page(&stops[stop - 1].place, to))
            return stops[stop - 1].below;
    return trail->at + 1;
}

// Makes room for one more by leaving the oldest out. What was opened from it closes to the oldest that is
// left.
static void forget_oldest(Trail *trail)
{
    Stop *stops = trail->stops;
    memmove(stops, stops + 1, (trail->count - 1) * sizeof *stops);
    trail->count--;
    trail->at--;
    stops[0].below = 0;
    for (size_t i = 1; i < trail->count; i++)
        if (stops[i].below > 1)
            stops[i].below--;
}

void trail_visit(Trail *trail, Place from, Place to, TrailWay way)
{
    put(trail, trail->at, from);
    if (trail->at + 1 >= TRAIL_MAX)
        forget_oldest(trail);
    size_t below = below_of(trail, &to, way);
    put(trail, ++trail->at, to);
    trail->stops[trail->at].below = below;
    trail->count = trail->at + 1;
}

bool trail_move(Trail *trail, int direction, Place from, Place *to)
{
    if (direction < 0 ? trail->at == 0 : trail->at + 1 >= trail->count)
        return false;
    put(trail, trail->at, from);
    trail->at = direction < 0 ? trail->at - 1 : trail->at + 1;
    *to = trail->stops[trail->at].place;
    return true;
}

bool trail_close(Trail *trail, Place from, Place *to)
{
    if (trail->at >= trail->count || !trail->stops[trail->at].below)
        return false;
    put(trail, trail->at, from);
    trail->at = trail->stops[trail->at].below - 1;
    *to = trail->stops[trail->at].place;
    return true;
}

bool trail_last(const Trail *trail, Place *place)
{
    if (trail->at == 0)
        return false;
    *place = trail->stops[trail->at - 1].place;
    return true;
}

void trail_free(Trail *trail)
{
    free(trail->stops);
    *trail = (Trail){0};
}
