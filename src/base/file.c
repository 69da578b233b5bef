// SPDX-License-Identifier: MIT
#include "diptych/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/memory.h"

static bool read_all(int fd, const char *path, size_t from, size_t want, Buffer *out, Error *error)
{
    size_t start = out->len;
    out->bytes = mem_grow(out->bytes, &out->capacity, start + want + 1, 1);
    while (out->len - start < want) {
        size_t done = out->len - start;
        ssize_t got = pread(fd, out->bytes + out->len, want - done, (off_t)(from + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(error, "%s: cannot be read: %s", path, strerror(errno));
        if (got == 0)
            break;
        out->len += (size_t)got;
    }
    return true;
}

bool file_read_part(const char *path, size_t from, size_t limit, Buffer *out, size_t *size, Error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return error_set(error, "%s: cannot be opened: %s", path, strerror(errno));
    struct stat info;
    bool done = false;
    if (fstat(fd, &info) != 0) {
        error_set(error, "%s: cannot be read: %s", path, strerror(errno));
    } else if (!S_ISREG(info.st_mode)) {
        error_set(error, "%s: is not a regular file", path);
    } else {
        size_t all = (size_t)info.st_size, left = from < all ? all - from : 0;
        done = read_all(fd, path, from, left < limit ? left : limit, out, error);
        if (done && size)
            *size = all;
    }
    close(fd);
    return done;
}

bool file_read(const char *path, size_t limit, Buffer *out, size_t *size, Error *error)
{
    return file_read_part(path, 0, limit, out, size, error);
}

static bool write_all(int fd, Str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.at, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes = str_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
}

bool file_write(const char *path, Str bytes, Error *error)
{
    Buffer name = {0};
    buffer_addf(&name, "%s.XXXXXX", path);
    char *neighbour = buffer_steal(&name);
    int fd = mkostemp(neighbour, O_CLOEXEC);
    bool done = fd >= 0;
    if (done) {
        done = write_all(fd, bytes) && fsync(fd) == 0;
        done = close(fd) == 0 && done;
        done = done && rename(neighbour, path) == 0;
        if (!done) {
            int reason = errno;
            unlink(neighbour);
            errno = reason;
        }
    }
    free(neighbour);
    return done || error_set(error, "%s: cannot be written: %s", path, strerror(errno));
}

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

bool file_is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_make_directory(const char *path, Error *error)
{
    char *copy = mem_text(str_of(path));
    bool done = true;
    for (char *at = copy + 1; done; at++) {
        if (*at != '/' && *at != '\0')
            continue;
        char end = *at;
        *at = '\0';
        done = mkdir(copy, 0700) == 0 || errno == EEXIST || (errno == EROFS && file_is_directory(copy));
        *at = end;
        if (end == '\0')
            break;
    }
    if (done && !file_is_directory(path)) {
        done = false;
        errno = ENOTDIR;
    }
    free(copy);
    return done || error_set(error, "%s: the directory cannot be made: %s", path, strerror(errno));
}
