// SPDX-License-Identifier: MIT
// Where accounts differ, on paper.
#include <stdlib.h>

#include "find_dossier.h"
#include "plan.h"
#include "subcommand.h"

#include "diptych/meaning.h"

enum { OPTION_ROUND = OPTION_FIRST, OPTION_WIDTH };

static const Option known[] = {
    {.value = OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .help = "one round: wg1, london1"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

static int print_discrepancies(Output *output, Dossier *dossier, uint32_t round, size_t width)
{
    Measure measure = {.columns = width, .ascii = !output_is_utf8(output)};
    Sheet *sheet = sheet_new();
    bool any = sheet_add_all_readings(sheet, dossier, round);
    print_sheet(output, dossier, NULL, sheet, &measure);
    sheet_free(sheet);
    return any ? EXIT_DONE : EXIT_NOTHING;
}

static int print_round(Output *output, const char *round, size_t width, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    Error error;
    uint32_t account = round ? meaning_account(dossier, str_of(round), &error) : NONE;
    int status = EXIT_TROUBLE;
    if (round && account == NONE)
        status = output_error(output, &error);
    else
        status = print_discrepancies(output, dossier,
                                     account == NONE ? NONE : dossier->accounts[account].round, width);
    dossier_close(dossier);
    return status;
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, char **round, size_t *width)
{
    int option;
    while ((option = arguments_next(output, &subcommand_discrepancies, argc, argv)) >= OPTION_FIRST) {
        if (option == OPTION_ROUND)
            plan_set_words(round, optarg);
        else if (!arguments_width(output, &subcommand_discrepancies, optarg, width))
            return OPTION_WRONG;
    }
    return option;
}

static int run(Output *output, int argc, char **argv)
{
    char *round = NULL;
    size_t width = output_width();
    int option = read_options(output, argc, argv, &round, &width);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (arguments_operands(output, &subcommand_discrepancies, &argc, &argv))
        status = print_round(output, round, width, argv[0]);
    free(round);
    return status;
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
