// SPDX-License-Identifier: MIT
// Allocation that does not fail, and arenas.
#ifndef DIPTYCH_MEMORY_H
#define DIPTYCH_MEMORY_H

#include "diptych/str.h"

// When memory runs out these functions print one line on stderr and call exit(2), which runs the handlers
// that put the terminal back. A reader of texts has nothing better to do then, and no caller a path that no
// test reaches.

// Has the system's allocator keep large arrays apart, where it can be told: they grow without being copied,
// and are given back whole. Once, when the program starts.
void mem_start(void);

// Zeroed memory for `count` items of `size` bytes. Never null; the caller frees it with free().
void *mem_new(size_t count, size_t size);

// Makes room for at least `want` items of `size` bytes in `items`, doubling `*capacity` (items) as needed.
// Returns the array, perhaps moved; the new part is not zeroed. The caller frees it with free().
void *mem_grow(void *items, size_t *capacity, size_t want, size_t size);

// A copy of `s` with a terminator; the caller frees it.
char *mem_text(Str s);

// Has the system take back what was freed, where that can be asked for.
void mem_give_back(void);

// An arena: many small things that live and die together, at addresses that do not change. A zeroed one is
// empty.
typedef struct Arena {
    struct ArenaChunk *chunk; // the newest chunk
    size_t total;             // bytes of all chunks
} Arena;

// `size` zeroed bytes, aligned for any type of that size and for arrays that take so much; they live until
// arena_free().
void *arena_new(Arena *arena, size_t size);
// A copy of `size` bytes in the arena, aligned as well; null when there are none.
void *arena_copy(Arena *arena, const void *items, size_t size);
// A copy of `s` in the arena (not terminated).
Str arena_str(Arena *arena, Str s);
// Frees all that was taken; the arena is empty again.
void arena_free(Arena *arena);

#endif
