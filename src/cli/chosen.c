// SPDX-License-Identifier: MIT
#include "chosen.h"

#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "subcommand.h"

void words_add(WordList *words, const char *value)
{
    words->items = mem_grow(words->items, &words->capacity, words->count + 1, sizeof *words->items);
    words->items[words->count++] = arguments_words(value);
}

void words_free(WordList *words)
{
    for (size_t i = 0; i < words->count; i++)
        free(words->items[i]);
    free(words->items);
    *words = (WordList){0};
}

void chosen_add(Chosen *chosen, uint32_t thing)
{
    chosen->items = mem_grow(chosen->items, &chosen->capacity, chosen->count + 1, sizeof *chosen->items);
    chosen->items[chosen->count++] = thing;
}

static void add_target(const Dossier *dossier, Target target, bool whole, Chosen *out)
{
    if (target.kind != TARGET_ROUND) {
        chosen_add(out, target.index);
        return;
    }
    const Round *round = &dossier->rounds[target.index];
    for (uint32_t i = 0; i < (whole ? round->account_count : 1); i++)
        chosen_add(out, round->account + i);
}

// What the value names as a whole, else what each part of it between commas does: a title may hold commas.
static bool add_value(Dossier *dossier, Str value, unsigned kinds, bool whole, Chosen *out, Error *error)
{
    Meaning meaning;
    Str rest = value, piece;
    if (meaning_one(dossier, value, kinds, &meaning, error)) {
        add_target(dossier, meaning.target, whole, out);
        return true;
    }
    if (str_find(value, ',', 0) == value.len)
        return false;
    while (str_next(&rest, ",", &piece)) {
        if (!meaning_one(dossier, piece, kinds, &meaning, error))
            return false;
        add_target(dossier, meaning.target, whole, out);
    }
    return true;
}

static int compare_items(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void sort_each_once(Chosen *out)
{
    size_t count = 0;
    if (out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare_items);
    for (size_t i = 0; i < out->count; i++)
        if (i == 0 || out->items[i] != out->items[i - 1])
            out->items[count++] = out->items[i];
    out->count = count;
}

static bool choose(Dossier *dossier, const WordList *words, unsigned kinds, bool whole, Chosen *out,
                   Error *error)
{
    for (size_t i = 0; i < words->count; i++)
        if (!add_value(dossier, str_of(words->items[i]), kinds, whole, out, error))
            return false;
    sort_each_once(out);
    return true;
}

bool chosen_accounts(Dossier *dossier, const WordList *words, bool whole, Chosen *out, Error *error)
{
    return choose(dossier, words, MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT), whole, out, error);
}

bool chosen_topics(Dossier *dossier, const WordList *words, Chosen *out, Error *error)
{
    return choose(dossier, words, MEANING_OF(TARGET_TOPIC), false, out, error);
}

bool chosen_parties(Dossier *dossier, const WordList *words, Chosen *out, Error *error)
{
    return choose(dossier, words, MEANING_OF(TARGET_PARTY), false, out, error);
}

void chosen_free(Chosen *chosen)
{
    free(chosen->items);
    *chosen = (Chosen){0};
}

bool chosen_has(const Chosen *chosen, uint32_t thing)
{
    size_t low = 0, high = chosen->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (chosen->items[middle] < thing)
            low = middle + 1;
        else
            high = middle;
    }
    return low < chosen->count && chosen->items[low] == thing;
}
