// SPDX-License-Identifier: MIT
#include "screens.h"

#include "diptych/cluster.h"
#include "diptych/page.h"
#include "diptych/selector.h"
#include "invariants.h"

// Rows of one input that are painted; a strip may have a million.
#define ROWS_MAX 2000

void check_grid(const Grid *grid)
{
    Buffer text = {0};
    for (size_t row = 0; row < grid->rows; row++) {
        buffer_clear(&text);
        grid_dump_row(grid, row, &text);
        must(is_visible(buffer_str(&text)), "a row is visible");
        must(cluster_columns(buffer_str(&text)) <= grid->columns, "a row is no wider than the screen");
    }
    buffer_free(&text);
}

static void check_sheet(Dossier *dossier, const Sheet *sheet, const Measure *measure)
{
    Page *page = page_new(dossier, sheet, measure);
    Grid *grid = grid_new(24, measure->columns);
    size_t painted = 0;
    for (size_t strip = 0; strip < sheet->strip_count && painted < ROWS_MAX; strip++) {
        size_t rows = page_rows(page, strip), count = rows < grid->rows ? rows : grid->rows;
        must(rows > 0, "a strip has rows");
        grid_clear(grid);
        page_paint(page, strip, rows - count, count, grid, 0, 0, sheet->strips[strip].first);
        check_grid(grid);
        painted += count;
    }
    grid_free(grid);
    page_free(page);
}

static void check_widths(Dossier *dossier, const Sheet *sheet)
{
    static const Measure measures[] = {
        {.columns = 100},
        {.columns = 61, .left = 20, .lens = true},
        {.columns = 20, .stacked = true, .ascii = true},
    };
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        check_sheet(dossier, sheet, &measures[i]);
}

static void check_account(Dossier *dossier, Skim *skim, uint32_t account)
{
    uint32_t parties[2];
    selector_parties(dossier, account, parties);
    Selector columns[2] = {{parties[0], NONE}, {parties[1], NONE}};
    Alignment *alignment = align_columns(dossier, columns, account, NONE);
    Sheet *compared = sheet_new(), *spoken = sheet_new();
    sheet_add_alignment(compared, dossier, skim, alignment);
    sheet_add_spoken(spoken, dossier, skim, account, parties);
    align_free(alignment);
    check_widths(dossier, compared);
    check_widths(dossier, spoken);
    sheet_free(compared);
    sheet_free(spoken);
}

void check_screens(Dossier *dossier)
{
    Skim *skim = skim_new(dossier);
    for (uint32_t account = 0; account < dossier->account_count; account++)
        check_account(dossier, skim, account);
    skim_free(skim);
}
