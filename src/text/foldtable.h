// SPDX-License-Identifier: MIT
// What each code point becomes when text is folded for search.
#ifndef DIPTYCH_TEXT_FOLDTABLE_H
#define DIPTYCH_TEXT_FOLDTABLE_H

#include "diptych/str.h"

// The longest canonical decomposition is four code points, of which no four take more than these bytes.
#define FOLD_BYTES 15

typedef struct FoldEntry {
    uint8_t len; // of `bytes`; 0 when the character is dropped
    char bytes[FOLD_BYTES];
} FoldEntry;

#define FOLD_PAGE_POINTS 64u

// An immutable cache, filled in pages at first need. Not safe between threads.
typedef struct FoldTable {
    unsigned keep;
    FoldEntry *pages[0x110000 / FOLD_PAGE_POINTS];
} FoldTable;

// The table for a sum of FoldKeep values. It lives as long as the program.
FoldTable *fold_table(unsigned keep);

// The page of `point`.
const FoldEntry *fold_table_page(FoldTable *table, uint32_t point);

// What a query that holds `point` keeps: a sum of FoldKeep values.
unsigned fold_keep_of_point(uint32_t point);

// The entry of `point`, at most U+10FFFF; white space has the entry " ".
static inline const FoldEntry *fold_entry(FoldTable *table, uint32_t point)
{
    const FoldEntry *page = table->pages[point / FOLD_PAGE_POINTS];
    if (!page)
        page = fold_table_page(table, point);
    return page + point % FOLD_PAGE_POINTS;
}

#endif
