// SPDX-License-Identifier: MIT
#include "diptych/ledger_tree.h"

#include <stdlib.h>

#include "diptych/caption.h"
#include "layout/passages.h"

// So many records that may hold an answer are named.
#define RECORDS_MAX ((size_t)4)
// So many replies to one passage are listed.
#define REPLIES_MAX ((size_t)256)

// "wg1 (a summary), wg2-morning (not recorded) and 20 more".
static void add_records(Buffer *out, const Dossier *dossier, Ledger *ledger, PassageId passage)
{
    uint32_t records[RECORDS_MAX];
    size_t count = ledger_records(ledger, passage, records, RECORDS_MAX);
    for (size_t i = 0; i < count && i < RECORDS_MAX; i++) {
        Str lack = caption_lack(dossier, records[i]);
        buffer_add_text(out, i ? ", " : "");
        buffer_add(out, dossier->accounts[records[i]].name);
        buffer_add_text(out, " (");
        buffer_add(out, lack.len ? lack : str_of("not all of it has its topics"));
        buffer_add_byte(out, ')');
    }
    if (count > RECORDS_MAX)
        buffer_addf(out, " and %zu more", count - RECORDS_MAX);
}

// The replies of the other sides: "103, wg2.4 rebuts".
static void add_replies(Buffer *out, const Dossier *dossier, Ledger *ledger, const LedgerEntry *entry)
{
    size_t count, told = 0;
    LedgerReply *replies = ledger_replies(ledger, entry, &count);
    for (size_t i = 0; i < count; i++) {
        const LedgerReply *reply = &replies[i];
        if (!verb_is_reply(reply->verb) || (reply->verb == VERB_DEFERS) != (entry->state == CLAIM_PUT_OFF) ||
            told++ >= RECORDS_MAX)
            continue;
        buffer_add_text(out, told > 1 ? ", " : ": ");
        dossier_ref_add(dossier, out, (Ref){reply->passage.account, reply->number, reply->number},
                        entry->passage.account);
        if (reply->verb != VERB_DEFERS)
            buffer_addf(out, " %s", verb_word(reply->verb));
    }
    if (told > RECORDS_MAX)
        buffer_addf(out, " and %zu more", told - RECORDS_MAX);
    free(replies);
}

void ledger_standing_add(Buffer *out, const Dossier *dossier, Ledger *ledger, const LedgerEntry *entry)
{
    buffer_add_text(out, claim_state_word(entry->state));
    switch (entry->state) {
    case CLAIM_OPEN:
        buffer_add_text(out, ": nobody answers it, in records that would show it");
        return;
    case CLAIM_UNDECIDED:
        buffer_add_text(out, ": an answer may stand in ");
        add_records(out, dossier, ledger, entry->passage);
        return;
    default:
        add_replies(out, dossier, ledger, entry);
    }
    if (entry->state == CLAIM_ANSWERED)
        return;
    uint32_t record;
    bool more = ledger_records(ledger, entry->passage, &record, 1) > 0;
    buffer_add_text(out, more ? "; an answer may stand in " : "; nobody answers it later");
    add_records(out, dossier, ledger, entry->passage);
}

// "USSR 33: 4 answered, 29 undecided".
static void add_side(Buffer *out, const Dossier *dossier, const LedgerCount *count)
{
    size_t all = 0;
    for (int state = 0; state <= CLAIM_UNDECIDED; state++)
        all += count->states[state];
    buffer_add(out, dossier->parties[count->party].brief);
    buffer_addf(out, " %zu: ", all);
    const char *between = "";
    for (int state = 0; state <= CLAIM_UNDECIDED; state++) {
        if (!count->states[state])
            continue;
        buffer_addf(out, "%s%u %s", between, (unsigned)count->states[state],
                    claim_state_word((ClaimState)state));
        between = ", ";
    }
}

static void add_account(Tree *tree, const Dossier *dossier, const Ledger *ledger, uint32_t index, bool open)
{
    const Account *account = &dossier->accounts[index];
    const Round *round = &dossier->rounds[account->round];
    size_t count;
    const LedgerCount *counts = ledger_counts(ledger, index, &count);
    Buffer text = {0};
    buffer_add_text(&text, open ? "" : "[+] ");
    buffer_add(&text, account->name);
    buffer_add_text(&text, ": ");
    buffer_add(&text, account->record.title.len ? account->record.title : round->record.title);
    buffer_add_text(&text, date_known(round->date) ? ", " : "");
    date_add(&text, round->date);
    if (index >= ledger_done(ledger))
        buffer_add_text(&text, "; not counted yet");
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(&text, "; ");
        add_side(&text, dossier, &counts[i]);
    }
    tree_add_text(tree, 0, (Target){TARGET_ACCOUNT, index, 0}, (Str){0}, buffer_str(&text), STYLE_BOLD);
    buffer_free(&text);
}

static void add_entry(Tree *tree, const Dossier *dossier, const Skim *skim, Ledger *ledger,
                      const LedgerEntry *entry)
{
    Buffer text = {0};
    size_t count;
    LedgerReply *replies = ledger_replies(ledger, entry, &count);
    passages_label_add(&text, dossier, skim, entry->passage, claim_state_word(entry->state));
    tree_add_passage(tree, 1, entry->passage, buffer_str(&text));
    buffer_clear(&text);
    ledger_standing_add(&text, dossier, ledger, entry);
    tree_add_text(tree, 2, (Target){TARGET_PASSAGE, entry->passage.account, entry->passage.ordinal}, (Str){0},
                  buffer_str(&text), STYLE_DIM);
    for (size_t i = 0; i < count && i < REPLIES_MAX; i++) {
        buffer_clear(&text);
        passages_label_add(&text, dossier, skim, replies[i].passage, verb_word(replies[i].verb));
        tree_add_passage(tree, 2, replies[i].passage, buffer_str(&text));
    }
    free(replies);
    buffer_free(&text);
}

static void add_record(Tree *tree, Dossier *dossier, Skim *skim, Ledger *ledger, uint32_t account, bool open)
{
    size_t count = 0;
    add_account(tree, dossier, ledger, account, open);
    LedgerEntry *entries = open ? ledger_entries(ledger, account, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        add_entry(tree, dossier, skim, ledger, &entries[i]);
    free(entries);
}

Tree *ledger_tree(Dossier *dossier, Skim *skim, Ledger *ledger, const bool *open)
{
    Tree *tree = tree_new();
    for (uint32_t i = 0; i < dossier->account_count; i++) {
        if (ledger_count(ledger, i) || i >= ledger_done(ledger))
            add_record(tree, dossier, skim, ledger, i, open[i]);
    }
    if (!tree->count)
        tree_add_text(tree, 0, (Target){0}, (Str){0}, str_of("There is none."), STYLE_PLAIN);
    return tree;
}

Tree *ledger_tree_of(Dossier *dossier, Skim *skim, Ledger *ledger, uint32_t account)
{
    Tree *tree = tree_new();
    add_record(tree, dossier, skim, ledger, account, true);
    return tree;
}
