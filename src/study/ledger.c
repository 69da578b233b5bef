// SPDX-License-Identifier: MIT
#include "diptych/ledger.h"

#include <stdlib.h>

#include "diptych/clock.h"
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "diptych/memory.h"

// The counts of one account.
typedef struct LedgerAccount {
    size_t entries;
    LedgerCount *sides;
    size_t count, capacity;
} LedgerAccount;

struct Ledger {
    Dossier *dossier;
    Skim *skim;
    ClaimJudge *judge; // null: the skim is not complete
    LedgerFilter filter;
    LedgerAccount *accounts;
    size_t next;    // account to be counted
    size_t entries; // of those that are
};

LedgerFilter ledger_filter_none(void)
{
    return (LedgerFilter){.party = NONE, .person = NONE, .topic = NONE};
}

Ledger *ledger_new(Dossier *dossier, Skim *skim)
{
    Ledger *ledger = mem_new(1, sizeof *ledger);
    ledger->dossier = dossier;
    ledger->skim = skim;
    ledger->filter = ledger_filter_none();
    ledger->accounts = mem_new(dossier->account_count, sizeof *ledger->accounts);
    return ledger;
}

static void forget_counts(Ledger *ledger)
{
    for (size_t i = 0; i < ledger->next; i++) {
        free(ledger->accounts[i].sides);
        ledger->accounts[i] = (LedgerAccount){0};
    }
    ledger->next = ledger->entries = 0;
}

void ledger_free(Ledger *ledger)
{
    if (!ledger)
        return;
    forget_counts(ledger);
    claim_judge_free(ledger->judge);
    free(ledger->accounts);
    free(ledger);
}

void ledger_filter(Ledger *ledger, LedgerFilter filter)
{
    forget_counts(ledger);
    ledger->filter = filter;
}

LedgerFilter ledger_wants(const Ledger *ledger)
{
    return ledger->filter;
}

static bool is_wanted_act(const Ledger *ledger, const Glance *glance, bool claim)
{
    uint32_t acts = ledger->filter.acts;
    if (!acts)
        return claim;
    if (!(acts >> glance->act & 1))
        return false;
    return claim || glance->act > ACT_CONDITIONS;
}

static bool is_by_person(const Glance *glance, uint32_t person)
{
    for (size_t i = 0; i < glance->speaker_count; i++)
        if (glance->speakers[i] == person)
            return true;
    return false;
}

// What could be in the ledger at all: claims, concessions, and what else was said across the table.
static bool may_stand(const Dossier *dossier, const Glance *glance)
{
    return claim_is(dossier, glance) || ground_is_concession(dossier, glance) ||
           (status_is_said((Status)glance->status) && glance->addressee == ADDRESSEE_OTHER &&
            glance->speaker_count && claim_has_substance(dossier, glance));
}

// All wishes but those about what became of it.
static bool is_wanted(const Ledger *ledger, const Glance *glance)
{
    const LedgerFilter *filter = &ledger->filter;
    const Dossier *dossier = ledger->dossier;
    if (!may_stand(dossier, glance) || !is_wanted_act(ledger, glance, claim_is(dossier, glance)))
        return false;
    return (filter->party == NONE || glance_is_by(dossier, glance, filter->party)) &&
           (filter->person == NONE || is_by_person(glance, filter->person)) &&
           (filter->topic == NONE || glance_is_on(dossier, glance, filter->topic)) &&
           (!filter->capacities || filter->capacities >> glance->capacity & 1);
}

static LedgerEntry judge(Ledger *ledger, PassageId id, const Glance *glance)
{
    LedgerEntry entry = {.passage = id,
                         .number = glance->number,
                         .is_claim = claim_is(ledger->dossier, glance),
                         .record = NONE};
    if (ledger->judge)
        entry.state = claim_judge_state(ledger->judge, id, &entry.record);
    else
        entry.state = claim_state(ledger->dossier, ledger->skim, id, &entry.record);
    return entry;
}

LedgerReply *ledger_replies(Ledger *ledger, const LedgerEntry *entry, size_t *count)
{
    Glance claim = layered_glance(ledger->dossier, ledger->skim, entry->passage);
    size_t all;
    const Backlink *back = layered_backlinks(ledger->dossier, ledger->skim, entry->passage.account,
                                             entry->number, SIZE_MAX, &all);
    LedgerReply *replies = mem_new(all, sizeof *replies);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        Glance reply = layered_glance(ledger->dossier, ledger->skim, back[i].from);
        bool across = verb_is_reply(back[i].verb) && claim_is_by_another(ledger->dossier, &reply, &claim);
        if (across || verb_is_own(back[i].verb))
            replies[(*count)++] = (LedgerReply){back[i].from, back[i].number, back[i].verb};
    }
    return replies;
}

static bool has_verb(Ledger *ledger, const LedgerEntry *entry, uint32_t verbs)
{
    size_t count, i = 0;
    LedgerReply *replies = ledger_replies(ledger, entry, &count);
    while (i < count && !(verbs >> replies[i].verb & 1))
        i++;
    free(replies);
    return i < count;
}

