// SPDX-License-Identifier: MIT
// Chooses what to do. Everything below main() returns its way out.
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "diptych/memory.h"
#include "diptych/sandbox.h"
#include "find_dossier.h"
#include "read.h"
#include "subcommands.h"

enum { OPTION_VERSION = OPTION_FIRST };

static const Option known[] = {
    {.value = OPTION_VERSION,
     .name = "version",
     .letter = 'V',
     .help = "print the version and what is given up before reading"},
    {0},
};

static const Operand operands[] = {OPERAND_DOSSIER, {0}};

static int run_program(Output *output, int argc, char **argv);

const Subcommand subcommand_program = {
    .name = "",
    .run = run_program,
    .brief = "read what two sides said next to each other",
    .about = "Reads negotiations: what two sides said, next to each other, lined up by topic.\n"
             "DOSSIER is a directory of .dip files, or one file that holds it all, or - for\n"
             "standard input; a file of a round stands for that round. Without it the\n"
             "Soviet-Japanese talks that come with the program are read.\n",
    .options = known,
    .operands = operands,
    .ending = "'diptych SUBCOMMAND --help' tells more; so do the manual pages diptych(1), and\n"
              "diptych(5) for the format of .dip files. A dossier that is called as a subcommand\n"
              "is named ./show.\n"
              "Exit status: 0 done, 1 nothing found or errors found by check, 2 trouble.\n",
};

static int print_version(Output *output)
{
    Buffer text = {0};
    buffer_add_text(&text, PACKAGE_NAME " " PACKAGE_VERSION "\n");
    sandbox_describe(&text);
    output_add(output, buffer_str(&text));
    buffer_free(&text);
    return EXIT_DONE;
}

static int run_subcommand(Output *output, const Subcommand *subcommand, int argc, char **argv)
{
    optind = 0; // has GNU getopt begin anew
    return subcommand->run(output, argc, argv);
}

// The first argument behind the options is a subcommand or the dossier to read.
static int choose(Output *output, int argc, char **argv)
{
    const Subcommand *subcommand = argc > optind ? subcommands_find(argv[optind]) : NULL;
    if (subcommand)
        return run_subcommand(output, subcommand, argc - optind, argv + optind);
    if (argc > optind && !is_standard_input(argv[optind]) && !strchr(argv[optind], '/') &&
        access(argv[optind], F_OK) != 0)
        return arguments_wrong(output, &subcommand_program, "%s: no such subcommand, and no such dossier",
                               argv[optind]);
    if (!arguments_operands(output, &subcommand_program, &argc, &argv))
        return EXIT_TROUBLE;
    return read_dossier(output, argc > 0 ? argv[0] : NULL);
}

static int run_program(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_program, argc, argv);
    if (option == OPTION_VERSION)
        return print_version(output);
    return option == OPTION_END ? choose(output, argc, argv) : arguments_status(option);
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
    mem_start();
    setlocale(LC_CTYPE, "");
    Output output;
    output_open(&output);
    int status = subcommand_program.run(&output, argc, argv);
    if (sandbox_refused()) {
        output_message(&output, "was kept from %s: this dossier, or the program, is not sound",
                       sandbox_refused());
        status = EXIT_TROUBLE;
    }
    return output_close(&output, status);
}
