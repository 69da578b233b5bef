// SPDX-License-Identifier: MIT
// Input that is read at any place, whatever it comes through.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/buffer.h"
#include "diptych/file.h"
#include "diptych/memory.h"

#define PIECE ((size_t)1 << 16)

int file_nameless(Error *error)
{
    const char *directory = getenv("TMPDIR");
    Buffer name = {0};
    buffer_addf(&name, "%s/diptych.XXXXXX", directory && *directory ? directory : "/tmp");
    char *path = buffer_steal(&name);
    const int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    else
        error_set(error, "%s: cannot be made: %s", path, strerror(errno));
    free(path);
    return fd;
}

static bool put(int fd, const char *bytes, size_t count)
{
    while (count) {
        const ssize_t done = write(fd, bytes, count);
        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0) {
            bytes += done;
            count -= (size_t)done;
        }
    }
    return true;
}

// Copies all that comes; -1 and `*error` when it cannot.
static int copy(int from, const char *name, Error *error)
{
    const int fd = file_nameless(error);
    char *piece = mem_new(PIECE, 1);
    ssize_t got = 1;
    while (fd >= 0 && got > 0) {
        do
            got = read(from, piece, PIECE);
        while (got < 0 && errno == EINTR);
        if (got < 0)
            error_set(error, "%s: cannot be read: %s", name, strerror(errno));
        else if (got > 0 && !put(fd, piece, (size_t)got)) {
            error_set(error, "%s: what came cannot be kept: %s", name, strerror(errno));
            got = -1;
        }
    }
    free(piece);
    if (fd >= 0 && got < 0)
        close(fd);
    return got < 0 ? -1 : fd;
}

static int open_standard(size_t *size, Error *error)
{
    struct stat info;
    int fd = fstat(STDIN_FILENO, &info) == 0 && S_ISREG(info.st_mode)
                 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                 : copy(STDIN_FILENO, "standard input", error);
    if (fd >= 0 && fstat(fd, &info) == 0)
        *size = (size_t)info.st_size;
    return fd;
}

int file_open_whole(const char *path, size_t *size, Error *error)
{
    if (strcmp(path, "-") == 0)
        return open_standard(size, error);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat info;
    if (fd < 0 || fstat(fd, &info) != 0) {
        error_set(error, "%s: cannot be opened: %s", path, strerror(errno));
    } else if (S_ISREG(info.st_mode)) {
        *size = (size_t)info.st_size;
        return fd;
    } else if (S_ISFIFO(info.st_mode)) { // as a shell's <(COMMAND) is one
        fcntl(fd, F_SETFL, 0);
        const int copied = copy(fd, path, error);
        close(fd);
        if (copied >= 0 && fstat(copied, &info) == 0)
            *size = (size_t)info.st_size;
        return copied;
    } else {
        error_set(error, "%s: is not a regular file", path);
    }
    if (fd >= 0)
        close(fd);
    return -1;
}
