// SPDX-License-Identifier: MIT
#include "text/leads.h"

#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "diptych/memory.h"
#include "text/changing.h"

typedef struct LeadList {
    Lead *items;
    size_t count, capacity;
} LeadList;

static void add_lead(LeadList *list, Lead lead)
{
    for (size_t i = 0; i < list->count; i++)
        if (memcmp(&list->items[i], &lead, sizeof lead) == 0)
            return;
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = lead;
}

static void add_point(LeadList *list, uint32_t point)
{
    uint8_t bytes[6];
    const int len = u8_uctomb(bytes, point, sizeof bytes);
    Lead lead = {.count = (uint8_t)(len < 3 ? len : 3)};
    memcpy(lead.bytes, bytes, lead.count);
    add_lead(list, lead);
}

// Characters that are shown by their codes are too many to be listed.
static void add_coded(LeadList *list)
{
    static const Lead coded[] = {
        {{0xC2}, 1}, {{0xE2, 0x80}, 2}, {{0xE2, 0x81}, 2}, {{0xEE}, 1}, {{0xEF}, 1},
        {{0xF0}, 1}, {{0xF1}, 1},       {{0xF2}, 1},       {{0xF3}, 1}, {{0xF4}, 1},
    };
    for (size_t i = 0; i < sizeof coded / sizeof *coded; i++)
        add_lead(list, coded[i]);
}

static LeadList list_all(const Needle *needle)
{
    LeadList list = {0};
    size_t count;
    const uint32_t *points = changing_points(&count);
    if (needle->keystone.point >= 0x80)
        add_point(&list, needle->keystone.point);
    if (needle->keystone.coded)
        add_coded(&list);
    for (size_t i = 0; i < count; i++) {
        const FoldEntry entry = fold_entry_once(needle->table, points[i]);
        if (keystone_minds(&needle->keystone, needle->table, &entry, points[i]))
            add_point(&list, points[i]);
    }
    return list;
}

static bool begins_alike(const Lead *a, const Lead *b, size_t count)
{
    return a->count >= count && b->count >= count && memcmp(a->bytes, b->bytes, count) == 0;
}

// Shortens those to `count` bytes that begin with the same, if more than one of them does; drops the others.
static void merge(LeadList *list, const Lead *like, size_t count)
{
    const Lead merged = {.bytes = {like->bytes[0], count > 1 ? like->bytes[1] : 0}, .count = (uint8_t)count};
    size_t kept = 0;
    bool there = false;
    for (size_t i = 0; i < list->count; i++) {
        const bool alike = begins_alike(&list->items[i], &merged, count);
        if (alike && there)
            continue;
        there = there || alike;
        list->items[kept++] = alike ? merged : list->items[i];
    }
    list->count = kept;
}

static size_t count_alike(const LeadList *list, const Lead *like, size_t count)
{
    size_t alike = 0;
    for (size_t i = 0; i < list->count; i++)
        alike += begins_alike(&list->items[i], like, count);
    return alike;
}

// True for leads that stand all over some texts: of Latin-1, Greek and Cyrillic, and of most of three bytes.
static bool is_common(uint8_t lead)
{
    return lead == 0xC2 || lead == 0xC3 || (lead >= 0xCE && lead <= 0xD1) || (lead >= 0xE2 && lead <= 0xEF);
}

// Shortens all of those to one byte or two that have them in common with another one, where that tells
// enough.
static void shorten(LeadList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const Lead like = list->items[i];
        if (!is_common(like.bytes[0]) && like.count > 1 && count_alike(list, &like, 1) > 1)
            merge(list, &like, 1);
        else if (like.count == 3 && count_alike(list, &like, 2) > 1)
            merge(list, &like, 2);
    }
}

// One whose lead most of the others have.
static Lead most_alike(const LeadList *list)
{
    size_t best = 0, most = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Lead *it = &list->items[i];
        const size_t alike = it->count == 1 ? 0 : count_alike(list, it, 1);
        if (alike > most) {
            most = alike;
            best = i;
        }
    }
    return list->items[best];
}

size_t leads_of(const Needle *needle, Lead leads[LEADS_MAX])
{
    LeadList list = list_all(needle);
    shorten(&list);
    while (list.count > LEADS_MAX) {
        const Lead like = most_alike(&list);
        merge(&list, &like, 1);
    }
    const size_t count = list.count;
    memcpy(leads, list.items, count * sizeof *leads);
    free(list.items);
    return count;
}
