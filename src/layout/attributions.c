// SPDX-License-Identifier: MIT
// What each side said in a round that the other had said, and what the record has of it.
#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/sheet.h"
#include "diptych/ties.h"

// A verdict on a passage: on what it says of one or more others.
typedef struct Attribution {
    uint32_t party; // of who says it; NONE: nobody known
    uint32_t ordinal;
    Verb verb;
} Attribution;

// A zeroed one is empty.
typedef struct Attributions {
    Attribution *items;
    size_t count, capacity;
} Attributions;

static int compare(const void *a, const void *b)
{
    const Attribution *x = a, *y = b;
    if (x->party != y->party)
        return x->party < y->party ? -1 : 1;
    if (x->verb != y->verb)
        return x->verb < y->verb ? -1 : 1;
    return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

// Each verdict of a passage once, however many passages it is on.
static void collect(Attributions *list, const Dossier *dossier, const Speech *speech, uint32_t ordinal)
{
    const Passage *passage = &speech->passages[ordinal];
    const Turn *turn = &speech->turns[passage->turn];
    size_t count;
    const Link *links = layered_links(dossier, speech, passage, &count);
    unsigned seen = 0;
    for (size_t i = 0; i < count; i++) {
        if (!verb_is_verdict(links[i].verb) || (seen & 1U << links[i].verb))
            continue;
        seen |= 1U << links[i].verb;
        list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = (Attribution){
            .party = turn->party_count ? turn->parties[0] : NONE, .ordinal = ordinal, .verb = links[i].verb};
    }
}

// "overstates 10, 11-13: the reason", and behind it what the passage says.
static void add_one(Sheet *sheet, const Dossier *dossier, const Speech *speech, const Attribution *item)
{
    const Passage *passage = &speech->passages[item->ordinal];
    Buffer label = {0}, text = {0};
    size_t count, told = 0;
    const Link *links = layered_links(dossier, speech, passage, &count);
    passage_reference_add(dossier, &label, speech->account, passage->number);
    buffer_add_text(&text, tie_phrase(item->verb, false));
    for (size_t i = 0; i < count; i++) {
        if (links[i].verb != item->verb)
            continue;
        buffer_add_text(&text, told++ ? ", " : " ");
        dossier_ref_add(dossier, &text, links[i].ref, speech->account);
    }
    if (passage->details->why.len) {
        buffer_add_text(&text, ": ");
        buffer_add(&text, passage->details->why);
    }
    sheet_text(sheet, (Target){TARGET_PASSAGE, speech->account, item->ordinal}, buffer_str(&label),
               buffer_str(&text), STYLE_PLAIN);
    sheet->indent = 1;
    sheet_text(sheet, (Target){0}, (Str){0}, passage->text, STYLE_DIM);
    sheet->indent = 0;
    buffer_free(&text);
    buffer_free(&label);
}

// "USSR, of what the other side had said", with how many there are.
static void add_heading(Sheet *sheet, const Dossier *dossier, uint32_t party, size_t count)
{
    Buffer title = {0}, aside = {0};
    buffer_add(&title, party == NONE ? str_of("Nobody known") : dossier->parties[party].record.title);
    buffer_add_text(&title, ", of what others had said");
    buffer_addf(&aside, "%zu", count);
    sheet_band(sheet);
    sheet_heading(sheet, (Target){0}, buffer_str(&title), buffer_str(&aside));
    buffer_free(&title);
    buffer_free(&aside);
}

static size_t count_of(const Attributions *list, size_t from)
{
    size_t count = 0;
    while (from + count < list->count && list->items[from + count].party == list->items[from].party)
        count++;
    return count;
}

bool sheet_add_attributions(Sheet *sheet, Dossier *dossier, uint32_t account)
{
    const Speech *speech = dossier_speech(dossier, account);
    Attributions list = {0};
    for (uint32_t i = 0; i < speech->passage_count; i++)
        collect(&list, dossier, speech, i);
    if (list.count > 1)
        qsort(list.items, list.count, sizeof *list.items, compare);
    for (size_t i = 0; i < list.count; i++) {
        if (i == 0 || list.items[i].party != list.items[i - 1].party)
            add_heading(sheet, dossier, list.items[i].party, count_of(&list, i));
        add_one(sheet, dossier, speech, &list.items[i]);
    }
    free(list.items);
    return list.count > 0;
}
