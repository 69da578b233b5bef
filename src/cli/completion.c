// SPDX-License-Identifier: MIT
// What a shell needs to complete the program's arguments.
#include "completion.h"

#include <string.h>

#include "help.h"
#include "subcommands.h"

static const Operand operands[] = {
    {.name = "SHELL", .words = "bash zsh fish"},
    {0},
};

static const struct {
    const char *name;
    void (*add)(Buffer *out);
} shells[] = {{"bash", completion_bash_add}, {"zsh", completion_zsh_add}, {"fish", completion_fish_add}};

const char *completion_list(ValueKind kind)
{
    switch (kind) {
    case VALUE_ROUND:
        return "rounds";
    case VALUE_TOPIC:
        return "topics";
    case VALUE_PARTY:
        return "parties";
    default:
        return NULL;
    }
}

Str completion_line(const Option *option)
{
    Str help = str_of(option->help);
    return str_slice(help, 0, str_find(help, '\n', 0));
}

const Subcommand *completion_at(size_t index)
{
    return index ? subcommands_at(index - 1) : &subcommand_program;
}

const Option *completion_option(const Subcommand *subcommand, size_t index)
{
    size_t count = 0;
    while (subcommand->options && subcommand->options[count].name)
        count++;
    if (index < count)
        return &subcommand->options[index];
    index -= count;
    if (arguments_take_dossier(subcommand) && index-- == 0)
        return &as_of_option;
    return index == 0 ? &help_option : NULL;
}

static int run(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_completion, argc, argv);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_completion, &argc, &argv))
        return EXIT_TROUBLE;
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shells[i].name, argv[0]) != 0)
            continue;
        Buffer text = {0};
        shells[i].add(&text);
        output_add(output, buffer_str(&text));
        buffer_free(&text);
        return EXIT_DONE;
    }
    return arguments_wrong(output, &subcommand_completion, "%s: no such shell; bash, zsh and fish are known",
                           argv[0]);
}

const Subcommand subcommand_completion = {
    .name = "completion",
    .run = run,
    .brief = "print what a shell needs to complete all this",
    .about = "Prints what bash, zsh or fish needs to complete the options of the program, and\n"
             "the rounds, topics and parties of the dossier. It is installed where these look for\n"
             "it; elsewhere: source <(diptych completion bash).\n",
    .operands = operands,
};
