// SPDX-License-Identifier: MIT
// The one clock: for slices of work, and for what must not go on for too long.
#ifndef DIPTYCH_CLOCK_H
#define DIPTYCH_CLOCK_H

#include <stdint.h>

// Milliseconds since some moment before the program began; never goes back.
int64_t clock_milliseconds(void);

#endif
