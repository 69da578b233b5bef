// SPDX-License-Identifier: MIT
#include "subcommand.h"

#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "help.h"

// More options than any subcommand has.
#define OPTIONS_MAX 32

int arguments_wrong(Output *output, const Subcommand *subcommand, const char *format, ...)
{
    Buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_addv(&text, format, args);
    va_end(args);
    buffer_add_byte(&text, '\0');
    output_message(output, "%s%s%s", subcommand->name, subcommand->name[0] ? ": " : "", text.bytes);
    buffer_clear(&text);
    help_usage_add(&text, subcommand);
    output_notice(output, buffer_str(&text));
    buffer_free(&text);
    return EXIT_TROUBLE;
}

// The row of the option that getopt_long() has returned, by its value or letter; null for --help and for what
// is none.
static const Option *find_option(const Subcommand *subcommand, int returned)
{
    for (const Option *option = subcommand->options; option && option->name; option++)
        if (returned > 0 && (option->value == returned || option->letter == returned))
            return option;
    return NULL;
}

// The option that getopt_long() has just refused: by its name in the table, the argument it stands in, or its
// letter.
static int refuse(Output *output, const Subcommand *subcommand, char **argv, bool needs_value)
{
    const Option *option = find_option(subcommand, optopt);
    const char *given = argv[optind - 1];
    if (needs_value && option && optopt == option->letter)
        arguments_wrong(output, subcommand, "-%c needs a value", optopt);
    else if (needs_value)
        arguments_wrong(output, subcommand, "%s needs a value", given);
    else if (optopt >= OPTION_HELP)
        arguments_wrong(output, subcommand, "%s: this option takes no value", given);
    else if (optopt)
        arguments_wrong(output, subcommand, "-%c: no such option", optopt);
    else
        arguments_wrong(output, subcommand, "%s: no such option, or the beginning of several", given);
    return OPTION_WRONG;
}

// What getopt_long() is asked: long options, and their letters. A program alone stops at its first operand,
// which may be a subcommand.
typedef struct Known {
    struct option options[OPTIONS_MAX + 3];
    char letters[2 + 2 * (OPTIONS_MAX + 1) + 1];
} Known;

static void add_known(Known *known, size_t at, const char *name, char letter, bool takes, int value)
{
    known->options[at] = (struct option){name, takes ? required_argument : no_argument, NULL, value};
    size_t len = strlen(known->letters);
    if (!letter)
        return;
    known->letters[len] = letter;
    known->letters[len + 1] = takes ? ':' : '\0';
}

static Known known_of(const Subcommand *subcommand)
{
    Known known = {{{0}}, ""};
    strcpy(known.letters, subcommand->name[0] ? ":" : "+:");
    add_known(&known, 0, "help", 'h', false, OPTION_HELP);
    size_t count = 1;
    if (arguments_take_dossier(subcommand))
        add_known(&known, count++, as_of_option.name, '\0', true, OPTION_AS_OF);
    for (const Option *option = subcommand->options; option && option->name && count <= OPTIONS_MAX; option++)
        add_known(&known, count++, option->name, option->letter, option->takes != NULL, option->value);
    return known;
}

bool arguments_take_dossier(const Subcommand *subcommand)
{
    for (const Operand *operand = subcommand->operands; operand && operand->name; operand++)
        if (strcmp(operand->name, "DOSSIER") == 0)
            return true;
    return false;
}

static int take_as_of(Output *output, const Subcommand *subcommand)
{
    char *words = arguments_words(optarg);
    bool is_date = date_parse(str_trim(str_of(words)), &output->as_of) && date_known(output->as_of);
    output->as_of.note = (Str){"", 0};
    free(words);
    if (is_date)
        return OPTION_AS_OF;
    arguments_wrong(output, subcommand, "--as-of %s: a date is expected: 1956-10-19, 1956-10 or 1956",
                    optarg);
    return OPTION_WRONG;
}

// The option behind one that has been taken here.
static int next_option(Output *output, const Subcommand *subcommand, int argc, char **argv,
                       const Known *known)
{
    int returned;
    while ((returned = getopt_long(argc, argv, known->letters, known->options, NULL)) == OPTION_AS_OF)
        if (take_as_of(output, subcommand) == OPTION_WRONG)
            return OPTION_WRONG;
    return returned;
}

int arguments_next(Output *output, const Subcommand *subcommand, int argc, char **argv)
{
    Known known = known_of(subcommand);
    opterr = 0;
    int returned = next_option(output, subcommand, argc, argv, &known);
    if (returned == OPTION_WRONG)
        return returned;
    if (returned == '?' || returned == ':')
        return refuse(output, subcommand, argv, returned == ':');
    if (returned == OPTION_HELP || returned == 'h') {
        help_print(output, subcommand);
        return OPTION_HELP;
    }
    const Option *option = find_option(subcommand, returned);
    return option ? option->value : returned;
}

int arguments_status(int option)
{
    return option == OPTION_HELP ? EXIT_DONE : EXIT_TROUBLE;
}

bool arguments_operands(Output *output, const Subcommand *subcommand, int *argc, char ***argv)
{
    *argc -= optind;
    *argv += optind;
    int least = 0, most = 0;
    for (const Operand *operand = subcommand->operands; operand && operand->name; operand++) {
        least += !operand->optional;
        most = operand->repeats ? INT_MAX : most + 1;
    }
    if (*argc < least) {
        arguments_wrong(output, subcommand, "an argument is missing");
        return false;
    }
    if (*argc > most) {
        arguments_wrong(output, subcommand, "%s: one argument too many", (*argv)[most]);
        return false;
    }
    return true;
}

char *arguments_words(const char *argument)
{
    Buffer words = {0};
    codeset_read(nl_langinfo(CODESET), &words, str_of(argument));
    return buffer_steal(&words);
}

bool arguments_tsv(Output *output, const Subcommand *subcommand, const char *value, bool *tsv)
{
    *tsv = strcmp(value, "tsv") == 0;
    if (*tsv || strcmp(value, "text") == 0)
        return true;
    arguments_wrong(output, subcommand, "--to %s: it is text or tsv", value);
    return false;
}

bool arguments_width(Output *output, const Subcommand *subcommand, const char *value, size_t *width)
{
    uint32_t columns = 0;
    if (!str_number(str_of(value), WIDTH_MAX, &columns) || columns < WIDTH_MIN) {
        arguments_wrong(output, subcommand, "--width %s: a number from %d to %d is expected", value,
                        WIDTH_MIN, WIDTH_MAX);
        return false;
    }
    *width = columns;
    return true;
}
