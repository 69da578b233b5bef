// SPDX-License-Identifier: MIT
// Where accounts differ, round by round.
#include "diptych/discrepancies.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/sheet.h"

// A discrepancy, and the round that it stands under.
typedef struct Placed {
    uint32_t round; // NONE, the last: it names none
    uint32_t discrepancy;
} Placed;

static int compare_placed(const void *a, const void *b)
{
    const Placed *x = a, *y = b;
    if (x->round != y->round)
        return x->round < y->round ? -1 : 1;
    return (x->discrepancy > y->discrepancy) - (x->discrepancy < y->discrepancy);
}

// All of them, each under its first round. The caller frees the array.
static Placed *place_all(const Dossier *dossier)
{
    Placed *placed = mem_new(dossier->discrepancy_count, sizeof *placed);
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++)
        placed[i] = (Placed){discrepancy_round(dossier, i), i};
    if (dossier->discrepancy_count > 1)
        qsort(placed, dossier->discrepancy_count, sizeof *placed, compare_placed);
    return placed;
}

static void add_heading(Sheet *sheet, const Dossier *dossier, uint32_t round)
{
    sheet_band(sheet);
    if (round == NONE) {
        sheet_heading(sheet, (Target){0}, str_of("Of no round"), (Str){0});
        return;
    }
    Buffer date = {0};
    date_add(&date, dossier->rounds[round].date);
    sheet_heading(sheet, (Target){TARGET_ROUND, round, 0}, dossier->rounds[round].record.title,
                  buffer_str(&date));
    buffer_free(&date);
}

// Its id, what it is about, and the rounds that it concerns.
static void add_discrepancy(Sheet *sheet, const Dossier *dossier, uint32_t index)
{
    const Discrepancy *discrepancy = &dossier->discrepancies[index];
    Buffer text = {0}, rounds = {0};
    buffer_add(&text, discrepancy->about);
    discrepancy_rounds_add(&rounds, dossier, index, ", ");
    if (rounds.len) {
        buffer_add_text(&text, " (");
        buffer_add(&text, buffer_str(&rounds));
        buffer_add_byte(&text, ')');
    }
    sheet_text(sheet, (Target){TARGET_DISCREPANCY, index, 0}, discrepancy->record.id, buffer_str(&text),
               STYLE_PLAIN);
    buffer_free(&rounds);
    buffer_free(&text);
}

static void add_readings(Sheet *sheet, const Dossier *dossier, uint32_t index)
{
    const Discrepancy *discrepancy = &dossier->discrepancies[index];
    sheet->indent = 1;
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        const Reading *reading = &discrepancy->readings[i];
        Buffer label = {0};
        discrepancy_refs_add(&label, dossier, reading);
        sheet_text(sheet, (Target){0}, buffer_str(&label), reading->text, STYLE_PLAIN);
        buffer_free(&label);
    }
    sheet->indent = 0;
}

// Those of the round under its heading. Returns how many they are.
static size_t add_of_round(Sheet *sheet, const Dossier *dossier, uint32_t round, bool readings)
{
    size_t count = 0;
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++) {
        if (!discrepancy_concerns(dossier, i, round))
            continue;
        if (count++ == 0)
            add_heading(sheet, dossier, round);
        add_discrepancy(sheet, dossier, i);
        if (readings)
            add_readings(sheet, dossier, i);
    }
    return count;
}

// All that do not concern the round `but`.
static size_t add_by_round(Sheet *sheet, const Dossier *dossier, uint32_t but, bool readings)
{
    Placed *placed = place_all(dossier);
    size_t count = 0;
    uint32_t round = NONE;
    for (size_t i = 0; i < dossier->discrepancy_count; i++) {
        if (but != NONE && discrepancy_concerns(dossier, placed[i].discrepancy, but))
            continue;
        if (count++ == 0 || placed[i].round != round)
            add_heading(sheet, dossier, placed[i].round);
        round = placed[i].round;
        add_discrepancy(sheet, dossier, placed[i].discrepancy);
        if (readings)
            add_readings(sheet, dossier, placed[i].discrepancy);
    }
    free(placed);
    return count;
}

void sheet_add_discrepancies(Sheet *sheet, const Dossier *dossier, uint32_t round)
{
    size_t count = add_of_round(sheet, dossier, round, false);
    count += add_by_round(sheet, dossier, round, false);
    if (count)
        return;
    sheet_band(sheet);
    sheet_text(sheet, (Target){0}, (Str){0}, str_of("No discrepancy is recorded in this dossier."),
               STYLE_PLAIN);
}

bool sheet_add_all_readings(Sheet *sheet, const Dossier *dossier, uint32_t round)
{
    return (round == NONE ? add_by_round(sheet, dossier, NONE, true)
                          : add_of_round(sheet, dossier, round, true)) > 0;
}
