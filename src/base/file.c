// SPDX-License-Identifier: MIT
#include "diptych/file.h"

#include <errno.h>
#include <fcntl.h>
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

bool file_read_part(const char *root, const char *path, size_t from, size_t limit, Buffer *out, size_t *size,
                    Error *error)
{
    int fd = root ? file_open_inside(root, path) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return error_set(error, "%s: cannot be opened: %s", path,
                         errno == EXDEV ? "a link leads out of the dossier" : strerror(errno));
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
    return file_read_part(NULL, path, 0, limit, out, size, error);
}

bool file_is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_is_open_to_all(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && (info.st_mode & S_IWOTH) != 0;
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
