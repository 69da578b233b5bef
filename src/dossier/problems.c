// SPDX-License-Identifier: MIT
// What is wrong with a dossier, listed or counted: both go through the same references and ask the same
// judge.
#include "diptych/problems.h"

#include "diptych/as_of.h"

#include <stdlib.h>

#include "diptych/clock.h"
#include "diptych/visible.h"
#include "judge.h"
#include "loaded.h"

struct Problems {
    Skim *skim;
    uint32_t judged; // accounts whose incoming links have been looked at
    bool complete;
    size_t found; // that only the whole shows
};

// Where what is found goes: into a list, or only into the count.
typedef struct Finder {
    const Skim *skim;
    DiagnosticList *out; // null: only counted
    size_t found;
} Finder;

// Problems that only the whole shows; more are not listed, and not counted.
#define FOUND_MAX ((size_t)100000)

static void add_found(Finder *finder, DiagnosticKind kind, uint32_t file, uint32_t line, uint32_t column,
                      Str detail)
{
    finder->found++;
    if (finder->out && finder->found <= FOUND_MAX)
        diagnostic_add(finder->out, kind, file, line, column, detail);
    if (finder->out && finder->found == FOUND_MAX + 1)
        diagnostic_add(finder->out, DIAGNOSTIC_MANY_PROBLEMS, file, line, column, (Str){"", 0});
}

// A reference as it would be written in the account `here`.
static void add_ref(Finder *finder, DiagnosticKind kind, uint32_t file, Mention mention, uint32_t here)
{
    Buffer detail = {0};
    if (finder->out && finder->found < FOUND_MAX)
        dossier_ref_add(finder->skim->dossier, &detail, mention.ref, here);
    add_found(finder, kind, file, mention.line, mention.column, buffer_str(&detail));
    buffer_free(&detail);
}

// `here` is the account whose references are written short.
static void judge_links(Finder *finder, uint32_t file, PassageId from, const Link *links, size_t count,
                        uint32_t here)
{
    for (size_t i = 0; i < count; i++) {
        const Link *link = &links[i];
        DiagnosticKind kind;
        if (judge_link(finder->skim, from, link->verb, link->ref, &kind))
            add_ref(finder, kind, file, (Mention){link->ref, link->line, link->column},
                    verb_names_rounds(link->verb) ? NONE : here);
    }
}

static void judge_remark(Finder *finder, const Remark *remark)
{
    const Record *record = &remark->record;
    if (remark->ref.account == NONE)
        return;
    PassageId from = {remark->ref.account, skim_find(finder->skim, remark->ref.account, remark->ref.first)};
    if (from.ordinal == NONE)
        add_found(finder, DIAGNOSTIC_DANGLING_REFERENCE, record->file, record->line, record->column,
                  record->id);
    else
        judge_links(finder, record->file, from, remark->links, remark->link_count, NONE);
}

static void judge_readings(Finder *finder, const Discrepancy *discrepancy)
{
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        const Reading *reading = &discrepancy->readings[i];
        for (size_t j = 0; j < reading->ref_count; j++)
            if (!judge_ref(finder->skim, reading->refs[j].ref))
                add_ref(finder, DIAGNOSTIC_DANGLING_REFERENCE, discrepancy->record.file, reading->refs[j],
                        NONE);
    }
}

// What a party holds, on a topic or on any (NONE).
static void judge_grounds(Finder *finder, uint32_t file, const Mention *refs, size_t count, uint32_t party,
                          uint32_t topic)
{
    DiagnosticKind kind;
    for (size_t i = 0; i < count; i++)
        if (judge_ground(finder->skim, refs[i].ref, party, topic, &kind))
            add_ref(finder, kind, file, refs[i], NONE);
}

static void judge_positions(Finder *finder)
{
    const Dossier *dossier = finder->skim->dossier;
    for (size_t i = 0; i < dossier->position_count; i++) {
        const Position *position = &dossier->positions[i];
        judge_grounds(finder, position->record.file, position->refs, position->ref_count, position->party,
                      position->topic);
    }
    for (size_t i = 0; i < dossier->instrument_count; i++) {
        const Instrument *instrument = &dossier->instruments[i];
        for (size_t k = 0; k < instrument->understanding_count; k++) {
            const Understanding *of = &instrument->understandings[k];
            judge_grounds(finder, instrument->record.file, of->refs, of->ref_count, of->party, NONE);
        }
    }
}

static void judge_records(Finder *finder)
{
    const Dossier *dossier = finder->skim->dossier;
    for (size_t i = 0; i < dossier->remark_count; i++)
        judge_remark(finder, &dossier->remarks[i]);
    for (size_t i = 0; i < dossier->discrepancy_count; i++)
        judge_readings(finder, &dossier->discrepancies[i]);
    judge_positions(finder);
}

