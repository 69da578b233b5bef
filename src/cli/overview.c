// SPDX-License-Identifier: MIT
// What the two sides hold, on paper.
#include "plan.h"

static const Option known[] = {
    PLAN_ROW_ROUNDS,
    PLAN_ROW_COLUMNS,
    PLAN_ROW_STACKED,
    PLAN_ROW_SPLIT,
    OPTION_WIDTH_ROW(PLAN_OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

static int run(Output *output, int argc, char **argv)
{
    return plan_run(output, &subcommand_overview, argc, argv, PRINT_OVERVIEW, plan_print);
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
