// SPDX-License-Identifier: MIT
#include "port/wordmap.h"

#include <stdlib.h>

// FNV-1a, with a start of the process's own, so that no input is made to meet in one slot.
static uint64_t hash_of(const WordMap *index, Str word)
{
    uint64_t hash = UINT64_C(14695981039346656037) ^ (uint64_t)(uintptr_t)index;
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.at[i]) * UINT64_C(1099511628211);
    return hash ^ hash >> 29;
}

// At the end of the slot's chain, so that what came first is met first.
static void hang(WordMap *map, uint32_t entry)
{
    const size_t slot = map->entries[entry].hash & (map->slot_count - 1);
    map->entries[entry].next = WORDMAP_NONE;
    if (map->slots[slot] == WORDMAP_NONE)
        map->slots[slot] = entry;
    else
        map->entries[map->ends[slot]].next = entry;
    map->ends[slot] = entry;
}

static void grow(WordMap *map)
{
    map->slot_count = map->slot_count ? map->slot_count * 2 : 64;
    free(map->slots);
    free(map->ends);
    map->slots = mem_new(map->slot_count, sizeof *map->slots);
    map->ends = mem_new(map->slot_count, sizeof *map->ends);
    for (size_t i = 0; i < map->slot_count; i++)
        map->slots[i] = WORDMAP_NONE;
    for (size_t i = 0; i < map->count; i++)
        hang(map, (uint32_t)i);
}

void wordmap_add(WordMap *index, Str word, uint32_t value)
{
    if (index->count * 2 >= index->slot_count)
        grow(index);
    index->entries = mem_grow(index->entries, &index->capacity, index->count + 1, sizeof *index->entries);
    index->entries[index->count] =
        (WordMapEntry){.word = arena_str(&index->words, word), .hash = hash_of(index, word), .value = value};
    hang(index, (uint32_t)index->count++);
}

static uint32_t search(const WordMap *index, uint32_t entry, Str word, uint64_t hash)
{
    while (entry != WORDMAP_NONE &&
           !(index->entries[entry].hash == hash && str_equal(index->entries[entry].word, word)))
        entry = index->entries[entry].next;
    return entry;
}

uint32_t wordmap_first(const WordMap *index, Str word)
{
    if (index->slot_count == 0)
        return WORDMAP_NONE;
    const uint64_t hash = hash_of(index, word);
    return search(index, index->slots[hash & (index->slot_count - 1)], word, hash);
}

uint32_t wordmap_next(const WordMap *index, uint32_t entry)
{
    const WordMapEntry *at = &index->entries[entry];
    return search(index, at->next, at->word, at->hash);
}

uint32_t wordmap_value(const WordMap *index, Str word)
{
    const uint32_t entry = wordmap_first(index, word);
    return entry == WORDMAP_NONE ? WORDMAP_NONE : index->entries[entry].value;
}

void wordmap_free(WordMap *index)
{
    free(index->entries);
    free(index->slots);
    free(index->ends);
    arena_free(&index->words);
    *index = (WordMap){.count = 0};
}
