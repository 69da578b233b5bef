// SPDX-License-Identifier: MIT
// What kind a character is, for those who look for names and sentences in a text.
#ifndef DIPTYCH_CHARACTER_H
#define DIPTYCH_CHARACTER_H

#include "diptych/str.h"

// A character where it stands.
typedef struct Character {
    uint32_t point; // U+FFFD for bytes that are ill-formed
    uint32_t bytes; // at least 1
} Character;

// The character at byte `at`, below s.len, of any bytes.
Character character_at(Str s, size_t at);

// Letters of any script; those that have a case, and which.
bool character_is_letter(uint32_t point);
bool character_is_upper(uint32_t point); // also title case
bool character_is_lower(uint32_t point);
// Decimal digits of any script.
bool character_is_digit(uint32_t point);
// Blanks of any width.
bool character_is_blank(uint32_t point);

// The first byte at or behind `from` that is part of no well-formed UTF-8, or s.len; a sequence that the end
// cuts short counts as such, at its first byte.
size_t character_ill_formed(Str s, size_t from);

#endif
