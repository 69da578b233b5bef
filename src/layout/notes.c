// SPDX-License-Identifier: MIT
// Footnotes: what the marks beside passages are about.
#include <stdlib.h>

#include "diptych/discrepancies.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/sheet.h"

// A passage of the sheet, and where it first stands.
typedef struct Noted {
    PassageId id;
    size_t entry;
} Noted;

// The notes while they are added.
typedef struct Notes {
    Sheet *sheet;
    Dossier *dossier;
    size_t count;
    size_t *told; // of each discrepancy, the note that tells it; 0: none yet
    Buffer label, text;
} Notes;

static int compare_passages(const void *a, const void *b)
{
    const Noted *x = a, *y = b;
    if (x->id.account != y->id.account)
        return x->id.account < y->id.account ? -1 : 1;
    if (x->id.ordinal != y->id.ordinal)
        return x->id.ordinal < y->id.ordinal ? -1 : 1;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

static int compare_entries(const void *a, const void *b)
{
    const Noted *x = a, *y = b;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

// The passages of the sheet, each once, in its order. The caller frees them.
static Noted *find_passages(const Sheet *sheet, size_t *count)
{
    Noted *all = mem_new(sheet->entry_count, sizeof *all);
    size_t found = 0, kept = 0;
    for (size_t i = 0; i < sheet->entry_count; i++) {
        Target target = sheet->entries[i].target;
        if (sheet->entries[i].kind == ENTRY_PASSAGE)
            all[found++] = (Noted){{target.index, target.ordinal}, i};
    }
    if (found > 1)
        qsort(all, found, sizeof *all, compare_passages);
    for (size_t i = 0; i < found; i++)
        if (i == 0 || all[i].id.account != all[i - 1].id.account ||
            all[i].id.ordinal != all[i - 1].id.ordinal)
            all[kept++] = all[i];
    if (kept > 1)
        qsort(all, kept, sizeof *all, compare_entries);
    *count = kept;
    return all;
}

// Adds the note whose words are in ->text.
static void add_note(Notes *notes, PassageId id)
{
    const Passage *passage = passage_at(notes->dossier, id);
    if (notes->count++ == 0) {
        sheet_band(notes->sheet);
        sheet_heading(notes->sheet, (Target){0}, str_of("Notes"), (Str){0});
    }
    buffer_clear(&notes->label);
    buffer_addf(&notes->label, "%zu ", notes->count);
    passage_reference_add(notes->dossier, &notes->label, id.account, passage->number);
    sheet_text(notes->sheet, (Target){0}, buffer_str(&notes->label), buffer_str(&notes->text), STYLE_PLAIN);
}

static void add_words(Notes *notes, PassageId id, const char *what, Str words)
{
    if (!words.len)
        return;
    buffer_clear(&notes->text);
    buffer_addf(&notes->text, "%s: ", what);
    buffer_add(&notes->text, words);
    add_note(notes, id);
}

static void add_readings(Notes *notes, const Discrepancy *discrepancy)
{
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        const Reading *reading = &discrepancy->readings[i];
        buffer_add_text(&notes->text, i ? "; " : ": ");
        buffer_add(&notes->text, reading->text);
        if (!reading->ref_count)
            continue;
        buffer_add_text(&notes->text, " (");
        discrepancy_refs_add(&notes->text, notes->dossier, reading);
        buffer_add_byte(&notes->text, ')');
    }
}

// What accounts differ on is told once.
static void add_discrepancies(Notes *notes, PassageId id, uint32_t number)
{
    size_t count;
    uint32_t *found = discrepancies_of_passage(notes->dossier, id.account, number, &count);
    for (size_t i = 0; i < count; i++) {
        const Discrepancy *discrepancy = &notes->dossier->discrepancies[found[i]];
        size_t *told = &notes->told[found[i]];
        buffer_clear(&notes->text);
        buffer_add_text(&notes->text, "accounts differ: ");
        buffer_add(&notes->text, discrepancy->about);
        if (*told)
            buffer_addf(&notes->text, ", see note %zu", *told);
        else
            add_readings(notes, discrepancy);
        add_note(notes, id);
        *told = *told ? *told : notes->count;
    }
    free(found);
}

static void add_passage(Notes *notes, PassageId id)
{
    const Passage *passage = passage_at(notes->dossier, id);
    if (!passage)
        return;
    add_words(notes, id, "why", passage->details->why);
    add_words(notes, id, "note", passage->details->note);
    add_words(notes, id, "term", passage->details->term);
    size_t count;
    const Remark *const *remarks =
        layered_remarks(notes->dossier, dossier_speech(notes->dossier, id.account), passage, &count);
    for (size_t i = 0; i < count; i++)
        add_words(notes, id, "note", record_value(&remarks[i]->record, "Note"));
    add_discrepancies(notes, id, passage->number);
}

void sheet_add_notes(Sheet *sheet, Dossier *dossier, const Sheet *of)
{
    Notes notes = {.sheet = sheet, .dossier = dossier};
    size_t count;
    Noted *passages = find_passages(of, &count);
    notes.told = mem_new(dossier->discrepancy_count, sizeof *notes.told);
    for (size_t i = 0; i < count; i++)
        add_passage(&notes, passages[i].id);
    buffer_free(&notes.label);
    buffer_free(&notes.text);
    free(notes.told);
    free(passages);
}
