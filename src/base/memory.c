// SPDX-License-Identifier: MIT
#include "diptych/memory.h"

#include "config.h"

#ifdef HAVE_MALLOC_H
#include <malloc.h>
#endif
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void out_of_memory(void)
{
    fputs("diptych: out of memory\n", stderr);
    exit(2);
}

// An array from so many bytes on is a large one.
#define LARGE (1 << 20)

// Left alone, glibc takes ever larger blocks from the heap, where what grows leaves holes.
void mem_start(void)
{
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, LARGE);
#endif
}

void *mem_new(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

void *mem_grow(void *items, size_t *capacity, size_t want, size_t size)
{
    if (want <= *capacity)
        return items;
    size_t room = *capacity ? *capacity : 8;
    while (room < want) {
        if (room > SIZE_MAX / 2)
            out_of_memory();
        room *= 2;
    }
    if (room > SIZE_MAX / size)
        out_of_memory();
    void *moved = realloc(items, room * size);
    if (!moved)
        out_of_memory();
    *capacity = room;
    return moved;
}

char *mem_text(Str s)
{
    char *text = mem_new(s.len + 1, 1);
    if (s.len)
        memcpy(text, s.at, s.len);
    return text;
}

void mem_give_back(void)
{
#ifdef HAVE_MALLOC_TRIM
    malloc_trim(0);
#endif
}

#define CHUNK_MIN ((size_t)1 << 10)
#define CHUNK_MAX ((size_t)1 << 16)

struct ArenaChunk {
    struct ArenaChunk *older;
    size_t used;     // bytes of `bytes`
    size_t capacity; // bytes of `bytes`
    alignas(max_align_t) char bytes[];
};

static void add_chunk(Arena *arena, size_t size)
{
    size_t capacity = arena->chunk ? arena->chunk->capacity * 2 : CHUNK_MIN;
    if (capacity > CHUNK_MAX)
        capacity = CHUNK_MAX;
    if (capacity < size)
        capacity = size;
    if (capacity > SIZE_MAX - sizeof(struct ArenaChunk))
        out_of_memory();
    struct ArenaChunk *chunk = malloc(sizeof *chunk + capacity);
    if (!chunk)
        out_of_memory();
    chunk->older = arena->chunk;
    chunk->used = 0;
    chunk->capacity = capacity;
    arena->chunk = chunk;
    arena->total += sizeof *chunk + capacity;
}

// `align` is a power of two.
static char *take(Arena *arena, size_t size, size_t align)
{
    if (arena->chunk) {
        size_t at = (arena->chunk->used + align - 1) & ~(align - 1);
        if (at <= arena->chunk->capacity && size <= arena->chunk->capacity - at) {
            arena->chunk->used = at + size;
            return arena->chunk->bytes + at;
        }
    }
    add_chunk(arena, size);
    arena->chunk->used = size;
    return arena->chunk->bytes;
}

// The size of a type is a multiple of its alignment, so that the largest power of two in it will do.
static size_t alignment(size_t size)
{
    size_t power = size & (~size + 1);
    return power && power < alignof(max_align_t) ? power : alignof(max_align_t);
}

void *arena_new(Arena *arena, size_t size)
{
    return memset(take(arena, size, alignment(size)), 0, size);
}

void *arena_copy(Arena *arena, const void *items, size_t size)
{
    return size ? memcpy(take(arena, size, alignment(size)), items, size) : NULL;
}

Str arena_str(Arena *arena, Str s)
{
    if (s.len == 0)
        return (Str){"", 0};
    char *copy = take(arena, s.len, 1);
    memcpy(copy, s.at, s.len);
    return (Str){copy, s.len};
}

void arena_free(Arena *arena)
{
    while (arena->chunk) {
        struct ArenaChunk *older = arena->chunk->older;
        free(arena->chunk);
        arena->chunk = older;
    }
    arena->total = 0;
}
