// SPDX-License-Identifier: MIT
// Rounds in their order, and each one's accounts behind it.
#include "build.h"

#include <stdlib.h>

// What a round is made from: a Round: record, or an Account: record whose round does not exist.
typedef struct Seed {
    const ScanItem *found;
    bool orphan;
    Str id;
    Date date;
    uint32_t order;
    size_t accounts; // beside its own
    size_t next;     // where the next of its accounts goes
} Seed;

static int compare_seeds(const void *a, const void *b)
{
    const Seed *x = a, *y = b;
    int order = date_compare(x->date, y->date);
    if (order)
        return order;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    // Records are found in the order of files and positions, in one array.
    return (x->found > y->found) - (x->found < y->found);
}

static Str round_of(Str account)
{
    return str_slice(account, 0, str_find(account, '/', 0));
}

static bool is_account_id(Str id)
{
    size_t slash = str_find(id, '/', 0);
    return slash < id.len && id_is_valid(str_slice(id, 0, slash)) &&
           id_is_valid(str_slice(id, slash + 1, id.len));
}

static Seed seed_of_round(Build *build, const ScanItem *found)
{
    Seed seed = {.found = found, .id = found->raw.record.id};
    resolve_date(&build->lookup, record_pair(&found->raw.record, "Date"), &seed.date);
    resolve_number(&build->lookup, record_pair(&found->raw.record, "Order"), &seed.order);
    build_check_id(build, found, seed.id);
    return seed;
}

// An account without its round makes one of its own, so that it can be read.
static bool is_orphan(Build *build, const Index *rounds, const ScanItem *found)
{
    const RawRecord *raw = &found->raw;
    DiagnosticKind kind = DIAGNOSTIC_BAD_ID;
    if (is_account_id(raw->record.id)) {
        if (index_find(rounds, round_of(raw->record.id)) != NONE)
            return false;
        kind = DIAGNOSTIC_DANGLING_REFERENCE;
    }
    input_problem(&build->lookup.input, kind, raw->id_line, raw->record.column, raw->record.id);
    return true;
}

static Seed *collect_seeds(Build *build, size_t *count)
{
    Seed *seeds =
        mem_new(build_count(build, RECORD_ROUND) + build_count(build, RECORD_ACCOUNT), sizeof *seeds);
    Index ids = {0};
    const ScanItem *found;
    *count = 0;
    for (size_t at = 0; (found = build_next(build, RECORD_ROUND, &at));) {
        index_add(&ids, found->raw.record.id, 0);
        seeds[(*count)++] = seed_of_round(build, found);
    }
    index_sort(&ids);
    for (size_t at = 0; (found = build_next(build, RECORD_ACCOUNT, &at));)
        if (is_orphan(build, &ids, found))
            seeds[(*count)++] = (Seed){.found = found, .orphan = true, .id = round_of(found->raw.record.id)};
    index_free(&ids);
    if (*count > 1)
        qsort(seeds, *count, sizeof *seeds, compare_seeds);
    return seeds;
}

static void index_rounds(Build *build, const Seed *seeds, size_t count)
{
    Index *index = &build->model->rounds;
    for (size_t i = 0; i < count; i++)
        if (!seeds[i].orphan)
            index_add(index, seeds[i].id, (uint32_t)i);
    index_sort(index);
    for (size_t i = 0; i < count; i++)
        if (!seeds[i].orphan && index_find(index, seeds[i].id) != i)
            build_report_repeated(build, seeds[i].found);
}

static uint32_t seed_of_account(const Build *build, const ScanItem *found)
{
    Str id = found->raw.record.id;
    return is_account_id(id) ? index_find(&build->model->rounds, round_of(id)) : NONE;
}

// Gives every account its place: behind the round's own, in the order of the files.
static size_t place_accounts(Build *build, Seed *seeds, size_t count)
{
    const ScanItem *found;
    for (size_t at = 0; (found = build_next(build, RECORD_ACCOUNT, &at));) {
        uint32_t seed = seed_of_account(build, found);
        if (seed != NONE)
            seeds[seed].accounts++;
    }
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        seeds[i].next = next + 1;
        next += 1 + seeds[i].accounts;
    }
    return next;
}

typedef struct SourceIds {
    const uint32_t *items;
    size_t count;
} SourceIds;

static SourceIds take_sources(Build *build, const Record *record)
{
    SourceIds ids;
    resolve_sources(&build->lookup, record_pair(record, "Sources"), &build->numbers);
    resolve_sources(&build->lookup, record_pair(record, "Source"), &build->numbers);
    ids.items = number_list_take(&build->numbers, &build->model->arena, &ids.count);
    return ids;
}

