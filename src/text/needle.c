// SPDX-License-Identifier: MIT
#include "text/needle.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "text/points.h"
#include "text/utf8.h"

#define PAGE_COUNT (0x110000u / MIND_PAGE_POINTS)

// Quotes and dashes part words here, because their width decides in some locales whether lines join with a
// blank, and so do backslashes, because one that begins a line is not text.
static Str longest_word(Str phrase)
{
    Str longest = {NULL, 0}, word;
    while (str_next(&phrase, " '\"-\\", &word))
        if (word.len > longest.len)
            longest = word;
    return longest;
}

// Finds out of what characters the word is.
static void examine(Needle *needle)
{
    needle->ascii = true;
    for (size_t at = 0; at < needle->word.len;) {
        const Decoded decoded = utf8_decode_shown(needle->word, at);
        if (decoded.point >= 0x80 && needle->ascii) {
            needle->ascii = false;
            needle->key_at = at;
            needle->key_len = decoded.bytes;
        }
        needle->wide = needle->wide || (decoded.point >= 0x80 && point_of(decoded.point).columns == 2);
        at += decoded.bytes;
    }
}

Needle needle_new(Str folded_phrase, unsigned keep)
{
    const Str word = longest_word(folded_phrase);
    Needle needle = {.bytes = mem_text(word), .keep = keep, .table = fold_table(keep)};
    needle.word = (Str){needle.bytes, word.len};
    needle.pages = mem_new(PAGE_COUNT, sizeof *needle.pages);
    examine(&needle);
    return needle;
}

void needle_free(Needle *needle)
{
    free(needle->pages);
    free(needle->bytes);
    *needle = (Needle){0};
}

static Str key(const Needle *needle)
{
    return str_slice(needle->word, needle->key_at, needle->key_at + needle->key_len);
}

static bool holds(Str text, Str part)
{
    return memmem(text.at, text.len, part.at, part.len) != NULL;
}

// True when the character is shown as it is whatever stands before it.
static bool is_steady(uint32_t point)
{
    const Point shown = point_of(point);
    return shown.showing == SHOWING_PLAIN && !shown.composes;
}

static bool might_match(const Needle *needle, uint32_t point)
{
    if (point_of(point).showing == SHOWING_REPLACED)
        point = UTF8_REPLACEMENT;
    const FoldEntry *entry = fold_entry(needle->table, point);
    const Str folded = {entry->bytes, entry->len};
    if (!needle->ascii)
        return holds(folded, key(needle)) || (needle->keep & FOLD_KEEP_ACCENTS && !is_steady(point));
    if (!is_steady(point) || entry->len == 0)
        return true;
    for (size_t i = 0; i < folded.len; i++)
        if (holds(needle->word, str_slice(folded, i, i + 1)))
            return true;
    return false;
}

void needle_learn(const Needle *needle, uint32_t page)
{
    uint64_t minds = 0;
    for (uint32_t i = 0; i < MIND_PAGE_POINTS; i++)
        minds |= (uint64_t)might_match(needle, page * MIND_PAGE_POINTS + i) << i;
    needle->pages[page] = (MindPage){minds, true};
}

Verdict needle_matches_at(const Needle *needle, Str text, size_t at)
{
    const size_t start = at;
    Str rest = str_slice(needle->word, needle->key_at, needle->word.len);
    while (rest.len > 0) {
        if (at >= text.len)
            return VERDICT_NO;
        const Decoded decoded = utf8_decode_shown(text, at);
        const FoldEntry *entry = fold_entry(needle->table, decoded.point);
        if (!is_steady(decoded.point) || entry->len == 0 || (needle->wide && entry->bytes[0] == ' '))
            return VERDICT_UNSURE;
        const size_t len = entry->len < rest.len ? entry->len : rest.len;
        if (memcmp(entry->bytes, rest.at, len) != 0) // the key may be further inside of the first entry
            return at == start ? VERDICT_UNSURE : VERDICT_NO;
        rest = str_slice(rest, len, rest.len);
        at += decoded.bytes;
    }
    return VERDICT_YES;
}

Verdict needle_is_in(const Needle *needle, Str text)
{
    char folded[256];
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        const Decoded decoded = utf8_decode_shown(text, at);
        if (len + FOLD_BYTES > sizeof folded || (decoded.point != '\n' && !is_steady(decoded.point)))
            return VERDICT_UNSURE;
        const FoldEntry *entry = fold_entry(needle->table, decoded.point);
        memcpy(folded + len, entry->bytes, FOLD_BYTES);
        len += entry->len;
        at += decoded.bytes;
    }
    return holds((Str){folded, len}, needle->word) ? VERDICT_YES : VERDICT_NO;
}
