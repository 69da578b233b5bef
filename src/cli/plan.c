// SPDX-License-Identifier: MIT
// From options to what is printed.
#include "plan.h"

#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "diptych/problems.h"
#include "diptych/standing.h"
#include "find_dossier.h"

// Narrower than this the sides are stacked unless --split asks otherwise, in columns.
#define SPLIT_MIN 64
// Texts are kept up to here between accounts, in bytes.
#define LOADED_MAX ((size_t)1 << 24)

static bool parse_columns(Dossier *dossier, const char *text, PrintPlan *plan, Error *error)
{
    Str rest = str_of(text), piece;
    size_t count = 0;
    while (str_next(&rest, ",", &piece)) {
        if (count == 2)
            return error_set(error, "--columns %s: there are two columns, A,B", text);
        if (!meaning_selector(dossier, str_trim(piece), &plan->columns[count++], error))
            return false;
    }
    plan->chosen = true;
    return count == 2 || error_set(error, "--columns %s: two columns are needed, A,B", text);
}

// What is chosen to be printed, of accounts none where it is all.
typedef struct PlanChoice {
    Chosen accounts, topics;
} PlanChoice;

// The accounts that are named; else the one that a column names. Where both columns name theirs there is
// nothing to print twice.
static bool choose_accounts(Dossier *dossier, const PlanOptions *options, const PrintPlan *plan,
                            Chosen *accounts, Error *error)
{
    const uint32_t first = plan->columns[0].account, second = plan->columns[1].account;
    if (plan->chosen && (first != NONE || second != NONE) &&
        (!options->rounds.count || (first != NONE && second != NONE)))
        chosen_add(accounts, first != NONE ? first : second);
    return accounts->count || chosen_accounts(dossier, &options->rounds, false, accounts, error);
}

static bool make_plan(const Output *output, Dossier *dossier, const PlanOptions *options, PrintPlan *plan,
                      PlanChoice *choice, Error *error)
{
    *plan = (PrintPlan){
        .measure = {.columns = options->width,
                    .ascii = !output_is_utf8(output),
                    .cited = options->cite,
                    .plain = options->plain},
        .what = options->what,
        .notes = options->notes,
    };
    plan->measure.apparatus = options->full    ? APPARATUS_FULL
                              : options->plain ? APPARATUS_NONE
                                               : APPARATUS_SHORT;
    plan->measure.stacked = options->stacked || (options->width < SPLIT_MIN && !options->split);
    if (!chosen_topics(dossier, &options->topics, &choice->topics, error) ||
        (options->columns && !parse_columns(dossier, options->columns, plan, error)))
        return false;
    plan->topics = choice->topics.items;
    plan->topic_count = choice->topics.count;
    return choose_accounts(dossier, options, plan, &choice->accounts, error);
}

// Prints the account, with a blank line before it where another was printed.
static bool print_next(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan, uint32_t account,
                       bool *any)
{
    if (*any)
        output_add_text(output, "\n");
    *any = true;
    bool found = print_account(output, dossier, skim, plan, account);
    dossier_trim(dossier, LOADED_MAX);
    return found;
}

static bool print_chosen(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan,
                         const Chosen *accounts)
{
    bool any = false, found = false;
    for (size_t i = 0; i < accounts->count && !output_failed(output); i++)
        found = print_next(output, dossier, skim, plan, accounts->items[i], &any) || found;
    return found;
}

// Prints every account, or every one that raises one of the topics, in order of date.
static bool print_all(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan)
{
    bool any = false, found = false;
    for (uint32_t account = 0; account < dossier->account_count && !output_failed(output); account++) {
        PrintPlan here = *plan;
        Chosen raised = {0};
        for (size_t i = 0; i < plan->topic_count; i++)
            if (standing_is_raised(dossier, skim, account, plan->topics[i]))
                chosen_add(&raised, plan->topics[i]);
        here.topics = raised.items;
        here.topic_count = raised.count;
        if ((raised.count || !plan->topic_count) &&
            (plan->what != PRINT_OVERVIEW || !dossier->accounts[account].speechless))
            found = print_next(output, dossier, skim, &here, account, &any) || found;
        chosen_free(&raised);
    }
    return found;
}

static void print_sources(Output *output, Dossier *dossier, const PrintPlan *plan)
{
    Sheet *sheet = sheet_new();
    sheet_add_sources(sheet, dossier, plan->cited);
    if (sheet->strip_count)
        output_add_text(output, "\n");
    print_sheet(output, dossier, NULL, sheet, &plan->measure);
    sheet_free(sheet);
}

static void say_problems(Output *output, const Dossier *dossier, Skim *skim)
{
    Problems *problems = problems_new(skim);
    while (problems_step(problems, 0))
        continue;
    size_t count = problems_count(problems);
    problems_free(problems);
    if (count)
        output_message(output, "%s: %zu problem%s in this dossier; 'diptych check' tells them",
                       dossier->files[dossier->record.file].path, count, count == 1 ? "" : "s");
}

static int print_plan(Output *output, Dossier *dossier, PrintPlan *plan, const Chosen *accounts)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    plan->cited = plan->measure.cited ? mem_new(dossier->source_count, sizeof *plan->cited) : NULL;
    bool any = accounts->count ? print_chosen(output, dossier, skim, plan, accounts)
                               : print_all(output, dossier, skim, plan);
    if (plan->cited)
        print_sources(output, dossier, plan);
    free(plan->cited);
    if (!dossier->account_count)
        output_message(output, "%s: there are no rounds in this dossier yet",
                       dossier->files[dossier->record.file].path);
    say_problems(output, dossier, skim);
    skim_free(skim);
    return any ? EXIT_DONE : EXIT_NOTHING;
}

int plan_print(Output *output, const PlanOptions *options, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    PrintPlan plan;
    PlanChoice choice = {0};
    Error error;
    int status;
    bool made = make_plan(output, dossier, options, &plan, &choice, &error);
    if (made && !choice.accounts.count)
        find_named_accounts(dossier, operand, &choice.accounts);
    if (!made)
        status = output_error(output, &error);
    else if (options->list_topics)
        status =
            plan_print_topics(output, dossier, &choice.accounts, &choice.topics) ? EXIT_DONE : EXIT_NOTHING;
    else
        status = print_plan(output, dossier, &plan, &choice.accounts);
    chosen_free(&choice.accounts);
    chosen_free(&choice.topics);
    dossier_close(dossier);
    return status;
}
