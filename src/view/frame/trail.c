// SPDX-License-Identifier: MIT
#include "view/frame/trail.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

static void put(Trail *trail, size_t at, Place place)
{
    trail->places = mem_grow(trail->places, &trail->capacity, at + 1, sizeof *trail->places);
    trail->places[at] = place;
    if (trail->count <= at)
        trail->count = at + 1;
}

// Makes room for one more by leaving the oldest out.
static void forget_oldest(Trail *trail)
{
    memmove(trail->places, trail->places + 1, (trail->count - 1) * sizeof *trail->places);
    trail->count--;
    trail->at--;
}

void trail_visit(Trail *trail, Place from, Place to)
{
    put(trail, trail->at, from);
    if (trail->at + 1 >= TRAIL_MAX)
        forget_oldest(trail);
    put(trail, ++trail->at, to);
    trail->count = trail->at + 1;
}

bool trail_move(Trail *trail, int direction, Place from, Place *to)
{
    if (direction < 0 ? trail->at == 0 : trail->at + 1 >= trail->count)
        return false;
    put(trail, trail->at, from);
    trail->at = direction < 0 ? trail->at - 1 : trail->at + 1;
    *to = trail->places[trail->at];
    return true;
}

bool trail_last(const Trail *trail, Place *place)
{
    if (trail->at == 0)
        return false;
    *place = trail->places[trail->at - 1];
    return true;
}

void trail_free(Trail *trail)
{
    free(trail->places);
    *trail = (Trail){0};
}
