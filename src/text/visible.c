// SPDX-License-Identifier: MIT
#include "diptych/visible.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "text/ascii.h"
#include "text/points.h"
#include "text/utf8.h"

typedef struct Writer {
    Buffer *out;
    size_t start;   // of this call's output, in bytes
    size_t segment; // where in the output the part begins that is not yet known to be in form C
    bool composes;  // the part holds something that composing may change
    bool lines;
    size_t codes;     // runs of one character shown as its code, one after the other
    size_t codes_end; // where in the input the last of them ends
    Repairs repairs;
} Writer;

// After so many codes in a row their characters are only counted: ten bytes for each would fill the memory.
#define CODES_MAX 16

static void finish_segment(Writer *writer)
{
    Buffer *out = writer->out;
    if (writer->composes) {
        size_t len = 0;
        uint8_t *form_c = u8_normalize(UNINORM_NFC, (const uint8_t *)out->bytes + writer->segment,
                                       out->len - writer->segment, NULL, &len);
        if (form_c) {
            out->len = writer->segment;
            buffer_add(out, (Str){(const char *)form_c, len});
            free(form_c);
        }
    }
    writer->composes = false;
    writer->segment = out->len;
}

static void add_replacement(Writer *writer)
{
    buffer_add_text(writer->out, "\xEF\xBF\xBD");
}

static void note_first(Repairs *repairs, size_t at)
{
    if (repairs->invalid + repairs->control == 0)
        repairs->first = at;
}

// The bytes of the line end at `at`, or 0.
static size_t line_end(Str bytes, size_t at)
{
    if (bytes.at[at] == '\n')
        return 1;
    return bytes.at[at] == '\r' && at + 1 < bytes.len && bytes.at[at + 1] == '\n' ? 2 : 0;
}

// How often the character of `len` bytes at `at` stands there in a row.
static size_t count_run(const Writer *writer, Str bytes, size_t at, size_t len)
{
    size_t count = 1;
    for (size_t next = at + len; next + len <= bytes.len; next += len, count++)
        if (memcmp(bytes.at + at, bytes.at + next, len) != 0 || (writer->lines && line_end(bytes, next)))
            break;
    return count;
}

static void note_control(Writer *writer, size_t at, size_t count)
{
    if (count)
        note_first(&writer->repairs, at);
    writer->repairs.control += count;
}

// Adds the code of `count` characters in a row that are the same.
static void add_code(Writer *writer, uint32_t point, size_t at, size_t count)
{
    note_control(writer, at, count);
    if (count > 1)
        buffer_addf(writer->out, "<U+%04X x%zu>", point, count);
    else
        buffer_addf(writer->out, "<U+%04X>", point);
}

// The bytes of the character at `at` when it is shown as its code; else 0.
static size_t code_bytes(const Writer *writer, Str bytes, size_t at)
{
    if (at >= bytes.len || bytes.at[at] == '\t' || (writer->lines && line_end(bytes, at)))
        return 0;
    const Decoded decoded = utf8_decode(bytes, at);
    if (decoded.point == UTF8_INVALID || point_of(decoded.point).showing != SHOWING_CODE)
        return 0;
    return decoded.bytes;
}

// Adds how many characters that would be shown as their codes follow; returns their bytes.
static size_t add_count(Writer *writer, Str bytes, size_t at)
{
    size_t end = at, count = 0;
    for (size_t len; (len = code_bytes(writer, bytes, end)); end += len)
        count++;
    note_control(writer, at, count);
    buffer_addf(writer->out, "<and %zu more control character%s>", count, count == 1 ? "" : "s");
    return end - at;
}

// Adds the code of the character of `len` bytes at `at`, once for a run of it; returns the run's bytes.
static size_t add_codes(Writer *writer, Str bytes, size_t at, uint32_t point, size_t len)
{
    if (writer->codes_end != at)
        writer->codes = 0;
    if (writer->codes >= CODES_MAX)
        return add_count(writer, bytes, at);
    const size_t count = count_run(writer, bytes, at, len);
    add_code(writer, point, at, count);
    writer->codes++;
    writer->codes_end = at + count * len;
    return count * len;
}

