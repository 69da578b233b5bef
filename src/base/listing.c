// SPDX-License-Identifier: MIT
// The files of a directory.
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "diptych/file.h"
#include "diptych/memory.h"

static bool ends_with(const char *name, const char *suffix)
{
    size_t len = strlen(name), tail = strlen(suffix);
    return len > tail && strcmp(name + len - tail, suffix) == 0;
}

static char *join(const char *directory, const char *name)
{
    Buffer path = {0};
    size_t len = strlen(directory);
    buffer_addf(&path, "%s%s%s", directory, len && directory[len - 1] == '/' ? "" : "/", name);
    return buffer_steal(&path);
}

// Directories deeper than this are left out: nobody's dossier is, and a loop of mounts may be.
#define DEPTH_LIMIT 32

static void add_entries(DIR *open, const char *directory, const char *suffix, int depth, FileList *out);

static void add_path(const char *path, FileList *out)
{
    out->paths = mem_grow(out->paths, &out->capacity, out->count + 1, sizeof *out->paths);
    out->paths[out->count++] = mem_text(str_of(path));
}

static void add_entry(const char *path, const char *suffix, int depth, FileList *out)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode) && depth < DEPTH_LIMIT) {
        DIR *open = opendir(path);
        if (open)
            add_entries(open, path, suffix, depth + 1, out);
        return;
    }
    if (S_ISLNK(info.st_mode) && stat(path, &info) != 0)
        return;
    if (!S_ISREG(info.st_mode) || !ends_with(path, suffix))
        return;
    add_path(path, out);
}

// Closes `open`.
static void add_entries(DIR *open, const char *directory, const char *suffix, int depth, FileList *out)
{
    const struct dirent *entry;
    while ((entry = readdir(open))) {
        if (entry->d_name[0] == '.')
            continue;
        char *path = join(directory, entry->d_name);
        if (entry->d_type != DT_REG)
            add_entry(path, suffix, depth, out);
        else if (ends_with(path, suffix))
            add_path(path, out);
        free(path);
    }
    closedir(open);
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool list(const char *directory, const char *suffix, int depth, FileList *out, Error *error)
{
    DIR *open = opendir(directory);
    if (!open)
        return error_set(error, "%s: cannot be listed: %s", directory, strerror(errno));
    add_entries(open, directory, suffix, depth, out);
    if (out->count > 1)
        qsort(out->paths, out->count, sizeof *out->paths, compare_paths);
    return true;
}

bool file_list(const char *directory, const char *suffix, FileList *out, Error *error)
{
    return list(directory, suffix, 0, out, error);
}

bool file_list_here(const char *directory, const char *suffix, FileList *out, Error *error)
{
    return list(directory, suffix, DEPTH_LIMIT, out, error);
}

void file_list_free(FileList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    free(list->paths);
    *list = (FileList){0};
}
