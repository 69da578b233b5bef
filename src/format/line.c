// SPDX-License-Identifier: MIT
#include "diptych/line.h"

Lines lines_of(Str bytes, uint32_t number)
{
    bool mark = number == 1 && str_starts(bytes, str_of("\xef\xbb\xbf"));
    return (Lines){.bytes = bytes, .at = mark ? 3 : 0, .number = number};
}

bool lines_next(Lines *lines, Line *line)
{
    Str bytes = lines->bytes;
    size_t at = lines->at, end = str_find(bytes, '\n', at);
    *line = (Line){.text = str_slice(bytes, at, end), .at = (uint32_t)at, .number = lines->number};
    if (at >= bytes.len)
        return false;
    if (end < bytes.len) {
        lines->number++;
        if (line->text.len && line->text.at[line->text.len - 1] == '\r')
            line->text.len--;
        end++;
    }
    lines->at = end;
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_number(Str text)
{
    size_t at = 1;
    while (at < text.len && is_digit(text.at[at]))
        at++;
    return at > 1 && at < text.len && text.at[at] == ']';
}

LineKind line_kind(Str text)
{
    if (text.len == 0)
        return LINE_BLANK;
    switch (text.at[0]) {
    case '#':
        return LINE_COMMENT;
    case '@':
        return LINE_TURN;
    case '{':
        return LINE_BRACE;
    case '[':
        return is_number(text) ? LINE_NUMBER : LINE_TEXT;
    case ' ':
    case '\t':
        return str_trim(text).len ? LINE_INDENTED : LINE_BLANK;
    case '\r':
        return str_trim(text).len ? LINE_TEXT : LINE_BLANK;
    default:
        return LINE_TEXT;
    }
}

bool line_is_speech(Str text)
{
    return text.len && (text.at[0] == '@' || (text.at[0] == '[' && is_number(text)));
}

bool line_name(Str text, Str *name)
{
    if (text.len == 0 || !is_letter(text.at[0]))
        return false;
    size_t end = 1;
    while (end < text.len && (is_letter(text.at[end]) || is_digit(text.at[end]) || text.at[end] == '-'))
        end++;
    if (end == text.len || text.at[end] != ':')
        return false;
    *name = str_slice(text, 0, end);
    return true;
}

bool lines_next_block(Lines *lines, Line *line)
{
    while (lines_next(lines, line)) {
        LineKind kind = line_kind(line->text);
        if (kind != LINE_BLANK && kind != LINE_COMMENT)
            return true;
    }
    return false;
}
