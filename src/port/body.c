// SPDX-License-Identifier: MIT
#include "port/body.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "diptych/memory.h"

#define PIECE ((size_t)1 << 16)

// Writes what is pending behind the rest.
static void flush(Body *body)
{
    Str left = buffer_str(&body->pending);
    uint64_t at = body->len - left.len;
    while (left.len && !body->failed) {
        const ssize_t put = pwrite(body->fd, left.at, left.len, (off_t)at);
        if (put < 0 && errno != EINTR) {
            body->failed = true;
            error_set(&body->error, "what was read cannot be kept meanwhile: %s", strerror(errno));
        }
        if (put > 0) {
            left = str_slice(left, (size_t)put, left.len);
            at += (uint64_t)put;
        }
    }
    buffer_clear(&body->pending);
}

void body_add(Body *body, Str bytes)
{
    buffer_add(&body->pending, bytes);
    body->len += bytes.len;
    if (body->pending.len >= PIECE)
        flush(body);
}

size_t body_mark_at(Body *body, uint64_t at)
{
    body->places = mem_grow(body->places, &body->place_capacity, body->place_count + 1, sizeof *body->places);
    body->places[body->place_count] = (BodyPlace){.at = at};
    return body->place_count++;
}

size_t body_mark(Body *body)
{
    return body_mark_at(body, body->len);
}

Buffer *body_place(Body *body, size_t place)
{
    return &body->places[place].text;
}

static int compare_places(const void *a, const void *b)
{
    const BodyPlace *x = a, *y = b;
    return x->at < y->at ? -1 : x->at > y->at;
}

typedef bool Write(void *context, Str piece, Error *error);

// The bytes [from, to) of the file.
static bool copy(const Body *body, uint64_t from, uint64_t to, Write *write, void *context, Error *error)
{
    char *piece = mem_new(PIECE, 1);
    bool done = true;
    while (done && from < to) {
        const size_t want = to - from < PIECE ? (size_t)(to - from) : PIECE;
        const ssize_t got = pread(body->fd, piece, want, (off_t)from);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            done = error_set(error, "what was kept meanwhile cannot be read: %s",
                             strerror(got < 0 ? errno : EIO));
        else
            done = write(context, (Str){piece, (size_t)got}, error);
        from += got > 0 ? (uint64_t)got : 0;
    }
    free(piece);
    return done;
}

bool body_finish(Body *body, Write *write, void *context, Error *error)
{
    flush(body);
    if (body->failed) {
        *error = body->error;
        return false;
    }
    if (body->place_count > 1)
        qsort(body->places, body->place_count, sizeof *body->places, compare_places);
    uint64_t at = 0;
    for (size_t i = 0; i < body->place_count; i++) {
        if (!copy(body, at, body->places[i].at, write, context, error) ||
            !write(context, buffer_str(&body->places[i].text), error))
            return false;
        at = body->places[i].at;
    }
    return copy(body, at, body->len, write, context, error);
}

void body_free(Body *body)
{
    if (body->fd >= 0)
        close(body->fd);
    buffer_free(&body->pending);
    for (size_t i = 0; i < body->place_count; i++)
        buffer_free(&body->places[i].text);
    free(body->places);
}
