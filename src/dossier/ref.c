// SPDX-License-Identifier: MIT
// References: "wg1.23", "london1/panov.3-5", "23".
#include "diptych/speech.h"
#include "resolve.h"

RefResult ref_read(const Dossier *dossier, Str text, uint32_t account, Ref *ref)
{
    Reference reference;
    if (!reference_parse(text, account != NONE, &reference))
        return REF_MALFORMED;
    Ref found = {account, reference.first, reference.last};
    if (reference.account.len)
        found.account = dossier_account(dossier, reference.account);
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
