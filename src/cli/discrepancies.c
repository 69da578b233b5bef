// SPDX-License-Identifier: MIT
// Where accounts differ, on paper.
#include "find_dossier.h"
#include "plan.h"

static const Option known[] = {
    {.value = PLAN_OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .repeats = true,
     .help = "one round: wg1, london1"},
    OPTION_WIDTH_ROW(PLAN_OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

// Those of the rounds of the accounts, or of all (0).
static int print_discrepancies(Output *output, Dossier *dossier, const Chosen *accounts, size_t width)
{
    Measure measure = {.columns = width, .ascii = !output_is_utf8(output)};
    Sheet *sheet = sheet_new();
    bool any = accounts->count == 0 && sheet_add_all_readings(sheet, dossier, NONE);
    for (size_t i = 0; i < accounts->count; i++)
        if (i == 0 ||
            dossier->accounts[accounts->items[i]].round != dossier->accounts[accounts->items[i - 1]].round)
            any = sheet_add_all_readings(sheet, dossier, dossier->accounts[accounts->items[i]].round) || any;
    print_sheet(output, dossier, NULL, sheet, &measure);
    sheet_free(sheet);
    return any ? EXIT_DONE : EXIT_NOTHING;
}

// Those of the rounds that are named, by an option or else by the file.
static int print_named(Output *output, Dossier *dossier, Chosen *accounts, const PlanOptions *options,
                       const char *operand)
{
    if (!accounts->count)
        find_named_accounts(dossier, operand, accounts);
    return print_discrepancies(output, dossier, accounts, options->width);
}

static int print_round(Output *output, const PlanOptions *options, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    Error error;
    Chosen accounts = {0};
    int status = EXIT_TROUBLE;
    if (!chosen_accounts(dossier, &options->rounds, false, &accounts, &error))
        status = output_error(output, &error);
    else
        status = print_named(output, dossier, &accounts, options, operand);
    chosen_free(&accounts);
    dossier_close(dossier);
    return status;
}

static int run(Output *output, int argc, char **argv)
{
    return plan_run(output, &subcommand_discrepancies, argc, argv, PRINT_TOPICS, print_round);
}

const Subcommand subcommand_discrepancies = {
    .name = "discrepancies",
    .run = run,
    .brief = "print where accounts differ",
    .about = "Prints on what facts accounts differ, each with its readings and where they stand:\n"
             "those that concern a round, or all, under the first round that each concerns.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 none, 2 trouble.\n",
};
