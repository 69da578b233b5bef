// SPDX-License-Identifier: MIT
// Prints what became of every claim of each dossier, a line each, fields separated by tabs: for tests that
// are scripts. The dossiers are named on standard input, a line each.
//
//     DOSSIER CLAIM STATE RECORD
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/ledger.h"

static void add_entry(const Dossier *dossier, const LedgerEntry *entry, Buffer *out)
{
    buffer_add(out, dossier->record.id);
    buffer_add_byte(out, '\t');
    passage_reference_add(dossier, out, entry->passage.account, entry->number);
    buffer_addf(out, "\t%s\t", claim_state_word(entry->state));
    if (entry->record != NONE)
        buffer_add(out, dossier->accounts[entry->record].name);
    buffer_add_byte(out, '\n');
}

// Judged one by one, too, without what is remembered of their records.
static bool is_judged_alike(Dossier *dossier, Skim *skim, const LedgerEntry *entry)
{
    uint32_t record = NONE;
    ClaimState state = claim_state(dossier, skim, entry->passage, &record);
    return state == entry->state && (state != CLAIM_UNDECIDED || record == entry->record);
}

static bool print_dossier(const char *path, Buffer *out)
{
    Error error;
    Dossier *dossier = dossier_open(path, &error);
    bool alike = dossier != NULL;
    if (!dossier)
        return false;
    Skim *skim = skim_new(dossier);
    Ledger *ledger = ledger_new(dossier, skim);
    while (ledger_step(ledger, 0))
        continue;
    for (uint32_t i = 0; i < dossier->account_count; i++) {
        size_t count;
        LedgerEntry *entries = ledger_entries(ledger, i, &count);
        for (size_t k = 0; k < count; k++) {
            add_entry(dossier, &entries[k], out);
            alike = alike && is_judged_alike(dossier, skim, &entries[k]);
        }
        free(entries);
    }
    ledger_free(ledger);
    skim_free(skim);
    dossier_close(dossier);
    return alike;
}

int main(void)
{
    char path[4096];
    bool alike = true;
    while (fgets(path, sizeof path, stdin)) {
        Buffer out = {0};
        path[strcspn(path, "\n")] = '\0';
        if (!print_dossier(path, &out)) {
            fprintf(stderr, "%s: cannot be read, or is judged in two ways\n", path);
            alike = false;
        }
        if (out.len)
            fwrite(out.bytes, 1, out.len, stdout);
        buffer_free(&out);
    }
    return alike ? EXIT_SUCCESS : EXIT_FAILURE;
}
