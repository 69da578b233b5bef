// SPDX-License-Identifier: MIT
#include "diptych/str.h"

#include <string.h>

bool str_equal_ascii_case(Str a, Str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (!str_same_letter(a.at[i], b.at[i]))
            return false;
    return true;
}

bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

int str_compare(Str a, Str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    if (order)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Str str_trim(Str s)
{
    size_t from = 0, to = s.len;
    while (from < to && is_space(s.at[from]))
        from++;
    while (to > from && is_space(s.at[to - 1]))
        to--;
    return str_slice(s, from, to);
}

bool str_next(Str *rest, const char *separators, Str *piece)
{
    if (!rest->at)
        return false;
    size_t end = 0;
    while (end < rest->len && (rest->at[end] == '\0' || !strchr(separators, rest->at[end])))
        end++;
    *piece = str_slice(*rest, 0, end);
    *rest = end < rest->len ? str_slice(*rest, end + 1, rest->len) : (Str){NULL, 0};
    return true;
}

bool str_next_word(Str *rest, const char *separators, Str *word)
{
    do
        *word = (Str){0};
    while (str_next(rest, separators, word) && word->len == 0);
    return word->len > 0;
}

size_t str_character_start(Str s, size_t at)
{
    while (at > 0 && at < s.len && str_continues(s.at[at]))
        at--;
    return at;
}

size_t str_character_before(Str s, size_t at)
{
    return str_character_start(s, at - 1);
}

size_t str_character_from(Str s, size_t at)
{
    while (at < s.len && str_continues(s.at[at]))
        at++;
    return at;
}

bool str_number(Str s, uint32_t limit, uint32_t *number)
{
    uint64_t value = 0;
    if (s.len == 0)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(s.at[i] - '0');
        if (value > limit)
            return false;
    }
    *number = (uint32_t)value;
    return true;
}
