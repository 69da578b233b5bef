// SPDX-License-Identifier: MIT
#include "port/sentence.h"

bool sentence_ends_with(Str text, const char *end)
{
    const Str wanted = str_of(end);
    return text.len >= wanted.len && str_equal(str_slice(text, text.len - wanted.len, text.len), wanted);
}

// Closing quotes and brackets with what is in them, and marks of notes, do not count.
static Str without_closers(Str text)
{
    static const char *const closers[] = {"\"",
                                          "'",
                                          ")",
                                          "*",
                                          "_",
                                          "\xE2\x80\x9D",
                                          "\xE2\x80\x99",
                                          "\xC2\xBB",
                                          "\xE3\x80\x8D",
                                          "\xE3\x80\x8F",
                                          "\xEF\xBC\x89",
                                          "\xE2\x80\x9C"};
    for (bool again = true; again && text.len;) {
        again = false;
        if (text.at[text.len - 1] == ']') {
            size_t open = text.len;
            while (open > 0 && text.at[open - 1] != '[')
                open--;
            if (open == 1)
                return (Str){NULL, 0};
            if (open > 1) {
                text = str_trim(str_slice(text, 0, open - 1));
                again = true;
            }
        }
        for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
            if (sentence_ends_with(text, closers[i])) {
                text = str_slice(text, 0, text.len - strlen(closers[i]));
                again = true;
            }
        }
    }
    return text;
}

bool sentence_ends(Str text)
{
    static const char *const ends[] = {".",
                                       "?",
                                       "!",
                                       ":",
                                       ";",
                                       "\xE2\x80\xA6",
                                       "\xE3\x80\x82",
                                       "\xEF\xBC\x9F",
                                       "\xEF\xBC\x81",
                                       "\xE2\x80\x94",
                                       "\xE2\x80\x93",
                                       "--",
                                       "\xEF\xBC\x9A",
                                       "\xE0\xA5\xA4",
                                       "\xD8\x9F"};
    text = str_trim(text);
    const char last = text.len ? text.at[text.len - 1] : '.';
    if (last == '.' || last == '?' || last == '!')
        return true;
    if (last == ',' || (str_lower(last) >= 'a' && str_lower(last) <= 'z'))
        return false;
    const Str core = without_closers(text);
    if (core.len == 0)
        return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (sentence_ends_with(core, ends[i]))
            return true;
    return false;
}
