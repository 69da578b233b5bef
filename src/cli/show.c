// SPDX-License-Identifier: MIT
// What the screen shows, on paper.
#include "show.h"

#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/problems.h"
#include "diptych/standing.h"
#include "find_dossier.h"
#include "print.h"
#include "subcommand.h"

static const char help[] =
    "Prints what two sides said next to each other, lined up by topic: a round, a topic\n"
    "through all rounds that raise it, or the whole dossier. A round, party or topic is\n"
    "named by its id, its title, or a part of one (see 'diptych list').\n"
    "\n"
    "      --round=R      one round, or one account of it: wg1, london1/panov\n"
    "      --topic=T      one topic and those below it\n"
    "      --columns=A,B  the two sides: su,jp; in two rounds: su@wg1,su@wg2\n"
    "      --spoken       turn by turn, in the order of speaking\n"
    "      --stacked      one side below the other; so below 64 columns\n"
    "      --split        side by side, however narrow\n"
    "      --width=N      columns to fill (terminal's width, COLUMNS, or 80)\n"
    "      --help         print this and exit\n"
    "\n"
    "Exit status: 0 done, 1 nothing on the topic, 2 trouble.\n";

// Narrower than this the sides are stacked unless --split asks otherwise, in columns.
#define SPLIT_MIN 64
// Texts are kept up to here between accounts, in bytes.
#define LOADED_MAX ((size_t)1 << 24)

enum {
    OPTION_COLUMNS = OPTION_FIRST,
    OPTION_ROUND,
    OPTION_SPLIT,
    OPTION_SPOKEN,
    OPTION_STACKED,
    OPTION_TOPIC,
    OPTION_WIDTH
};

// The options as given.
typedef struct ShowOptions {
    char *columns; // owned, as the next two are; null: not given
    char *round;
    char *topic;
    bool spoken;
    bool split;
    bool stacked;
    size_t width; // columns
} ShowOptions;

static bool parse_columns(Dossier *dossier, const char *text, PrintPlan *plan, Error *error)
{
    Str rest = str_of(text), piece;
    size_t count = 0;
    while (str_next(&rest, ",", &piece)) {
        if (count == 2)
            return error_set(error, "--columns %s: there are two columns, A,B", text);
        if (!meaning_selector(dossier, str_trim(piece), &plan->columns[count++], error))
            return false;
    }
    plan->chosen = true;
    return count == 2 || error_set(error, "--columns %s: two columns are needed, A,B", text);
}

// The only account to be printed: the round's that is named, else the one that a column names; NONE: all.
static bool choose_account(Dossier *dossier, const ShowOptions *options, const PrintPlan *plan,
                           uint32_t *account, Error *error)
{
    *account = NONE;
    if (plan->chosen)
        *account = plan->columns[plan->columns[0].account == NONE].account;
    if (options->round)
        *account = meaning_account(dossier, str_of(options->round), error);
    return *account != NONE || !options->round;
}

static bool make_plan(const Output *output, Dossier *dossier, const ShowOptions *options, PrintPlan *plan,
                      uint32_t *account, Error *error)
{
    *plan = (PrintPlan){
        .measure = {.columns = options->width, .ascii = !output_is_utf8(output)},
        .spoken = options->spoken,
        .topic = NONE,
    };
    plan->measure.stacked = options->stacked || (options->width < SPLIT_MIN && !options->split);
    if (options->topic)
        plan->topic = meaning_topic(dossier, str_of(options->topic), error);
    if (options->topic && plan->topic == NONE)
        return false;
    if (options->columns && !parse_columns(dossier, options->columns, plan, error))
        return false;
    return choose_account(dossier, options, plan, account, error);
}

// Prints every account, or every one that raises the topic, in order of date.
static bool print_all(Output *output, Dossier *dossier, Skim *skim, const PrintPlan *plan)
{
    bool any = false;
    for (uint32_t account = 0; account < dossier->account_count && !output_failed(output); account++) {
        if (plan->topic != NONE && !standing_is_raised(dossier, skim, account, plan->topic))
            continue;
        if (any)
            output_add_text(output, "\n");
        any = print_account(output, dossier, skim, plan, account) || any;
        dossier_trim(dossier, LOADED_MAX);
    }
    return any;
}

