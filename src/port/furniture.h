// SPDX-License-Identifier: MIT
// What a page has besides its text: numbers, running heads, stamps.
#ifndef PORT_FURNITURE_H
#define PORT_FURNITURE_H

#include "diptych/buffer.h"

// What a line is, when it is no text.
typedef enum Furniture {
    FURNITURE_NONE,
    FURNITURE_PAGE,    // the page that begins behind it, or ends here, has a number
    FURNITURE_COLUMN,  // "(A)" of a printed page
    FURNITURE_STAMP,   // "TOP SECRET"
    FURNITURE_RUNNING, // a running head with a number: both are given
} Furniture;

// What the line (trimmed) is by itself. `*page` gets the number or name of the page as it is cited ("79",
// "col. 1234"), a part of the line or of a constant; `*head` the words of a running head. `*doubtful`: a
// number that may be a year.
Furniture furniture_of(Str line, Buffer *page, Str *head, bool *doubtful);

#endif
