// SPDX-License-Identifier: MIT
#include "diptych/visible.h"

#include <stdlib.h>
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
    Repairs repairs;
} Writer;

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

static void add_code(Writer *writer, uint32_t point, size_t at)
{
    note_first(&writer->repairs, at);
    writer->repairs.control++;
    buffer_addf(writer->out, "<U+%04X>", point);
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
    return point.showing == SHOWING_PLAIN;
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

// Adds what stands for one character that is not shown as it is; returns its bytes.
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
    if (showing == SHOWING_CODE || showing == SHOWING_JOINER)
        add_code(writer, decoded.point, at);
    else if (showing == SHOWING_REPLACED)
        add_replacement(writer);
    return decoded.bytes;
}

// The bytes of the line end at `at`, or 0.
static size_t line_end(Str bytes, size_t at)
{
    if (bytes.at[at] == '\n')
        return 1;
    return bytes.at[at] == '\r' && at + 1 < bytes.len && bytes.at[at + 1] == '\n' ? 2 : 0;
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
