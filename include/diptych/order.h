// SPDX-License-Identifier: MIT
// Writing of both directions: in what order the characters of a line stand in its cells.
#ifndef DIPTYCH_ORDER_H
#define DIPTYCH_ORDER_H

#include "diptych/buffer.h"
#include "diptych/cluster.h"

// True when the text has something that is written from right to left.
bool order_turns(Str text);
// True when the first letter of the text is (Unicode Annex 9, rules P2 and P3).
bool order_is_rtl(Str text);

// Adds the isolate that sets apart what follows, of a text whose first letter runs from right to left when
// `rtl` is set, and its end. They are for streams, where somebody else orders the lines.
void order_add_begin(Buffer *out, bool rtl);
void order_add_end(Buffer *out);
// Adds the text, set apart when it turns.
void order_add_apart(Buffer *out, Str text);

// A cluster of a line in its place.
typedef struct Seat {
    Cluster cluster;
    uint32_t at;     // bytes: where the cluster begins in the line
    uint32_t column; // of its first cell, from the line's first
    char first[4];   // what is shown for its first character: mirrored, or joined to its neighbours; UTF-8
    uint8_t first_len;
    uint8_t first_replaced; // bytes of the line that this stands for; the rest of the cluster follows
} Seat;

// The clusters of a line from left to right, those alone that take cells.
typedef struct Order {
    Seat *seats;
    size_t count;
    size_t capacity;
} Order;

// `line` is visible, and part of a text whose first letter runs from right to left when `rtl` is set. `out`
// is overwritten and keeps its memory; free its `seats` with free().
void order_line(Str line, bool rtl, Order *out);
// The column at which the cluster that byte `at` of the line belongs to stands; behind the last one when `at`
// is its length.
size_t order_column(Str line, bool rtl, size_t at);

#endif
