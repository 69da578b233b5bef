// SPDX-License-Identifier: MIT
// Two words are near when taking a byte out of each, or of one, leaves the same: so each word is found by
// what is left of it without one of its bytes, and what has been typed by what is left of that.
#include "diptych/spelling.h"

#include <stdlib.h>

#include "diptych/likeness.h"
#include "diptych/memory.h"

#define WORD_MAX 64

// A word without one of its bytes.
typedef struct Trace {
    uint64_t hash;
    uint32_t word; // index
} Trace;

struct Spelling {
    Str *words;
    size_t count, capacity;
    Str *sorted;   // in order of the folded words; null: not sorted yet
    Trace *traces; // in order of hash
    size_t trace_count;
};

Spelling *spelling_new(void)
{
    return mem_new(1, sizeof(Spelling));
}

static void forget_order(Spelling *spelling)
{
    free(spelling->sorted);
    free(spelling->traces);
    spelling->sorted = NULL;
    spelling->traces = NULL;
}

void spelling_free(Spelling *spelling)
{
    if (!spelling)
        return;
    forget_order(spelling);
    free(spelling->words);
    free(spelling);
}

void spelling_add(Spelling *spelling, Str word)
{
    forget_order(spelling);
    spelling->words =
        mem_grow(spelling->words, &spelling->capacity, spelling->count + 1, sizeof *spelling->words);
    spelling->words[spelling->count++] = word;
}

static char fold(char c)
{
    return c == '_' ? '-' : str_lower(c);
}

// FNV-1a of the folded word without byte `left_out` (its length: of all of it).
static uint64_t trace_hash(Str word, size_t left_out)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < word.len; i++)
        if (i != left_out)
            hash = (hash ^ (unsigned char)fold(word.at[i])) * 1099511628211u;
    return hash;
}

static int compare_traces(const void *a, const void *b)
{
    const Trace *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->word > y->word) - (x->word < y->word);
}

static int compare_folded(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    for (size_t i = 0; i < common; i++)
        if (fold(a.at[i]) != fold(b.at[i]))
            return (unsigned char)fold(a.at[i]) < (unsigned char)fold(b.at[i]) ? -1 : 1;
    return (a.len > b.len) - (a.len < b.len);
}

static int compare_words(const void *a, const void *b)
{
    return compare_folded(*(const Str *)a, *(const Str *)b);
}

static void put_in_order(Spelling *spelling)
{
    size_t room = 0;
    for (size_t i = 0; i < spelling->count; i++)
        room += spelling->words[i].len <= WORD_MAX ? spelling->words[i].len + 1 : 0;
    spelling->sorted = mem_new(spelling->count, sizeof *spelling->sorted);
    spelling->traces = mem_new(room, sizeof *spelling->traces);
    spelling->trace_count = 0;
    for (uint32_t i = 0; i < spelling->count; i++) {
        spelling->sorted[i] = spelling->words[i];
        for (size_t k = 0; spelling->words[i].len <= WORD_MAX && k <= spelling->words[i].len; k++)
            spelling->traces[spelling->trace_count++] = (Trace){trace_hash(spelling->words[i], k), i};
    }
    if (spelling->count > 1)
        qsort(spelling->sorted, spelling->count, sizeof *spelling->sorted, compare_words);
    if (spelling->trace_count > 1)
        qsort(spelling->traces, spelling->trace_count, sizeof *spelling->traces, compare_traces);
}

// A word of up to WORD_MAX bytes, folded.
typedef struct FoldedWord {
    char bytes[WORD_MAX];
} FoldedWord;

static Str fold_word(Str word, FoldedWord *out)
{
    for (size_t i = 0; i < word.len; i++)
        out->bytes[i] = fold(word.at[i]);
    return (Str){out->bytes, word.len};
}

// Words that are further apart have no trace in common, unless by chance.
#define APART_MAX ((size_t)2)

static size_t limit_of(Str typed)
{
    size_t limit = likeness_limit(typed);
    return limit < APART_MAX ? limit : APART_MAX;
}

static size_t distance(Str typed, Str word, size_t limit)
{
    FoldedWord a, b;
    return likeness_distance(fold_word(typed, &a), fold_word(word, &b), limit);
}

bool spelling_is_near(Str typed, Str word)
{
    size_t limit = limit_of(typed);
    return typed.len <= WORD_MAX && word.len <= WORD_MAX && distance(typed, word, limit) <= limit;
}

static size_t first_trace(const Spelling *spelling, uint64_t hash)
{
    size_t low = 0, high = spelling->trace_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spelling->traces[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// The nearest word so far.
typedef struct NearWord {
    size_t apart;
    uint32_t word; // index
} NearWord;

static void look(const Spelling *spelling, Str typed, uint32_t word, NearWord *nearest)
{
    if (spelling->words[word].len > WORD_MAX)
        return;
    size_t apart = distance(typed, spelling->words[word], APART_MAX);
    if (apart < nearest->apart || (apart == nearest->apart && word < nearest->word))
        *nearest = (NearWord){apart, word};
}

// So many words with the same trace are looked at; and all words, where there are no more of them.
#define LOOKED_MAX ((size_t)64)

static void look_for(const Spelling *spelling, Str typed, NearWord *nearest)
{
    for (uint32_t i = 0; i < spelling->count && spelling->count <= LOOKED_MAX; i++)
        look(spelling, typed, i, nearest);
    for (size_t i = 0; i <= typed.len && spelling->count > LOOKED_MAX; i++) {
        uint64_t hash = trace_hash(typed, i);
        size_t at = first_trace(spelling, hash), end = at + LOOKED_MAX;
        for (; at < end && at < spelling->trace_count && spelling->traces[at].hash == hash; at++)
            look(spelling, typed, spelling->traces[at].word, nearest);
    }
}

static bool begins(Str word, Str typed)
{
    return word.len >= typed.len && compare_folded(str_slice(word, 0, typed.len), typed) == 0;
}

// The only word that begins with what was typed; empty: none, or several.
static Str find_begun(const Spelling *spelling, Str typed)
{
    size_t low = 0, high = spelling->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_folded(spelling->sorted[middle], typed) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool one = low < spelling->count && begins(spelling->sorted[low], typed);
    bool more = low + 1 < spelling->count && begins(spelling->sorted[low + 1], typed);
    return one && !more ? spelling->sorted[low] : (Str){"", 0};
}

Str spelling_find(Spelling *spelling, Str typed)
{
    size_t limit = limit_of(typed);
    NearWord nearest = {limit + 1, UINT32_MAX};
    if (limit == 0 || typed.len > WORD_MAX)
        return (Str){"", 0};
    if (!spelling->sorted)
        put_in_order(spelling);
    look_for(spelling, typed, &nearest);
    return nearest.apart <= limit ? spelling->words[nearest.word] : find_begun(spelling, typed);
}
