// SPDX-License-Identifier: MIT
// All subcommands.
#ifndef CLI_SUBCOMMANDS_H
#define CLI_SUBCOMMANDS_H

#include <stddef.h>

#include "subcommand.h"

// In the order in which the help tells them; null behind the last.
const Subcommand *subcommands_at(size_t index);
// The one that is called so, or null.
const Subcommand *subcommands_find(const char *name);

#endif
