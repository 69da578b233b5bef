// SPDX-License-Identifier: MIT
#include <string.h>

#include "completion.h"

static const char head[] =
    "# Completions of diptych(1) for bash; made by 'diptych completion bash'.\n"
    "\n"
    "# The ids of a kind of things, of the dossier that is named in the line, if one is.\n"
    "_diptych_ids() {\n"
    "    local word dossier=()\n"
    "    for word in \"${COMP_WORDS[@]:2}\"; do\n"
    "        [[ $word != -* && -e $word ]] && dossier=(\"$word\")\n"
    "    done\n"
    "    \"${COMP_WORDS[0]}\" list \"$1\" \"${dossier[@]}\" 2>/dev/null | cut -d ' ' -f 1\n"
    "}\n"
    "\n";

static const char body[] =
    "# Goes through the words before the one at hand: which subcommand it is, how many operands there are.\n"
    "_diptych_words() {\n"
    "    local i word\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        word=${COMP_WORDS[i]}\n"
    "        if [[ $word == -* ]]; then\n"
    "            if [[ ${COMP_WORDS[i + 1]} == = ]]; then\n"
    "                ((i += 2))\n"
    "            elif _diptych_value \"$subcommand\" \"$word\"; then\n"
    "                ((i += 1))\n"
    "            fi\n"
    "        elif [[ -z $subcommand && \" $_diptych_subcommands \" == *\" $word \"* ]]; then\n"
    "            subcommand=$word\n"
    "        else\n"
    "            ((operands += 1))\n"
    "        fi\n"
    "    done\n"
    "}\n"
    "\n"
    "_diptych() {\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} prefix=\n"
    "    local subcommand= operands=0 what= options= list=\n"
    "    _diptych_words\n"
    "    if [[ $current == = ]]; then\n"
    "        current=\n"
    "    elif [[ $before == = ]]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    elif [[ $current == --*=* ]]; then\n"
    "        before=${current%%=*} prefix=${current%%=*}= current=${current#*=}\n"
    "    fi\n"
    "    if _diptych_value \"$subcommand\" \"$before\"; then\n"
    "        :\n"
    "    elif [[ $before == @ ]]; then\n"
    "        what='ids rounds'\n"
    "    elif [[ $current == -* ]]; then\n"
    "        _diptych_options \"$subcommand\"\n"
    "        what=\"words $options\"\n"
    "    else\n"
    "        _diptych_operand \"$subcommand\" \"$operands\"\n"
    "    fi\n"
    "    case $what in\n"
    "        ids\\ *) list=$(_diptych_ids \"${what#ids }\") ;;\n"
    "        words\\ *) list=${what#words } ;;\n"
    "        columns)\n"
    "            list=$(_diptych_ids parties)\n"
    "            [[ $current == *,* ]] && prefix=$prefix${current%,*}, current=${current##*,}\n"
    "            ;;\n"
    "    esac\n"
    "    mapfile -t COMPREPLY < <(compgen -P \"$prefix\" -W \"$list\" -- \"$current\")\n"
    "    if [[ $what == path || -z $subcommand && $current != -* ]]; then\n"
    "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -P \"$prefix\" -f -- \"$current\")\n"
    "        compopt -o filenames 2>/dev/null\n"
    "    elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then\n"
    "        compopt -o nospace 2>/dev/null\n"
    "    fi\n"
    "    return 0\n"
    "}\n"
    "\n"
    "complete -F _diptych diptych\n";

// Adds what may stand there, as the function above takes it; nothing when it is words of any kind.
static void add_what(Buffer *out, ValueKind kind, const char *words)
{
    const char *list = completion_list(kind);
    if (list)
        buffer_addf(out, "what='ids %s'", list);
    else if (kind == VALUE_COLUMNS)
        buffer_add_text(out, "what=columns");
    else if (kind == VALUE_PATH)
        buffer_add_text(out, "what=path");
    else if (words)
        buffer_addf(out, "what='words %s'", words);
    else
        buffer_add_text(out, "what=any");
}

static void add_values(Buffer *out)
{
    const Subcommand *subcommand;
    const Option *option;
    buffer_add_text(out, "# Sets what may stand for the value of an option. False: it takes none.\n"
                         "_diptych_value() {\n    case \"$1 $2\" in\n");
    for (size_t i = 0; (subcommand = completion_at(i)); i++) {
        for (size_t k = 0; (option = completion_option(subcommand, k)); k++) {
            if (!option->takes)
                continue;
            buffer_addf(out, "        '%s --%s'", subcommand->name, option->name);
            if (option->letter)
                buffer_addf(out, " | '%s -%c'", subcommand->name, option->letter);
            buffer_add_text(out, ") ");
            add_what(out, option->kind, option->words);
            buffer_add_text(out, " ;;\n");
        }
    }
    buffer_add_text(out, "        *) return 1 ;;\n    esac\n}\n\n");
}

static void add_options(Buffer *out)
{
    const Subcommand *subcommand;
    const Option *option;
    buffer_add_text(out, "# Sets the options of a subcommand.\n_diptych_options() {\n    case $1 in\n");
    for (size_t i = 0; (subcommand = completion_at(i)); i++) {
        buffer_addf(out, "        '%s') options='", subcommand->name);
        for (size_t k = 0; (option = completion_option(subcommand, k)); k++) {
            buffer_addf(out, "%s--%s%s", k ? " " : "", option->name, option->takes ? "=" : "");
            if (option->letter)
                buffer_addf(out, " -%c", option->letter);
        }
        buffer_add_text(out, "' ;;\n");
    }
    buffer_add_text(out, "    esac\n}\n\n");
}

static void add_operands(Buffer *out)
{
    const Subcommand *subcommand;
    buffer_add_text(out, "# Sets what may stand as the operand of that number, from 0 on.\n"
                         "_diptych_operand() {\n    case \"$1 $2\" in\n        ' 0') what=\"words "
                         "$_diptych_subcommands\" ;;\n");
    for (size_t i = 1; (subcommand = completion_at(i)); i++) {
        const Operand *operand = subcommand->operands;
        for (size_t k = 0; operand && operand[k].name; k++) {
            buffer_addf(out, "        '%s '", subcommand->name);
            if (operand[k].repeats)
                buffer_add_text(out, "*) ");
            else
                buffer_addf(out, "%zu) ", k);
            add_what(out, operand[k].kind, operand[k].words);
            buffer_add_text(out, " ;;\n");
        }
    }
    buffer_add_text(out, "    esac\n}\n\n");
}

static void add_subcommands(Buffer *out)
{
    const Subcommand *subcommand;
    buffer_add_text(out, "_diptych_subcommands='");
    for (size_t i = 1; (subcommand = completion_at(i)); i++)
        buffer_addf(out, "%s%s", i > 1 ? " " : "", subcommand->name);
    buffer_add_text(out, "'\n\n");
}

void completion_bash_add(Buffer *out)
{
    buffer_add_text(out, head);
    add_subcommands(out);
    add_values(out);
    add_options(out);
    add_operands(out);
    buffer_add_text(out, body);
}
