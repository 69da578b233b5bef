// SPDX-License-Identifier: MIT
#include "diptych/codeset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "diptych/memory.h"
#include "diptych/visible.h"
#include "text/nearest.h"
#include "text/utf8.h"

#define NO_CONVERSION ((iconv_t)-1)

struct Codeset {
    iconv_t conversion; // NO_CONVERSION for UTF-8 and ASCII
    bool utf8;
};

Codeset *codeset_open(const char *name)
{
    Codeset *codeset = mem_new(1, sizeof *codeset);
    const Str given = str_of(name);
    codeset->utf8 = str_is(given, "UTF-8") || str_is(given, "UTF8");
    codeset->conversion = codeset->utf8 || given.len == 0 ? NO_CONVERSION : iconv_open(name, "UTF-8");
    return codeset;
}

void codeset_close(Codeset *codeset)
{
    if (!codeset)
        return;
    if (codeset->conversion != NO_CONVERSION)
        iconv_close(codeset->conversion);
    free(codeset);
}

bool codeset_is_utf8(const Codeset *codeset)
{
    return codeset->utf8;
}

// Converts as much of `text` as the codeset has; with a null `at` writes what the conversion still holds
// back. Returns the bytes of `text` that are done.
static size_t convert(iconv_t conversion, Buffer *out, Str text)
{
    char *in = (char *)(uintptr_t)text.at; // iconv() does not write through its first pointer
    size_t left = text.len;
    for (size_t room = text.len + 16;; room *= 2) {
        out->bytes = mem_grow(out->bytes, &out->capacity, out->len + room, 1);
        char *to = out->bytes + out->len;
        size_t to_left = room;
        errno = 0;
        const size_t result = iconv(conversion, in ? &in : NULL, &left, &to, &to_left);
        out->len += room - to_left;
        if (result != (size_t)-1 || errno != E2BIG)
            return text.len - left;
    }
}

// The start of the text that ASCII has.
static size_t copy_ascii(Buffer *out, Str text)
{
    size_t end = 0;
    while (end < text.len && (unsigned char)text.at[end] < 0x80)
        end++;
    buffer_add(out, str_slice(text, 0, end));
    return end;
}

static size_t add_some(const Codeset *codeset, Buffer *out, Str text)
{
    return codeset->conversion == NO_CONVERSION ? copy_ascii(out, text)
                                                : convert(codeset->conversion, out, text);
}

static void add_converted(const Codeset *codeset, Buffer *out, Str text)
{
    for (size_t at = 0; at < text.len;) {
        at += add_some(codeset, out, str_slice(text, at, text.len));
        if (at >= text.len)
            break;
        const Decoded decoded = utf8_decode_shown(text, at);
        const Nearest nearest = nearest_ascii(decoded.point);
        add_some(codeset, out, (Str){nearest.bytes, nearest.len});
        at += decoded.bytes;
    }
    if (codeset->conversion != NO_CONVERSION)
        convert(codeset->conversion, out, (Str){NULL, 0});
}

void codeset_add(Codeset *codeset, Buffer *out, Str text)
{
    if (codeset->utf8) {
        visible_without_hidden(out, text);
        return;
    }
    Buffer shown = {0};
    visible_without_hidden(&shown, text);
    add_converted(codeset, out, buffer_str(&shown));
    buffer_free(&shown);
}

void codeset_read(const char *name, Buffer *out, Str bytes)
{
    const iconv_t conversion = iconv_open("UTF-8", name);
    const size_t before = out->len;
    if (conversion != NO_CONVERSION) {
        const bool whole = convert(conversion, out, bytes) == bytes.len;
        iconv_close(conversion);
        if (whole)
            return;
    }
    out->len = before;
    buffer_add(out, bytes);
}
