// SPDX-License-Identifier: MIT
// What main() chooses from, and how a subcommand reads its arguments.
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include <getopt.h>

#include "output.h"

// A word of the command line and what it runs.
typedef struct Subcommand {
    const char *name;
    // Arguments as those of main(), argv[0] being the name. Returns how the program ends.
    int (*run)(Output *output, int argc, char **argv);
    const char *usage; // behind "diptych "; a line that begins with a blank goes on
    const char *help;  // what it does and its options
} Subcommand;

// A file each.
extern const Subcommand subcommand_check;
extern const Subcommand subcommand_discrepancies;
extern const Subcommand subcommand_list;
extern const Subcommand subcommand_overview;
extern const Subcommand subcommand_resolve;
extern const Subcommand subcommand_search;
extern const Subcommand subcommand_show;

// What arguments_next() returns besides the values of the options, which begin at OPTION_FIRST.
enum { OPTION_END = -1, OPTION_HELP = 256, OPTION_WRONG, OPTION_FIRST };

// getopt_long() with messages that are made visible; `options` ends in a zeroed one. "--help" is understood
// by all: OPTION_HELP, and the help has been printed. OPTION_WRONG: what is wrong has been said.
int arguments_next(Output *output, const Subcommand *subcommand, int argc, char **argv,
                   const struct option *options);
// The status to end with after OPTION_HELP or OPTION_WRONG.
int arguments_status(int option);

// Moves `*argv` and `*argc` to the operands. False when there are fewer than `least` or more than `most`; it
// has been said.
bool arguments_operands(Output *output, const Subcommand *subcommand, int *argc, char ***argv, int least,
                        int most);

// Says what is wrong with the arguments, with the usage below it; returns EXIT_TROUBLE.
int arguments_wrong(Output *output, const Subcommand *subcommand, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// The words of an argument, which are in the codeset of the locale, as UTF-8; not for paths. The caller frees
// it.
char *arguments_words(const char *argument);

// Adds the usage, each line behind "usage:" or blanks as wide.
void usage_add(Buffer *out, const char *usage, bool first);

// The value of --width. False: it is none, and it has been said.
bool arguments_width(Output *output, const Subcommand *subcommand, const char *value, size_t *width);

#endif
