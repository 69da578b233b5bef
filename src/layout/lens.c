// SPDX-License-Identifier: MIT
#include "layout/lens.h"

#include <stdlib.h>

#include "diptych/memory.h"

// Words longer than this, in bytes, are not put beside others, and a text gets at most so many: a dossier
// made to do harm would blow up otherwise.
#define WORD_MAX 200
#define INSERTS_MAX 1000
// Words that begin with one another are tried up to this depth.
#define PREFIXES_MAX 16

typedef struct LensWord {
    Str word;
    uint32_t name;
    uint32_t shorter; // the longest other word that this one begins with; NONE: there is none
} LensWord;

struct Lens {
    const Dossier *dossier;
    LensWord *words; // in byte order
    size_t count, capacity;
};

// By word; of the same word the first record comes last, where the search finds it.
static int compare_words(const void *a, const void *b)
{
    const LensWord *x = a, *y = b;
    int order = str_compare(x->word, y->word);
    if (order)
        return order;
    return x->name > y->name ? -1 : x->name < y->name;
}

static void add_words(Lens *lens, uint32_t name, const Naming *naming)
{
    for (size_t i = 0; i < naming->word_count; i++) {
        if (!naming->words[i].len)
            continue;
        lens->words = mem_grow(lens->words, &lens->capacity, lens->count + 1, sizeof *lens->words);
        lens->words[lens->count++] = (LensWord){naming->words[i], name, NONE};
    }
}

// In byte order a word's prefixes stand before it, nested: each is on the chain of the word just before.
static void chain_prefixes(Lens *lens)
{
    for (uint32_t i = 1; i < lens->count; i++) {
        uint32_t prefix = i - 1;
        while (prefix != NONE && !str_starts(lens->words[i].word, lens->words[prefix].word))
            prefix = lens->words[prefix].shorter;
        lens->words[i].shorter = prefix;
    }
}

Lens *lens_new(const Dossier *dossier)
{
    Lens *lens = mem_new(1, sizeof *lens);
    lens->dossier = dossier;
    for (uint32_t i = 0; i < dossier->name_count; i++)
        for (size_t j = 0; j < dossier->names[i].naming_count; j++)
            add_words(lens, i, &dossier->names[i].namings[j]);
    if (lens->count)
        qsort(lens->words, lens->count, sizeof *lens->words, compare_words);
    chain_prefixes(lens);
    return lens;
}

void lens_free(Lens *lens)
{
    if (!lens)
        return;
    free(lens->words);
    free(lens);
}

// Whether the character that holds the byte is a letter or digit of a script that puts blanks between words:
// by its first byte, ASCII and what lies below the general punctuation (U+2000), without the signs of
// Latin 1.
static bool in_word(Str text, size_t at)
{
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    unsigned char c = (unsigned char)text.at[at];
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c >= 0xC3 && c <= 0xE1;
}

static bool is_boundary(Str text, size_t at)
{
    return at == 0 || at >= text.len || !in_word(text, at - 1) || !in_word(text, at);
}

// The longest whole word that stands at `at`; null when there is none.
static const LensWord *word_at(const Lens *lens, Str text, size_t at)
{
    Str rest = str_slice(text, at, text.len);
    size_t low = 0, high = lens->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(lens->words[middle].word, rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t found = low ? (uint32_t)low - 1 : NONE;
    for (int i = 0; i < PREFIXES_MAX && found != NONE; i++, found = lens->words[found].shorter) {
        const LensWord *word = &lens->words[found];
        if (str_starts(rest, word->word) && is_boundary(text, at + word->word.len))
            return word;
    }
    return NULL;
}

static bool has_word(const Naming *naming, Str word)
{
    for (size_t i = 0; i < naming->word_count; i++)
        if (str_equal(naming->words[i], word))
            return true;
    return false;
}

// What one of the parties says instead; empty when both use the word or none has another.
static Str other_word(const Lens *lens, const LensWord *word, const uint32_t parties[2])
{
    const Name *name = &lens->dossier->names[word->name];
    bool any = parties[0] == NONE && parties[1] == NONE;
    for (size_t i = 0; i < name->naming_count; i++) {
        const Naming *naming = &name->namings[i];
        bool wanted = any || naming->party == parties[0] || naming->party == parties[1];
        if (wanted && naming->word_count && !has_word(naming, word->word))
            return naming->words[0];
    }
    return (Str){NULL, 0};
}

static void add_other(Block *block, Str other, size_t at)
{
    Buffer words = {0};
    buffer_add_text(&words, " [");
    buffer_add(&words, other);
    buffer_add_byte(&words, ']');
    block_add_insert(block, at, buffer_str(&words));
    buffer_free(&words);
}

void lens_add(const Lens *lens, const uint32_t parties[2], Str text, Block *block)
{
    size_t done = 0, inserts = 0;
    for (size_t at = 0; at < text.len && inserts < INSERTS_MAX;) {
        const LensWord *word = is_boundary(text, at) ? word_at(lens, text, at) : NULL;
        if (!word) {
            at++;
            continue;
        }
        at += word->word.len;
        Str other = other_word(lens, word, parties);
        if (!other.len || other.len > WORD_MAX)
            continue;
        buffer_add(&block->words, str_slice(text, done, at));
        add_other(block, other, at);
        done = at;
        inserts++;
    }
    buffer_add(&block->words, str_slice(text, done, text.len));
}
