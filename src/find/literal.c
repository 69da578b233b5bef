// SPDX-License-Identifier: MIT
#include "find/literal.h"

#include <string.h>

// A run of fewer bytes is in every text.
#define BYTES_MIN 2

// The pattern being read. `at` is a byte of it.
typedef struct PatternReading {
    Str pattern;
    size_t at;
    size_t from, len; // of the run that `at` is behind
    size_t last;      // bytes of its last letter
    Str best;
} PatternReading;

static char byte_at(const PatternReading *reading, size_t at)
{
    return at < reading->pattern.len ? reading->pattern.at[at] : '\0';
}

static void end_run(PatternReading *reading)
{
    if (reading->len > reading->best.len)
        reading->best = str_slice(reading->pattern, reading->from, reading->from + reading->len);
    reading->len = reading->last = 0;
}

static bool is_alnum(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// The bytes of the letter at `at`; 0 when it is none, or one that may stand for another: marks, what marks
// are put on beside Latin, Greek and Cyrillic, and iota, which is a mark too.
static size_t letter_bytes(const PatternReading *reading, size_t at)
{
    const unsigned char lead = (unsigned char)byte_at(reading, at),
                        next = (unsigned char)byte_at(reading, at + 1);
    if (lead < 0x80)
        return is_alnum(lead) ? 1 : 0;
    const bool greek =
        (lead == 0xCE && next >= 0xB1 && next != 0xB9) || (lead == 0xCF && next >= 0x80 && next <= 0x89);
    const bool cyrillic = (lead == 0xD0 && next >= 0x90) || (lead == 0xD1 && next >= 0x80 && next <= 0x8F);
    if (greek || cyrillic)
        return 2;
    const bool chinese = (lead == 0xE4 && next >= 0xB8) || (lead >= 0xE5 && lead <= 0xE9);
    return chinese && at + 3 <= reading->pattern.len ? 3 : 0;
}

// Behind a class; false: it does not end.
static bool skip_class(PatternReading *reading)
{
    size_t at = reading->at + 1;
    at += byte_at(reading, at) == '^';
    at += byte_at(reading, at) == ']';
    for (; byte_at(reading, at) && byte_at(reading, at) != ']'; at++) {
        if (byte_at(reading, at) == '\\')
            at++;
        else if (byte_at(reading, at) == '[') // a class within it, which is not understood
            return false;
    }
    reading->at = at + 1;
    return byte_at(reading, at) == ']';
}

// Behind what a backslash begins. False: it may be anything.
static bool skip_escape(PatternReading *reading)
{
    const char name = byte_at(reading, reading->at + 1);
    reading->at += 2;
    return name && (strchr("bBdDsSwWhHvVRnrtAZzK", name) ||
                    !(is_alnum((unsigned char)name) || (unsigned char)name >= 0x80));
}

// Behind a group, whatever it holds. Only plain ones: options may change what all that follows means.
static bool skip_group(PatternReading *reading)
{
    size_t depth = 0;
    do {
        const char byte = byte_at(reading, reading->at);
        const char next = byte_at(reading, reading->at + 1);
        if (!byte)
            return false;
        if (byte == '(' && (next == '*' || (next == '?' && byte_at(reading, reading->at + 2) != ':')))
            return false;
        if (byte == '\\' ? !skip_escape(reading) : byte == '[' && !skip_class(reading))
            return false;
        if (byte == '\\' || byte == '[')
            continue;
        depth += byte == '(';
        depth -= byte == ')';
        reading->at++;
    } while (depth);
    return true;
}

// A quantifier behind a letter takes it out of the run, unless it is there at least once.
static bool take_quantifier(PatternReading *reading)
{
    const char byte = byte_at(reading, reading->at);
    if (byte == '{')
        return false;
    if (byte != '+')
        reading->len -= reading->last;
    end_run(reading);
    reading->at++;
    return true;
}

// Takes what stands at reading->at. False: nothing is known.
static bool take(PatternReading *reading)
{
    const char byte = byte_at(reading, reading->at);
    const size_t letter = letter_bytes(reading, reading->at);
    if (letter) {
        if (!reading->len)
            reading->from = reading->at;
        reading->len += reading->last = letter;
        reading->at += letter;
        return true;
    }
    if (strchr("*+?{", byte))
        return take_quantifier(reading);
    end_run(reading);
    if (byte == '(')
        return skip_group(reading);
    if (byte == '[')
        return skip_class(reading);
    if (byte == '\\')
        return skip_escape(reading);
    reading->at++;
    return byte != '|' && byte != ')';
}

bool literal_add(Buffer *out, Str pattern)
{
    PatternReading reading = {.pattern = pattern};
    while (reading.at < pattern.len)
        if (pattern.at[reading.at] == '\0' || !take(&reading))
            return false;
    end_run(&reading);
    if (reading.best.len < BYTES_MIN)
        return false;
    buffer_add(out, reading.best);
    return true;
}
