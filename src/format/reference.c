// SPDX-License-Identifier: MIT
#include "diptych/reference.h"

static bool is_id_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool id_is_valid(Str text)
{
    if (text.len == 0 || !is_id_byte(text.at[0]))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (!is_id_byte(text.at[i]) && text.at[i] != '-')
            return false;
    return true;
}

static bool is_account_name(Str text)
{
    size_t slash = str_find(text, '/', 0);
    return id_is_valid(str_slice(text, 0, slash)) &&
           (slash == text.len || id_is_valid(str_slice(text, slash + 1, text.len)));
}

static bool read_numbers(Str text, Reference *reference)
{
    size_t dash = str_find(text, '-', 0);
    if (!str_number(str_slice(text, 0, dash), NUMBER_MAX, &reference->first) || reference->first == 0)
        return false;
    reference->last = reference->first;
    if (dash == text.len)
        return true;
    return str_number(str_slice(text, dash + 1, text.len), NUMBER_MAX, &reference->last) &&
           reference->last >= reference->first;
}

bool reference_parse(Str text, bool bare, Reference *reference)
{
    Reference found = {.account = {"", 0}};
    size_t dot = str_find(text, '.', 0);
    if (dot == text.len && bare && read_numbers(text, &found)) {
        *reference = found;
        return true;
    }
    found = (Reference){.account = str_slice(text, 0, dot)};
    if (!is_account_name(found.account) ||
        (dot < text.len && !read_numbers(str_slice(text, dot + 1, text.len), &found)))
        return false;
    *reference = found;
    return true;
}
