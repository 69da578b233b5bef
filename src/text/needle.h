// SPDX-License-Identifier: MIT
// The word that a sift looks for, and what each character of a file means for it.
#ifndef DIPTYCH_TEXT_NEEDLE_H
#define DIPTYCH_TEXT_NEEDLE_H

#include "text/keystone.h"

// What the needle says to 64 code points, a bit each.
typedef struct MindPage {
    uint64_t minds;
    uint64_t steady; // shown as they are, and folded to the same whatever stands before them
    bool known;
} MindPage;

// Code points of a page.
#define MIND_PAGE_POINTS 64u

// The word that is looked for, and which characters matter to it.
typedef struct Needle {
    char *bytes; // the longest word of the phrase, folded; owned
    Str word;    // the same; empty when the phrase has none
    unsigned keep;
    bool wide;         // it holds a wide character, so that a line may end within it
    Keystone keystone; // of a word that is not empty
    FoldTable *table;  // not owned
    MindPage *pages;   // a cache by code point, filled at first need
} Needle;

// The longest word of the phrase, which is folded with `keep`. needle_free() frees what it holds.
Needle needle_new(Str folded_phrase, unsigned keep);
void needle_free(Needle *needle);

// Fills a page.
void needle_learn(const Needle *needle, uint32_t page);

// The page of the character, filled.
static inline const MindPage *needle_page(const Needle *needle, uint32_t point)
{
    const MindPage *page = &needle->pages[point / MIND_PAGE_POINTS];
    if (!page->known)
        needle_learn(needle, point / MIND_PAGE_POINTS);
    return page;
}

// False when no match of the word can have its keystone from the character, which is not printable ASCII.
static inline bool needle_minds(const Needle *needle, uint32_t point)
{
    return needle_page(needle, point)->minds >> point % MIND_PAGE_POINTS & 1;
}

// Whether a word is there.
typedef enum NeedleVerdict { VERDICT_NO, VERDICT_YES, VERDICT_UNSURE } NeedleVerdict;

// Whether the word stands in the text so that its keystone comes from the character at `at`. Unsure where a
// line ends in it, or a hyphen may divide it, and where characters are changed before they are folded.
NeedleVerdict needle_matches_around(const Needle *needle, Str text, size_t at);

#endif