// `own` is the round's own account, whose values are the defaults of the others; null for itself.
static Account take_account(Build *build, const ScanItem *found, uint32_t round, SourceIds sources,
                            const Account *own)
{
    const Record *record = &found->raw.record;
    size_t slash = str_find(record->id, '/', 0);
    Account account = {.extent = EXTENT_PART, .part = {"", 0}, .status = STATUS_PARAPHRASE, .source = NONE};
    if (own)
        account = *own;
    account.record = *record;
    account.round = round;
    account.name = record->id;
    resolve_extent(&build->lookup, record_pair(record, "Extent"), &account.extent, &account.part);
    resolve_tagging(&build->lookup, record_pair(record, "Tagged"), &account.tagging);
    resolve_status(&build->lookup, record_pair(record, "Status"), &account.status);
    if (sources.count)
        account.source = sources.items[0];
    account.brief = str_slice(record->id, slash + 1, record->id.len);
    if (slash == record->id.len && account.source != NONE)
        account.brief = build->model->dossier.sources[account.source].record.id;
    account.speechless = account.extent == EXTENT_LOST || found->speechless;
    return account;
}

static Round take_round(Build *build, const Seed *seed, SourceIds sources, uint32_t account)
{
    const Record *record = &seed->found->raw.record;
    Round round = {
        .record = *record,
        .date = seed->date,
        .order = seed->order,
        .place = record_value(record, "Place"),
        .sources = sources.items,
        .source_count = sources.count,
        .account = account,
        .account_count = (uint32_t)seed->accounts + 1,
        .outcome = record_value(record, "Outcome"),
    };
    Str printed = record_value(record, "Printed");
    round.printed = str_trim(str_slice(printed, 0, str_find(printed, ';', 0)));
    round.record.id = seed->id;
    NumberList parties = {0};
    resolve_people(&build->lookup, record_pair(record, "Participants"), &build->numbers, &parties);
    round.people = number_list_take(&build->numbers, &build->model->arena, &round.person_count);
    round.parties = number_list_take(&parties, &build->model->arena, &round.party_count);
    free(parties.items);
    return round;
}

static void fill_rounds(Build *build, const Seed *seeds, size_t count, Round *rounds, Account *accounts)
{
    uint32_t account = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Seed *seed = &seeds[i];
        build_turn(build, seed->found);
        SourceIds sources = take_sources(build, &seed->found->raw.record);
        rounds[i] = take_round(build, seed, sources, account);
        accounts[account] = take_account(build, seed->found, i, sources, NULL);
        build->model->stored[account].part = seed->found->part;
        account += (uint32_t)seed->accounts + 1;
    }
}

static void fill_accounts(Build *build, Seed *seeds, const Round *rounds, Account *accounts)
{
    const ScanItem *found;
    for (size_t at = 0; (found = build_next(build, RECORD_ACCOUNT, &at));) {
        uint32_t seed = seed_of_account(build, found);
        if (seed == NONE)
            continue;
        size_t account = seeds[seed].next++;
        SourceIds sources = take_sources(build, &found->raw.record);
        accounts[account] = take_account(build, found, seed, sources, &accounts[rounds[seed].account]);
        build->model->stored[account].part = found->part;
    }
}

static void index_accounts(Build *build, const Account *accounts, size_t count)
{
    Index *index = &build->model->accounts;
    for (size_t i = 0; i < count; i++)
        index_add(index, accounts[i].name, (uint32_t)i);
    index_sort(index);
    const ScanItem *found;
    for (size_t at = 0; (found = build_next(build, RECORD_ACCOUNT, &at));) {
        uint32_t first = index_find(index, found->raw.record.id);
        const Record *record = &accounts[first].record;
        if (record->file != found->raw.record.file || record->line != found->raw.record.line)
            build_report_repeated(build, found);
    }
}

void build_rounds(Build *build)
{
    Model *model = build->model;
    size_t count;
    Seed *seeds = collect_seeds(build, &count);
    index_rounds(build, seeds, count);
    size_t account_count = place_accounts(build, seeds, count);
    Round *rounds = build_array(build, count, sizeof *rounds);
    Account *accounts = build_array(build, account_count, sizeof *accounts);
    model->stored = mem_new(account_count, sizeof *model->stored);
    fill_rounds(build, seeds, count, rounds, accounts);
    fill_accounts(build, seeds, rounds, accounts);
    model->dossier.rounds = rounds;
    model->dossier.round_count = count;
    model->dossier.accounts = accounts;
    model->dossier.account_count = account_count;
    index_accounts(build, accounts, account_count);
    free(seeds);
}
