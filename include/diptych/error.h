// SPDX-License-Identifier: MIT
// A failure as a value: a sentence that says what is wrong and what to do.
#ifndef DIPTYCH_ERROR_H
#define DIPTYCH_ERROR_H

#include <stdbool.h>

// The sentence has no "diptych:" in front and no line end. It may quote bytes from outside (file names,
// input), so whoever prints it makes it visible first (visible.h).
typedef struct Error {
    char text[512]; // terminated
} Error;

// Fills `*error` (which may be null) as printf does, and returns false, so that a failing function ends in
// `return error_set(error, ...)`. What does not fit is cut.
bool error_set(Error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
