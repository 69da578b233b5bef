// SPDX-License-Identifier: MIT
// Grapheme clusters, their widths, and where lines may break.
#ifndef DIPTYCH_CLUSTER_H
#define DIPTYCH_CLUSTER_H

#include "diptych/buffer.h"

// All of these take text that has been through visible_add(): well-formed UTF-8 in form C without control
// characters but line feeds. Widths are those of wcwidth() in the program's locale: setlocale() comes first.
// Characters that the locale does not know have the widths of C.UTF-8 (or, where there is no such locale, of
// libunistring).

// At most this many code points are shown of one cluster: what a curses cell holds.
#define CLUSTER_POINTS 5

// What stands in one cell, or in two when it is wide: a grapheme cluster (Unicode Annex 29). Where a grapheme
// cluster has a second part with a column of its own (the other half of a flag, an Indic vowel sign), that
// part is a cluster too; a sequence of emoji is one cluster, of which the first is shown.
typedef struct Cluster {
    uint32_t bytes;   // of the whole cluster in the text
    uint32_t shown;   // of its first code points, at most CLUSTER_POINTS, that every terminal gives `columns`
                      // to; 0 when it begins with what is hidden (visible.h), which takes no cell
    uint32_t columns; // 0 (a line feed, or nothing shown), 1 or 2
    bool bare;        // a mark without a base: it is given one, and its column
} Cluster;

// The cluster that begins at `at`, a cluster boundary below s.len.
Cluster cluster_at(Str s, size_t at);
// The start of the cluster before `at`, a boundary above 0.
size_t cluster_before(Str s, size_t at);
// The sum of the widths, in columns.
size_t cluster_columns(Str s);
// The longest prefix of whole clusters that is no wider than `columns`; in bytes.
size_t cluster_fit(Str s, size_t columns);

// A line of a text that is broken into lines.
typedef struct Break {
    uint32_t from;    // bytes
    uint32_t to;      // bytes, without trailing blanks
    uint32_t columns; // of [from, to), with the hyphen
    bool hyphen;      // one is to be shown behind: the word is divided at a soft hyphen
} Break;

// The lines of a text. A zeroed one is empty; the caller frees the lines.
typedef struct Breaks {
    Break *lines; // one at least, empty for an empty text
    size_t count;
    size_t capacity;
} Breaks;

// Fills lines of at most `columns` (2 and more; in the first line `first` columns less) greedily at the break
// opportunities of Unicode Annex 14 (of a soft hyphen with a hyphen shown), hard at line feeds, and within a
// word that is too long between grapheme clusters. Trailing blanks do not count. When the first word does not
// fit into the shorter first line, that line is empty. `out` is cleared first; free its `lines` with free().
void break_lines(Str s, size_t columns, size_t first, Breaks *out);

#endif
