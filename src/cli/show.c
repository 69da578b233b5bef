// SPDX-License-Identifier: MIT
// What the screen shows, on paper.
#include "show.h"

#include "plan.h"

static const Option known[] = {
    PLAN_ROW_ROUNDS,
    {.value = PLAN_OPTION_TOPIC,
     .name = "topic",
     .letter = 't',
     .takes = "T",
     .kind = VALUE_TOPIC,
     .repeats = true,
     .help = "one topic and those below it"},
    {.value = PLAN_OPTION_LIST_TOPICS,
     .name = "list-topics",
     .letter = 'l',
     .help = "the topics that there are, and how many passages on each"},
    PLAN_ROW_COLUMNS,
    {.value = PLAN_OPTION_SPOKEN,
     .name = "spoken",
     .letter = 's',
     .help = "turn by turn, in the order of speaking"},
    {.value = PLAN_OPTION_FULL,
     .name = "full",
     .letter = 'f',
     .help = "what each passage does, and all its links and topics, beside it"},
    {.value = PLAN_OPTION_NOTES,
     .name = "notes",
     .letter = 'n',
     .help = "notes, reasons and terms, and where accounts differ, as footnotes"},
    {.value = PLAN_OPTION_CITE,
     .name = "cite",
     .letter = 'C',
     .help = "where each passage stands in its source, and a list of these"},
    {.value = PLAN_OPTION_PLAIN,
     .name = "plain",
     .letter = 'p',
     .help = "without references: no numbers, links or marks"},
    PLAN_ROW_STACKED,
    PLAN_ROW_SPLIT,
    OPTION_WIDTH_ROW(PLAN_OPTION_WIDTH),
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

static int run(Output *output, int argc, char **argv)
{
    return plan_run(output, &subcommand_show, argc, argv, PRINT_TOPICS, plan_print);
}

const Subcommand subcommand_show = {
    .name = "show",
    .run = run,
    .brief = "print what two sides said, side by side",
    .about = "Prints what two sides said next to each other, lined up by topic: a round, a topic\n"
             "through all rounds that raise it, or the whole dossier. A round, party or topic is\n"
             "named by its id, its title, or a part of one (see 'diptych list'); of several, each\n"
             "by an option of its own, or with commas between them, all are printed.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 nothing on the topic, 2 trouble.\n",
};
