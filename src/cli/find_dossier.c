// SPDX-License-Identifier: MIT
#include "find_dossier.h"

#include "diptych/as_of.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "contain.h"

#define SHIPPED "transcripts/soviet-japanese"

// The program's own path with all links resolved, or null.
static char *own_path(void)
{
    char *path = realpath("/proc/self/exe", NULL);
    if (!path && strchr(program_invocation_name, '/'))
        path = realpath(program_invocation_name, NULL);
    return path;
}

// The build directory has a link to the transcripts (configure.ac).
static char *beside_program(void)
{
    char *program = own_path();
    if (!program)
        return NULL;
    Buffer path = {0};
    buffer_add(&path, str_slice(str_of(program), 0, (size_t)(strrchr(program, '/') + 1 - program)));
    buffer_add_text(&path, SHIPPED);
    free(program);
    return buffer_steal(&path);
}

char *find_dossier(void)
{
    char *path = beside_program();
    if (path && file_is_directory(path))
        return path;
    free(path);
    Buffer installed = {0};
    buffer_add_text(&installed, PKGDATADIR "/" SHIPPED);
    return buffer_steal(&installed);
}

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && *value && strcmp(value, "0") != 0;
}

bool is_restricted(void)
{
    return is_set("LESSSECURE") || is_set("DIPTYCH_SECURE");
}

bool find_located(Output *output, const char *operand, Located *out)
{
    char *shipped = operand ? NULL : find_dossier();
    Error error;
    *out = (Located){.files.confined = is_restricted()};
    bool found = dossier_locate(operand ? operand : shipped, out, &error);
    free(shipped);
    if (!found)
        output_error(output, &error);
    return found;
}

Dossier *open_located(Output *output, Located *located)
{
    Error error;
    Dossier *dossier = dossier_open_located(located, &error);
    if (!dossier)
        output_error(output, &error);
    return dossier;
}

// Says as of which day it is told, in the first line.
static void say_as_of(Output *output, const Dossier *dossier)
{
    static const char *const frames[][2] = {
        [AS_OF_TEXT] = {"", ""}, [AS_OF_COMMENT] = {"# ", ""}, [AS_OF_MARKUP] = {"<!-- ", " -->"}};
    Buffer line = {0};
    as_of_add(&line, dossier);
    buffer_add_text(&line, ", without what came later");
    if (output->line == AS_OF_APART) {
        output_message(output, "%.*s", (int)line.len, line.bytes);
    } else {
        output_add_text(output, frames[output->line][0]);
        output_add(output, buffer_str(&line));
        output_add_text(output, frames[output->line][1]);
        output_add_text(output, "\n");
    }
    buffer_free(&line);
}

Dossier *find_and_open(Output *output, const char *operand)
{
    Located located;
    Sandbox sandbox = {0};
    sandbox_keep_calls();
    if (!find_located(output, operand, &located)) {
        located_free(&located);
        return NULL;
    }
    contain_dossier(&sandbox, &located);
    sandbox_keep_files(&sandbox);
    Dossier *dossier = open_located(output, &located);
    if (dossier && date_known(output->as_of)) {
        dossier_tell_as_of(dossier, output->as_of);
        say_as_of(output, dossier);
    }
    return dossier;
}
