// SPDX-License-Identifier: MIT
#include "diptych/intake.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/character.h"
#include "diptych/file.h"
#include "diptych/guise.h"
#include "diptych/memory.h"
#include "port/encoding.h"

#define PIECE ((size_t)1 << 16)
#define BEGINNING ((size_t)1 << 14)
#define NO_CONVERSION ((iconv_t)-1)

struct Intake {
    char *name;
    int fd;      // -1: the bytes are in memory
    Str memory;  // borrowed
    size_t size; // of the file, in bytes
    size_t done; // bytes of the file that were read
    size_t skip; // of the byte order mark
    iconv_t conversion;
    char *encoding; // as it was found or given; null: UTF-8 that nobody has named
    Buffer raw;     // read and not yet converted
    Buffer text;    // UTF-8; taken up to `at`
    size_t at, number;
    bool ended, failed;
    Error error;
    Buffer beginning;
};

static bool fail(Intake *intake, const char *format, const char *what)
{
    intake->failed = true;
    return error_set(&intake->error, format, intake->name, what);
}

// The next bytes of the file, behind what is left of the last ones; false at the end.
static bool read_raw(Intake *intake)
{
    Buffer *raw = &intake->raw;
    raw->bytes = mem_grow(raw->bytes, &raw->capacity, raw->len + PIECE, 1);
    size_t got = 0;
    if (intake->fd < 0) {
        const Str piece = str_slice(intake->memory, intake->done, intake->done + PIECE);
        if (piece.len)
            memcpy(raw->bytes + raw->len, piece.at, piece.len);
        got = piece.len;
    } else {
        ssize_t count;
        do
            count = pread(intake->fd, raw->bytes + raw->len, PIECE, (off_t)intake->done);
        while (count < 0 && errno == EINTR);
        if (count < 0)
            return fail(intake, "%s: cannot be read: %s", strerror(errno));
        got = (size_t)count;
    }
    raw->len += got;
    intake->done += got;
    return got > 0;
}

static size_t count_lines(Str text)
{
    size_t count = 0;
    for (size_t at = str_find(text, '\n', 0); at < text.len; at = str_find(text, '\n', at + 1))
        count++;
    return count;
}

// Bytes that no text in the encoding has; those that belong to it are in ->text.
static bool fail_at(Intake *intake)
{
    const Str unread = str_slice(buffer_str(&intake->text), intake->at, intake->text.len);
    const size_t line = intake->number + 1 + count_lines(unread);
    intake->failed = true;
    if (intake->encoding)
        return error_set(&intake->error, "%s:%zu: is not in %s: say with --encoding what it is in",
                         intake->name, line, intake->encoding);
    return error_set(
        &intake->error,
        "%s:%zu: is not in UTF-8: say with --encoding what it is in, as --encoding=windows-1251; "
        "with --encoding=UTF-8 what is damaged is passed over",
        intake->name, line);
}

// Removes the first `count` bytes.
static void take_off(Buffer *buffer, size_t count)
{
    if (count > 0 && count < buffer->len)
        memmove(buffer->bytes, buffer->bytes + count, buffer->len - count);
    buffer->len -= count;
}

static bool convert(Intake *intake, bool last)
{
    char *in = intake->raw.bytes;
    size_t left = intake->raw.len;
    while (left) {
        Buffer *text = &intake->text;
        text->bytes = mem_grow(text->bytes, &text->capacity, text->len + 2 * left + 16, 1);
        char *to = text->bytes + text->len;
        size_t room = text->capacity - text->len;
        const size_t result = iconv(intake->conversion, &in, &left, &to, &room);
        text->len = text->capacity - room;
        if (result == (size_t)-1 && errno != E2BIG) {
            if (errno == EINVAL && !last)
                break;
            return fail_at(intake);
        }
    }
    take_off(&intake->raw, intake->raw.len - left);
    return true;
}

// As it is, up to a sequence that the end of the piece cuts.
static bool copy(Intake *intake, bool last)
{
    const Str raw = buffer_str(&intake->raw);
    size_t good = raw.len;
    if (!intake->encoding)
        good = character_ill_formed(raw, 0);
    buffer_add(&intake->text, str_slice(raw, 0, good));
    if (good < raw.len && (last || raw.len - good >= 4))
        return fail_at(intake);
    take_off(&intake->raw, good);
    return true;
}

// More text behind what is not taken yet; false at the end, or when there is trouble.
static bool fill(Intake *intake)
{
    if (intake->ended || intake->failed)
        return false;
    take_off(&intake->text, intake->at);
    intake->at = 0;
    const size_t before = intake->text.len;
    while (intake->text.len == before && !intake->ended) {
        intake->ended = !read_raw(intake);
        if (intake->failed)
            return false;
        if (!(intake->conversion != NO_CONVERSION ? convert : copy)(intake, intake->ended))
            return false;
    }
    return intake->text.len > before;
}

bool intake_piece(Intake *intake, Str *piece)
{
    if (intake->at == intake->text.len && !fill(intake))
        return false;
    *piece = str_slice(buffer_str(&intake->text), intake->at, intake->text.len);
    intake->at = intake->text.len;
    return true;
}

// The first line end at or behind `from`: a line feed, or a carriage return.
static size_t find_end(Str text, size_t from)
{
    const size_t feed = str_find(text, '\n', from);
    return str_find(str_slice(text, 0, feed), '\r', from);
}

