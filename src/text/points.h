// SPDX-License-Identifier: MIT
// What showing needs to know of each code point.
#ifndef DIPTYCH_TEXT_POINTS_H
#define DIPTYCH_TEXT_POINTS_H

#include "diptych/str.h"

// How a character is shown.
typedef enum Showing {
    SHOWING_PLAIN,  // as it is
    SHOWING_JOINER, // as it is behind another character, not at all elsewhere: joiners, variation selectors
    SHOWING_HIDDEN, // not at all, but it stays in the text: it says where lines break or which way words run
    SHOWING_BLANK,  // as a blank
    SHOWING_CODE,   // <U+XXXX>
    SHOWING_REPLACED, // U+FFFD: no width is known
    SHOWING_DROPPED,  // not at all
} Showing;

// What is known of a code point.
typedef struct Point {
    uint8_t columns; // 0, 1 or 2
    uint8_t showing; // Showing
    bool composes;   // perhaps not in normal form C, alone or behind another character
} Point;

// The entry of `point` (at most U+10FFFF) in an immutable cache that is filled in pieces at first need.
// Widths are those of wcwidth() in the program's locale, so set that first; what a locale other than UTF-8
// does not know has the width that it has in C.UTF-8, or in libunistring where there is no such locale. Not
// safe between threads.
Point point_of(uint32_t point);

#endif
