// SPDX-License-Identifier: MIT
// The characters that searching may take for others, so that not every one must be asked.
#ifndef DIPTYCH_TEXT_CHANGING_H
#define DIPTYCH_TEXT_CHANGING_H

#include <stddef.h>
#include <stdint.h>

// All characters beyond ASCII that do not fold to themselves alone, whatever is kept, or that may become one
// character with what stands before them, in ascending order; `*count` gets how many. Blanks, and what folds
// to nothing, may be missing. Looked up once, which takes milliseconds, and kept as long as the program
// lives.
const uint32_t *changing_points(size_t *count);

#endif
