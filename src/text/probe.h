// SPDX-License-Identifier: MIT
// A word of ASCII looked for in raw bytes, a block of them at a time.
#ifndef DIPTYCH_TEXT_PROBE_H
#define DIPTYCH_TEXT_PROBE_H

#include "diptych/str.h"

// Bytes of a block.
#define PROBE_BLOCK 16

// Sixteen bytes that are compared at once (a vector of GCC and clang).
typedef uint8_t Block __attribute__((vector_size(PROBE_BLOCK)));

// A byte of the word that is compared first.
typedef struct Sample {
    size_t at;  // in the word
    Block mask; // the bit that makes a capital small, or 0, in each byte
    Block want; // the byte, with that bit
} Sample;

// A word made ready to be looked for in bytes, many at a time.
typedef struct Probe {
    Str word;   // small letters unless `exact`; borrowed; when it is empty, nothing is found
    bool exact; // capitals and small letters differ
    Sample rare[2];
    size_t reach; // bytes behind a place that probe_look() reads there
} Probe;

// What a block holds, judged by samples.
typedef struct ProbeLook {
    bool likely; // perhaps the word begins here
    bool
        odd; // a byte that is neither printable ASCII nor a line feed, or a hyphen before a blank or line end
} ProbeLook;

// `word` is ASCII, or empty; the probe borrows it.
Probe probe_new(Str word, bool exact);

// Looks at the PROBE_BLOCK bytes at `at`; probe->reach must be there.
ProbeLook probe_look(const Probe *probe, const char *at);

// True when the word occurs and begins in the bytes [from, to) of `raw`.
bool probe_occurs(const Probe *probe, Str raw, size_t from, size_t to);

#endif
