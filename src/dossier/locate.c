// SPDX-License-Identifier: MIT
#include "locate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diptych/guise.h"
#include "diptych/memory.h"
#include "scan.h"

#define ADVICE "give the directory of a dossier, or a .dip file that begins with Dossier:"

// What is read of a file to see whether it begins with Dossier:, in bytes; more when comments come first.
#define WINDOW ((size_t)4096)

// True when the first record of the file is a Dossier:. An `error` is set only when the file cannot be read.
static bool begins_dossier(const char *path, Error *error)
{
    Buffer bytes = {0};
    bool found = false;
    size_t size = 0;
    for (size_t limit = WINDOW;
         file_read_part(NULL, path, bytes.len, limit - bytes.len, &bytes, &size, error); limit *= 4) {
        Lines lines = lines_of(buffer_str(&bytes), 1);
        Line line;
        RecordType type;
        found = lines_next_block(&lines, &line) && record_type(line.text, &type) && type == RECORD_DOSSIER;
        bool whole = bytes.len < limit || bytes.len >= size;
        if (found || whole || lines.at < bytes.len || limit >= FIRST_RECORD_LIMIT)
            break;
    }
    buffer_free(&bytes);
    return found;
}

// True, with an error, when the file is no plain text.
static bool is_in_guise(const char *path, Error *error)
{
    Buffer bytes = {0};
    const char *guise =
        file_read(path, GUISE_BYTES, &bytes, NULL, NULL) ? guise_of(buffer_str(&bytes)) : NULL;
    buffer_free(&bytes);
    if (guise)
        error_set(error, "%s: is %s", path, guise);
    return guise != NULL;
}

static void add_path(FileList *list, Str path)
{
    list->paths = mem_grow(list->paths, &list->capacity, list->count + 1, sizeof *list->paths);
    list->paths[list->count++] = mem_text(path);
}

Str locate_directory(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return str_of(".");
    return (Str){path, slash == path ? 1 : (size_t)(slash - path)};
}

// Keeps of `files` those that begin with Dossier:.
static void keep_mains(FileList *files, Error *error)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->count; i++) {
        if (begins_dossier(files->paths[i], error))
            files->paths[kept++] = files->paths[i];
        else
            free(files->paths[i]);
    }
    files->count = kept;
}

static int compare_directories(const void *a, const void *b)
{
    return str_compare(*(const Str *)a, *(const Str *)b);
}

// How many of the sorted directories are `directory`: 0, 1, or 2 for more.
static size_t count_of(const Str *directories, size_t count, Str directory)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(directories[middle], directory) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t found = 0;
    while (found < 2 && low + found < count && str_equal(directories[low + found], directory))
        found++;
    return found;
}

// True when one of the sorted directories is above this one.
static bool is_below(const Str *directories, size_t count, Str directory)
{
    for (size_t i = str_find(directory, '/', 0); i < directory.len; i = str_find(directory, '/', i + 1))
        if ((i > 0 && count_of(directories, count, str_slice(directory, 0, i))) ||
            (i + 1 < directory.len && count_of(directories, count, str_slice(directory, 0, i + 1))))
            return true;
    return false;
}

// Turns the main files into what is opened: the directory of one that is alone there, else the file; those
// below another dossier belong to it.
static void add_dossiers(const FileList *mains, FileList *out)
{
    Str *directories = mem_new(mains->count, sizeof *directories);
    for (size_t i = 0; i < mains->count; i++)
        directories[i] = locate_directory(mains->paths[i]);
    if (mains->count > 1)
        qsort(directories, mains->count, sizeof *directories, compare_directories);
    for (size_t i = 0; i < mains->count; i++) {
        Str here = locate_directory(mains->paths[i]);
        if (is_below(directories, mains->count, here))
            continue;
        bool alone = count_of(directories, mains->count, here) == 1;
        add_path(out, alone ? here : str_of(mains->paths[i]));
    }
    free(directories);
}

static bool find_file(const char *path, FileList *out, Error *error)
{
    Error trouble = {""};
    if (is_in_guise(path, error))
        return false;
    if (begins_dossier(path, &trouble)) {
        add_path(out, str_of(path));
        return true;
    }
    if (trouble.text[0])
        return error_set(error, "%s; " ADVICE, trouble.text);
    return error_set(error, "%s: is no dossier and belongs to none; " ADVICE, path);
}

// True, with an error, when a .dip file in the directory is no plain text.
static bool has_guise(const char *directory, Error *error)
{
    FileList files = {0};
    bool found = false;
    if (file_list_here(directory, ".dip", &files, NULL))
        for (size_t i = 0; i < files.count && !found; i++)
            found = is_in_guise(files.paths[i], error);
    file_list_free(&files);
    return found;
}

