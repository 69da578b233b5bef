// SPDX-License-Identifier: MIT
// What the fuzzer calls, and the replay of its corpus.
#ifndef DIPTYCH_FUZZ_H
#define DIPTYCH_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
