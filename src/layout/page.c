// SPDX-License-Identifier: MIT
#include "diptych/page.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "layout/inside.h"

Page *page_new(Dossier *dossier, const Sheet *sheet, const Measure *measure)
{
    Page *page = mem_new(1, sizeof *page);
    page->dossier = dossier;
    page->sheet = sheet;
    page->measure = *measure;
    page->names = measure->lens ? names_new(dossier) : NULL;
    return page;
}

static void forget_oldest(Page *page)
{
    uint32_t strip = page->kept[page->kept_from];
    Laid *laid = page->laid[strip];
    page->kept_from = (page->kept_from + 1) % KEPT_STRIPS;
    page->kept_count--;
    page->bytes -= laid->bytes;
    for (size_t i = 0; i < laid->count; i++)
        block_free(&laid->blocks[i]);
    free(laid->blocks);
    free(laid);
    page->laid[strip] = NULL;
}

static void forget_all(Page *page)
{
    while (page->kept_count)
        forget_oldest(page);
    for (size_t i = 0; i < page->strips; i++)
        page->rows[i] = 0;
}

void page_free(Page *page)
{
    if (!page)
        return;
    forget_all(page);
    names_free(page->names);
    echoes_free(&page->echoes);
    free(page->breaks.lines);
    free(page->laid);
    free(page->rows);
    free(page);
}

void page_set(Page *page, Skim *skim, Query *query)
{
    size_t done = skim ? skim_done(skim) : 0;
    if (skim != page->skim || done != page->skim_done)
        forget_all(page);
    page->skim = skim;
    page->skim_done = done;
    page->query = query;
}

static void keep(Page *page, size_t strip, Laid *laid)
{
    laid->bytes = sizeof *laid;
    for (size_t i = 0; i < laid->count; i++)
        laid->bytes += block_bytes(&laid->blocks[i]);
    if (page->largest < laid->bytes)
        page->largest = laid->bytes;
    size_t limit = page->largest > KEPT_BYTES / 4 ? page->largest * 4 : KEPT_BYTES;
    while (page->kept_count == KEPT_STRIPS || (page->kept_count && page->bytes + laid->bytes > limit))
        forget_oldest(page);
    page->kept[(page->kept_from + page->kept_count++) % KEPT_STRIPS] = (uint32_t)strip;
    page->bytes += laid->bytes;
    page->laid[strip] = laid;
    page->rows[strip] = (uint32_t)laid->rows;
}

// Makes room for the strips that the sheet has by now.
static void know_strips(Page *page)
{
    size_t count = page->sheet->strip_count, capacity = page->strips;
    if (page->strips == count)
        return;
    page->laid = mem_grow(page->laid, &capacity, count, sizeof(Laid *));
    capacity = page->strips;
    page->rows = mem_grow(page->rows, &capacity, count, sizeof *page->rows);
    for (size_t i = page->strips; i < capacity; i++) {
        page->laid[i] = NULL;
        page->rows[i] = 0;
    }
    page->strips = capacity;
}

const Laid *page_laid(Page *page, size_t strip)
{
    if (strip >= page->strips)
        know_strips(page);
    if (!page->laid[strip])
        keep(page, strip, strip_lay(page, strip));
    return page->laid[strip];
}

size_t page_rows(Page *page, size_t strip)
{
    if (strip < page->strips && page->rows[strip])
        return page->rows[strip];
    return page_laid(page, strip)->rows;
}

size_t page_entry_strip(const Page *page, size_t entry)
{
    const Sheet *sheet = page->sheet;
    size_t low = 0, high = sheet->strip_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sheet->strips[middle].first <= entry)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static const Block *block_of(Page *page, size_t entry)
{
    size_t strip = page_entry_strip(page, entry);
    return &page_laid(page, strip)->blocks[entry - page->sheet->strips[strip].first];
}

RowRange page_entry_rows(Page *page, size_t entry)
{
    const Block *block = block_of(page, entry);
    return (RowRange){block->row, block->line_count};
}

size_t page_row_of_offset(Page *page, size_t entry, size_t offset)
{
    const Block *block = block_of(page, entry);
    size_t row = 0, best = 0;
    for (size_t i = 0; i < block->line_count && offset; i++) {
        size_t at = block_text_at(block, block->lines[i].from);
        if (block->lines[i].part == PART_TEXT && at <= offset && (at > best || row == 0)) {
            best = at;
            row = i;
        }
    }
    return row;
}

size_t page_offset_of_row(Page *page, size_t entry, size_t row)
{
    const Block *block = block_of(page, entry);
    if (row >= block->line_count)
        row = block->line_count ? block->line_count - 1 : 0;
    size_t words = block->line_count ? block->lines[row].from : 0;
    return block_text_at(block, words < block->foot ? words : block->foot);
}
