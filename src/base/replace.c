// SPDX-License-Identifier: MIT
// Files replaced whole or not at all.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"

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
