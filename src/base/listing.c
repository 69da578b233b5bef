// SPDX-License-Identifier: MIT
// The files of a directory.
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
// In place of a depth: nothing below the directory.
#define HERE_ALONE (-1)

static void add_entries(DIR *open, const char *directory, const char *suffix, int depth, FileList *out);

static void add_path(const char *path, FileList *out)
{
    out->paths = mem_grow(out->paths, &out->capacity, out->count + 1, sizeof *out->paths);
    out->paths[out->count++] = mem_text(str_of(path));
}

static void add_link(const char *path, FileList *out)
{
    out->links = mem_grow(out->links, &out->link_capacity, out->link_count + 1, sizeof *out->links);
    out->links[out->link_count++] = mem_text(str_of(path));
}

static void leave_out(const char *path, const char *why, FileList *out)
{
    out->left = mem_grow(out->left, &out->left_capacity, out->left_count + 1, sizeof *out->left);
    out->left[out->left_count++] = (FileLeftOut){mem_text(str_of(path)), mem_text(str_of(why))};
}

static bool leads_out(const char *path, const FileList *out)
{
    int fd = out->confined ? file_open_inside(out->root, path) : -1;
    bool outside = out->confined && fd < 0 && errno == EXDEV;
    if (fd >= 0)
        close(fd);
    return outside;
}

// With a depth of HERE_ALONE directories are none of the caller's business.
static void add_directory(const char *path, const char *suffix, int depth, FileList *out)
{
    if (depth == HERE_ALONE)
        return;
    DIR *open = depth < DEPTH_LIMIT ? opendir(path) : NULL;
    if (open)
        add_entries(open, path, suffix, depth + 1, out);
    else
        leave_out(path, depth < DEPTH_LIMIT ? strerror(errno) : "it is too deep a directory", out);
}

static void add_entry(const char *path, const char *suffix, int depth, FileList *out)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode)) {
        add_directory(path, suffix, depth, out);
        return;
    }
    if (!ends_with(path, suffix))
        return;
    bool link = S_ISLNK(info.st_mode);
    if (link && leads_out(path, out))
        leave_out(path, "it is a link that leads out of the dossier", out);
    else if (link && stat(path, &info) != 0)
        leave_out(path, "it is a link that leads nowhere", out);
    else if (!S_ISREG(info.st_mode))
        leave_out(path, "it is no regular file", out);
    else
        add_path(path, out);
    if (link && S_ISREG(info.st_mode))
        add_link(path, out);
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

static int compare_left(const void *a, const void *b)
{
    return strcmp(((const FileLeftOut *)a)->path, ((const FileLeftOut *)b)->path);
}

void file_list_sort(FileList *list)
{
    if (list->count > 1)
        qsort(list->paths, list->count, sizeof *list->paths, compare_paths);
}

static bool list(const char *directory, const char *suffix, int depth, FileList *out, Error *error)
{
    DIR *open = opendir(directory);
    if (!open)
        return error_set(error, "%s: cannot be listed: %s", directory, strerror(errno));
    if (out->confined) {
        free(out->root);
        out->root = mem_text(str_of(directory));
    }
    add_entries(open, directory, suffix, depth, out);
    file_list_sort(out);
    if (out->left_count > 1)
        qsort(out->left, out->left_count, sizeof *out->left, compare_left);
    return true;
}

bool file_list(const char *directory, const char *suffix, FileList *out, Error *error)
{
    return list(directory, suffix, 0, out, error);
}

bool file_list_here(const char *directory, const char *suffix, FileList *out, Error *error)
{
    return list(directory, suffix, HERE_ALONE, out, error);
}

void file_list_free(FileList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->paths[i]);
    for (size_t i = 0; i < list->link_count; i++)
        free(list->links[i]);
    for (size_t i = 0; i < list->left_count; i++) {
        free(list->left[i].path);
        free(list->left[i].why);
    }
    free(list->paths);
    free(list->links);
    free(list->left);
    free(list->root);
    *list = (FileList){0};
}
