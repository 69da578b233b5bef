// SPDX-License-Identifier: MIT
// Letters, marks and signs by what people type for them.
#ifndef DIPTYCH_TEXT_LETTERS_H
#define DIPTYCH_TEXT_LETTERS_H

#include "diptych/str.h"

#define VOICING_MARK 0x3099u // of kana; the next is the semi-voicing one

// The ASCII that people type for a quote, apostrophe, prime, geresh, gershayim, dash or hyphen of any script;
// `point` itself when it is none of these.
uint32_t letter_plain_style(uint32_t point);

// True for a mark that is an accent on Latin, Greek or Cyrillic letters, or a Hebrew or Arabic point: not for
// one that makes another letter of its base.
bool letter_is_accent(uint32_t point);

// True when accents on the letter are of that kind: it is Latin, Greek, Cyrillic, Hebrew or Arabic.
bool letter_takes_accents(uint32_t point);

// What people type for a Latin, Greek or Cyrillic letter that no decomposition takes apart: "o" for the one
// with a stroke, "th" for thorn. Returns the letters written to `plain`, or 0 when it has none.
#define LETTER_PLAIN_MAX 2
size_t letter_plain(uint32_t point, uint32_t plain[LETTER_PLAIN_MAX]);

// True when the mark makes another letter of what stands before it, or the jamo goes on with its syllable: a
// word does not end in front of it.
bool letter_goes_on(uint32_t point);

#endif
