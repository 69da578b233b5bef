// SPDX-License-Identifier: MIT
// One side in two rounds, on paper or for other programs.
#include "diptych/change.h"

#include <stdlib.h>
#include <string.h>

#include "diptych/change_tree.h"
#include "diptych/meaning.h"
#include "find_dossier.h"
#include "plan.h"

enum { OPTION_COLUMNS = OPTION_FIRST, OPTION_TO, OPTION_TOPIC, OPTION_WIDTH };

static const Option known[] = {
    {.value = OPTION_COLUMNS,
     .name = "columns",
     .letter = 'c',
     .takes = "A,B",
     .kind = VALUE_COLUMNS,
     .help = "the side and the two rounds: su@wg1,su@wg2"},
    {.value = OPTION_TOPIC,
     .name = "topic",
     .letter = 't',
     .takes = "T",
     .kind = VALUE_TOPIC,
     .help = "one topic and those below it"},
    {.value = OPTION_TO,
     .name = "to",
     .letter = 'T',
     .takes = "FORMAT",
     .words = "text tsv",
     .help = "text, as on the screen, or tsv, a line each"},
    OPTION_WIDTH_ROW(OPTION_WIDTH),
    {0},
};

static const Operand operands[] = {
    OPERAND_DOSSIER,
    {0},
};

// What is asked for; the words are owned.
typedef struct ChangePlan {
    char *columns, *topic;
    bool tsv;
    size_t width; // columns
} ChangePlan;

static void add_reference(Buffer *out, const Dossier *dossier, const Skim *skim, PassageId id)
{
    if (id.account != NONE)
        passage_reference_add(dossier, out, id.account, skim_glance(skim, id.account, id.ordinal).number);
}

static void print_tsv(Output *output, const Dossier *dossier, const Skim *skim, const Change *change)
{
    Buffer out = {0};
    buffer_add_text(&out, "change\tearlier\tlater\n");
    for (size_t i = 0; i < change->count; i++) {
        const ChangeItem *item = &change->items[i];
        buffer_addf(&out, "%s\t", change_word(item->kind));
        add_reference(&out, dossier, skim, item->earlier);
        buffer_add_byte(&out, '\t');
        add_reference(&out, dossier, skim, item->later);
        buffer_add_byte(&out, '\n');
    }
    output_add(output, buffer_str(&out));
    buffer_free(&out);
}

static void print_text(Output *output, Dossier *dossier, Skim *skim, const Change *change, size_t width)
{
    Measure measure = {.columns = width, .stacked = true, .ascii = !output_is_utf8(output)};
    Buffer caption = {0};
    uint32_t *nodes;
    Tree *tree = change_tree(dossier, skim, change);
    Sheet *sheet = tree_sheet(tree, &nodes);
    change_caption_add(&caption, dossier, change, true);
    buffer_add_text(&caption, "\n\n");
    output_add(output, buffer_str(&caption));
    print_sheet(output, dossier, skim, sheet, &measure);
    sheet_free(sheet);
    free(nodes);
    tree_free(tree);
    buffer_free(&caption);
}

static int print_change(Output *output, Dossier *dossier, const ChangePlan *plan, const Selector columns[2],
                        uint32_t topic)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    Change *change = change_new(dossier, skim, columns[0].party,
                                (uint32_t[]){columns[0].account, columns[1].account}, topic);
    int status = change->count ? EXIT_DONE : EXIT_NOTHING;
    if (plan->tsv)
        print_tsv(output, dossier, skim, change);
    else
        print_text(output, dossier, skim, change, plan->width);
    change_free(change);
    skim_free(skim);
    return status;
}

static bool choose(Dossier *dossier, const ChangePlan *plan, Selector columns[2], uint32_t *topic,
                   Error *error)
{
    Str rest = str_of(plan->columns), word;
    *topic = NONE;
    for (int side = 0; side < 2; side++)
        if (!str_next(&rest, ",", &word))
            return error_set(error, "--columns %s: two are needed, as in su@wg1,su@wg2", plan->columns);
        else if (!meaning_selector(dossier, str_trim(word), &columns[side], error))
            return false;
    if (columns[0].account == NONE || columns[1].account == NONE || !change_sides_match(dossier, columns))
        return error_set(error, "--columns %s: one side in two rounds, as in su@wg1,su@wg2", plan->columns);
    if (plan->topic)
        *topic = meaning_topic(dossier, str_of(plan->topic), error);
    return !plan->topic || *topic != NONE;
}

static int open_and_print(Output *output, const ChangePlan *plan, const char *operand)
{
    Selector columns[2];
    uint32_t topic;
    Error error;
    output->line = plan->tsv ? AS_OF_COMMENT : AS_OF_TEXT;
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    int status = choose(dossier, plan, columns, &topic, &error)
                     ? print_change(output, dossier, plan, columns, topic)
                     : output_error(output, &error);
    dossier_close(dossier);
    return status;
}

static bool take_option(Output *output, int option, ChangePlan *plan)
{
    if (option == OPTION_WIDTH)
        return arguments_width(output, &subcommand_change, optarg, &plan->width);
    char **words = option == OPTION_COLUMNS ? &plan->columns : option == OPTION_TOPIC ? &plan->topic : NULL;
    if (words) {
        free(*words);
        *words = arguments_words(optarg);
        return true;
    }
    return arguments_tsv(output, &subcommand_change, optarg, &plan->tsv);
}

static int run_plan(Output *output, int argc, char **argv, ChangePlan *plan)
{
    int option;
    while ((option = arguments_next(output, &subcommand_change, argc, argv)) >= OPTION_FIRST)
        if (!take_option(output, option, plan))
            return EXIT_TROUBLE;
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_change, &argc, &argv))
        return EXIT_TROUBLE;
    if (!plan->columns)
        return arguments_wrong(output, &subcommand_change, "--columns is needed: su@wg1,su@wg2");
    return open_and_print(output, plan, argv[0]);
}

static int run(Output *output, int argc, char **argv)
{
    ChangePlan plan = {.width = output_width()};
    int status = run_plan(output, argc, argv, &plan);
    free(plan.columns);
    free(plan.topic);
    return status;
}

const Subcommand subcommand_change = {
    .name = "change",
    .run = run,
    .brief = "print what one side changed between two rounds",
    .about = "Prints what became of one side's words between two rounds: which ones it contradicted,\n"
             "retreated from or restated, what is new, and what it dropped. What a record that is not\n"
             "complete lacks is not called dropped.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 it says nothing in either, 2 trouble.\n",
};
