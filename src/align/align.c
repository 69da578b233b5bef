// SPDX-License-Identifier: MIT
#include "diptych/align.h"

#include <stdlib.h>

#include "candidates.h"
#include "diptych/memory.h"
#include "exchanges.h"

// What the caller sees, and the memory behind it.
typedef struct Whole {
    Alignment alignment; // first: a pointer to it is a pointer to the whole
    Arena arena;
    Band *bands;
} Whole;

// Which band a topic has: in the order of first mention, procedure last.
typedef struct BandOrder {
    uint32_t *band_of; // by topic, and one more for procedure; NONE: none
    uint32_t *topics;  // by band
    size_t count;
} BandOrder;

static void order_init(BandOrder *order, const Placings *placings, size_t topic_count)
{
    *order = (BandOrder){mem_new(topic_count + 1, sizeof(uint32_t)),
                         mem_new(topic_count + 1, sizeof(uint32_t)), 0};
    bool procedure = false;
    for (size_t i = 0; i <= topic_count; i++)
        order->band_of[i] = NONE;
    for (size_t i = 0; i < placings->count; i++) {
        uint32_t topic = placings->items[i].topic;
        procedure = procedure || topic == topic_count;
        if (topic == topic_count || order->band_of[topic] != NONE)
            continue;
        order->band_of[topic] = (uint32_t)order->count;
        order->topics[order->count++] = topic;
    }
    if (!procedure)
        return;
    order->band_of[topic_count] = (uint32_t)order->count;
    order->topics[order->count++] = NONE;
}

static void order_free(BandOrder *order)
{
    free(order->band_of);
    free(order->topics);
}

// Sorts the places into bands and slots, by counting: `ends` holds, for each, where it ends in `ordinals`.
static void sort_placings(const Placings *placings, const BandOrder *order, uint32_t *ordinals, size_t *ends)
{
    for (size_t i = 0; i < placings->count; i++)
        ends[order->band_of[placings->items[i].topic] * SLOT_COUNT + placings->items[i].slot]++;
    size_t at = 0;
    for (size_t i = 0; i < order->count * SLOT_COUNT; i++) {
        size_t count = ends[i];
        ends[i] = at;
        at += count;
    }
    for (size_t i = 0; i < placings->count; i++) {
        const Placing *placing = &placings->items[i];
        ordinals[ends[order->band_of[placing->topic] * SLOT_COUNT + placing->slot]++] = placing->ordinal;
    }
}

static void fill_bands(Whole *whole, const Placings *placings, const BandOrder *order)
{
    uint32_t *ordinals = arena_new(&whole->arena, placings->count * sizeof *ordinals);
    size_t *ends = mem_new(order->count * SLOT_COUNT, sizeof *ends);
    sort_placings(placings, order, ordinals, ends);
    size_t from = 0;
    for (size_t i = 0; i < order->count; i++) {
        Band *band = &whole->bands[i];
        const size_t *end = ends + i * SLOT_COUNT;
        band->topic = order->topics[i];
        band->columns[0] = (BandColumn){ordinals + from, end[SLOT_LEFT] - from};
        band->columns[1] = (BandColumn){ordinals + end[SLOT_LEFT], end[SLOT_RIGHT] - end[SLOT_LEFT]};
        band->asides = ordinals + end[SLOT_RIGHT];
        band->aside_count = end[SLOT_ASIDE] - end[SLOT_RIGHT];
        from = end[SLOT_ASIDE];
    }
    free(ends);
}

static void set_anchors(Whole *whole, const ColumnPair *columns)
{
    Linker linker;
    linker_init(&linker, columns);
    for (size_t i = 0; i < whole->alignment.band_count; i++) {
        Band *band = &whole->bands[i];
        linker_find(&linker, band);
        Anchor *anchors = mem_new(linker.count, sizeof *anchors);
        band->anchor_count = align_anchors(linker.found, linker.count, anchors);
        band->anchors = arena_copy(&whole->arena, anchors, band->anchor_count * sizeof *anchors);
        free(anchors);
    }
    linker_free(&linker);
}

static void set_exchanges(Whole *whole, const ColumnPair *columns)
{
    Runs runs;
    runs_init(&runs, columns);
    for (size_t i = 0; i < whole->alignment.band_count; i++) {
        Band *band = &whole->bands[i];
        size_t left = band->columns[0].count, right = band->columns[1].count;
        Anchor *exchanges = mem_new(left < right ? left : right, sizeof *exchanges);
        band->exchange_count = runs_exchanges(&runs, band, exchanges);
        band->exchanges = arena_copy(&whole->arena, exchanges, band->exchange_count * sizeof *exchanges);
        free(exchanges);
    }
    runs_free(&runs);
}

// Whether a band is of the topic or of one below it.
static bool is_raised(const BandOrder *order, const Dossier *dossier, uint32_t topic)
{
    for (size_t i = 0; i < order->count; i++)
        if (topic_within(dossier, order->topics[i], topic))
            return true;
    return false;
}

static void add_bands(Whole *whole, const ColumnPair *columns)
{
    Placings placings = {0};
    BandOrder order;
    placings_add(&placings, columns);
    order_init(&order, &placings, columns->dossier->topic_count);
    whole->bands = arena_new(&whole->arena, (order.count + columns->topic_count) * sizeof *whole->bands);
    whole->alignment.bands = whole->bands;
    whole->alignment.band_count = order.count;
    fill_bands(whole, &placings, &order);
    for (size_t i = 0; i < columns->topic_count; i++)
        if (!is_raised(&order, columns->dossier, columns->topics[i]))
            whole->bands[whole->alignment.band_count++].topic = columns->topics[i];
    order_free(&order);
    free(placings.items);
}

Alignment *align_columns(Dossier *dossier, const Selector *selectors, uint32_t account, uint32_t topic)
{
    return align_topics(dossier, selectors, account, &topic, topic != NONE);
}

Alignment *align_topics(Dossier *dossier, const Selector *selectors, uint32_t account, const uint32_t *topics,
                        size_t count)
{
    Whole *whole = mem_new(1, sizeof *whole);
    ColumnPair columns = {.dossier = dossier, .topics = topics, .topic_count = count};
    for (int side = 0; side < 2; side++) {
        uint32_t here = selectors[side].account != NONE ? selectors[side].account : account;
        whole->alignment.accounts[side] = here;
        whole->alignment.parties[side] = columns.parties[side] = selectors[side].party;
        columns.speech[side] = dossier_speech(dossier, here);
    }
    add_bands(whole, &columns);
    set_anchors(whole, &columns);
    set_exchanges(whole, &columns);
    return &whole->alignment;
}

void align_free(Alignment *alignment)
{
    if (!alignment)
        return;
    Whole *whole = (Whole *)alignment;
    Arena arena = whole->arena;
    arena_free(&arena);
    free(whole);
}
