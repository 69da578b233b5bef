// SPDX-License-Identifier: MIT
// The word that a sift looks for, and what each character of a file means for it.
#ifndef DIPTYCH_TEXT_NEEDLE_H
#define DIPTYCH_TEXT_NEEDLE_H

#include "text/foldtable.h"

// What the needle says to 64 code points, a bit each.
typedef struct MindPage {
    uint64_t minds;
    bool known;
} MindPage;

// Code points of a page.
#define MIND_PAGE_POINTS 64u

// The word that is looked for, and which characters matter to it.
typedef struct Needle {
    char *bytes; // the longest word of the phrase, folded; owned
    Str word;    // the same; empty when the phrase has none
    unsigned keep;
    bool ascii;       // the word is
    bool wide;        // it holds a wide character, so that a line may end within it
    size_t key_at;    // of a word that is not ASCII: its first character that is not, in bytes
    size_t key_len;   // bytes of that
    FoldTable *table; // not owned
    MindPage *pages;  // a cache by code point, filled at first need
} Needle;

// The longest word of the phrase, which is folded with `keep`. needle_free() frees what it holds.
Needle needle_new(Str folded_phrase, unsigned keep);
void needle_free(Needle *needle);

// Fills a page.
void needle_learn(const Needle *needle, uint32_t page);

// False when no match of the word can hold the character, which is not printable ASCII (or, when the word is
// not ASCII, none can have its key from it).
static inline bool needle_minds(const Needle *needle, uint32_t point)
{
    const MindPage *page = &needle->pages[point / MIND_PAGE_POINTS];
    if (!page->known)
        needle_learn(needle, point / MIND_PAGE_POINTS);
    return page->minds >> point % MIND_PAGE_POINTS & 1;
}

// Whether a word is there.
typedef enum NeedleVerdict { VERDICT_NO, VERDICT_YES, VERDICT_UNSURE } NeedleVerdict;

// Whether the word, from its key on, is what the text at `at` folds to. Unsure where a line ends in a wide
// word, and where characters are changed before they are folded.
NeedleVerdict needle_matches_at(const Needle *needle, Str text, size_t at);

// Whether the word is in the text, all of one line, once it is folded. Unsure as above.
NeedleVerdict needle_is_in(const Needle *needle, Str text);

// Whether the hyphen at `at`, if there is one, may divide the word at the end of a line.
bool needle_may_be_divided(const Needle *needle, Str text, size_t at);

#endif
