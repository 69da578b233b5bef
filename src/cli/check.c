// SPDX-License-Identifier: MIT
// Everything that is wrong with dossiers, a line each.
#include "diptych/problems.h"

#include "diptych/file.h"
#include "find_dossier.h"
#include "subcommand.h"

static const Operand operands[] = {
    {.name = "FILE|DIR", .kind = VALUE_PATH, .repeats = true},
    {0},
};

// Prints the problems; true when there are errors among them.
static bool print_problems(Output *output, const Dossier *dossier, const DiagnosticList *problems)
{
    bool errors = false;
    Buffer line = {0};
    for (size_t i = 0; i < problems->count; i++) {
        errors = errors || diagnostic_level(problems->items[i].kind) == LEVEL_ERROR;
        buffer_clear(&line);
        problem_line_add(&line, dossier, &problems->items[i]);
        output_add(output, buffer_str(&line));
    }
    buffer_free(&line);
    return errors;
}

static int check_one(Output *output, const char *path)
{
    Error error;
    Dossier *dossier = open_dossier(path, &error);
    if (!dossier)
        return output_error(output, &error);
    DiagnosticList problems = {0};
    problems_list(dossier, &problems);
    bool errors = print_problems(output, dossier, &problems);
    diagnostic_free(&problems);
    dossier_close(dossier);
    return errors ? EXIT_NOTHING : EXIT_DONE;
}

static int worse(int a, int b)
{
    return a > b ? a : b;
}

static int check_path(Output *output, const char *path)
{
    if (!file_is_directory(path))
        return check_one(output, path);
    FileList dossiers = {.confined = is_restricted()};
    Error error;
    int status = EXIT_DONE;
    if (!dossier_find_all(path, &dossiers, &error))
        status = output_error(output, &error);
    for (size_t i = 0; i < dossiers.count && !output_failed(output); i++)
        status = worse(status, check_one(output, dossiers.paths[i]));
    file_list_free(&dossiers);
    return status;
}

static int run(Output *output, int argc, char **argv)
{
    int option = arguments_next(output, &subcommand_check, argc, argv);
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_check, &argc, &argv))
        return EXIT_TROUBLE;
    int status = EXIT_DONE;
    for (int i = 0; i < argc; i++)
        status = worse(status, check_path(output, argv[i]));
    return status;
}

const Subcommand subcommand_check = {
    .name = "check",
    .run = run,
    .brief = "print what is wrong with dossiers",
    .about = "Prints what is wrong with the dossiers, a line each: the file, the line, the\n"
             "column in bytes, whether it is an error or a warning, what to do, and in brackets\n"
             "the name that diptych(5) explains it under. Prints nothing when all is well. Every\n"
             "dossier at or below a directory is checked; a file stands for its whole dossier.\n",
    .operands = operands,
    .ending = "Exit status: 0 no errors (there may be warnings), 1 errors, 2 not a dossier.\n",
};
