// SPDX-License-Identifier: MIT
// One process at a time.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "diptych/clock.h"
#include "diptych/file.h"
#include "diptych/memory.h"

// How long a lock is waited for, and how long between two tries, in milliseconds.
#define PATIENCE 500
#define BETWEEN 10

// The directory itself is locked, so that no file has to be made for it.
int file_lock(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *directory =
        slash ? mem_text((Str){path, slash == path ? 1 : (size_t)(slash - path)}) : mem_text(str_of("."));
    int lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int64_t end = clock_milliseconds() + PATIENCE;
    free(directory);
    while (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || clock_milliseconds() > end) {
            close(lock);
            lock = -1;
            break;
        }
        nanosleep(&(struct timespec){.tv_nsec = BETWEEN * 1000000L}, NULL);
    }
    return lock;
}

void file_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}
