// SPDX-License-Identifier: MIT
// Chooses what to do. Everything below main() returns its way out.
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "read.h"
#include "subcommand.h"

static const Subcommand *const subcommands[] = {
    &subcommand_show,   &subcommand_overview, &subcommand_discrepancies, &subcommand_list,
    &subcommand_search, &subcommand_resolve,  &subcommand_check,
};
#define SUBCOMMAND_COUNT (sizeof subcommands / sizeof *subcommands)

enum { OPTION_VERSION = OPTION_FIRST };

static const char help[] =
    "\n"
    "Reads negotiations: what two sides said, next to each other, lined up by topic.\n"
    "DOSSIER is a directory of .dip files, or one file that holds it all; without it\n"
    "the Soviet-Japanese talks that come with the program are read.\n"
    "\n"
    "      --help     print this, or the help of a subcommand, and exit\n"
    "      --version  print the version and exit\n"
    "\n"
    "'diptych SUBCOMMAND --help' tells more; so do the manual pages diptych(1), and\n"
    "diptych(5) for the format of .dip files. A dossier that is called as a subcommand\n"
    "is named ./show.\n"
    "Exit status: 0 done, 1 nothing found or errors found by check, 2 trouble.\n";

static void add_usage(Buffer *out)
{
    usage_add(out, "[DOSSIER]", true);
    for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
        usage_add(out, subcommands[i]->usage, false);
}

static int print_help(Output *output)
{
    Buffer text = {0};
    add_usage(&text);
    buffer_add_text(&text, help);
    output_add(output, buffer_str(&text));
    buffer_free(&text);
    return EXIT_DONE;
}

static int print_version(Output *output)
{
    output_add_text(output, PACKAGE_NAME " " PACKAGE_VERSION "\n");
    return EXIT_DONE;
}

static int refuse(Output *output, const char *what, const char *argument)
{
    output_message(output, what, argument);
    Buffer text = {0};
    add_usage(&text);
    output_notice(output, buffer_str(&text));
    buffer_free(&text);
    return EXIT_TROUBLE;
}

static const Subcommand *find_subcommand(const char *name)
{
    for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
        if (strcmp(subcommands[i]->name, name) == 0)
            return subcommands[i];
    return NULL;
}

static int run_subcommand(Output *output, const Subcommand *subcommand, int argc, char **argv)
{
    optind = 0; // has GNU getopt begin anew
    return subcommand->run(output, argc, argv);
}

// The first argument behind the options is a subcommand or the dossier to read.
static int choose(Output *output, int argc, char **argv)
{
    const Subcommand *subcommand = argc > 0 ? find_subcommand(argv[0]) : NULL;
    if (subcommand)
        return run_subcommand(output, subcommand, argc, argv);
    if (argc > 0 && !strchr(argv[0], '/') && access(argv[0], F_OK) != 0)
        return refuse(output, "%s: no such subcommand, and no such dossier", argv[0]);
    if (argc > 1)
        return refuse(output, "%s: one argument too many", argv[1]);
    return read_dossier(output, argc > 0 ? argv[0] : NULL);
}

static int run(Output *output, int argc, char **argv)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, OPTION_HELP},
        {"version", no_argument, NULL, OPTION_VERSION},
        {0},
    };
    opterr = 0;
    switch (getopt_long(argc, argv, "+", options, NULL)) {
    case OPTION_HELP:
        return print_help(output);
    case OPTION_VERSION:
        return print_version(output);
    case OPTION_END:
        return choose(output, argc - optind, argv + optind);
    default:
        return refuse(output, "%s: no such option", argv[optind > 1 ? optind - 1 : 1]);
    }
}

// A stream that was closed would be the next file to be opened; these take no byte and say so.
static void hold_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    hold_streams();
    setlocale(LC_ALL, "");
    Output output;
    output_open(&output);
    int status = run(&output, argc, argv);
    return output_close(&output, status);
}
