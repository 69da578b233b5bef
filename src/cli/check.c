// SPDX-License-Identifier: MIT
// Everything that is wrong with dossiers, a line each.
#include "diptych/problems.h"

#include <stdlib.h>

#include "contain.h"
#include "diptych/memory.h"
#include "find_dossier.h"
#include "fixing.h"
#include "subcommand.h"

enum { OPTION_FIX = OPTION_FIRST };

static const Option known[] = {
    {.value = OPTION_FIX,
     .name = "fix",
     .letter = 'f',
     .help = "put right in the files what leaves no doubt, and tell it"},
    {0},
};

static const Operand operands[] = {
    {.name = "FILE|DIR", .kind = VALUE_PATH, .repeats = true},
    {0},
};

// Prints the problems; true when there are errors among them.
static bool print_problems(Output *output, const Dossier *dossier, const DiagnosticList *problems)
{
    bool errors = false;
    Buffer line = {0}, more = {0};
    Digest *digest = digest_new(dossier, problems);
    for (size_t i = digest_next(digest, 0); i < problems->count; i = digest_next(digest, i + 1)) {
        errors = errors || diagnostic_level(problems->items[i].kind) == LEVEL_ERROR;
        buffer_clear(&line);
        buffer_clear(&more);
        digest_more_add(&more, digest, i);
        problem_line_add(&line, dossier, &problems->items[i], buffer_str(&more));
        output_add(output, buffer_str(&line));
    }
    digest_free(digest);
    buffer_free(&line);
    buffer_free(&more);
    return errors;
}

static int fix_one(Output *output, Located *located)
{
    Dossier *dossier = open_located(output, located);
    int status = dossier ? fixing_fix(output, dossier) : EXIT_TROUBLE;
    dossier_close(dossier);
    return status;
}

static int check_one(Output *output, Located *located)
{
    Dossier *dossier = open_located(output, located);
    if (!dossier)
        return EXIT_TROUBLE;
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

// What is to be checked.
typedef struct Dossiers {
    Located *items; // owned
    size_t count, capacity;
    bool fix;     // each is there twice: it is opened once to be put right, and again to be checked
    bool *to_fix; // by item
    size_t room;
} Dossiers;

static int add_one(Output *output, const char *path, bool to_fix, Dossiers *out)
{
    Located located;
    if (!find_located(output, path, &located)) {
        located_free(&located);
        return EXIT_TROUBLE;
    }
    out->to_fix = mem_grow(out->to_fix, &out->room, out->count + 1, sizeof *out->to_fix);
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    out->to_fix[out->count] = to_fix;
    out->items[out->count++] = located;
    return EXIT_DONE;
}

static int find_one(Output *output, const char *path, Dossiers *out)
{
    int status = out->fix ? add_one(output, path, true, out) : EXIT_DONE;
    return status == EXIT_DONE ? add_one(output, path, false, out) : status;
}

static int find_below(Output *output, const char *path, Dossiers *out)
{
    if (!file_is_directory(path))
        return find_one(output, path, out);
    FileList dossiers = {.confined = is_restricted()};
    Error error;
    int status = EXIT_DONE;
    if (!dossier_find_all(path, &dossiers, &error))
        status = output_error(output, &error);
    for (size_t i = 0; i < dossiers.count; i++)
        status = worse(status, find_one(output, dossiers.paths[i], out));
    file_list_free(&dossiers);
    return status;
}

// All are found before the first one is read: by then nothing can be opened but them.
static int check_all(Output *output, char **paths, int count, bool fix)
{
    Dossiers dossiers = {.fix = fix};
    Sandbox sandbox = {0};
    int status = EXIT_DONE;
    sandbox_keep_calls();
    for (int i = 0; i < count; i++)
        status = worse(status, find_below(output, paths[i], &dossiers));
    for (size_t i = 0; i < dossiers.count; i++)
        if (dossiers.to_fix[i])
            contain_writing(&sandbox, &dossiers.items[i]);
        else
            contain_dossier(&sandbox, &dossiers.items[i]);
    sandbox_keep_files(&sandbox);
    for (size_t i = 0; i < dossiers.count; i++)
        if (output_failed(output))
            located_free(&dossiers.items[i]);
        else
            status = worse(status, (dossiers.to_fix[i] ? fix_one : check_one)(output, &dossiers.items[i]));
    free(dossiers.items);
    free(dossiers.to_fix);
    return status;
}

static int run(Output *output, int argc, char **argv)
{
    bool fix = false;
    int option;
    while ((option = arguments_next(output, &subcommand_check, argc, argv)) == OPTION_FIX)
        fix = true;
    if (option != OPTION_END)
        return arguments_status(option);
    if (!arguments_operands(output, &subcommand_check, &argc, &argv))
        return EXIT_TROUBLE;
    if (fix && is_restricted()) {
        output_message(output, "check: --fix writes files, and not in restricted mode");
        return EXIT_TROUBLE;
    }
    for (int i = 0; fix && i < argc; i++)
        if (is_standard_input(argv[i]))
            return arguments_wrong(output, &subcommand_check, "--fix: standard input is no file");
    return check_all(output, argv, argc, fix);
}

const Subcommand subcommand_check = {
    .name = "check",
    .run = run,
    .brief = "print what is wrong with dossiers",
    .about = "Prints what is wrong with the dossiers, a line each: the file, the line, the\n"
             "column in bytes, whether it is an error or a warning, what to do, and in brackets\n"
             "the name that diptych(5) explains it under. Prints nothing when all is well. Every\n"
             "dossier at or below a directory is checked; a file stands for its whole dossier.\n",
    .options = known,
    .operands = operands,
    .ending = "Exit status: 0 no errors (there may be warnings), 1 errors, 2 not a dossier.\n",
};
