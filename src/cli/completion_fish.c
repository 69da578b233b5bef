// SPDX-License-Identifier: MIT
#include "completion.h"

static const char head[] =
    "# Completions of diptych(1) for fish; made by 'diptych completion fish'.\n"
    "\n"
    "# The ids of a kind of things, of the dossier that is named in the line, if one is.\n"
    "function __diptych_ids\n"
    "    set -l dossier\n"
    "    for word in (commandline -opc)[3..]\n"
    "        string match -q -- '-*' $word; or test -e $word; and set dossier $word\n"
    "    end\n"
    "    diptych list $argv[1] $dossier 2>/dev/null | string replace -r ' .*' ''\n"
    "end\n"
    "\n"
    "# Two parties with a comma between them.\n"
    "function __diptych_columns\n"
    "    set -l first (string match -r '^.*,' -- (string replace -r '^--columns=' '' -- (commandline -ct)))\n"
    "    __diptych_ids parties | string replace -r '^' \"$first\"\n"
    "end\n"
    "\n";

// Text within single quotes.
static void add_quoted(Buffer *out, Str text)
{
    buffer_add_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\'' || text.at[i] == '\\')
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, text.at[i]);
    }
    buffer_add_byte(out, '\'');
}

// " -x -a '...'" of a value or operand; " -r" when it is of any kind.
static void add_what(Buffer *out, ValueKind kind, const char *words)
{
    const char *list = completion_list(kind);
    if (list)
        buffer_addf(out, " -x -a '(__diptych_ids %s)'", list);
    else if (kind == VALUE_COLUMNS)
        buffer_add_text(out, " -x -a '(__diptych_columns)'");
    else if (kind == VALUE_PATH)
        buffer_add_text(out, " -r -F");
    else if (words)
        buffer_addf(out, " -x -a '%s'", words);
    else
        buffer_add_text(out, " -x");
}

static void add_option(Buffer *out, const Subcommand *subcommand, const Option *option)
{
    if (subcommand->name[0])
        buffer_addf(out, "complete -c diptych -n '__fish_seen_subcommand_from %s'", subcommand->name);
    else
        buffer_add_text(out, "complete -c diptych -n __fish_use_subcommand");
    if (option->letter)
        buffer_addf(out, " -s %c", option->letter);
    buffer_addf(out, " -l %s", option->name);
    if (option->takes)
        add_what(out, option->kind, option->words);
    buffer_add_text(out, " -d ");
    add_quoted(out, completion_line(option));
    buffer_add_byte(out, '\n');
}

// The words that the first operand may be.
static void add_operand(Buffer *out, const Subcommand *subcommand)
{
    const Operand *operand = subcommand->operands;
    if (!operand || !operand->words)
        return;
    buffer_addf(
        out,
        "complete -c diptych -f -n '__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s' "
        "-a '%s'\n",
        subcommand->name, operand->words, operand->words);
}

void completion_fish_add(Buffer *out)
{
    const Subcommand *subcommand;
    const Option *option;
    buffer_add_text(out, head);
    for (size_t i = 0; (subcommand = completion_at(i)); i++) {
        if (subcommand->name[0]) {
            buffer_addf(out, "complete -c diptych -n __fish_use_subcommand -a %s -d ", subcommand->name);
            add_quoted(out, str_of(subcommand->brief));
            buffer_add_byte(out, '\n');
        }
        for (size_t k = 0; (option = completion_option(subcommand, k)); k++)
            add_option(out, subcommand, option);
        add_operand(out, subcommand);
    }
}
