// SPDX-License-Identifier: MIT
// How the program is called, made from the tables of its options.
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "subcommand.h"

// Adds "usage: diptych NAME [OPTION] OPERAND", in lines of up to 79 columns; of the program without a
// subcommand also how one is called.
void help_usage_add(Buffer *out, const Subcommand *subcommand);

// Prints the usage, what the subcommand does, its options, and what is to be said below them.
void help_print(Output *output, const Subcommand *subcommand);

// The option that all have; its value is OPTION_HELP.
extern const Option help_option;
// The one of all those that take a dossier.
extern const Option as_of_option;

#endif
