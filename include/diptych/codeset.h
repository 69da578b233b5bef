// SPDX-License-Identifier: MIT
// From UTF-8 to the codeset of the terminal or stream.
#ifndef DIPTYCH_CODESET_H
#define DIPTYCH_CODESET_H

#include "diptych/buffer.h"

// A conversion for one stream. Not to be shared between threads.
typedef struct Codeset Codeset;

// For the codeset `name`, as nl_langinfo(CODESET) gives it; never null. Unknown ones count as ASCII. The
// caller frees it.
Codeset *codeset_open(const char *name);
void codeset_close(Codeset *codeset);

// True when the codeset is UTF-8, so that nothing is converted.
bool codeset_is_utf8(const Codeset *codeset);

// Adds `text`, visible UTF-8 (visible.h), to `*out` in the codeset, without what is hidden in it. A character
// that the codeset lacks becomes the closest ASCII when there is one (quotes, dashes, lines, letters without
// their accents), else
// '?', and two of them when it is wide, so that columns keep their places.
void codeset_add(Codeset *codeset, Buffer *out, Str text);

// The way back, for words from the command line: adds `bytes` in the codeset `name` to `*out` as UTF-8; as
// they are when they are not in that codeset.
void codeset_read(const char *name, Buffer *out, Str bytes);

#endif
