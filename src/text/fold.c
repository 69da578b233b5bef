// SPDX-License-Identifier: MIT
#include "diptych/fold.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "diptych/memory.h"
#include "text/foldtable.h"
#include "text/letters.h"
#include "text/utf8.h"

#define WORD sizeof(uint64_t)
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))
#define TOP_BITS EACH_BYTE(0x80)

// The functions on words take eight bytes of ASCII at once, with one top bit of the result for each.

static uint64_t words_blanks(uint64_t word)
{
    const uint64_t others = word ^ EACH_BYTE(' ');
    return ~(others + EACH_BYTE(0x7F)) & TOP_BITS;
}

static uint64_t words_capitals(uint64_t word)
{
    return ((word + EACH_BYTE(0x80 - 'A')) ^ (word + EACH_BYTE(0x80 - 'Z' - 1))) & TOP_BITS;
}

// Room for what `left` bytes of the original fold to when none gets longer, and for one entry written whole.
static void make_room(Folded *out, size_t left)
{
    const size_t want = out->text.len + left + sizeof(FoldEntry);
    out->text.bytes = mem_grow(out->text.bytes, &out->text.capacity, want, 1);
    out->from = mem_grow(out->from, &out->capacity, want, sizeof *out->from);
}

static bool ends_with_blank(const Folded *out)
{
    return out->text.len > 0 && out->text.bytes[out->text.len - 1] == ' ';
}

// Folds the eight bytes at `at` when they are printable ASCII without two blanks in a row.
static bool fold_word(Str text, size_t at, unsigned keep, Folded *out)
{
    uint64_t word;
    memcpy(&word, text.at + at, WORD);
    if ((word | (word - EACH_BYTE(0x20))) & TOP_BITS)
        return false;
    const uint64_t blanks = words_blanks(word);
    if (!(keep & FOLD_KEEP_BLANKS) &&
        ((blanks & blanks << 8) || (text.at[at] == ' ' && ends_with_blank(out))))
        return false;
    if (!(keep & FOLD_KEEP_CASE))
        word |= words_capitals(word) >> 2; // 20 is what a small letter has more
    memcpy(out->text.bytes + out->text.len, &word, WORD);
    uint32_t *from = out->from + out->text.len;
    for (uint32_t i = 0; i < WORD; i++)
        from[i] = (uint32_t)at + i;
    out->text.len += WORD;
    return true;
}

static void add_point(Folded *out, const FoldTable *table, const FoldEntry *entry, size_t at)
{
    const Str bytes = fold_entry_bytes(table, entry);
    memcpy(out->text.bytes + out->text.len, bytes.at, bytes.len);
    for (size_t i = 0; i < bytes.len; i++)
        out->from[out->text.len + i] = (uint32_t)at;
    out->text.len += bytes.len;
}

// Makes one letter of the kana at the end and a voicing mark; both kana take three bytes. False when there is
// none.
static bool voice_last(Folded *out, const FoldEntry *entry)
{
    if (out->text.len < 3)
        return false;
    char *last = out->text.bytes + out->text.len - 3;
    const uint32_t base = utf8_decode_shown((Str){last, 3}, 0).point;
    const uint32_t mark = utf8_decode_shown((Str){entry->bytes, entry->len}, 0).point;
    const uint32_t letter = uc_composition(base, mark);
    if (letter >> 8 != 0x30)
        return false;
    last[1] = (char)(0x80 | (letter >> 6 & 0x3F));
    last[2] = (char)(0x80 | (letter & 0x3F));
    return true;
}

// Folds the character at `at`; returns its bytes.
static size_t fold_point(Str text, size_t at, FoldTable *table, Folded *out)
{
    const Decoded decoded = utf8_decode_shown(text, at);
    const FoldEntry *entry = fold_entry(table, decoded.point);
    if (entry->len > decoded.bytes)
        make_room(out, text.len - at + entry->len);
    if (entry->how != FOLD_PLAIN) {
        const bool done = (entry->how == FOLD_BLANK && ends_with_blank(out)) ||
                          (entry->how == FOLD_VOICED && voice_last(out, entry));
        if (!done)
            add_point(out, table, entry, at);
        return decoded.bytes;
    }
    memcpy(out->text.bytes + out->text.len, entry->bytes, FOLD_BYTES);
    for (size_t i = 0; i < entry->len; i++)
        out->from[out->text.len + i] = (uint32_t)at;
    out->text.len += entry->len;
    return decoded.bytes;
}

void fold_text(Str text, unsigned keep, Folded *out)
{
    text = str_slice(text, 0, UINT32_MAX);
    FoldTable *table = fold_table(keep);
    buffer_clear(&out->text);
    make_room(out, text.len);
    for (size_t at = 0; at < text.len;) {
        if (text.len - at >= WORD && fold_word(text, at, keep, out)) {
            at += WORD;
            continue;
        }
        for (const size_t end = at + WORD; at < end && at < text.len;)
            at += fold_point(text, at, table, out);
    }
    out->from[out->text.len] = (uint32_t)text.len;
}

void fold_free(Folded *folded)
{
    buffer_free(&folded->text);
    free(folded->from);
    *folded = (Folded){0};
}

size_t fold_at(const Folded *folded, size_t from)
{
    size_t low = 0, high = folded->text.len;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (folded->from[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Match fold_origin(const Folded *folded, size_t from, size_t to)
{
    while (to < folded->text.len && folded->from[to] == folded->from[to - 1])
        to++;
    return (Match){folded->from[from], folded->from[to]};
}

bool fold_goes_on(const Folded *folded, size_t at)
{
    return at < folded->text.len && letter_goes_on(utf8_decode_shown(buffer_str(&folded->text), at).point);
}

unsigned fold_keep_of(Str query)
{
    unsigned keep = FOLD_ALL;
    for (size_t at = 0; at < query.len;) {
        const Decoded decoded = utf8_decode_shown(query, at);
        keep |= fold_keep_of_point(decoded.point);
        at += decoded.bytes;
    }
    return keep;
}
