// SPDX-License-Identifier: MIT
// References: "wg1.23", "london1/panov.3-5", "23".
#include "diptych/speech.h"
#include "resolve.h"

#define NUMBER_LIMIT 999999999u

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

static bool read_numbers(Str text, Ref *ref)
{
    size_t dash = str_find(text, '-', 0);
    if (!str_number(str_slice(text, 0, dash), NUMBER_LIMIT, &ref->first) || ref->first == 0)
        return false;
    ref->last = ref->first;
    if (dash == text.len)
        return true;
    return str_number(str_slice(text, dash + 1, text.len), NUMBER_LIMIT, &ref->last) &&
           ref->last >= ref->first;
}

RefResult ref_read(const Dossier *dossier, Str text, uint32_t account, Ref *ref)
{
    Ref found = {.account = account};
    size_t dot = str_find(text, '.', 0);
    if (dot == text.len && account != NONE && read_numbers(text, &found)) {
        *ref = found;
        return REF_FOUND;
    }
    Str name = str_slice(text, 0, dot);
    found = (Ref){0};
    if (!is_account_name(name) ||
        (dot < text.len && !read_numbers(str_slice(text, dot + 1, text.len), &found)))
        return REF_MALFORMED;
    found.account = dossier_account(dossier, name);
    if (found.account == NONE)
        return REF_NO_ACCOUNT;
    *ref = found;
    return REF_FOUND;
}

bool dossier_ref_parse(const Dossier *dossier, Str text, uint32_t account, Ref *ref)
{
    return ref_read(dossier, str_trim(text), account, ref) == REF_FOUND;
}

void dossier_ref_add(const Dossier *dossier, Buffer *out, Ref ref, uint32_t here)
{
    bool bare = ref.account == here && ref.first;
    if (!bare && ref.account < dossier->account_count)
        buffer_add(out, dossier->accounts[ref.account].name);
    if (ref.first)
        buffer_addf(out, "%s%u", bare ? "" : ".", ref.first);
    if (ref.last > ref.first)
        buffer_addf(out, "-%u", ref.last);
}

void passage_reference_add(const Dossier *dossier, Buffer *out, uint32_t account, uint32_t number)
{
    dossier_ref_add(dossier, out, (Ref){account, number, number}, NONE);
}
