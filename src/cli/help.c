// SPDX-License-Identifier: MIT
#include "help.h"

#include <string.h>

#include "subcommands.h"

#define USAGE_COLUMNS 79
#define USAGE "usage: "

const Option help_option = {
    .value = OPTION_HELP, .name = "help", .letter = 'h', .help = "print this and exit"};

const Option as_of_option = {.value = OPTION_AS_OF,
                             .name = "as-of",
                             .takes = "DATE",
                             .help = "without what came later: 1956-10-19, 1956-10 or 1956"};

// --- usage

// A word of the usage, in its line or at the beginning of the next.
static void add_word(Buffer *out, size_t *column, size_t indent, Str word)
{
    if (*column + 1 + word.len > USAGE_COLUMNS && *column > indent) {
        buffer_add_byte(out, '\n');
        buffer_fill(out, ' ', indent);
        *column = indent;
    }
    buffer_add_byte(out, ' ');
    buffer_add(out, word);
    *column += 1 + word.len;
}

static void add_name(Buffer *out, const Option *option)
{
    buffer_addf(out, "--%s", option->name);
    if (option->takes)
        buffer_addf(out, "=%s", option->takes);
}

// Adds "[--stacked|--split]" and goes behind the options in it.
static const Option *add_choice(Buffer *out, const Option *option)
{
    buffer_add_byte(out, '[');
    add_name(out, option);
    for (; option->or_next; option++) {
        buffer_add_byte(out, '|');
        add_name(out, option + 1);
    }
    buffer_add_text(out, option->repeats ? "]..." : "]");
    return option + 1;
}

static void add_operand(Buffer *out, const Operand *operand)
{
    buffer_addf(out, "%s%s%s%s", operand->optional ? "[" : "", operand->name, operand->optional ? "]" : "",
                operand->repeats ? "..." : "");
}

void help_usage_add(Buffer *out, const Subcommand *subcommand)
{
    size_t start = out->len;
    buffer_add_text(out, USAGE "diptych");
    if (subcommand->name[0])
        buffer_addf(out, " %s", subcommand->name);
    size_t column = out->len - start, indent = column;
    Buffer word = {0};
    for (const Option *option = subcommand->options; option && option->name;) {
        buffer_clear(&word);
        option = add_choice(&word, option);
        add_word(out, &column, indent, buffer_str(&word));
    }
    if (arguments_take_dossier(subcommand)) {
        buffer_clear(&word);
        add_choice(&word, &as_of_option);
        add_word(out, &column, indent, buffer_str(&word));
    }
    for (const Operand *operand = subcommand->operands; operand && operand->name; operand++) {
        buffer_clear(&word);
        add_operand(&word, operand);
        add_word(out, &column, indent, buffer_str(&word));
    }
    buffer_free(&word);
    buffer_add_byte(out, '\n');
    if (!subcommand->name[0])
        buffer_add_text(out, "       diptych SUBCOMMAND [OPTION]... [ARGUMENT]...\n");
}

// --- the table of options

static size_t name_columns(const Option *option)
{
    return strlen(option->name) + (option->takes ? 1 + strlen(option->takes) : 0);
}

static size_t widest(const Option *options)
{
    size_t columns = name_columns(&help_option);
    for (; options && options->name; options++)
        if (name_columns(options) > columns)
            columns = name_columns(options);
    return columns;
}

// "  -r, --round=R      one round", further lines of the help below its first.
static void add_option(Buffer *out, const Option *option, size_t columns)
{
    Str rest = str_of(option->help), line;
    bool first = true;
    while (str_next(&rest, "\n", &line)) {
        if (first && option->letter)
            buffer_addf(out, "  -%c, ", option->letter);
        else
            buffer_fill(out, ' ', sizeof "  -x, " - 1);
        if (first)
            add_name(out, option);
        buffer_fill(out, ' ', first ? columns - name_columns(option) + 2 : columns + sizeof "--  " - 1);
        buffer_add(out, line);
        buffer_add_byte(out, '\n');
        first = false;
    }
}

static void add_options(Buffer *out, const Subcommand *subcommand)
{
    const Option *options = subcommand->options;
    bool as_of = arguments_take_dossier(subcommand);
    size_t columns = widest(options);
    if (as_of && name_columns(&as_of_option) > columns)
        columns = name_columns(&as_of_option);
    for (; options && options->name; options++)
        add_option(out, options, columns);
    if (as_of)
        add_option(out, &as_of_option, columns);
    add_option(out, &help_option, columns);
}

static void add_subcommands(Buffer *out)
{
    const Subcommand *subcommand;
    size_t columns = 0;
    for (size_t i = 0; (subcommand = subcommands_at(i)); i++)
        if (strlen(subcommand->name) > columns)
            columns = strlen(subcommand->name);
    for (size_t i = 0; (subcommand = subcommands_at(i)); i++)
        buffer_addf(out, "  %-*s  %s\n", (int)columns, subcommand->name, subcommand->brief);
    buffer_add_byte(out, '\n');
}

void help_print(Output *output, const Subcommand *subcommand)
{
    Buffer text = {0};
    help_usage_add(&text, subcommand);
    buffer_addf(&text, "\n%s\n", subcommand->about);
    if (!subcommand->name[0])
        add_subcommands(&text);
    add_options(&text, subcommand);
    if (subcommand->ending)
        buffer_addf(&text, "\n%s", subcommand->ending);
    output_add(output, buffer_str(&text));
    buffer_free(&text);
}
