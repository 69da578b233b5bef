// SPDX-License-Identifier: MIT
// Searching what is shown, in views that are no record's words: help, cards, lists.
#include <stdlib.h>

#include "diptych/memory.h"
#include "view/frame/inside.h"

// Rows of what stands before it above a place that was found.
#define ROWS_ABOVE 3

// The items of the pane that have what is looked for.
typedef struct Places {
    size_t *items;
    size_t *offsets; // bytes of the text of each
    size_t count, capacity, offset_capacity;
} Places;

bool scanning_is_meant(const Reader *reader)
{
    return !reader->view->type->is_base && !reader->view->type->has_words;
}

bool scanning_is_on(const Reader *reader)
{
    return reader->scanning.query && reader->scanning.view == reader->view;
}

void scanning_close(Reader *reader)
{
    query_free(reader->scanning.query);
    reader->scanning = (Scanning){0};
}

static Places find_places(Reader *reader)
{
    const Pane *pane = reader_pane(reader);
    size_t items = pane_items(pane);
    Places places = {0};
    Buffer text = {0};
    for (size_t item = 0; item < items; item++) {
        Match match;
        buffer_clear(&text);
        pane->type->item_add(pane, item, &text);
        if (!query_match(reader->scanning.query, buffer_str(&text), 0, &match))
            continue;
        places.items = mem_grow(places.items, &places.capacity, places.count + 1, sizeof *places.items);
        places.offsets =
            mem_grow(places.offsets, &places.offset_capacity, places.count + 1, sizeof *places.offsets);
        places.items[places.count] = item;
        places.offsets[places.count++] = match.from;
    }
    buffer_free(&text);
    return places;
}

// The item that the reader is at: the one that was found last, unless it has been left since.
static size_t item_here(Reader *reader)
{
    const Pane *pane = reader_pane(reader);
    size_t shown = pane_items(pane) ? pane->type->item(pane) : 0;
    return reader->scanning.on && shown == reader->scanning.shown ? reader->scanning.item : shown;
}

static void go_to(Reader *reader, const Places *places, size_t at, int turn)
{
    Pane *pane = reader_pane(reader);
    pane->type->to_item(pane, places->items[at], places->offsets[at], ROWS_ABOVE);
    reader->scanning.item = places->items[at];
    reader->scanning.shown = pane->type->item(pane);
    reader->scanning.on = true;
    reader_say(reader, "%zu/%zu on this page%s   n next", at + 1, places->count,
               turn > 0   ? ", from the first again"
               : turn < 0 ? ", from the last again"
                          : "");
}

// The index of the first place at or behind the item; the count: none.
static size_t place_from(const Places *places, size_t item)
{
    size_t at = 0;
    while (at < places->count && places->items[at] < item)
        at++;
    return at;
}

static void places_free(Places *places)
{
    free(places->items);
    free(places->offsets);
}

bool scanning_start(Reader *reader, Str text, bool regex)
{
    Error error;
    Query *query = query_new(reader->dossier, text, regex, reader->look.lens, &error);
    if (!query || terms_any(query_terms(query))) {
        query_free(query);
        return false;
    }
    scanning_close(reader);
    reader->scanning = (Scanning){.query = query, .view = reader->view};
    Places places = find_places(reader);
    size_t at = place_from(&places, item_here(reader));
    if (!places.count)
        reader_say(reader, "not on this page; // searches the records");
    else
        go_to(reader, &places, at < places.count ? at : 0, at == places.count);
    places_free(&places);
    return true;
}

void scanning_step(Reader *reader, int direction, uint32_t count)
{
    Places places = find_places(reader);
    if (!places.count) {
        reader_say(reader, "not on this page; // searches the records");
        return;
    }
    size_t here = item_here(reader), next = place_from(&places, here);
    bool found = next < places.count && places.items[next] == here;
    // The place before the one that a step forward would go to, so that the count is the same both ways.
    size_t from = direction > 0 && !found ? next + places.count - 1 : next;
    size_t steps = count % places.count;
    size_t to = (direction > 0 ? from + steps : from + places.count - steps) % places.count;
    bool round = steps && (direction > 0 ? places.items[to] <= here : places.items[to] >= here);
    go_to(reader, &places, to, round ? direction : 0);
    places_free(&places);
}
