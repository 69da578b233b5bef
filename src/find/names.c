// SPDX-License-Identifier: MIT
#include "diptych/names.h"

#include <stdlib.h>

#include "diptych/bounds.h"
#include "diptych/memory.h"

// Words that begin with one another are tried up to this depth.
#define PREFIXES_MAX 16

typedef struct NameWord {
    Str word;
    uint32_t name;
    uint32_t shorter; // the longest other word that this one begins with; NONE: there is none
} NameWord;

struct Names {
    NameWord *words; // in byte order
    size_t count, capacity;
};

// By word; of the same word the first record comes last, where the search finds it.
static int compare_words(const void *a, const void *b)
{
    const NameWord *x = a, *y = b;
    int order = str_compare(x->word, y->word);
    if (order)
        return order;
    return x->name > y->name ? -1 : x->name < y->name;
}

static void add_words(Names *names, uint32_t name, const Naming *naming)
{
    for (size_t i = 0; i < naming->word_count; i++) {
        if (!naming->words[i].len)
            continue;
        names->words = mem_grow(names->words, &names->capacity, names->count + 1, sizeof *names->words);
        names->words[names->count++] = (NameWord){naming->words[i], name, NONE};
    }
}

// In byte order a word's prefixes stand before it, nested: each is on the chain of the word just before.
static void chain_prefixes(Names *names)
{
    for (uint32_t i = 1; i < names->count; i++) {
        uint32_t prefix = i - 1;
        while (prefix != NONE && !str_starts(names->words[i].word, names->words[prefix].word))
            prefix = names->words[prefix].shorter;
        names->words[i].shorter = prefix;
    }
}

Names *names_new(const Dossier *dossier)
{
    Names *names = mem_new(1, sizeof *names);
    for (uint32_t i = 0; i < dossier->name_count; i++)
        for (size_t j = 0; j < dossier->names[i].naming_count; j++)
            add_words(names, i, &dossier->names[i].namings[j]);
    if (names->count)
        qsort(names->words, names->count, sizeof *names->words, compare_words);
    chain_prefixes(names);
    return names;
}

void names_free(Names *names)
{
    if (!names)
        return;
    free(names->words);
    free(names);
}

// The longest whole word that stands at `at`; null when there is none.
static const NameWord *word_at(const Names *names, Str text, size_t at)
{
    Str rest = str_slice(text, at, text.len);
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(names->words[middle].word, rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t found = low ? (uint32_t)low - 1 : NONE;
    for (int i = 0; i < PREFIXES_MAX && found != NONE; i++, found = names->words[found].shorter) {
        const NameWord *word = &names->words[found];
        if (str_starts(rest, word->word) && bounds_word(text, at + word->word.len))
            return word;
    }
    return NULL;
}

bool names_next(const Names *names, Str text, size_t from, NameFound *found)
{
    for (size_t at = from; names->count && at < text.len; at++) {
        if (!bounds_word(text, at))
            continue;
        const NameWord *word = word_at(names, text, at);
        if (word) {
            *found = (NameFound){at, at + word->word.len, word->name};
            return true;
        }
    }
    return false;
}
