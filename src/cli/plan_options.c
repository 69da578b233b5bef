// SPDX-License-Identifier: MIT
// The options of what prints accounts.
#include <stdlib.h>

#include "plan.h"

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
        words_add(&options->rounds, optarg);
        break;
    case PLAN_OPTION_TOPIC:
        words_add(&options->topics, optarg);
        break;
    case PLAN_OPTION_CITE:
        options->cite = true;
        break;
    case PLAN_OPTION_LIST_TOPICS:
        options->list_topics = true;
        break;
    case PLAN_OPTION_PLAIN:
        options->plain = true;
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

// False, and it has been said, when two of the options exclude each other.
static bool agree(Output *output, const Subcommand *subcommand, const PlanOptions *options)
{
    const bool spoken = options->what == PRINT_SPOKEN;
    const char *both = options->split && options->stacked ? "--split and --stacked"
                       : spoken && options->topics.count  ? "--spoken and --topic"
                       : options->plain && options->full  ? "--plain and --full"
                       : options->plain && options->notes ? "--plain and --notes"
                                                          : NULL;
    if (both)
        arguments_wrong(output, subcommand, "%s exclude each other", both);
    return !both;
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, const Subcommand *subcommand, int argc, char **argv,
                        PlanOptions *options)
{
    int option;
    while ((option = arguments_next(output, subcommand, argc, argv)) >= OPTION_FIRST) {
        if (option == PLAN_OPTION_WIDTH && !arguments_width(output, subcommand, optarg, &options->width))
            return OPTION_WRONG;
        take_option(options, option);
    }
    return option == OPTION_END && !agree(output, subcommand, options) ? OPTION_WRONG : option;
}

static void free_options(PlanOptions *options)
{
    free(options->columns);
    words_free(&options->rounds);
    words_free(&options->topics);
}

int plan_run(Output *output, const Subcommand *subcommand, int argc, char **argv, PrintWhat what,
             int (*print)(Output *output, const PlanOptions *options, const char *operand))
{
    PlanOptions options = {.width = output_width(), .what = what};
    int option = read_options(output, subcommand, argc, argv, &options);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (arguments_operands(output, subcommand, &argc, &argv))
        status = print(output, &options, argv[0]);
    free_options(&options);
    return status;
}
