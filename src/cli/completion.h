// SPDX-License-Identifier: MIT
// Completions for shells, made from the tables of options and operands.
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "subcommand.h"

// Each adds what the shell reads.
void completion_bash_add(Buffer *out);
void completion_zsh_add(Buffer *out);
void completion_fish_add(Buffer *out);

// The kind of `diptych list` whose ids may stand for a value; null: none does.
const char *completion_list(ValueKind kind);

// The first line of an option's help.
Str completion_line(const Option *option);

// The program without a subcommand for index 0, then the subcommands; null behind the last.
const Subcommand *completion_at(size_t index);
// Its options, the last of them --help; null behind that.
const Option *completion_option(const Subcommand *subcommand, size_t index);

#endif