static bool has_base(const Writer *writer)
{
    const Buffer *out = writer->out;
    return out->len > writer->start && out->bytes[out->len - 1] != '\n' && out->bytes[out->len - 1] != ' ';
}

static bool shows_as_it_is(const Writer *writer, Point point, bool behind_another)
{
    if (point.showing == SHOWING_JOINER)
        return behind_another || has_base(writer);
    return point.showing == SHOWING_PLAIN || point.showing == SHOWING_HIDDEN;
}

// Adds the characters from `at` that need no change, up to the next ASCII one; returns their bytes.
static size_t add_plain(Writer *writer, Str bytes, size_t at)
{
    size_t end = at;
    while (end < bytes.len && (unsigned char)bytes.at[end] >= 0x80) {
        const Decoded decoded = utf8_decode(bytes, end);
        if (decoded.point == UTF8_INVALID)
            break;
        const Point point = point_of(decoded.point);
        if (!shows_as_it_is(writer, point, end > at))
            break;
        writer->composes = writer->composes || point.composes;
        end += decoded.bytes;
    }
    buffer_add(writer->out, str_slice(bytes, at, end));
    return end - at;
}

// Adds what stands for one character that is not shown as it is, or for a run of one; returns their bytes.
static size_t add_changed(Writer *writer, Str bytes, size_t at)
{
    const Decoded decoded = utf8_decode(bytes, at);
    if (decoded.point == UTF8_INVALID) {
        note_first(&writer->repairs, at);
        writer->repairs.invalid++;
        add_replacement(writer);
        return decoded.bytes;
    }
    const Showing showing = (Showing)point_of(decoded.point).showing;
    if (showing == SHOWING_CODE)
        return add_codes(writer, bytes, at, decoded.point, decoded.bytes);
    if (showing == SHOWING_BLANK)
        buffer_add_byte(writer->out, ' ');
    else if (showing == SHOWING_REPLACED)
        add_replacement(writer);
    else if (showing == SHOWING_DROPPED && writer->repairs.dropped++ == 0)
        writer->repairs.first_dropped = at;
    return decoded.bytes;
}

// Adds what is at `at`: a run of ASCII, a line end, a tab or something else; returns its bytes.
static size_t add_next(Writer *writer, Str bytes, size_t at)
{
    const size_t end = ascii_end(bytes, at);
    if (end > at) {
        finish_segment(writer);
        buffer_add(writer->out, str_slice(bytes, at, end));
        writer->segment = writer->out->len - 1; // a mark may follow the last letter and compose with it
        return end - at;
    }
    const size_t feed = writer->lines ? line_end(bytes, at) : 0;
    if (feed == 0 && bytes.at[at] != '\t') {
        const size_t plain = add_plain(writer, bytes, at);
        return plain ? plain : add_changed(writer, bytes, at);
    }
    finish_segment(writer);
    buffer_add_byte(writer->out, feed ? '\n' : ' ');
    return feed ? feed : 1;
}

void visible_without_hidden(Buffer *out, Str visible)
{
    size_t done = 0;
    for (size_t at = ascii_end(visible, 0); at < visible.len; at = ascii_end(visible, at)) {
        const Decoded decoded = utf8_decode_shown(visible, at);
        const bool hidden = point_of(decoded.point).showing == SHOWING_HIDDEN;
        if (hidden)
            buffer_add(out, str_slice(visible, done, at));
        at += decoded.bytes;
        if (hidden)
            done = at;
    }
    buffer_add(out, str_slice(visible, done, visible.len));
}

bool visible_is_plain(Str bytes)
{
    return ascii_is_all(bytes);
}

Repairs visible_add(Buffer *out, Str bytes, bool lines)
{
    Writer writer = {.out = out, .start = out->len, .segment = out->len, .lines = lines};
    for (size_t at = 0; at < bytes.len;)
        at += add_next(&writer, bytes, at);
    finish_segment(&writer);
    return writer.repairs;
}