static void say_problems(Output *output, const Dossier *dossier, Skim *skim)
{
    Problems *problems = problems_new(skim);
    while (problems_step(problems, 0))
        continue;
    size_t count = problems_count(problems);
    problems_free(problems);
    if (count)
        output_message(output, "%s: %zu problem%s in this dossier; 'diptych check' tells them",
                       dossier->files[dossier->record.file].path, count, count == 1 ? "" : "s");
}

static int print_plan(Output *output, Dossier *dossier, const PrintPlan *plan, uint32_t account)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 0))
        continue;
    bool any = account == NONE ? print_all(output, dossier, skim, plan)
                               : print_account(output, dossier, skim, plan, account);
    if (!dossier->account_count)
        output_message(output, "%s: there are no rounds in this dossier yet",
                       dossier->files[dossier->record.file].path);
    say_problems(output, dossier, skim);
    skim_free(skim);
    return any ? EXIT_DONE : EXIT_NOTHING;
}

static int show(Output *output, const ShowOptions *options, const char *operand)
{
    Dossier *dossier = find_and_open(output, operand);
    if (!dossier)
        return EXIT_TROUBLE;
    PrintPlan plan;
    uint32_t account;
    Error error;
    int status = make_plan(output, dossier, options, &plan, &account, &error)
                     ? print_plan(output, dossier, &plan, account)
                     : output_error(output, &error);
    dossier_close(dossier);
    return status;
}

int show_everything(Output *output, const char *operand)
{
    ShowOptions options = {.width = output_width()};
    return show(output, &options, operand);
}

static void set_words(char **words, const char *value)
{
    free(*words);
    *words = arguments_words(value);
}

static void free_options(ShowOptions *options)
{
    free(options->columns);
    free(options->round);
    free(options->topic);
}

static void take_option(ShowOptions *options, int option)
{
    switch (option) {
    case OPTION_COLUMNS:
        set_words(&options->columns, optarg);
        break;
    case OPTION_ROUND:
        set_words(&options->round, optarg);
        break;
    case OPTION_TOPIC:
        set_words(&options->topic, optarg);
        break;
    case OPTION_SPLIT:
        options->split = true;
        break;
    case OPTION_SPOKEN:
        options->spoken = true;
        break;
    case OPTION_STACKED:
        options->stacked = true;
        break;
    }
}

// OPTION_END when all is well, else what arguments_status() takes.
static int read_options(Output *output, int argc, char **argv, ShowOptions *options)
{
    static const struct option known[] = {
        {"columns", required_argument, NULL, OPTION_COLUMNS},
        {"round", required_argument, NULL, OPTION_ROUND},
        {"split", no_argument, NULL, OPTION_SPLIT},
        {"spoken", no_argument, NULL, OPTION_SPOKEN},
        {"stacked", no_argument, NULL, OPTION_STACKED},
        {"topic", required_argument, NULL, OPTION_TOPIC},
        {"width", required_argument, NULL, OPTION_WIDTH},
        {0},
    };
    int option;
    while ((option = arguments_next(output, &subcommand_show, argc, argv, known)) >= OPTION_FIRST) {
        if (option == OPTION_WIDTH && !arguments_width(output, &subcommand_show, optarg, &options->width))
            return OPTION_WRONG;
        take_option(options, option);
    }
    return option;
}

// True when the options go together; else it has been said.
static bool agree(Output *output, const ShowOptions *options)
{
    if (options->split && options->stacked)
        arguments_wrong(output, &subcommand_show, "--split and --stacked exclude each other");
    else if (options->spoken && options->topic)
        arguments_wrong(output, &subcommand_show, "--spoken and --topic exclude each other");
    else
        return true;
    return false;
}

static int run(Output *output, int argc, char **argv)
{
    ShowOptions options = {.width = output_width()};
    int option = read_options(output, argc, argv, &options);
    int status = EXIT_TROUBLE;
    if (option != OPTION_END)
        status = arguments_status(option);
    else if (arguments_operands(output, &subcommand_show, &argc, &argv, 0, 1) && agree(output, &options))
        status = show(output, &options, argv[0]);
    free_options(&options);
    return status;
}

const Subcommand subcommand_show = {
    .name = "show",
    .run = run,
    .usage = "show [--round=R] [--topic=T] [--columns=A,B] [--spoken]\n"
             "     [--stacked|--split] [--width=N] [DOSSIER]",
    .help = help,
};
