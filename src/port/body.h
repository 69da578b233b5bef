// SPDX-License-Identifier: MIT
// The speech of a dossier on its way: kept in a nameless file, with places where something is added later.
#ifndef PORT_BODY_H
#define PORT_BODY_H

#include "diptych/buffer.h"
#include "diptych/error.h"

// A place in the text, and what is to stand there.
typedef struct BodyPlace {
    uint64_t at;
    Buffer text;
    bool is_note; // of a passage: the text is that of its attribute
} BodyPlace;

// A zeroed one, with ->fd open, is empty.
typedef struct Body {
    int fd;
    Buffer pending; // not yet in the file
    uint64_t len;   // bytes in all
    BodyPlace *places;
    size_t place_count, place_capacity;
    bool failed;
    Error error;
} Body;

// To the end.
void body_add(Body *body, Str bytes);
// A place here, for body_place(). It is a number.
size_t body_mark(Body *body);
// A place at a byte that lies behind all earlier places or before them.
size_t body_mark_at(Body *body, uint64_t at);
// What is to stand at the place; valid until the next one is made.
Buffer *body_place(Body *body, size_t place);
// Hands all of it to `write`, in order.
bool body_finish(Body *body, bool (*write)(void *context, Str piece, Error *error), void *context,
                 Error *error);
void body_free(Body *body);

#endif
