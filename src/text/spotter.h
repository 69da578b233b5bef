// SPDX-License-Identifier: MIT
// Where in the bytes of a file a needle's keystone may come from, many bytes at a time.
#ifndef DIPTYCH_TEXT_SPOTTER_H
#define DIPTYCH_TEXT_SPOTTER_H

#include "text/leads.h"

// Bytes that are compared at once.
#define SPOTTER_BLOCK 16

// A vector of GCC and clang.
typedef uint8_t Block __attribute__((vector_size(SPOTTER_BLOCK)));

// What is looked for.
typedef struct Spotter {
    const Needle *needle; // borrowed
    bool ascii;           // the keystone is
    bool any_next;        // what is behind it in the word does not matter: there is nothing, or no ASCII
    bool knows;           // all leads are known; else every character beyond ASCII is asked for
    Block mask, want;     // its byte, with the bit that makes a capital small, in each byte
    Block next_mask, next_want;         // the same of the byte of the word behind it
    Block leads[LEADS_MAX][LEAD_BYTES]; // the first bytes in UTF-8 of what the keystone may come from
    size_t counts[LEAD_BYTES];          // of those that are told by one byte, by two, by three: in this order
} Spotter;

// For a needle whose word is not empty; at the same address as long as the spotter is used.
Spotter spotter_new(const Needle *needle);
// Finds out what all characters are that the keystone may come from: worth its milliseconds where there is
// much text.
void spotter_learn(Spotter *spotter);

// The first place at or after `from` where the keystone may come from; raw.len when there is none.
size_t spotter_next(const Spotter *spotter, Str raw, size_t from);

#endif
