// SPDX-License-Identifier: MIT
// What main() chooses from, and how a subcommand reads its arguments.
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include <getopt.h>

#include "option.h"
#include "output.h"

// A word of the command line and what it runs.
typedef struct Subcommand {
    const char *name; // "" for the program without one
    // Arguments as those of main(), argv[0] being the name. Returns how the program ends.
    int (*run)(Output *output, int argc, char **argv);
    const char *brief;       // what it does, in up to 50 columns
    const char *about;       // the same in lines, above the options
    const Option *options;   // null: none but --help
    const Operand *operands; // null: none
    const char *ending;      // lines below the options
} Subcommand;

// A file each.
extern const Subcommand subcommand_change;
extern const Subcommand subcommand_check;
extern const Subcommand subcommand_completion;
extern const Subcommand subcommand_discrepancies;
extern const Subcommand subcommand_import;
extern const Subcommand subcommand_ledger;
extern const Subcommand subcommand_list;
extern const Subcommand subcommand_matrix;
extern const Subcommand subcommand_overview;
extern const Subcommand subcommand_resolve;
extern const Subcommand subcommand_search;
extern const Subcommand subcommand_show;
extern const Subcommand subcommand_why;

// The program without a subcommand.
extern const Subcommand subcommand_program;

// The operand of whatever takes a dossier, or goes without.
#define OPERAND_DOSSIER                                         \
    {                                                           \
        .name = "DOSSIER", .kind = VALUE_PATH, .optional = true \
    }

// What arguments_next() returns besides the values of the options, which begin at OPTION_FIRST.
enum { OPTION_END = -1, OPTION_HELP = 256, OPTION_WRONG, OPTION_AS_OF, OPTION_FIRST };

// True when the subcommand has a dossier among its operands; then "--as-of" is understood, too.
bool arguments_take_dossier(const Subcommand *subcommand);
// The next option of the subcommand's table, with its value in optarg; messages are made visible.
// OPTION_HELP: the help has been printed. OPTION_WRONG: what is wrong has been said.
int arguments_next(Output *output, const Subcommand *subcommand, int argc, char **argv);
// The status to end with after OPTION_HELP or OPTION_WRONG.
int arguments_status(int option);

// Moves `*argv` and `*argc` to the operands. False when there are fewer or more than the table of the
// subcommand has; it has been said.
bool arguments_operands(Output *output, const Subcommand *subcommand, int *argc, char ***argv);

// Says what is wrong with the arguments, with the usage below it; returns EXIT_TROUBLE.
int arguments_wrong(Output *output, const Subcommand *subcommand, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// The words of an argument, which are in the codeset of the locale, as UTF-8; not for paths. The caller frees
// it.
char *arguments_words(const char *argument);

// The value of --to where it is text or tsv. False: it is neither, and it has been said.
bool arguments_tsv(Output *output, const Subcommand *subcommand, const char *value, bool *tsv);

// The value of --width. False: it is none, and it has been said.
bool arguments_width(Output *output, const Subcommand *subcommand, const char *value, size_t *width);

#endif