// Counts the wrong links that come to the account; `wrong`, when not null, marks the accounts that they are
// in.
static size_t judge_incoming(const Skim *skim, uint32_t account, bool *wrong)
{
    const SkimmedAccount *target = &skim->accounts[account];
    size_t found = 0;
    for (size_t i = 0; i < target->incoming_count; i++) {
        const SkimmedLink *link = &target->incoming[i];
        DiagnosticKind kind;
        if (!judge_link(skim, (PassageId){link->account, link->ordinal}, (Verb)link->verb,
                        (Ref){account, link->range.first, link->range.last}, &kind))
            continue;
        found++;
        if (wrong)
            wrong[link->account] = true;
    }
    return found;
}

static void add_all(DiagnosticList *out, const DiagnosticList *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const Diagnostic *item = &from->items[i];
        diagnostic_add(out, item->kind, item->file, item->line, item->column, item->detail);
        diagnostic_tell_about(out, item->about);
    }
}

// Reads the account again to say where its wrong links stand. The file may have grown since it was skimmed.
static void judge_account(Finder *finder, uint32_t account)
{
    Dossier *dossier = finder->skim->dossier;
    Loaded *loaded = loaded_read(dossier, account);
    const Speech *speech = &loaded->speech;
    for (uint32_t i = 0; i < speech->passage_count && i < skim_count(finder->skim, account); i++)
        judge_links(finder, dossier->accounts[account].record.file, (PassageId){account, i},
                    speech->passages[i].links, speech->passages[i].link_count, account);
    loaded_free(loaded);
}

void problems_list(Dossier *dossier, DiagnosticList *out)
{
    Skim *skim = skim_new(dossier);
    Finder finder = {.skim = skim, .out = out};
    bool *wrong = mem_new(dossier->account_count, sizeof *wrong);
    add_all(out, dossier->problems);
    for (uint32_t i = 0; i < dossier->account_count; i++) {
        Loaded *loaded = loaded_read(dossier, i);
        add_all(out, loaded->speech.problems);
        skim_take(skim, &loaded->speech);
        loaded_free(loaded);
    }
    for (uint32_t i = 0; i < dossier->account_count; i++)
        judge_incoming(skim, i, wrong);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        if (wrong[i])
            judge_account(&finder, i);
    judge_records(&finder);
    free(wrong);
    skim_free(skim);
    diagnostic_sort(out);
}

Problems *problems_new(Skim *skim)
{
    Problems *problems = mem_new(1, sizeof *problems);
    problems->skim = skim;
    return problems;
}

void problems_free(Problems *problems)
{
    free(problems);
}

// The next account, or, behind the last, the records.
static void judge_next(Problems *problems)
{
    if (problems->judged < problems->skim->dossier->account_count) {
        problems->found += judge_incoming(problems->skim, problems->judged++, NULL);
        return;
    }
    Finder finder = {.skim = problems->skim};
    judge_records(&finder);
    problems->found += finder.found;
    problems->complete = true;
}

bool problems_step(Problems *problems, unsigned milliseconds)
{
    int64_t end = milliseconds ? clock_milliseconds() + milliseconds : 0;
    do {
        if (!skim_complete(problems->skim))
            skim_step(problems->skim, 0);
        else if (!problems->complete)
            judge_next(problems);
    } while (!problems->complete && milliseconds && clock_milliseconds() < end);
    return !problems->complete;
}

bool problems_complete(const Problems *problems)
{
    return problems->complete;
}

size_t problems_count(const Problems *problems)
{
    const Skim *skim = problems->skim;
    if (as_of_is_set(skim->dossier)) // what points at something later is not wrong
        return 0;
    size_t found = problems->found <= FOUND_MAX ? problems->found : FOUND_MAX + 1;
    return skim->dossier->problems->count + skim->problems + found;
}

void problem_line_add(Buffer *out, const Dossier *dossier, const Diagnostic *diagnostic, Str more)
{
    visible_add(out, str_of(dossier->files[diagnostic->file].path), false);
    buffer_addf(out, ":%u:%u: %s: %s", diagnostic->line, diagnostic->column,
                diagnostic_level(diagnostic->kind) == LEVEL_ERROR ? "error" : "warning",
                diagnostic_sentence(diagnostic->kind));
    if (diagnostic->detail.len) {
        buffer_add_text(out, ": ");
        visible_add(out, diagnostic->detail, false);
    }
    buffer_add(out, more);
    buffer_addf(out, " [%s]\n", diagnostic_name(diagnostic->kind));
}
