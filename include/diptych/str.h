// SPDX-License-Identifier: MIT
// Byte views that own nothing.
#ifndef DIPTYCH_STR_H
#define DIPTYCH_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// A view of `len` bytes at `at`; neither terminated nor owned. The empty view may have a null `at`.
// It is valid as long as the bytes are: whoever hands one out says whose they are.
typedef struct Str {
    const char *at;
    size_t len; // bytes
} Str;

// The shortest functions are inline: parsing is made of them, and takes a third less time so.

// The view of a C string, without its terminator; of a null pointer, the empty view.
static inline Str str_of(const char *text)
{
    return (Str){text, text ? strlen(text) : 0};
}

// The bytes [from, to) of `s`; both are clamped to its length.
static inline Str str_slice(Str s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from >= to)
        return (Str){s.at ? s.at + to : NULL, 0};
    return (Str){s.at + from, to - from};
}

// The same bytes.
static inline bool str_equal(Str a, Str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

// The small letter of A to Z; other bytes as they are.
static inline char str_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

// The same byte, A-Z and a-z being equal.
static inline bool str_same_letter(char a, char b)
{
    return a == b || ((a ^ b) == 0x20 && str_lower(a) == str_lower(b));
}

// The same, A-Z and a-z being equal. ASCII only: for keys of records, never for text.
bool str_equal_ascii_case(Str a, Str b);

// The same with a C string, which is not measured: most words differ in the first letter.
static inline bool str_is(Str s, const char *word)
{
    size_t at = 0;
    while (at < s.len && word[at] && str_same_letter(s.at[at], word[at]))
        at++;
    return at == s.len && word[at] == '\0';
}

// True when `s` begins with the bytes of `prefix`.
bool str_starts(Str s, Str prefix);

// Byte order, as strcmp: negative, 0 or positive.
int str_compare(Str a, Str b);

// Without blanks, tabs and line ends at both ends.
Str str_trim(Str s);

// The position of the first `byte` at or after `from`, or s.len.
static inline size_t str_find(Str s, char byte, size_t from)
{
    const char *found = from < s.len ? memchr(s.at + from, byte, s.len - from) : NULL;
    return found ? (size_t)(found - s.at) : s.len;
}

// Takes the next piece of `*rest` up to any byte of `separators` (or the end) into `*piece` and advances
// `*rest` behind the separator. False when `*rest` was used up. Pieces may be empty and are not trimmed.
bool str_next(Str *rest, const char *separators, Str *piece);
// The same for words, which are not empty: separators that follow one another count as one. False, and an
// empty word, when there is none.
bool str_next_word(Str *rest, const char *separators, Str *word);

// True for a byte that goes on with a character of UTF-8: none begins there.
static inline bool str_continues(int byte)
{
    return (byte & 0xC0) == 0x80;
}

// Steps by whole characters, of well-formed UTF-8. At the length of `s` and beyond nothing is stepped over.
// The start of the one that holds the byte `at`;
size_t str_character_start(Str s, size_t at);
// of the last one that begins before `at`, which is above 0;
size_t str_character_before(Str s, size_t at);
// and of the first one that begins at or behind `at`, or s.len.
size_t str_character_from(Str s, size_t at);

// A decimal number without sign, at most `limit`, that fills the whole of `s`. False: it is not one.
bool str_number(Str s, uint32_t limit, uint32_t *number);

#endif