// Where a line that is too long is cut: before a blank, else before a character.
static size_t find_cut(Str text)
{
    size_t at = INTAKE_LINE_MAX;
    while (at > INTAKE_LINE_MAX / 2 && text.at[at] != ' ')
        at--;
    return at > INTAKE_LINE_MAX / 2 ? at : str_character_start(text, INTAKE_LINE_MAX);
}

bool intake_line(Intake *intake, Str *line, bool *whole)
{
    size_t searched = 0;
    for (;;) {
        const Str text = str_slice(buffer_str(&intake->text), intake->at, intake->text.len);
        const size_t end = find_end(text, searched);
        const bool ends = end + 1 < text.len || (end < text.len && (text.at[end] == '\n' || intake->ended));
        if (!ends && text.len <= INTAKE_LINE_MAX && fill(intake)) {
            searched = end < text.len ? end : text.len;
            continue;
        }
        if ((!ends && text.len == 0) || intake->failed)
            return false;
        *whole = end <= INTAKE_LINE_MAX;
        const size_t len = *whole ? end : find_cut(text);
        *line = str_slice(text, 0, len);
        intake->at += len;
        if (*whole && end < text.len)
            intake->at += text.at[end] == '\r' && end + 1 < text.len && text.at[end + 1] == '\n' ? 2 : 1;
        intake->number += *whole;
        return true;
    }
}

bool intake_rewind(Intake *intake)
{
    if (intake->failed)
        return false;
    intake->done = intake->skip;
    buffer_clear(&intake->raw);
    buffer_clear(&intake->text);
    intake->at = intake->number = 0;
    intake->ended = false;
    if (intake->conversion != NO_CONVERSION)
        iconv(intake->conversion, NULL, NULL, NULL, NULL);
    return true;
}

size_t intake_raw(const Intake *intake, size_t at, char *to, size_t room)
{
    if (intake->fd < 0) {
        const Str bytes = str_slice(intake->memory, at, at + room);
        if (bytes.len)
            memcpy(to, bytes.at, bytes.len);
        return bytes.len;
    }
    ssize_t got;
    do
        got = pread(intake->fd, to, room, (off_t)at);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

size_t intake_number(const Intake *intake)
{
    return intake->number;
}

size_t intake_done(const Intake *intake)
{
    return intake->done;
}

size_t intake_size(const Intake *intake)
{
    return intake->size;
}

bool intake_failed(const Intake *intake, Error *error)
{
    if (intake->failed && error)
        *error = intake->error;
    return intake->failed;
}

Str intake_beginning(const Intake *intake)
{
    return buffer_str(&intake->beginning);
}

const char *intake_name(const Intake *intake)
{
    return intake->name;
}

// A document of a word processor is one: its reader takes the bytes as they are.
static bool is_archive(Str bytes)
{
    return str_starts(bytes, str_of("PK\x03\x04"));
}

// Finds out what the bytes are in, and what they begin with.
static bool begin(Intake *intake, const char *given)
{
    if (!read_raw(intake) && intake->failed)
        return false;
    const Encoding encoding = encoding_of(buffer_str(&intake->raw), given);
    const char *guise = guise_of(buffer_str(&intake->raw));
    if (guise && encoding.name[0] == '\0' && !is_archive(buffer_str(&intake->raw)))
        return fail(intake, "%s: is %s", guise);
    intake->skip = encoding.mark;
    if (encoding.name[0]) {
        intake->encoding = mem_text(str_of(encoding.name));
        if (!encoding.utf8)
            intake->conversion = iconv_open("UTF-8", encoding.name);
        if (!encoding.utf8 && intake->conversion == NO_CONVERSION)
            return fail(intake, "%s: no encoding is called %s: iconv -l lists them", encoding.name);
    }
    if (is_archive(buffer_str(&intake->raw))) {
        buffer_add(&intake->beginning, str_slice(buffer_str(&intake->raw), 0, BEGINNING));
        return intake_rewind(intake);
    }
    intake_rewind(intake);
    if (!fill(intake) && intake->failed)
        return false;
    buffer_add(&intake->beginning, str_slice(buffer_str(&intake->text), 0, BEGINNING));
    return intake_rewind(intake);
}

static Intake *finish(Intake *intake, const char *encoding, Error *error)
{
    if (begin(intake, encoding))
        return intake;
    intake_failed(intake, error);
    intake_close(intake);
    return NULL;
}

static Intake *make(const char *name)
{
    Intake *intake = mem_new(1, sizeof *intake);
    intake->name = mem_text(str_of(name));
    intake->fd = -1;
    intake->conversion = NO_CONVERSION;
    return intake;
}

Intake *intake_open_memory(Str bytes, const char *encoding, Error *error)
{
    Intake *intake = make("memory");
    intake->memory = bytes;
    intake->size = bytes.len;
    return finish(intake, encoding, error);
}

Intake *intake_open(const char *path, const char *encoding, Error *error)
{
    Intake *intake = make(strcmp(path, "-") == 0 ? "standard input" : path);
    intake->fd = file_open_whole(path, &intake->size, error);
    if (intake->fd >= 0)
        return finish(intake, encoding, error);
    intake_close(intake);
    return NULL;
}

void intake_close(Intake *intake)
{
    if (!intake)
        return;
    if (intake->fd >= 0)
        close(intake->fd);
    if (intake->conversion != NO_CONVERSION)
        iconv_close(intake->conversion);
    free(intake->name);
    free(intake->encoding);
    buffer_free(&intake->raw);
    buffer_free(&intake->text);
    buffer_free(&intake->beginning);
    free(intake);
}