// False: it is not wanted.
static bool find_entry(Ledger *ledger, PassageId id, LedgerEntry *entry)
{
    const LedgerFilter *filter = &ledger->filter;
    Glance glance = layered_glance(ledger->dossier, ledger->skim, id);
    if (!is_wanted(ledger, &glance))
        return false;
    *entry = judge(ledger, id, &glance);
    if (filter->states && !(filter->states >> entry->state & 1))
        return false;
    return !filter->verbs || has_verb(ledger, entry, filter->verbs);
}

bool ledger_entry(Ledger *ledger, PassageId passage, LedgerEntry *entry)
{
    Glance glance = layered_glance(ledger->dossier, ledger->skim, passage);
    if (!may_stand(ledger->dossier, &glance))
        return false;
    *entry = judge(ledger, passage, &glance);
    return true;
}

LedgerEntry *ledger_entries(Ledger *ledger, uint32_t account, size_t *count)
{
    skim_take_round(ledger->skim, ledger->dossier->accounts[account].round);
    size_t passages = skim_count(ledger->skim, account), capacity = 0;
    LedgerEntry *entries = NULL, entry;
    *count = 0;
    for (uint32_t i = 0; i < passages; i++) {
        if (!find_entry(ledger, (PassageId){account, i}, &entry))
            continue;
        entries = mem_grow(entries, &capacity, *count + 1, sizeof *entries);
        entries[(*count)++] = entry;
    }
    return entries;
}

// So many parties of one account are told apart.
#define COUNTED_MAX 64

static void count_for(LedgerAccount *account, uint32_t party, ClaimState state)
{
    size_t i = 0;
    while (i < account->count && account->sides[i].party != party)
        i++;
    if (i == COUNTED_MAX)
        return;
    if (i == account->count) {
        account->sides =
            mem_grow(account->sides, &account->capacity, account->count + 1, sizeof *account->sides);
        account->sides[account->count++] = (LedgerCount){.party = party};
    }
    account->sides[i].states[state]++;
}

static int compare_counts(const void *a, const void *b)
{
    const LedgerCount *x = a, *y = b;
    return (x->party > y->party) - (x->party < y->party);
}

// The speakers of one passage that are of one party count once.
static void count_entry(Ledger *ledger, LedgerAccount *account, const LedgerEntry *entry)
{
    Glance glance = layered_glance(ledger->dossier, ledger->skim, entry->passage);
    for (size_t i = 0; i < glance.speaker_count && i < COUNTED_MAX; i++) {
        uint32_t party = glance_party(ledger->dossier, glance.speakers[i]);
        size_t before = 0;
        while (before < i && glance_party(ledger->dossier, glance.speakers[before]) != party)
            before++;
        if (before == i && party != NONE)
            count_for(account, party, entry->state);
    }
}

static void count_account(Ledger *ledger, uint32_t index)
{
    LedgerAccount *account = &ledger->accounts[index];
    LedgerEntry entry;
    for (uint32_t i = 0; i < skim_count(ledger->skim, index); i++)
        if (find_entry(ledger, (PassageId){index, i}, &entry)) {
            count_entry(ledger, account, &entry);
            account->entries++;
        }
    ledger->entries += account->entries;
    if (account->count > 1)
        qsort(account->sides, account->count, sizeof *account->sides, compare_counts);
}

// One piece of work.
static void go_on(Ledger *ledger)
{
    if (!skim_complete(ledger->skim)) {
        skim_step(ledger->skim, 0);
        return;
    }
    if (!ledger->judge)
        ledger->judge = claim_judge_new(ledger->dossier, ledger->skim);
    if (ledger->next < ledger->dossier->account_count)
        count_account(ledger, (uint32_t)ledger->next++);
}

bool ledger_step(Ledger *ledger, unsigned milliseconds)
{
    int64_t end = milliseconds ? clock_milliseconds() + milliseconds : 0;
    do {
        if (ledger_complete(ledger))
            return false;
        go_on(ledger);
    } while (milliseconds && clock_milliseconds() < end);
    return !ledger_complete(ledger);
}

size_t ledger_done(const Ledger *ledger)
{
    return ledger->next;
}

bool ledger_complete(const Ledger *ledger)
{
    return ledger->judge && ledger->next == ledger->dossier->account_count;
}

size_t ledger_count(const Ledger *ledger, uint32_t account)
{
    return account == NONE ? ledger->entries : ledger->accounts[account].entries;
}

const LedgerCount *ledger_counts(const Ledger *ledger, uint32_t account, size_t *count)
{
    *count = ledger->accounts[account].count;
    return ledger->accounts[account].sides;
}

size_t ledger_records(Ledger *ledger, PassageId passage, uint32_t *records, size_t most)
{
    return ledger->judge ? claim_judge_records(ledger->judge, passage, records, most) : 0;
}

const char *claim_state_word(ClaimState state)
{
    static const char *const words[] = {[CLAIM_ANSWERED] = "answered",
                                        [CLAIM_PUT_OFF] = "put off",
                                        [CLAIM_OPEN] = "open",
                                        [CLAIM_UNDECIDED] = "undecided"};
    return words[state];
}
