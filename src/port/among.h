// SPDX-License-Identifier: MIT
// Whether a word is one of a list.
#ifndef PORT_AMONG_H
#define PORT_AMONG_H

#include "diptych/str.h"

// True when `word` is one of `words`, byte for byte. Most words differ in the first byte, so nothing is
// measured.
static inline bool is_among(Str word, const char *const *words, size_t count)
{
    for (size_t i = 0; word.len && i < count; i++)
        if (words[i][0] == word.at[0] && strlen(words[i]) == word.len &&
            memcmp(words[i], word.at, word.len) == 0)
            return true;
    return false;
}

// The same for an array whose size is known.
#define AMONG(word, words) is_among(word, words, sizeof(words) / sizeof *(words))

// A word folded (fold.h), which is quick where it is ASCII.
typedef struct SmallWord {
    char bytes[128]; // what is longer is cut
    size_t len;
} SmallWord;

// Overwrites `*out`.
void small_word(Str word, SmallWord *out);
// A view of it.
static inline Str small_str(const SmallWord *word)
{
    return (Str){word->bytes, word->len};
}

#endif
