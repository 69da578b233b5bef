// SPDX-License-Identifier: MIT
// Dates and times as documents write them.
#ifndef PORT_STATED_H
#define PORT_STATED_H

#include "diptych/buffer.h"

// Finds a date of a day in the text ("May 4, 1972", "3 марта 2001 года", "1988年12月20日", "1955-08-29") and
// adds it as YYYY-MM-DD, or YYYY-MM. `*from` and `*to`, which may be null, get where it stands. False: there
// is none.
bool stated_date(Str text, Buffer *out, size_t *from, size_t *to);

// The bytes at the beginning of the text that are a time ("12.34 pm", "14:05", "0:01:05.5", "[00:00:05]"),
// with brackets around it; 0 when there is none. Adds it as H:MM or H:MM:SS, of 24 hours, to `*out`, which
// may be null.
size_t stated_time(Str text, Buffer *out);

#endif
