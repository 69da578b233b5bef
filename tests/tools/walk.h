// SPDX-License-Identifier: MIT
// Keys that go anywhere in the reader.
#ifndef DIPTYCH_TOOLS_WALK_H
#define DIPTYCH_TOOLS_WALK_H

#include "diptych/buffer.h"

// Adds so many keys (some are words in a prompt) that neither end nor stop the reader nor write a file; the
// same seed walks the same way.
void walk_add(Buffer *out, long count, uint32_t seed);

#endif
