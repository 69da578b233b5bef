// SPDX-License-Identifier: MIT
// The one growable run of bytes.
#ifndef DIPTYCH_BUFFER_H
#define DIPTYCH_BUFFER_H

#include <stdarg.h>

#include "diptych/str.h"

// A zeroed one is empty. The owner of the struct owns the bytes.
typedef struct Buffer {
    char *bytes;     // not terminated
    size_t len;      // bytes in use
    size_t capacity; // bytes
} Buffer;

// Each adds to the end; the bytes are copied.
void buffer_add(Buffer *buffer, Str s);
void buffer_add_text(Buffer *buffer, const char *text);
void buffer_add_byte(Buffer *buffer, char byte);
// `count` times `byte`.
void buffer_fill(Buffer *buffer, char byte, size_t count);
// As printf and vprintf.
void buffer_addf(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_addv(Buffer *buffer, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

// What it holds; valid until the next change of the buffer.
Str buffer_str(const Buffer *buffer);
// Forgets the content and keeps the memory.
void buffer_clear(Buffer *buffer);
// Holds `s`, which is none of its own bytes, in place of what it held.
void buffer_set(Buffer *buffer, Str s);
// Keeps the first `len` bytes, of at least as many, and gives the memory of the rest back.
void buffer_cut(Buffer *buffer, size_t len);
// Hands the content over, with a terminator; the caller frees it. The buffer is empty afterwards.
char *buffer_steal(Buffer *buffer);
void buffer_free(Buffer *buffer);

#endif
