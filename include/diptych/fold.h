// SPDX-License-Identifier: MIT
// Text folded for search: without case, accents, and styles of quotes and dashes, with the way back.
#ifndef DIPTYCH_FOLD_H
#define DIPTYCH_FOLD_H

#include "diptych/buffer.h"

// Where something that is looked for stands.
typedef struct Match {
    size_t from; // bytes of the text
    size_t to;
} Match;

// What a query keeps: a query with a capital, an accent or a typographic quote matches only those.
typedef enum FoldKeep {
    FOLD_ALL = 0,
    FOLD_KEEP_CASE = 1,
    FOLD_KEEP_ACCENTS = 2,
    FOLD_KEEP_QUOTES = 4, // quotes and dashes
    FOLD_KEEP_BLANKS = 8, // never asked for by a query
    FOLD_KEEP_ALL = 15,
} FoldKeep;

// Text that only differs in case, accents, or styles of letters, quotes and dashes folds alike. Each
// character becomes its compatibility decomposition (ligatures, full and half width, circled and raised
// digits), without marks where they are accents on Latin, Greek or Cyrillic letters or Hebrew or Arabic
// points; what no decomposition takes apart becomes what people type for it (stroked o, thorn, ae); full case
// folding (sharp s is two letters, whatever is kept unless that is case and accents; both small sigmas are
// one); quotes, apostrophes, primes, geresh and gershayim become ' and ", dashes and hyphens -, runs of white
// space (also no-break and line ends) one blank; soft hyphens, zero-width and other ignorable characters are
// dropped. Marks that make another letter stay, and Hangul syllables are one letter each. The result is in
// form C; the text should be, as visible_add() makes it.
typedef struct Folded {
    Buffer text;
    uint32_t *from;  // for each byte of the text, the byte of the original where the character that it comes
                     // from begins; and one more, the original's length
    size_t capacity; // of `from`, in items
} Folded;

// `keep` is a sum of FoldKeep values. `out` is overwritten and keeps its memory. Ill-formed bytes count as
// U+FFFD. Of a text of 4 GiB and more only the first 4 GiB - 1 are folded. The tables by code point are
// filled at first need and kept as long as the program: not safe between threads.
void fold_text(Str text, unsigned keep, Folded *out);
void fold_free(Folded *folded);

// The first byte of the folded text that comes from byte `from` of the original or from behind it.
size_t fold_at(const Folded *folded, size_t from);
// The bytes of the original that bytes [from, to) of the folded text come from, whole characters.
Match fold_origin(const Folded *folded, size_t from, size_t to);

// Folded text in which a hyphen and a blank between two letters or digits ("negoti- ation", as a line end of
// the file leaves it) and a hyphen alone between two are left out: what is looked for there is treated
// likewise.
typedef struct Divided {
    Folded joined;
    uint32_t *places; // bytes of `joined` before which a hyphen and a blank were left out, in order
    size_t count, capacity;
} Divided;

// True when there may be a divided word, so that fold_undivide() is worth its time.
bool fold_has_division(const Folded *folded);
// `folded` is what fold_text() made of `text`. `out` is overwritten and keeps its memory.
void fold_undivide(Str text, const Folded *folded, Divided *out);
// Where a folded phrase that begins at byte `at` of `folded` ends, each place where a word is divided read as
// nothing, a hyphen, or a hyphen and a blank, as the phrase has it; 0 when it does not stand there.
size_t fold_divided_end(Str text, const Folded *folded, size_t at, Str phrase);
void divided_free(Divided *divided);

// True when a mark or jamo follows at byte `at` of folded text that makes one letter with what stands before
// it: a word that is looked for does not end there.
bool fold_goes_on(const Folded *folded, size_t at);

// What `query` itself uses and so keeps; a sum of FoldKeep values.
unsigned fold_keep_of(Str query);

#endif
