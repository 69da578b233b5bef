// SPDX-License-Identifier: MIT
#include "text/needle.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "text/hyphen.h"
#include "text/letters.h"
#include "text/points.h"
#include "text/utf8.h"

#define PAGE_COUNT (0x110000u / MIND_PAGE_POINTS)

// The longest part between hyphens that are kept as they are.
static Str longest_part(Str word)
{
    Str longest = {NULL, 0};
    size_t from = 0;
    for (size_t at = 0; at <= word.len; at++) {
        const size_t hyphen = hyphen_bytes(word, at);
        if (hyphen == 0 && at < word.len)
            continue;
        if (at - from > longest.len)
            longest = str_slice(word, from, at);
        from = at + hyphen;
    }
    return longest;
}

// Quotes and dashes part words here, because their width decides in some locales whether lines join with a
// blank and because a hyphen may divide a word, and so do backslashes, because one that begins a line is not
// text.
static Str longest_word(Str phrase)
{
    Str longest = {NULL, 0}, word;
    while (str_next(&phrase, " '\"-\\", &word)) {
        word = longest_part(word);
        if (word.len > longest.len)
            longest = word;
    }
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

// True when the character is shown as it is and folds to the same whatever stands before it.
static bool is_steady(const Needle *needle, uint32_t point)
{
    const Point shown = point_of(point);
    return shown.showing == SHOWING_PLAIN && !shown.composes &&
           fold_entry(needle->table, point)->how != FOLD_VOICED;
}

// True when the character may make the needle's key together with what stands before it.
static bool might_make_key(const Needle *needle, uint32_t point)
{
    if (is_steady(needle, point))
        return false;
    // An accent that is dropped makes nothing of a letter.
    return fold_entry(needle->table, point)->len > 0 ||
           !letter_takes_accents(utf8_decode(key(needle), 0).point);
}

static bool might_match(const Needle *needle, uint32_t point)
{
    if (point_of(point).showing == SHOWING_REPLACED)
        point = UTF8_REPLACEMENT;
    const Str folded = fold_entry_bytes(needle->table, fold_entry(needle->table, point));
    if (!needle->ascii)
        return holds(folded, key(needle)) || might_make_key(needle, point);
    if (!is_steady(needle, point) || folded.len == 0)
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

// True when the blanks at `at` may be no blank in the text: a line ends there, and what follows joins it, or
// is a comment or an escape.
static bool may_join(Str text, size_t at)
{
    bool feed = false;
    for (; at < text.len && (unsigned char)text.at[at] <= ' '; at++)
        feed = feed || text.at[at] == '\n';
    if (!feed || at >= text.len)
        return false;
    const uint32_t point = utf8_decode_shown(text, at).point;
    return point == '#' || point == '\\' || point_of(point).showing != SHOWING_PLAIN;
}

// True when the character at `at` may be changed by another one, or by the end of a line.
static bool is_unsure(const Needle *needle, Str text, size_t at, Decoded decoded)
{
    const FoldEntry *entry = fold_entry(needle->table, decoded.point);
    const bool blank = entry->how == FOLD_BLANK;
    return !is_steady(needle, decoded.point) || entry->len == 0 ||
           (blank && (needle->wide || may_join(text, at))) || hyphen_bytes(text, at) > 0;
}

NeedleVerdict needle_matches_at(const Needle *needle, Str text, size_t at)
{
    const size_t start = at;
    Str rest = str_slice(needle->word, needle->key_at, needle->word.len);
    while (rest.len > 0) {
        if (at >= text.len)
            return VERDICT_NO;
        const Decoded decoded = utf8_decode_shown(text, at);
        if (is_unsure(needle, text, at, decoded))
            return VERDICT_UNSURE;
        const Str folded = fold_entry_bytes(needle->table, fold_entry(needle->table, decoded.point));
        const size_t len = folded.len < rest.len ? folded.len : rest.len;
        if (memcmp(folded.at, rest.at, len) != 0) // the key may be further inside of the first entry
            return at == start ? VERDICT_UNSURE : VERDICT_NO;
        rest = str_slice(rest, len, rest.len);
        at += decoded.bytes;
    }
    return VERDICT_YES;
}

NeedleVerdict needle_is_in(const Needle *needle, Str text)
{
    char all[256];
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        const Decoded decoded = utf8_decode_shown(text, at);
        const Str folded = fold_entry_bytes(needle->table, fold_entry(needle->table, decoded.point));
        if (len + folded.len > sizeof all || (decoded.point != '\n' && !is_steady(needle, decoded.point)))
            return VERDICT_UNSURE;
        memcpy(all + len, folded.at, folded.len);
        len += folded.len;
        at += decoded.bytes;
    }
    return holds((Str){all, len}, needle->word) ? VERDICT_YES : VERDICT_NO;
}

// True when the two characters may be neighbours in the word.
static bool may_follow(const Needle *needle, char before, char behind)
{
    if ((unsigned char)before >= 0x80 || (unsigned char)behind >= 0x80 || behind == '#' || behind == '\\')
        return true;
    const Str one =
        fold_entry_bytes(needle->table, fold_entry(needle->table, (uint32_t)(unsigned char)before));
    const Str two =
        fold_entry_bytes(needle->table, fold_entry(needle->table, (uint32_t)(unsigned char)behind));
    const char pair[2] = {*one.at, *two.at};
    return holds(needle->word, (Str){pair, 2});
}

bool needle_may_be_divided(const Needle *needle, Str text, size_t at)
{
    const size_t hyphen = hyphen_bytes(text, at);
    size_t next = at + hyphen, feeds = 0;
    if (hyphen == 0 || at == 0)
        return false;
    while (next < text.len && (text.at[next] == ' ' || text.at[next] == '\t' || text.at[next] == '\r' ||
                               (text.at[next] == '\n' && feeds++ == 0)))
        next++;
    const bool blank = next > at + hyphen;
    return blank && next < text.len && may_follow(needle, text.at[at - 1], text.at[next]);
}
