// SPDX-License-Identifier: MIT
// Bytes from outside made fit to be shown: the only way that they reach a screen or a stream.
#ifndef DIPTYCH_VISIBLE_H
#define DIPTYCH_VISIBLE_H

#include "diptych/buffer.h"

// What visible_add() met on its way.
typedef struct Repairs {
    size_t invalid; // maximal subparts of ill-formed sequences, each shown as U+FFFD
    size_t control; // characters shown as their code
    size_t first;   // byte position of the first of either in the input, when there is one
    size_t dropped; // format characters that show nothing and are left out
    size_t first_dropped;
} Repairs;

// Adds `bytes` to `*out` as UTF-8 in normal form C that holds nothing but printable characters, blanks, what
// is hidden and, when `lines` is set, line feeds (CR LF counts as one). Ill-formed sequences become U+FFFD
// (Unicode 15, 3.9, substitution of maximal subparts); C0 and line feeds that are not wanted, DEL, C1,
// bidirectional embeddings, overrides and isolates, noncharacters and private-use characters become <U+XXXX>,
// a run of one of them <U+XXXX x3>, and behind 16 such codes in a row the others are counted: no input grows
// much. Tabs, form feeds, vertical tabs, NEL, line and paragraph separators become blanks. What wcwidth()
// holds for unprintable becomes U+FFFD (set the locale first). Joiners (U+200C, U+200D) and variation
// selectors stay behind another character of the same line. Hidden are soft hyphens, zero-width spaces, word
// joiners, byte order marks and direction marks: they stay, because they say where lines break and which way
// words run, but visible_without_hidden() takes them away before anything is written. Other format characters
// are dropped. Valid printable ASCII is copied as it is, at the speed of memory. Form C does not reach back
// into what
// `*out` held before.
Repairs visible_add(Buffer *out, Str bytes, bool lines);

// Adds visible text without what is hidden.
void visible_without_hidden(Buffer *out, Str visible);

// True when all bytes are printable ASCII, so that visible_add() would add them as they are.
bool visible_is_plain(Str bytes);

#endif
