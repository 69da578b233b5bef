// SPDX-License-Identifier: MIT
#include "text/needle.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "text/hyphen.h"
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

// The first character of East Asian writing.
#define EAST_ASIAN 0x2E80u

// True when lines may join within the word without a blank: marks count, since they may be voicing marks.
static bool holds_wide(Str word)
{
    bool wide = false;
    for (size_t at = 0; at < word.len;) {
        const Decoded decoded = utf8_decode_shown(word, at);
        wide = wide || decoded.point >= EAST_ASIAN ||
               (decoded.point >= 0x80 && point_of(decoded.point).columns != 1);
        at += decoded.bytes;
    }
    return wide;
}

Needle needle_new(Str folded_phrase, unsigned keep)
{
    const Str word = longest_word(folded_phrase);
    Needle needle = {.bytes = mem_text(word), .keep = keep, .table = fold_table(keep)};
    needle.word = (Str){needle.bytes, word.len};
    needle.pages = mem_new(PAGE_COUNT, sizeof *needle.pages);
    needle.wide = holds_wide(needle.word);
    needle.keystone = keystone_choose(needle.word);
    return needle;
}

void needle_free(Needle *needle)
{
    free(needle->pages);
    free(needle->bytes);
    *needle = (Needle){0};
}

// True when the character is shown as it is and folds to the same whatever stands before it.
static bool stays(uint32_t point, const FoldEntry *entry)
{
    const Point shown = point_of(point);
    return shown.showing == SHOWING_PLAIN && !shown.composes && entry->how != FOLD_VOICED;
}

void needle_learn(const Needle *needle, uint32_t page)
{
    MindPage learned = {.known = true};
    for (uint32_t i = 0; i < MIND_PAGE_POINTS; i++) {
        const uint32_t point = page * MIND_PAGE_POINTS + i;
        const FoldEntry *entry = fold_entry(needle->table, point);
        learned.minds |= (uint64_t)keystone_minds(&needle->keystone, needle->table, entry, point) << i;
        learned.steady |= (uint64_t)stays(point, entry) << i;
    }
    needle->pages[page] = learned;
}

static bool is_steady(const Needle *needle, uint32_t point)
{
    return needle_page(needle, point)->steady >> point % MIND_PAGE_POINTS & 1;
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

// True when the character in front of `next` may be made another one by what follows, perhaps in the next
// line.
static bool may_be_changed(const Needle *needle, Str text, size_t next)
{
    if (next >= text.len)
        return false;
    const unsigned char byte = (unsigned char)text.at[next];
    return byte < 0x80 ? needle->wide && byte <= ' '
                       : !is_steady(needle, utf8_decode_shown(text, next).point);
}

// True when the character at `at` may be changed by another one, or by the end of a line.
static bool is_unsure(const Needle *needle, Str text, size_t at, Decoded decoded)
{
    const FoldEntry *entry = fold_entry(needle->table, decoded.point);
    const bool blank = entry->how == FOLD_BLANK;
    return !is_steady(needle, decoded.point) || entry->len == 0 ||
           (blank && (needle->wide || may_join(text, at))) || hyphen_bytes(text, at) > 0 ||
           may_be_changed(needle, text, at + decoded.bytes);
}

// So many characters are compared before the whole text is: a text that is nearly the word all over must not
// be compared with it at each place.
#define COMPARED_MAX 32

static NeedleVerdict matches_behind(const Needle *needle, Str text, size_t at)
{
    Str rest = str_slice(needle->word, needle->keystone.at, needle->word.len);
    for (int compared = 0; rest.len > 0; compared++) {
        if (at >= text.len)
            return VERDICT_NO;
        const Decoded decoded = utf8_decode_shown(text, at);
        if (compared == COMPARED_MAX || is_unsure(needle, text, at, decoded))
            return VERDICT_UNSURE;
        const Str folded = fold_entry_bytes(needle->table, fold_entry(needle->table, decoded.point));
        const size_t len = folded.len < rest.len ? folded.len : rest.len;
        if (memcmp(folded.at, rest.at, len) != 0)
            return VERDICT_NO;
        rest = str_slice(rest, len, rest.len);
        at += decoded.bytes;
    }
    return VERDICT_YES;
}

// The character that ends in front of `at`; UTF8_INVALID when there is no telling.
static Decoded decode_before(Str text, size_t at)
{
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && str_continues(text.at[start]))
        start--;
    const Decoded decoded = utf8_decode(text, start);
    return start + decoded.bytes == at ? decoded : (Decoded){UTF8_INVALID, 1};
}

// True when a line or a divided word may go on behind the blanks that end in front of `at`.
static bool may_go_on(const Needle *needle, Str text, size_t at)
{
    while (at > 0 && text.at[at - 1] == ' ')
        at--;
    if (needle->wide || at == 0)
        return needle->wide;
    const Decoded decoded = decode_before(text, at);
    return decoded.point == UTF8_INVALID || !is_steady(needle, decoded.point) ||
           fold_entry(needle->table, decoded.point)->how == FOLD_BLANK ||
           hyphen_bytes(text, at - decoded.bytes);
}

// The same as is_unsure() for the character at `at` with what stands in front of it.
static bool is_unsure_before(const Needle *needle, Str text, size_t at, Decoded decoded)
{
    const FoldEntry *entry = fold_entry(needle->table, decoded.point);
    if (!is_steady(needle, decoded.point) || entry->len == 0 || hyphen_bytes(text, at) > 0)
        return true;
    if (decoded.point == '\\') // the escape that a line begins with
        return at == 0 || text.at[at - 1] == '\n';
    return entry->how == FOLD_BLANK && (decoded.point != ' ' || may_go_on(needle, text, at));
}

static NeedleVerdict matches_before(const Needle *needle, Str text, size_t at)
{
    Str rest = str_slice(needle->word, 0, needle->keystone.at);
    for (int compared = 0; rest.len > 0; compared++) {
        if (at == 0)
            return VERDICT_NO;
        const Decoded decoded = decode_before(text, at);
        at -= decoded.bytes;
        if (compared == COMPARED_MAX || decoded.point == UTF8_INVALID ||
            is_unsure_before(needle, text, at, decoded))
            return VERDICT_UNSURE;
        const Str folded = fold_entry_bytes(needle->table, fold_entry(needle->table, decoded.point));
        const size_t len = folded.len < rest.len ? folded.len : rest.len;
        if (memcmp(folded.at + folded.len - len, rest.at + rest.len - len, len) != 0)
            return VERDICT_NO;
        rest = str_slice(rest, 0, rest.len - len);
    }
    return VERDICT_YES;
}

NeedleVerdict needle_matches_around(const Needle *needle, Str text, size_t at)
{
    const Decoded decoded = utf8_decode_shown(text, at);
    // The keystone may be anywhere in what becomes of the character.
    if (is_unsure(needle, text, at, decoded) ||
        fold_entry(needle->table, decoded.point)->len != needle->keystone.len)
        return VERDICT_UNSURE;
    const NeedleVerdict behind = matches_behind(needle, text, at);
    if (behind == VERDICT_NO)
        return VERDICT_NO;
    const NeedleVerdict before = matches_before(needle, text, at);
    return before == VERDICT_YES ? behind : before;
}