bool dossier_find_all(const char *path, FileList *out, Error *error)
{
    if (!file_is_directory(path))
        return find_file(path, out, error);
    FileList mains = {.confined = out->confined};
    Error trouble = {""};
    bool any = false;
    if (file_list_here(path, ".dip", &mains, &trouble)) {
        keep_mains(&mains, &trouble);
        if (mains.count == 0 && file_list(path, ".dip", &mains, &trouble)) {
            any = mains.count > 0;
            keep_mains(&mains, &trouble);
        }
    }
    add_dossiers(&mains, out);
    file_list_free(&mains);
    file_list_sort(out);
    if (out->count)
        return true;
    if (trouble.text[0])
        return error_set(error, "%s; " ADVICE, trouble.text);
    if (!any)
        return error_set(error, "%s: holds no .dip files; " ADVICE, path);
    if (has_guise(path, error))
        return false;
    return error_set(error, "%s: no .dip file in it begins with Dossier:; " ADVICE, path);
}

static void set_directory(Located *out, Str directory)
{
    free(out->directory);
    out->directory = mem_text(directory);
}

// Takes all files below the directory when one in it begins with Dossier:. Whether another does is seen when
// they are read, so that no file is opened twice.
static bool take_directory(const char *directory, Located *out)
{
    FileList here = {.confined = out->files.confined};
    const char *main = NULL;
    if (!file_list_here(directory, ".dip", &here, NULL))
        return false;
    for (size_t i = 0; i < here.count && !main; i++)
        if (begins_dossier(here.paths[i], NULL))
            main = here.paths[i];
    bool found = main && file_list(directory, ".dip", &out->files, NULL);
    if (found)
        set_directory(out, str_of(directory));
    for (uint32_t i = 0; found && i < out->files.count; i++)
        if (strcmp(out->files.paths[i], main) == 0)
            out->main = i;
    file_list_free(&here);
    return found;
}

bool locate_around(const char *path, Located *out)
{
    char *directory = mem_text(locate_directory(path));
    FileList mains = {.confined = out->files.confined};
    bool found = file_list_here(directory, ".dip", &mains, NULL);
    keep_mains(&mains, NULL);
    found = found && mains.count == 1 && take_directory(directory, out);
    file_list_free(&mains);
    free(directory);
    return found;
}

// The dossier that the file is part of: that of the nearest directory above it, below any that everybody may
// write to: what somebody leaves in /tmp is nobody else's dossier.
static bool take_above(const char *path, Located *out)
{
    char *full = realpath(path, NULL);
    bool found = false;
    while (full && !found && strcmp(full, "/") != 0) {
        full[locate_directory(full).len] = '\0';
        if (file_is_open_to_all(full))
            break;
        found = take_directory(full, out);
    }
    free(full);
    return found;
}

bool locate_beside(const char *path, const char *other)
{
    return str_equal(locate_directory(path), locate_directory(other));
}

bool locate_refuse(const char *path, const FileList *found, Error *error)
{
    Buffer text = {0};
    for (size_t i = 0; i < found->count && i < 8; i++)
        buffer_addf(&text, "%s%s", i ? ", " : "", found->paths[i]);
    if (found->count > 8)
        buffer_addf(&text, " and %zu more", found->count - 8);
    char *paths = buffer_steal(&text);
    error_set(error, "%s: holds several dossiers; give one of them: %s", path, paths);
    free(paths);
    return false;
}

bool dossier_locate_bytes(Buffer *bytes, const char *name, Located *out, Error *error)
{
    Lines lines = lines_of(buffer_str(bytes), 1);
    Line line;
    RecordType type;
    const char *guise = guise_of(buffer_str(bytes));
    bool found = lines_next_block(&lines, &line) && record_type(line.text, &type) && type == RECORD_DOSSIER;
    out->path = mem_text(str_of(name));
    if (guise)
        return error_set(error, "%s: is %s", name, guise);
    if (!found)
        return error_set(error, "%s: is no dossier; it has to begin with Dossier:", name);
    out->memory = *bytes;
    *bytes = (Buffer){0};
    return true;
}

bool locate_dossier(const char *path, Located *out, Error *error)
{
    if (file_is_directory(path) && take_directory(path, out))
        return true;
    FileList found = {.confined = out->files.confined};
    bool located = dossier_find_all(path, &found, error);
    if (located && found.count > 1) {
        located = locate_refuse(path, &found, error);
    } else if (located && file_is_directory(found.paths[0])) {
        located = take_directory(found.paths[0], out) || error_set(error, "%s: has gone; " ADVICE, path);
    } else if (located) {
        add_path(&out->files, str_of(found.paths[0]));
        set_directory(out, locate_directory(found.paths[0]));
    } else if (!file_is_directory(path) && !is_in_guise(path, NULL)) {
        located = take_above(path, out);
    }
    file_list_free(&found);
    return located;
}
