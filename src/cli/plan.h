// SPDX-License-Identifier: MIT
// From options to what is printed: which accounts, which columns, how wide.
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "chosen.h"
#include "print.h"
#include "subcommand.h"

// Options as they are given, for whatever prints accounts. A zeroed one is empty but for its width.
typedef struct PlanOptions {
    char *columns; // owned; null: not given
    WordList rounds, topics;
    PrintWhat what;
    bool split;
    bool stacked;
    bool full;        // apparatus
    bool notes;       // footnotes
    bool cite;        // where each passage stands, and a list of sources
    bool plain;       // without references
    bool list_topics; // only which topics there are
    size_t width;     // columns
} PlanOptions;

// Prints what the options ask for of the dossier at `operand` (null: the shipped one) and returns the status
// to end with; what is wrong with them has been said.
int plan_print(Output *output, const PlanOptions *options, const char *operand);

// Prints the topics that the accounts (0: all) raise, of those that are chosen (0: all), with how many
// passages are on each; false when there are none. Topics above a passage's own count it too.
bool plan_print_topics(Output *output, Dossier *dossier, const Chosen *accounts, const Chosen *topics);

// The options that subcommands take of these, for their tables.
enum {
    PLAN_OPTION_CITE = OPTION_FIRST,
    PLAN_OPTION_COLUMNS,
    PLAN_OPTION_FULL,
    PLAN_OPTION_LIST_TOPICS,
    PLAN_OPTION_NOTES,
    PLAN_OPTION_PLAIN,
    PLAN_OPTION_ROUND,
    PLAN_OPTION_SPLIT,
    PLAN_OPTION_SPOKEN,
    PLAN_OPTION_STACKED,
    PLAN_OPTION_TOPIC,
    PLAN_OPTION_WIDTH
};

// Rows of those tables that several have.
#define PLAN_ROW_ROUNDS                                                                                \
    {                                                                                                  \
        .value = PLAN_OPTION_ROUND, .name = "round", .letter = 'r', .takes = "R", .kind = VALUE_ROUND, \
        .repeats = true, .help = "one round, or one account of it: wg1, london1/panov"                 \
    }
#define PLAN_ROW_COLUMNS                                                                    \
    {                                                                                       \
        .value = PLAN_OPTION_COLUMNS, .name = "columns", .letter = 'c', .takes = "A,B",     \
        .kind = VALUE_COLUMNS, .help = "the two sides: su,jp; in two rounds: su@wg1,su@wg2" \
    }
#define PLAN_ROW_STACKED                                                                 \
    {                                                                                    \
        .value = PLAN_OPTION_STACKED, .name = "stacked", .letter = '1', .or_next = true, \
        .help = "one side below the other; so below 64 columns"                          \
    }
#define PLAN_ROW_SPLIT                                                                                     \
    {                                                                                                      \
        .value = PLAN_OPTION_SPLIT, .name = "split", .letter = '2', .help = "side by side, however narrow" \
    }

// Runs a subcommand whose options are all of these and whose operand is a dossier: `print` prints what they
// ask for, `what` where that counts, and returns the status to end with.
int plan_run(Output *output, const Subcommand *subcommand, int argc, char **argv, PrintWhat what,
             int (*print)(Output *output, const PlanOptions *options, const char *operand));

#endif
