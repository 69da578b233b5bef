// SPDX-License-Identifier: MIT
// What the fuzzer calls, and the replay of its corpus.
#ifndef DIPTYCH_FUZZ_H
#define DIPTYCH_FUZZ_H

#include <stddef.h>
#include <stdint.h>

// The directories below tests/ that hold the target's inputs, null at the end.
extern const char *const fuzz_corpus[];

// One run of the target; aborts when something does not hold.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
