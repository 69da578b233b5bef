// SPDX-License-Identifier: MIT
#include "port/notes.h"

// Digits of a mark at most.
#define DIGITS_MAX ((size_t)3)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The value of the raised digit at `at`, and its bytes; 0 bytes: it is none.
static size_t raised(Str text, size_t at, char *digit)
{
    static const char *const digits[] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
                                         "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
                                         "\xE2\x81\xB8", "\xE2\x81\xB9"};
    if (at >= text.len || !(text.at[at] & 0x80))
        return 0;
    for (size_t i = 0; i < 10; i++) {
        const Str sign = str_of(digits[i]);
        if (str_starts(str_slice(text, at, text.len), sign)) {
            *digit = (char)('0' + i);
            return sign.len;
        }
    }
    return 0;
}

// The mark at `at`, of any of the kinds; gives its bytes, 0: there is none.
static size_t mark_at(Str text, size_t at, Buffer *mark)
{
    char digit;
    size_t end = at, bytes;
    buffer_clear(mark);
    while ((bytes = raised(text, end, &digit)) && mark->len < DIGITS_MAX) {
        buffer_add_byte(mark, digit);
        end += bytes;
    }
    if (mark->len)
        return end - at;
    const bool bracket = text.at[at] == '[';
    end += bracket;
    while (end < text.len && is_digit(text.at[end]) && mark->len <= DIGITS_MAX)
        buffer_add_byte(mark, text.at[end++]);
    if (mark->len == 0 || mark->len > DIGITS_MAX || (bracket && (end >= text.len || text.at[end] != ']')))
        return 0;
    return end + bracket - at;
}

// Digits behind a sign that ends a sentence, and nothing behind them.
static bool is_glued(Str text, size_t at, size_t bytes)
{
    const size_t end = at + bytes;
    return at >= 2 && strchr(".,;:!?\"')", text.at[at - 1]) && text.at[at - 1] &&
           !is_digit(text.at[at - 2]) && bytes <= 2 && (end == text.len || text.at[end] == ' ');
}

void notes_marks_add(Str text, Buffer *out)
{
    Buffer mark = {0};
    for (size_t at = 1; at < text.len;) {
        const char c = text.at[at];
        const bool digit = is_digit(c) && !is_digit(text.at[at - 1]);
        const bool may_rise = (unsigned char)c == 0xC2 || (unsigned char)c == 0xE2; // raised digits begin so
        const size_t bytes = digit || c == '[' || may_rise ? mark_at(text, at, &mark) : 0;
        if (bytes && (!digit || is_glued(text, at, bytes))) {
            buffer_add_text(out, out->len ? " " : "");
            buffer_add(out, buffer_str(&mark));
        }
        at += bytes ? bytes : 1;
    }
    buffer_free(&mark);
}

size_t notes_begin(Str text, Buffer *mark)
{
    if (text.len < 4)
        return 0;
    size_t at = mark_at(text, 0, mark);
    if (at == 0)
        return 0;
    at += at < text.len && (text.at[at] == '.' || text.at[at] == ')');
    const bool plain = is_digit(text.at[0]);
    if (plain && (at >= text.len || text.at[at] != ' '))
        return 0;
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at < text.len && !is_digit(text.at[at]) ? at : 0;
}
