// SPDX-License-Identifier: MIT
// How the characters begin in UTF-8 that a needle's keystone may come from.
#ifndef DIPTYCH_TEXT_LEADS_H
#define DIPTYCH_TEXT_LEADS_H

#include "text/needle.h"

// Bytes that tell one character, or of longer ones those that are looked at.
#define LEAD_BYTES 3

// The first bytes of one character, or of several.
typedef struct Lead {
    uint8_t bytes[LEAD_BYTES];
    uint8_t count; // of them that are told, 1 and up; the others are 0
} Lead;

// As many are told apart.
#define LEADS_MAX 24

// Those of every character beyond ASCII that the keystone may come from, and of few others; returns how many.
// None may be told for a needle with nothing but U+FFFD. It takes milliseconds.
size_t leads_of(const Needle *needle, Lead leads[LEADS_MAX]);

#endif
