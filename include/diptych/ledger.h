// SPDX-License-Identifier: MIT
// Every claim with what became of it, over all rounds, and which of them somebody wants to see.
#ifndef DIPTYCH_LEDGER_H
#define DIPTYCH_LEDGER_H

#include "diptych/claim.h"

// Which passages are wanted. A zeroed one with NONE for the first three: every claim.
typedef struct LedgerFilter {
    uint32_t party;      // who speaks; NONE: any
    uint32_t person;     // NONE: any
    uint32_t topic;      // it, or one below it; NONE: any
    uint32_t acts;       // a sum of 1 << Act; 0: those of claims. Of others, all that was said to the other
                         // side on a topic of substance, and all concessions
    uint32_t capacities; // a sum of 1 << Capacity; 0: any
    uint32_t verbs;  // of links to it, replies of other sides or their own side's; a sum of 1 << Verb; 0: any
    uint32_t states; // a sum of 1 << ClaimState; 0: any
} LedgerFilter;

// One that wants every claim.
LedgerFilter ledger_filter_none(void);

// A claim, or another passage that was asked for.
typedef struct LedgerEntry {
    PassageId passage;
    uint32_t number;
    bool is_claim;
    ClaimState state; // also of what is none: whether anybody answered it
    uint32_t record;  // that may hold the answer to one that is UNDECIDED; else NONE
} LedgerEntry;

// How many of a side.
typedef struct LedgerCount {
    uint32_t party;
    uint32_t states[CLAIM_UNDECIDED + 1];
} LedgerCount;

// The claims of a dossier, filtered and counted account by account.
typedef struct Ledger Ledger;

// The dossier and the skim must outlive it. The caller frees it.
Ledger *ledger_new(Dossier *dossier, Skim *skim);
void ledger_free(Ledger *ledger);
// Has it begin anew with other wishes.
void ledger_filter(Ledger *ledger, LedgerFilter filter);
LedgerFilter ledger_wants(const Ledger *ledger);

// Goes on for about `milliseconds` (0: one account): first the skim, then the counts. False when there is
// nothing left to do.
bool ledger_step(Ledger *ledger, unsigned milliseconds);
// Accounts counted.
size_t ledger_done(const Ledger *ledger);
bool ledger_complete(const Ledger *ledger);

// How many entries an account has, or all that are counted (NONE): 0 when it is not counted yet.
size_t ledger_count(const Ledger *ledger, uint32_t account);
// The counts of an account by party, in order of the dossier; joint ones count for each party. Valid until
// the filter changes. Null with `*count` 0 when there are none, or when it is not counted yet.
const LedgerCount *ledger_counts(const Ledger *ledger, uint32_t account, size_t *count);
// All entries of an account in its order, as far as the skim goes; that takes the account's round in. The
// caller frees the array.
LedgerEntry *ledger_entries(Ledger *ledger, uint32_t account, size_t *count);
// The entry of one passage, whatever the filter; false: it is neither a claim nor said to another side on
// anything of substance.
bool ledger_entry(Ledger *ledger, PassageId passage, LedgerEntry *entry);
// As claim_judge_records().
size_t ledger_records(Ledger *ledger, PassageId passage, uint32_t *records, size_t most);

// A link to a passage that tells what became of it: a reply of another side, or words of its own side's.
typedef struct LedgerReply {
    PassageId passage;
    uint32_t number;
    Verb verb;
} LedgerReply;
// Those to the entry, as far as the skim goes, in order of their passages. The caller frees the array.
LedgerReply *ledger_replies(Ledger *ledger, const LedgerEntry *entry, size_t *count);

// "answered", "put off", "open", "undecided".
const char *claim_state_word(ClaimState state);

#endif
