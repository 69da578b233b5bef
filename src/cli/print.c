// SPDX-License-Identifier: MIT
#include "print.h"

#include <stdlib.h>

#include "diptych/caption.h"
#include "diptych/cluster.h"
#include "diptych/cut.h"

// Rows that are painted at a time.
#define PRINT_ROWS 16

static void add_labelled(Sheet *sheet, Target target, const char *label, const Buffer *words)
{
    if (words->len == 0)
        return;
    Buffer text = {0};
    buffer_add_text(&text, label);
    buffer_add(&text, buffer_str(words));
    sheet_text(sheet, target, (Str){0}, buffer_str(&text), STYLE_PLAIN);
    buffer_free(&text);
}

// Which round of which dossier, when and where.
static void add_place(Sheet *sheet, const Dossier *dossier, Target target, const Account *account)
{
    Buffer text = {0};
    buffer_add(&text, dossier->record.title);
    buffer_addf(&text, ", round %zu of %zu", (size_t)account->round + 1, dossier->round_count);
    if (!sheet->plain) {
        buffer_add_text(&text, ": ");
        buffer_add(&text, account->name);
    }
    add_labelled(sheet, target, "", &text);
    buffer_clear(&text);
    caption_place_add(&text, dossier, account->round);
    add_labelled(sheet, target, "", &text);
    buffer_free(&text);
}

static void add_record(Sheet *sheet, const Dossier *dossier, Target target, uint32_t account, bool whole)
{
    Buffer text = {0};
    caption_record_add(&text, dossier, account);
    add_labelled(sheet, target, "Record: ", &text);
    buffer_clear(&text);
    caption_missing_add(&text, dossier, account);
    if (text.len == 0)
        buffer_add_text(&text, extent_word(dossier->accounts[account].extent));
    add_labelled(sheet, target, "Extent: ", &text);
    buffer_clear(&text);
    if (whole)
        buffer_add(&text, dossier->rounds[dossier->accounts[account].round].outcome);
    add_labelled(sheet, target, "Outcome: ", &text);
    buffer_free(&text);
}

// What is printed above an account: which one it is, what kind of record, what that lacks; and what came of
// it when the account is printed whole.
static void add_head(Sheet *sheet, const Dossier *dossier, uint32_t account, bool whole)
{
    const Account *it = &dossier->accounts[account];
    Target target = {.kind = TARGET_ACCOUNT, .index = account};
    sheet_heading(sheet, target, it->record.title, (Str){0});
    add_place(sheet, dossier, target, it);
    add_record(sheet, dossier, target, account, whole);
}

static void print_rows(Output *output, const Grid *grid, size_t count)
{
    Buffer rows = {0};
    for (size_t row = 0; row < count; row++) {
        grid_dump_row(grid, row, &rows);
        buffer_add_byte(&rows, '\n');
    }
    output_add(output, buffer_str(&rows));
    buffer_free(&rows);
}

// A strip at a time, so that no grid is larger than PRINT_ROWS.
void print_sheet(Output *output, Dossier *dossier, Skim *skim, const Sheet *sheet, const Measure *measure)
{
    Page *page = page_new(dossier, sheet, measure);
    page_set(page, skim, NULL);
    Grid *grid = grid_new(PRINT_ROWS, measure->columns);
    grid->logical = true;
    for (size_t strip = 0; strip < sheet->strip_count && !output_failed(output); strip++) {
        size_t rows = page_rows(page, strip);
        for (size_t from = 0; from < rows; from += PRINT_ROWS) {
            size_t count = rows - from < PRINT_ROWS ? rows - from : PRINT_ROWS;
            grid_clear(grid);
            page_paint(page, strip, from, count, grid, 0, 0, SIZE_MAX);
            print_rows(output, grid, count);
        }
    }
    grid_free(grid);
    page_free(page);
}

// The columns with the accounts they are in.
static void choose_columns(Dossier *dossier, const PrintPlan *plan, uint32_t account, Selector columns[2])
{
    uint32_t parties[2];
    selector_parties(dossier, account, parties);
    for (size_t i = 0; i < 2; i++) {
        columns[i] = plan->chosen ? plan->columns[i] : (Selector){.party = parties[i], .account = NONE};
        if (columns[i].account == NONE)
            columns[i].account = account;
    }
}

