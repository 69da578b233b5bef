// SPDX-License-Identifier: MIT
// What the screen shows, on paper.
#include "show.h"

#include <stdlib.h>

#include "plan.h"
#include "subcommand.h"

enum {
    OPTION_COLUMNS = OPTION_FIRST,
    OPTION_FULL,
    OPTION_NOTES,
    OPTION_ROUND,
    OPTION_SPLIT,
    OPTION_SPOKEN,
    OPTION_STACKED,
    OPTION_TOPIC,
    OPTION_WIDTH
};

static const Option known[] = {
    {.value = OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .help = "one round, or one account of it: wg1, london1/panov"},
    {.value = OPTION_TOPIC,
     .name = "topic",
     .letter = 't',
     .takes = "T",
     .kind = VALUE_TOPIC,
     .help = "one topic and those below it"},
    {.value = OPTION_COLUMNS,
     .name = "columns",
     .letter = 'c',
     .takes = "A,B",
     .kind = VALUE_COLUMNS,
     .help = "the two sides: su,jp; in two rounds: su@wg1,su@wg2"},
    {.value = OPTION_SPOKEN,
     .name = "spoken",
     .letter = 's',
     .help = "turn by turn, in the order of speaking"},
    {.value = OPTION_FULL,
     .name = "full",
     .letter = 'f',
     .help = "what each passage does, and all its links and topics, beside it"},
    {.value = OPTION_NOTES,
     .name = "notes",
     .letter = 'n',
     .help = "notes, reasons and terms, and where accounts differ, as footnotes"},
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

int show_everything(Output *output, const char *operand)
{
    PlanOptions options = {.width = output_width()};
    return plan_print(output, &options, operand);
}

static void take_option(PlanOptions *options, int option)
{
    switch (option) {
    case OPTION_COLUMNS:
        plan_set_words(&options->columns, optarg);
        break;
    case OPTION_ROUND:
        plan_set_words(&options->round, optarg);
        break;
    case OPTION_TOPIC:
        plan_set_words(&options->topic, optarg);
        break;
    case OPTION_FULL:
        options->full = true;
        break;
    case OPTION_NOTES:
        options->notes = true;
        break;
    case OPTION_SPLIT:
        options->split = true;
        break;
    case OPTION_SPOKEN:
        options->what = PRINT_SPOKEN;
        break;
    case OPTION_STACKED:
        options->stacked = true;
        break;
    }
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, PlanOptions *options)
{
    int option;
    while ((option = arguments_next(output, &subcommand_show, argc, argv)) >= OPTION_FIRST) {
        if (option == OPTION_WIDTH && !arguments_width(output, &subcommand_show, optarg, &options->width))
            return OPTION_WRONG;
        take_option(options, option);
    }
    return option;
}

// True when the options go together; else it has been said.
static bool agree(Output *output, const PlanOptions *options)
{
    if (options->split && options->stacked)
        arguments_wrong(output, &subcommand_show, "--split and --stacked exclude each other");
    else if (options->what == PRINT_SPOKEN && options->topic)
        arguments_wrong(output, &subcommand_show, "--spoken and --topic exclude each other");
    else
        return true;
    return false;
}

static int run(Output *output, int argc, char **argv)
{
    PlanOptions options = {.width = output_width()};
    int option = read_options(output, argc, argv, &options);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (arguments_operands(output, &subcommand_show, &argc, &argv) && agree(output, &options))
        status = plan_print(output, &options, argv[0]);
    plan_options_free(&options);
    return status;
}

const Subcommand subcommand_show = {
    .name = "show",
    .run = run,
    .brief = "print what two sides said, side by side",
    .about = "Prints what two sides said next to each other, lined up by topic: a round, a topic\n"
             "through all rounds that raise it, or the whole dossier. A round, party or topic is\n"
             "named by its id, its title, or a part of one (see 'diptych list').\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 nothing on the topic, 2 trouble.\n",
};
