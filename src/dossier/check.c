// SPDX-License-Identifier: MIT
// The checker: what the parser met, and what only the whole shows.
#include "diptych/check.h"

#include <stdlib.h>

#include "check_link.h"
#include "diptych/visible.h"
#include "loaded.h"
#include "resolve.h"

typedef struct Check {
    Dossier *dossier;
    Skim *skim;
    DiagnosticList *out;
} Check;

static void add_all(DiagnosticList *out, const DiagnosticList *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const Diagnostic *item = &from->items[i];
        diagnostic_add(out, item->kind, item->file, item->line, item->column, item->detail);
    }
}

static void take_account(Check *check, uint32_t account)
{
    Loaded *loaded = loaded_read(check->dossier, account);
    add_all(check->out, loaded->speech.problems);
    skim_take(check->skim, &loaded->speech);
    loaded_free(loaded);
}

// The references of a value, each with its place; `input` counts spans from the bytes the pair is in.
static void check_links(Check *check, const Input *input, const Pair *pair, PassageId from, Verb verb)
{
    Items items = input_items(input, pair);
    Item item;
    bool rounds = verb == VERB_ELSEWHERE || verb == VERB_NOT_IN_RECORD;
    while (items_next(&items, &item)) {
        Ref ref;
        DiagnosticKind kind;
        if (ref_read(check->dossier, item.text, rounds ? NONE : from.account, &ref) == REF_FOUND &&
            (rounds || ref.first) && check_link(check->skim, from, verb, ref, &kind))
            diagnostic_add(check->out, kind, input->file, item.line, item.column, item.text);
    }
}

static void check_account(Check *check, uint32_t account)
{
    Loaded *loaded = loaded_read(check->dossier, account);
    const Speech *speech = &loaded->speech;
    Input input = {.file = check->dossier->accounts[account].record.file, .bytes = speech->bytes};
    for (uint32_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = &speech->passages[i];
        Verb verb;
        for (size_t j = 0; j < passage->pair_count; j++)
            if (verb_parse(passage->pairs[j].name, &verb))
                check_links(check, &input, &passage->pairs[j], (PassageId){account, i}, verb);
    }
    loaded_free(loaded);
}

// Reads again only those accounts that have a wrong link, to say where it stands.
static void check_accounts(Check *check)
{
    size_t count = check->dossier->account_count;
    bool *wrong = mem_new(count, sizeof *wrong);
    for (uint32_t i = 0; i < count; i++) {
        const SkimmedAccount *target = &check->skim->accounts[i];
        for (size_t j = 0; j < target->incoming_count; j++) {
            const SkimmedLink *link = &target->incoming[j];
            DiagnosticKind kind;
            if (!wrong[link->account] &&
                check_link(check->skim, (PassageId){link->account, link->ordinal}, (Verb)link->verb,
                           (Ref){i, link->first, link->last}, &kind))
                wrong[link->account] = true;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        if (wrong[i])
            check_account(check, i);
    free(wrong);
}

// A record's values are at hand only as text, so that places are exact in their first line.
static Pair text_pair(const Pair *pair)
{
    Pair text = *pair;
    text.span = (Span){0, (uint32_t)pair->value.len};
    return text;
}

static void check_remark(Check *check, const Remark *remark)
{
    if (remark->ref.account == NONE)
        return;
    const Record *record = &remark->record;
    PassageId from = {remark->ref.account, skim_find(check->skim, remark->ref.account, remark->ref.first)};
    if (from.ordinal == NONE) {
        diagnostic_add(check->out, DIAGNOSTIC_DANGLING_REFERENCE, record->file, record->line, record->column,
                       record->id);
        return;
    }
    for (size_t i = 0; i < record->pair_count; i++) {
        Verb verb;
        Pair pair = text_pair(&record->pairs[i]);
        Input input = {.file = record->file, .bytes = pair.value};
        if (verb_parse(pair.name, &verb))
            check_links(check, &input, &pair, from, verb);
    }
}

static void check_discrepancy(Check *check, const Discrepancy *discrepancy)
{
    const Record *record = &discrepancy->record;
    for (size_t i = 0; i < record->pair_count; i++) {
        Pair pair = text_pair(&record->pairs[i]);
        pair.span.len = (uint32_t)str_find(pair.value, ';', 0);
        if (!str_is(pair.name, "Reading") || pair.span.len == pair.value.len)
            continue;
        Input input = {.file = record->file, .bytes = pair.value};
        Items items = input_items(&input, &pair);
        Item item;
        while (items_next(&items, &item)) {
            Ref ref;
            if (ref_read(check->dossier, item.text, NONE, &ref) == REF_FOUND && !check_ref(check->skim, ref))
                diagnostic_add(check->out, DIAGNOSTIC_DANGLING_REFERENCE, record->file, item.line,
                               item.column, item.text);
        }
    }
}

void check_dossier(Dossier *dossier, DiagnosticList *out)
{
    Check check = {.dossier = dossier, .skim = skim_new(dossier), .out = out};
    add_all(out, dossier->problems);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        take_account(&check, i);
    check_accounts(&check);
    for (size_t i = 0; i < dossier->remark_count; i++)
        check_remark(&check, &dossier->remarks[i]);
    for (size_t i = 0; i < dossier->discrepancy_count; i++)
        check_discrepancy(&check, &dossier->discrepancies[i]);
    skim_free(check.skim);
    diagnostic_sort(out);
}

void check_line_add(Buffer *out, const Dossier *dossier, const Diagnostic *diagnostic)
{
    visible_add(out, str_of(dossier->files[diagnostic->file].path), false);
    buffer_addf(out, ":%u:%u: %s: %s", diagnostic->line, diagnostic->column,
                diagnostic_level(diagnostic->kind) == LEVEL_ERROR ? "error" : "warning",
                diagnostic_sentence(diagnostic->kind));
    if (diagnostic->detail.len) {
        buffer_add_text(out, ": ");
        visible_add(out, diagnostic->detail, false);
    }
    buffer_addf(out, " [%s]\n", diagnostic_name(diagnostic->kind));
}
