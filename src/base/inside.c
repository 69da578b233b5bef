// SPDX-License-Identifier: MIT
// Files of a directory that no link leads out of.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#include "diptych/file.h"
#include "diptych/memory.h"

#define FLAGS (O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)

// Where the kernel knows how to stay beneath a directory. False: it does not.
static bool open_beneath(const char *root, const char *relative, int *fd)
{
#ifdef SYS_openat2
    struct open_how how = {.flags = FLAGS, .resolve = RESOLVE_BENEATH};
    int directory = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return false;
    *fd = (int)syscall(SYS_openat2, directory, relative, &how, sizeof how);
    int reason = errno;
    close(directory);
    errno = reason;
    return *fd >= 0 || (reason != ENOSYS && reason != EPERM);
#else
    (void)root;
    (void)relative;
    (void)fd;
    return false;
#endif
}

// The path without its first `len` bytes, a directory, and the slash behind them.
static const char *below(const char *path, size_t len)
{
    path += len;
    while (*path == '/')
        path++;
    return path;
}

static bool is_below(const char *path, const char *root)
{
    size_t len = strlen(root);
    return strncmp(path, root, len) == 0 && (path[len] == '/' || (len && root[len - 1] == '/'));
}

// By the path that all links lead to, which is opened as one that holds no link any more.
static int open_resolved(const char *root, const char *path)
{
    char *real = realpath(path, NULL), *real_root = realpath(root, NULL);
    int fd = -1;
    if (real && real_root && !is_below(real, real_root))
        errno = EXDEV;
    else if (real && real_root && !open_beneath(real_root, below(real, strlen(real_root)), &fd))
        fd = open(real, FLAGS | O_NOFOLLOW);
    int reason = errno;
    free(real);
    free(real_root);
    errno = reason;
    return fd;
}

int file_open_inside(const char *root, const char *path)
{
    bool here = strcmp(root, ".") == 0 && path[0] != '/'; // bare names are not preceded by it
    size_t len = here ? 0 : strlen(root);
    int fd = -1;
    if (strncmp(path, root, len) != 0) {
        errno = EXDEV;
        return -1;
    }
    // A link with a whole path is no way beneath, wherever it leads.
    bool beneath = open_beneath(root, below(path, len), &fd);
    return beneath && (fd >= 0 || errno != EXDEV) ? fd : open_resolved(root, path);
}
