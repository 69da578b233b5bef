// SPDX-License-Identifier: MIT
// What the two sides hold, on paper.
#include "plan.h"
#include "subcommand.h"

enum { OPTION_COLUMNS = OPTION_FIRST, OPTION_ROUND, OPTION_SPLIT, OPTION_STACKED, OPTION_WIDTH };

static const Option known[] = {
    {.value = OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .help = "one round, or one account of it: wg1, london1/panov"},
    {.value = OPTION_COLUMNS,
     .name = "columns",
     .letter = 'c',
     .takes = "A,B",
     .kind = VALUE_COLUMNS,
     .help = "the two sides: su,jp; in two rounds: su@wg1,su@wg2"},
    {.value = OPTION_STACKED,
     .name = "stacked",
     .letter = '1',
     .or_next = true,
     .help = "one side below the other; so below 64 columns"},
    {.value = OPTION_SPLIT, .name = "split", .letter = '2', .help = "side by side, however narrow"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

static void take_option(PlanOptions *options, int option)
{
    if (option == OPTION_COLUMNS)
        plan_set_words(&options->columns, optarg);
    else if (option == OPTION_ROUND)
        plan_set_words(&options->round, optarg);
    else if (option == OPTION_SPLIT)
        options->split = true;
    else if (option == OPTION_STACKED)
        options->stacked = true;
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, PlanOptions *options)
{
    int option;
    while ((option = arguments_next(output, &subcommand_overview, argc, argv)) >= OPTION_FIRST) {
        if (option == OPTION_WIDTH && !arguments_width(output, &subcommand_overview, optarg, &options->width))
            return OPTION_WRONG;
        take_option(options, option);
    }
    return option;
}

static int run(Output *output, int argc, char **argv)
{
    PlanOptions options = {.width = output_width(), .what = PRINT_OVERVIEW};
    int option = read_options(output, argc, argv, &options);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (options.split && options.stacked)
        arguments_wrong(output, &subcommand_overview, "--split and --stacked exclude each other");
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
