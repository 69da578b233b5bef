// SPDX-License-Identifier: MIT
#include <string.h>

#include "diptych/format.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "[6]" of an indented line, or "[6a]", "[6.1]" and "[ 6 ]": digits, and at most two characters behind them.
static bool is_near_number(Str text, bool indented)
{
    const size_t end = str_find(text, ']', 0);
    if (text.len == 0 || text.at[0] != '[' || end == text.len)
        return false;
    const Str inside = str_slice(text, 1, end), words = str_trim(inside);
    size_t digits = 0;
    while (digits < words.len && is_digit(words.at[digits]))
        digits++;
    for (size_t i = digits; i < words.len; i++)
        if (!is_letter(words.at[i]) && !is_digit(words.at[i]) && words.at[i] != '.')
            return false;
    const bool exact = digits == inside.len;
    return digits > 0 && digits <= 9 && words.len - digits <= 2 && (indented || !exact);
}

// "@ su", indented.
static bool is_near_turn(Str text)
{
    return text.len > 1 && text.at[0] == '@' && (text.at[1] == ' ' || is_letter(text.at[1]));
}

size_t near_attributes(Str text)
{
    for (size_t at = str_find(text, '{', 0); at < text.len; at = str_find(text, '{', at + 1)) {
        Str name;
        if (line_name(str_slice(text, at + 1, text.len), &name))
            return at;
    }
    return text.len;
}

static void report(Input *input, DiagnosticKind kind, Line line, Str at)
{
    input_problem(input, kind, line.number, (uint32_t)(at.at - line.text.at) + 1, at);
}

void near_check(Input *input, Line line, size_t from)
{
    const Str text = str_trim(str_slice(line.text, from, line.text.len));
    const bool first = from > 0, indented = !first && text.at > line.text.at;
    if (!first && is_near_number(text, indented))
        report(input, DIAGNOSTIC_NEAR_PASSAGE, line, text);
    else if (indented && is_near_turn(text))
        report(input, DIAGNOSTIC_NEAR_TURN, line, text);
    const size_t brace = near_attributes(text);
    const bool stray = brace == 0 && text.at == line.text.at; // said already
    if (brace < text.len && !stray)
        report(input, DIAGNOSTIC_NEAR_ATTRIBUTES, line, str_slice(text, brace, text.len));
}

void near_check_comment(Input *input, Line line)
{
    if (line.text.len > 1 && line.text.at[1] != ' ' && line.text.at[1] != '\t' && line.text.at[1] != '#')
        report(input, DIAGNOSTIC_HIDDEN_LINE, line, line.text);
}
