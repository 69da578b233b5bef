// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "diptych/fold.h"
#include "diptych/memory.h"
#include "text/hyphen.h"

static bool is_word_byte(char byte)
{
    const unsigned char c = (unsigned char)byte;
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The bytes of a hyphen in folded text at `at`, behind a letter or digit, or 0. A dash of the original is
// none.
static size_t hyphen_at(Str text, const Folded *folded, size_t at)
{
    const Str all = buffer_str(&folded->text);
    if (at == 0 || !is_word_byte(all.at[at - 1]) || hyphen_bytes(text, folded->from[at]) == 0)
        return 0;
    return hyphen_bytes(all, at);
}

// The bytes of a hyphen and a blank that divide a word at `at`, or 0.
static size_t division_at(Str text, const Folded *folded, size_t at)
{
    const Str all = buffer_str(&folded->text);
    const size_t hyphen = hyphen_at(text, folded, at), next = at + hyphen + 1;
    return hyphen > 0 && next < all.len && all.at[next - 1] == ' ' && is_word_byte(all.at[next]) ? hyphen + 1
                                                                                                 : 0;
}

static void copy(Divided *out, const Folded *folded, size_t from, size_t to)
{
    Folded *joined = &out->joined;
    memcpy(joined->text.bytes + joined->text.len, folded->text.bytes + from, to - from);
    memcpy(joined->from + joined->text.len, folded->from + from, (to - from) * sizeof *folded->from);
    joined->text.len += to - from;
}

static void make_room(Divided *out, size_t len)
{
    Folded *joined = &out->joined;
    buffer_clear(&joined->text);
    joined->text.bytes = mem_grow(joined->text.bytes, &joined->text.capacity, len + 1, 1);
    joined->from = mem_grow(joined->from, &joined->capacity, len + 1, sizeof *joined->from);
    out->count = 0;
}

static void add_place(Divided *out)
{
    out->places = mem_grow(out->places, &out->capacity, out->count + 1, sizeof *out->places);
    out->places[out->count++] = (uint32_t)out->joined.text.len;
}

void fold_undivide(Str text, const Folded *folded, Divided *out)
{
    const Str all = buffer_str(&folded->text);
    make_room(out, all.len);
    size_t done = 0;
    for (size_t at = 0; at < all.len;) {
        const size_t hyphen = hyphen_at(text, folded, at);
        if (hyphen == 0) {
            at++;
            continue;
        }
        const bool blank = division_at(text, folded, at) > 0;
        const size_t next = at + hyphen + blank;
        if (next < all.len && is_word_byte(all.at[next])) {
            copy(out, folded, done, at);
            if (blank)
                add_place(out);
            done = next;
        }
        at = next;
    }
    copy(out, folded, done, all.len);
    out->joined.from[out->joined.text.len] = folded->from[all.len];
}

bool fold_has_division(const Folded *folded)
{
    const Str all = buffer_str(&folded->text);
    return memmem(all.at, all.len, "- ", 2) || memmem(all.at, all.len, HYPHEN " ", sizeof HYPHEN);
}

size_t fold_divided_end(Str text, const Folded *folded, size_t at, Str phrase)
{
    const Str all = buffer_str(&folded->text);
    for (size_t i = 0; i < phrase.len;) {
        const size_t division = division_at(text, folded, at);
        if (division > 0) {
            i += hyphen_bytes(phrase, i);
            i += i < phrase.len && phrase.at[i] == ' ';
            at += division;
        } else if (at == all.len || all.at[at++] != phrase.at[i++]) {
            return 0;
        }
    }
    return at;
}

void divided_free(Divided *divided)
{
    fold_free(&divided->joined);
    free(divided->places);
    *divided = (Divided){0};
}
