// SPDX-License-Identifier: MIT
// One line for each thing of a kind: what other programs take apart comes first, free text last.
#include <string.h>

#include "find_dossier.h"
#include "list.h"

enum { OPTION_ROUND = OPTION_FIRST, OPTION_SIDE, OPTION_TO, OPTION_TOPIC };

static const Option known[] = {
    {.value = OPTION_ROUND,
     .name = "round",
     .letter = 'r',
     .takes = "R",
     .kind = VALUE_ROUND,
     .repeats = true,
     .help = "passages, positions, discrepancies: of one round or account"},
    {.value = OPTION_TOPIC,
     .name = "topic",
     .letter = 't',
     .takes = "T",
     .kind = VALUE_TOPIC,
     .repeats = true,
     .help = "the same: on one topic and those below it"},
    {.value = OPTION_SIDE,
     .name = "side",
     .letter = 's',
     .takes = "P",
     .kind = VALUE_PARTY,
     .repeats = true,
     .help = "passages, positions: of one party"},
    {.value = OPTION_TO,
     .name = "to",
     .letter = 'T',
     .takes = "FORMAT",
     .words = TABLE_FORMATS,
     .help = "text, tsv or json"},
    {0},
};

static const Operand operands[] = {
    {.name = "KIND",
     .words =
         "rounds topics parties people names sources events instruments positions discrepancies passages"},
    OPERAND_DOSSIER,
    {0},
};

// The options by which a kind is chosen from.
enum { BY_ROUND = 1, BY_TOPIC = 2, BY_SIDE = 4 };

static const struct Kind {
    const char *name;
    void (*list)(ListTable *table, Dossier *dossier, const ListWhat *what);
    unsigned by;
} kinds[] = {
    {"rounds", list_rounds, 0},
    {"topics", list_topics, 0},
    {"parties", list_parties, 0},
    {"people", list_people, 0},
    {"names", list_names, 0},
    {"sources", list_sources, 0},
    {"events", list_events, 0},
    {"instruments", list_instruments, 0},
    {"positions", list_positions, BY_ROUND | BY_TOPIC | BY_SIDE},
    {"discrepancies", list_discrepancies, BY_ROUND | BY_TOPIC},
    {"passages", list_passages, BY_ROUND | BY_TOPIC | BY_SIDE},
};

static const struct Kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

// Options as they are given.
typedef struct ListOptions {
    WordList rounds, topics, sides;
    TableFormat format;
} ListOptions;

// Adds to the topics those below them.
static void add_below(const Dossier *dossier, Chosen *topics)
{
    Chosen all = {0};
    for (uint32_t topic = 0; topic < dossier->topic_count; topic++) {
        bool within = false;
        for (size_t i = 0; i < topics->count && !within; i++)
            within = topic_within(dossier, topic, topics->items[i]);
        if (within)
            chosen_add(&all, topic);
    }
    chosen_free(topics);
    *topics = all;
}

static bool choose(Dossier *dossier, const ListOptions *options, const char *operand, bool by_round,
                   ListWhat *what, Error *error)
{
    if (!chosen_accounts(dossier, &options->rounds, true, &what->accounts, error) ||
        !chosen_topics(dossier, &options->topics, &what->topics, error) ||
        !chosen_parties(dossier, &options->sides, &what->parties, error))
        return false;
    if (by_round && !what->accounts.count)
        find_named_accounts(dossier, operand, &what->accounts);
    what->by_topic = options->topics.count > 0;
    add_below(dossier, &what->topics);
    return true;
}

static int list_kind(Output *output, const struct Kind *kind, const ListOptions *options, const char *operand)
{
    output->line = options->format == TABLE_JSON  ? AS_OF_APART
                   : options->format == TABLE_TSV ? AS_OF_COMMENT
                                                  : AS_OF_TEXT;
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    ListTable table;
    ListWhat what = {0};
    Error error;
    int status = EXIT_TROUBLE;
    if (choose(dossier, options, operand, (kind->by & BY_ROUND) != 0, &what, &error)) {
        table_open(&table, output, options->format);
        kind->list(&table, dossier, &what);
        status = table_close(&table) ? EXIT_DONE : EXIT_NOTHING;
    } else {
        output_error(output, &error);
    }
    chosen_free(&what.accounts);
    chosen_free(&what.topics);
    chosen_free(&what.parties);
    dossier_close(dossier);
    return status;
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, ListOptions *options)
{
    int option;
    while ((option = arguments_next(output, &subcommand_list, argc, argv)) >= OPTION_FIRST) {
        if (option == OPTION_ROUND)
            words_add(&options->rounds, optarg);
        else if (option == OPTION_TOPIC)
            words_add(&options->topics, optarg);
        else if (option == OPTION_SIDE)
            words_add(&options->sides, optarg);
        else if (!table_format(output, &subcommand_list, optarg, &options->format))
            return OPTION_WRONG;
    }
    return option;
}

// The name of an option that does not go with the kind; null: all do.
static const char *needless(const struct Kind *kind, const ListOptions *options)
{
    if (options->rounds.count && !(kind->by & BY_ROUND))
        return "round";
    if (options->topics.count && !(kind->by & BY_TOPIC))
        return "topic";
    return options->sides.count && !(kind->by & BY_SIDE) ? "side" : NULL;
}

static int list_operands(Output *output, const ListOptions *options, int argc, char **argv)
{
    if (!arguments_operands(output, &subcommand_list, &argc, &argv))
        return EXIT_TROUBLE;
    const struct Kind *kind = find_kind(argv[0]);
    if (!kind)
        return arguments_wrong(output, &subcommand_list, "%s: no such kind of thing", argv[0]);
    const char *wrong = needless(kind, options);
    if (wrong)
        return arguments_wrong(output, &subcommand_list, "--%s does not choose among %s", wrong, kind->name);
    return list_kind(output, kind, options, argc > 1 ? argv[1] : NULL);
}

static int run(Output *output, int argc, char **argv)
{
    ListOptions options = {0};
    int option = read_options(output, argc, argv, &options);
    int status =
        option == OPTION_END ? list_operands(output, &options, argc, argv) : arguments_status(option);
    words_free(&options.rounds);
    words_free(&options.topics);
    words_free(&options.sides);
    return status;
}

const Subcommand subcommand_list = {
    .name = "list",
    .run = run,
    .brief = "list what a dossier holds, one line each",
    .about = "Lists what a dossier holds, one line each. The id comes first, what may hold\n"
             "blanks last; '-' stands for what is not given. A line that is wider than the\n"
             "terminal is cut; in a pipe or file lines are whole.\n"
             "\n"
             "  rounds         id, date, extent, title, place, other accounts; in order of date\n"
             "  topics         id, date, parent, title\n"
             "  parties        id, short name, title\n"
             "  people         id, party, name, office\n"
             "  names          id, who says what\n"
             "  sources        id, kind, year, standpoint, author, title, identifier\n"
             "  events         date, title, topics; in order of date\n"
             "  instruments    id, date, title\n"
             "  positions      round or account, party, topic, what it holds\n"
             "  discrepancies  id, rounds, about\n"
             "  passages       reference, party, what it does, its words\n"
             "\n"
             "For other programs there is more of each, under names: a line of tabs, or an object.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 done, 1 there are none, 2 trouble.\n",
};
