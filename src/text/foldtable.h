// SPDX-License-Identifier: MIT
// What each code point becomes when text is folded for search.
#ifndef DIPTYCH_TEXT_FOLDTABLE_H
#define DIPTYCH_TEXT_FOLDTABLE_H

#include "diptych/str.h"

// What is to be done with an entry beside copying its bytes.
typedef enum FoldHow {
    FOLD_PLAIN,
    FOLD_BLANK,  // one blank is enough
    FOLD_VOICED, // a voicing mark, which makes one letter with the kana before it
    FOLD_LONG,   // the bytes are kept elsewhere
} FoldHow;

// Bytes of a folded character that are kept in its entry.
#define FOLD_BYTES 14

// What a character is folded to.
typedef struct FoldEntry {
    uint8_t len; // 0 when the character is dropped
    uint8_t how; // FoldHow
    union {
        char bytes[FOLD_BYTES];
        uint16_t place; // FOLD_LONG: which of the table's long entries
    };
} FoldEntry;

// Code points of a page of the table.
#define FOLD_PAGE_POINTS 64u

// An immutable cache, filled in pages at first need. Not safe between threads.
typedef struct FoldTable {
    unsigned keep;
    FoldEntry *pages[0x110000 / FOLD_PAGE_POINTS];
    char **longs; // of the entries that are longer than FOLD_BYTES
    size_t long_count, long_capacity;
} FoldTable;

// The table for a sum of FoldKeep values. It lives as long as the program.
FoldTable *fold_table(unsigned keep);

// The page of `point`.
const FoldEntry *fold_table_page(FoldTable *table, uint32_t point);

// The entry of `point`, as far as that goes without filling its page.
FoldEntry fold_entry_once(FoldTable *table, uint32_t point);

// What a query that holds `point` keeps: a sum of FoldKeep values.
unsigned fold_keep_of_point(uint32_t point);

// The entry of `point`, at most U+10FFFF.
static inline const FoldEntry *fold_entry(FoldTable *table, uint32_t point)
{
    const FoldEntry *page = table->pages[point / FOLD_PAGE_POINTS];
    if (!page)
        page = fold_table_page(table, point);
    return page + point % FOLD_PAGE_POINTS;
}

// What the entry's character becomes, taken for itself.
static inline Str fold_entry_bytes(const FoldTable *table, const FoldEntry *entry)
{
    return (Str){entry->how == FOLD_LONG ? table->longs[entry->place] : entry->bytes, entry->len};
}

#endif
