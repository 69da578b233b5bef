// SPDX-License-Identifier: MIT
// Bytes from outside made fit to be shown: the only way that they reach a screen or a stream.
#ifndef DIPTYCH_VISIBLE_H
#define DIPTYCH_VISIBLE_H

#include "diptych/buffer.h"

// What text_repair() met on its way.
typedef struct Repairs {
    size_t invalid; // maximal subparts of ill-formed sequences, each shown as U+FFFD
    size_t control; // control, direction and other invisible characters, each shown as its code
    size_t first;   // byte position of the first of either in the input, when there is one
} Repairs;

// Adds `bytes` to `*out` as UTF-8 in normal form C that holds nothing but printable characters, blanks and, when
// `lines` is set, line feeds (CR LF counts as one). Ill-formed sequences become U+FFFD (Unicode 15, 3.9, substitution of
// maximal subparts); C0, DEL, C1, bidirectional overrides and isolates (U+202A-202E, U+2066-2069, U+200E, U+200F, U+061C),
// line and paragraph separators, tags, the byte order mark inside a text, noncharacters and private-use characters become
// <U+XXXX>; a tab becomes a blank. What the terminal's own tables (wcwidth) hold for unprintable becomes U+FFFD.
// Joiners (U+200C, U+200D), variation selectors and soft hyphens stay where they are inside a grapheme cluster.
// Valid printable ASCII is copied as it is, at the speed of memory.
Repairs visible_add(Buffer *out, Str bytes, bool lines);

#endif
