// SPDX-License-Identifier: MIT
#include "subcommand.h"

#include <langinfo.h>

#define OPTIONS_MAX 16

void usage_add(Buffer *out, const char *usage, bool first)
{
    Str rest = str_of(usage), line;
    while (str_next(&rest, "\n", &line)) {
        buffer_add_text(out, first ? "usage: " : "       ");
        buffer_add_text(out, str_starts(line, str_of(" ")) ? "        " : "diptych ");
        buffer_add(out, line);
        buffer_add_byte(out, '\n');
        first = false;
    }
}

static void print_help(Output *output, const Subcommand *subcommand)
{
    Buffer text = {0};
    usage_add(&text, subcommand->usage, true);
    buffer_addf(&text, "\n%s", subcommand->help);
    output_add(output, buffer_str(&text));
    buffer_free(&text);
}

int arguments_wrong(Output *output, const Subcommand *subcommand, const char *format, ...)
{
    Buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_addv(&text, format, args);
    va_end(args);
    buffer_add_byte(&text, '\0');
    output_message(output, "%s: %s", subcommand->name, text.bytes);
    buffer_clear(&text);
    usage_add(&text, subcommand->usage, true);
    output_notice(output, buffer_str(&text));
    buffer_free(&text);
    return EXIT_TROUBLE;
}

// The option that getopt_long() has just refused: the argument it stands in, or the letter when it is a short
// one.
static int refuse(Output *output, const Subcommand *subcommand, char **argv, bool needs_value)
{
    const char *given = argv[optind - 1];
    if (needs_value)
        arguments_wrong(output, subcommand, "%s needs a value", given);
    else if (optopt >= OPTION_HELP)
        arguments_wrong(output, subcommand, "%s: this option takes no value", given);
    else if (optopt)
        arguments_wrong(output, subcommand, "-%c: no such option", optopt);
    else
        arguments_wrong(output, subcommand, "%s: no such option, or the beginning of several", given);
    return OPTION_WRONG;
}

int arguments_next(Output *output, const Subcommand *subcommand, int argc, char **argv,
                   const struct option *options)
{
    struct option all[OPTIONS_MAX + 2] = {{"help", no_argument, NULL, OPTION_HELP}};
    for (size_t i = 0; options[i].name && i < OPTIONS_MAX; i++)
        all[i + 1] = options[i];
    opterr = 0;
    int option = getopt_long(argc, argv, ":", all, NULL);
    if (option == '?' || option == ':')
        return refuse(output, subcommand, argv, option == ':');
    if (option == OPTION_HELP)
        print_help(output, subcommand);
    return option;
}

int arguments_status(int option)
{
    return option == OPTION_HELP ? EXIT_DONE : EXIT_TROUBLE;
}

bool arguments_operands(Output *output, const Subcommand *subcommand, int *argc, char ***argv, int least,
                        int most)
{
    *argc -= optind;
    *argv += optind;
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
