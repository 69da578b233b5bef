// SPDX-License-Identifier: MIT
// From options to what is printed.
#include "plan.h"

#include <stdlib.h>

#include "diptych/meaning.h"
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

// The only account to be printed: the round's that is named, else the one that a column names; NONE: all.
static bool choose_account(Dossier *dossier, const PlanOptions *options, const PrintPlan *plan,
                           uint32_t *account, Error *error)
{
    *account = NONE;
    if (plan->chosen)
        *account = plan->columns[plan->columns[0].account == NONE].account;
    if (options->round)
        *account = meaning_account(dossier, str_of(options->round), error);
    return *account != NONE || !options->round;
}

static bool make_plan(const Output *output, Dossier *dossier, const PlanOptions *options, PrintPlan *plan,
                      uint32_t *account, Error *error)
{
    *plan = (PrintPlan){
        .measure = {.columns = options->width, .ascii = !output_is_utf8(output)},
        .what = options->what,
        .topic = NONE,
        .notes = options->notes,
    };
    plan->measure.apparatus = options->full ? APPARATUS_FULL : APPARATUS_SHORT;
    plan->measure.stacked = options->stacked || (options->width < SPLIT_MIN && !options->split);
    if (options->topic)
        plan->topic = meaning_topic(dossier, str_of(options->topic), error);
    if (options->topic && plan->topic == NONE)
        return false;
    if (options->columns && !parse_columns(dossier, options->columns, plan, error))
        return false;
    return choose_account(dossier, options, plan, account, error);
}

// Prints every account, or every one that raises the topic, in order of date.
static bool print_all(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan)
{
    bool any = false;
    for (uint32_t account = 0; account < dossier->account_count && !output_failed(output); account++) {
        if (plan->topic != NONE && !standing_is_raised(dossier, skim, account, plan->topic))
            continue;
        if (plan->what == PRINT_OVERVIEW && dossier->accounts[account].speechless)
            continue;
        if (any)
            output_add_text(output, "\n");
        any = print_account(output, dossier, skim, plan, account) || any;
        dossier_trim(dossier, LOADED_MAX);
    }
    return any;
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

static int print_plan(Output *output, Dossier *dossier, const PrintPlan *plan, uint32_t account)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    bool any = account == NONE ? print_all(output, dossier, skim, plan)
                               : print_account(output, dossier, skim, plan, account);
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
    uint32_t account;
    Error error;
    int status = make_plan(output, dossier, options, &plan, &account, &error)
                     ? print_plan(output, dossier, &plan, account)
                     : output_error(output, &error);
    dossier_close(dossier);
    return status;
}

// Sets an option of words to the value as it was given, in place of an earlier one.
static void set_words(char **words, const char *value)
{
    free(*words);
    *words = arguments_words(value);
}

static void take_option(PlanOptions *options, int option)
{
    switch (option) {
    case PLAN_OPTION_COLUMNS:
        set_words(&options->columns, optarg);
        break;
    case PLAN_OPTION_ROUND:
        set_words(&options->round, optarg);
        break;
    case PLAN_OPTION_TOPIC:
        set_words(&options->topic, optarg);
        break;
    case PLAN_OPTION_FULL:
        options->full = true;
        break;
    case PLAN_OPTION_NOTES:
        options->notes = true;
        break;
    case PLAN_OPTION_SPLIT:
        options->split = true;
        break;
    case PLAN_OPTION_SPOKEN:
        options->what = PRINT_SPOKEN;
        break;
    case PLAN_OPTION_STACKED:
        options->stacked = true;
        break;
    }
}

int plan_read_options(Output *output, const Subcommand *subcommand, int argc, char **argv,
                      PlanOptions *options)
{
    int option;
    while ((option = arguments_next(output, subcommand, argc, argv)) >= OPTION_FIRST) {
        if (option == PLAN_OPTION_WIDTH && !arguments_width(output, subcommand, optarg, &options->width))
            return OPTION_WRONG;
        take_option(options, option);
    }
    if (option == OPTION_END && options->split && options->stacked) {
        arguments_wrong(output, subcommand, "--split and --stacked exclude each other");
        return OPTION_WRONG;
    }
    return option;
}

void plan_options_free(PlanOptions *options)
{
    free(options->columns);
    free(options->round);
    free(options->topic);
}
