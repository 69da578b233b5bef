// SPDX-License-Identifier: MIT
#include "diptych/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"

static char *make_room(Buffer *buffer, size_t more)
{
    buffer->bytes = mem_grow(buffer->bytes, &buffer->capacity, buffer->len + more, 1);
    return buffer->bytes + buffer->len;
}

void buffer_add(Buffer *buffer, Str s)
{
    if (s.len == 0)
        return;
    memcpy(make_room(buffer, s.len), s.at, s.len);
    buffer->len += s.len;
}

void buffer_add_text(Buffer *buffer, const char *text)
{
    buffer_add(buffer, str_of(text));
}

void buffer_add_byte(Buffer *buffer, char byte)
{
    *make_room(buffer, 1) = byte;
    buffer->len++;
}

void buffer_fill(Buffer *buffer, char byte, size_t count)
{
    if (count == 0)
        return;
    memset(make_room(buffer, count), byte, count);
    buffer->len += count;
}

void buffer_addv(Buffer *buffer, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len <= 0)
        return;
    vsnprintf(make_room(buffer, (size_t)len + 1), (size_t)len + 1, format, args);
    buffer->len += (size_t)len;
}

void buffer_addf(Buffer *buffer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_addv(buffer, format, args);
    va_end(args);
}

Str buffer_str(const Buffer *buffer)
{
    return (Str){buffer->bytes, buffer->len};
}

void buffer_clear(Buffer *buffer)
{
    buffer->len = 0;
}

void buffer_set(Buffer *buffer, Str s)
{
    buffer_clear(buffer);
    buffer_add(buffer, s);
}

void buffer_cut(Buffer *buffer, size_t len)
{
    char *kept = len ? realloc(buffer->bytes, len) : NULL;
    buffer->len = len;
    if (!kept)
        return;
    buffer->bytes = kept;
    buffer->capacity = len;
}

char *buffer_steal(Buffer *buffer)
{
    buffer_add_byte(buffer, '\0');
    char *bytes = buffer->bytes;
    *buffer = (Buffer){0};
    return bytes;
}

void buffer_free(Buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (Buffer){0};
}