static void add_side(Buffer *out, const Dossier *dossier, const Selector columns[2], size_t side)
{
    const Account *account = &dossier->accounts[columns[side].account];
    if (columns[0].account != columns[1].account) {
        buffer_add(out, account->name);
        buffer_add_text(out, "  ");
    }
    caption_side_add(out, dossier, account->round, columns[side].party, SIZE_MAX);
}

// Puts who stands in the column into the grid, over as many rows as that takes; returns how many.
static size_t put_side(Grid *grid, Str text, Field field, bool ascii)
{
    Breaks lines = {0};
    Buffer line = {0};
    break_lines(text, field.columns - 1, 0, &lines);
    size_t count = lines.count < grid->rows ? lines.count : grid->rows;
    for (size_t i = 0; i < count; i++) {
        size_t to = i + 1 < count ? lines.lines[i].to : text.len;
        buffer_clear(&line);
        cut_add(&line, str_slice(text, lines.lines[i].from, to), field.columns - 1, ascii);
        grid_put(grid, i, field.column + 1, field.column + field.columns, buffer_str(&line), STYLE_PLAIN);
    }
    buffer_free(&line);
    free(lines.lines);
    return count;
}

// Who stands in which column, above the columns.
static void print_sides(Output *output, const Dossier *dossier, const Measure *measure,
                        const Selector columns[2])
{
    Grid *grid = grid_new(PRINT_ROWS, measure->columns);
    size_t rows = 0;
    grid->logical = true;
    for (size_t side = 0; side < 2; side++) {
        Buffer text = {0};
        add_side(&text, dossier, columns, side);
        size_t count = put_side(grid, buffer_str(&text), measure_field(measure, (Side)side), measure->ascii);
        rows = count > rows ? count : rows;
        buffer_free(&text);
    }
    print_rows(output, grid, rows);
    grid_free(grid);
}

static void print_head(Output *output, Dossier *dossier, const PrintPlan *plan, const Selector columns[2])
{
    Sheet *sheet = sheet_new();
    sheet->plain = plan->measure.plain;
    add_head(sheet, dossier, columns[0].account, plan->topic_count == 0);
    if (columns[1].account != columns[0].account)
        add_head(sheet, dossier, columns[1].account, plan->topic_count == 0);
    print_sheet(output, dossier, NULL, sheet, &plan->measure);
    sheet_free(sheet);
    output_add_text(output, "\n");
    if (!plan->measure.stacked)
        print_sides(output, dossier, &plan->measure, columns);
}

// Adds what was said; false when nothing was, on the topic.
static bool add_speech(Sheet *sheet, Dossier *dossier, Skim *skim, const PrintPlan *plan,
                       const Selector columns[2])
{
    if (plan->what == PRINT_OVERVIEW) {
        sheet_add_overview(sheet, dossier, skim, columns, columns[0].account, NULL);
        return true;
    }
    if (plan->what == PRINT_SPOKEN) {
        sheet_add_spoken(sheet, dossier, skim, columns[0].account,
                         (uint32_t[]){columns[0].party, columns[1].party});
        return true;
    }
    Alignment *alignment =
        align_topics(dossier, columns, columns[0].account, plan->topics, plan->topic_count);
    bool any = false;
    for (size_t i = 0; i < alignment->band_count; i++) {
        const Band *band = &alignment->bands[i];
        any = any || band->columns[0].count + band->columns[1].count + band->aside_count > 0;
    }
    sheet_add_alignment(sheet, dossier, skim, alignment);
    align_free(alignment);
    return any;
}

static void print_notes(Output *output, Dossier *dossier, const Sheet *sheet, const Measure *measure)
{
    Sheet *notes = sheet_new();
    sheet_add_notes(notes, dossier, sheet);
    print_sheet(output, dossier, NULL, notes, measure);
    sheet_free(notes);
}

bool print_account(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan, uint32_t account)
{
    Selector columns[2];
    choose_columns(dossier, plan, account, columns);
    print_head(output, dossier, plan, columns);
    Sheet *sheet = sheet_new();
    sheet->plain = plan->measure.plain;
    bool any = add_speech(sheet, dossier, skim, plan, columns);
    print_sheet(output, dossier, skim, sheet, &plan->measure);
    if (plan->notes)
        print_notes(output, dossier, sheet, &plan->measure);
    if (plan->cited)
        sheet_mark_sources(sheet, dossier, plan->cited);
    sheet_free(sheet);
    return any || plan->topic_count == 0;
}
