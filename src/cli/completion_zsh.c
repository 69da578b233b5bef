// SPDX-License-Identifier: MIT
#include "completion.h"

static const char head[] =
    "#compdef diptych\n"
    "# Completions of diptych(1) for zsh; made by 'diptych completion zsh'.\n"
    "\n"
    "# The ids of a kind of things, of the dossier that is named in the line, if one is.\n"
    "_diptych_ids() {\n"
    "    local word\n"
    "    local -a dossier ids\n"
    "    for word in ${words[2,-1]}; do\n"
    "        [[ $word != -* && -e $word ]] && dossier=(\"$word\")\n"
    "    done\n"
    "    ids=(${${(f)\"$(_call_program ids diptych list $1 $dossier 2>/dev/null)\"}%% *})\n"
    "    compadd -- $ids\n"
    "}\n"
    "\n"
    "# Two parties with a comma between them.\n"
    "_diptych_columns() {\n"
    "    compset -P '*,'\n"
    "    _diptych_ids parties\n"
    "}\n"
    "\n";

// Text within single quotes, for _arguments: what would end a part of it is escaped.
static void add_quoted(Buffer *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\'')
            buffer_add_text(out, "'\\''");
        else if (c == '[' || c == ']' || c == ':' || c == '\\')
            buffer_addf(out, "\\%c", c);
        else
            buffer_add_byte(out, c);
    }
}

// ":NAME:ACTION" of a value or operand.
static void add_what(Buffer *out, const char *name, ValueKind kind, const char *words)
{
    const char *list = completion_list(kind);
    buffer_addf(out, ":%s:", name);
    if (list)
        buffer_addf(out, " _diptych_ids %s", list); // with the blank it is called as it is
    else if (kind == VALUE_COLUMNS)
        buffer_add_text(out, " _diptych_columns");
    else if (kind == VALUE_PATH)
        buffer_add_text(out, "_files");
    else if (words)
        buffer_addf(out, "(%s)", words);
    else
        buffer_add_byte(out, ' ');
}

// '(-r --round)'{-r+,--round=}'[one round]:R:_diptych_ids rounds'
static void add_option(Buffer *out, const Option *option)
{
    buffer_add_text(out, "        ");
    if (option->repeats)
        buffer_add_text(out, "'*'");
    else if (option->letter)
        buffer_addf(out, "'(-%c --%s)'", option->letter, option->name);
    if (option->letter)
        buffer_addf(out, "{-%c%s,--%s%s}'[", option->letter, option->takes ? "+" : "", option->name,
                    option->takes ? "=" : "");
    else
        buffer_addf(out, "'--%s%s[", option->name, option->takes ? "=" : "");
    add_quoted(out, completion_line(option));
    buffer_add_byte(out, ']');
    if (option->takes)
        add_what(out, option->takes, option->kind, option->words);
    buffer_add_text(out, "' \\\n");
}

static void add_operands(Buffer *out, const Operand *operands)
{
    for (size_t i = 0; operands && operands[i].name; i++) {
        buffer_add_text(out, operands[i].repeats ? "        '*" : "        '");
        if (!operands[i].repeats)
            buffer_addf(out, "%zu%s", i + 1, operands[i].optional ? ":" : "");
        add_what(out, operands[i].name, operands[i].kind, operands[i].words);
        buffer_add_text(out, "' \\\n");
    }
}

static void add_arguments(Buffer *out, const Subcommand *subcommand)
{
    const Option *option;
    for (size_t k = 0; (option = completion_option(subcommand, k)); k++)
        add_option(out, option);
}

static void add_subcommand(Buffer *out, const Subcommand *subcommand)
{
    buffer_addf(out, "    (%s) _arguments -s \\\n", subcommand->name);
    add_arguments(out, subcommand);
    add_operands(out, subcommand->operands);
    buffer_add_text(out, "        ;;\n");
}

void completion_zsh_add(Buffer *out)
{
    const Subcommand *subcommand;
    buffer_add_text(out, head);
    buffer_add_text(out, "_diptych_first() {\n    local -a subcommands=(\n");
    for (size_t i = 1; (subcommand = completion_at(i)); i++) {
        buffer_addf(out, "        '%s:", subcommand->name);
        add_quoted(out, str_of(subcommand->brief));
        buffer_add_text(out, "'\n");
    }
    buffer_add_text(out, "    )\n    _describe subcommand subcommands\n    _files\n}\n\n"
                         "_diptych() {\n    local context state state_descr line\n    typeset -A opt_args\n"
                         "    _arguments -C -s \\\n");
    add_arguments(out, completion_at(0));
    buffer_add_text(out, "        '1:subcommand or dossier:_diptych_first' \\\n        '*::argument:->rest'\n"
                         "    [[ $state == rest ]] || return\n    case $words[1] in\n");
    for (size_t i = 1; (subcommand = completion_at(i)); i++)
        add_subcommand(out, subcommand);
    buffer_add_text(out, "    esac\n}\n\n_diptych \"$@\"\n");
}
