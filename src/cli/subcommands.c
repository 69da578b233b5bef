// SPDX-License-Identifier: MIT
#include "subcommands.h"

#include <string.h>

static const Subcommand *const all[] = {
    &subcommand_show,       &subcommand_overview, &subcommand_discrepancies, &subcommand_list,
    &subcommand_matrix,     &subcommand_ledger,   &subcommand_change,        &subcommand_why,
    &subcommand_search,     &subcommand_resolve,  &subcommand_check,         &subcommand_import,
    &subcommand_completion,
};

const Subcommand *subcommands_at(size_t index)
{
    return index < sizeof all / sizeof *all ? all[index] : NULL;
}

const Subcommand *subcommands_find(const char *name)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i]->name, name) == 0)
            return all[i];
    return NULL;
}
