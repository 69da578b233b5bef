// SPDX-License-Identifier: MIT
#include "find_dossier.h"

#include "diptych/as_of.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

bool is_standard_input(const char *operand)
{
    return operand && strcmp(operand, STANDARD_INPUT) == 0;
}

#define STREAM_NAME "(standard input)"

// All that comes, up to the largest that is read.
static bool read_stream(Buffer *out, Error *error)
{
    char piece[16384];
    ssize_t got;
    while ((got = read(STDIN_FILENO, piece, sizeof piece)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, STREAM_NAME ": cannot be read: %s", strerror(errno));
        buffer_add(out, (Str){piece, (size_t)got});
        if (out->len > FILE_LIMIT)
            return error_set(error, STREAM_NAME ": is larger than a gigabyte");
    }
    return true;
}

static bool locate_stream(Located *out, Error *error)
{
    Buffer bytes = {0};
    bool found = read_stream(&bytes, error) && dossier_locate_bytes(&bytes, STREAM_NAME, out, error);
    buffer_free(&bytes);
    return found;
}

// Whether the path leads to the same file.
static bool is_file(const struct stat *file, const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && info.st_dev == file->st_dev && info.st_ino == file->st_ino;
}

void find_named_accounts(const Dossier *dossier, const char *operand, Chosen *out)
{
    struct stat named;
    uint32_t file = 0;
    if (!operand || stat(operand, &named) != 0 || !S_ISREG(named.st_mode) ||
        is_file(&named, dossier->files[dossier->record.file].path))
        return;
    while (file < dossier->file_count && !is_file(&named, dossier->files[file].path))
        file++;
    for (uint32_t i = 0; i < dossier->account_count; i++)
        if (dossier->accounts[i].record.file == file)
            chosen_add(out, i);
}

bool find_located(Output *output, const char *operand, Located *out)
{
    char *shipped = operand ? NULL : find_dossier();
    Error error;
    *out = (Located){.files.confined = is_restricted()};
    bool found = is_standard_input(operand) ? locate_stream(out, &error)
                                            : dossier_locate(operand ? operand : shipped, out, &error);
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
