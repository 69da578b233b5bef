// SPDX-License-Identifier: MIT
// What the two sides hold, on paper.
#include "plan.h"

static const Option known[] = {
    {.value = PLAN_OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .repeats = true,
     .help = "one round, or one account of it: wg1, london1/panov"},
    {.value = PLAN_OPTION_COLUMNS,
     .name = "columns",
     .letter = 'c',
     .takes = "A,B",
     .kind = VALUE_COLUMNS,
     .help = "the two sides: su,jp; in two rounds: su@wg1,su@wg2"},
    {.value = PLAN_OPTION_STACKED,
     .name = "stacked",
     .letter = '1',
     .or_next = true,
     .help = "one side below the other; so below 64 columns"},
    {.value = PLAN_OPTION_SPLIT, .name = "split", .letter = '2', .help = "side by side, however narrow"},
    OPTION_WIDTH_ROW(PLAN_OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

static int run(Output *output, int argc, char **argv)
{
    PlanOptions options = {.width = output_width(), .what = PRINT_OVERVIEW};
    int option = plan_read_options(output, &subcommand_overview, argc, argv, &options);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (arguments_operands(output, &subcommand_overview, &argc, &argv))
        status = plan_print(output, &options, argv[0]);
    plan_options_free(&options);
    return status;
}

const Subcommand subcommand_overview = {
    .name = "overview",
    .run = run,
    .brief = "print what each side holds, topic by topic",
    .about = "Prints what two sides hold, topic by topic, a sentence each: of a round, or of every\n"
             "round that holds speech. Where a side has no words on a topic it says why. Behind the\n"
             "topic stands how many passages each side has there, how many claims are open or\n"
             "undecided, and what was conceded.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 nothing to print, 2 trouble.\n",
};
