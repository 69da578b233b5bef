// SPDX-License-Identifier: MIT
// A library to be loaded before others (LD_PRELOAD) that has system calls fail: of those on files below the
// directory FAULT_BELOW, and on descriptors of such files, the one of number FAULT_AT does what FAULT_HOW
// says:
//     kill     the process is killed before it
//     after    the process is killed behind it
//     short    a write takes half; other calls go well
//     NUMBER   it fails with that errno
// That it has come to it is written to stderr, "fault: NAME".
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define DESCRIPTORS 1024

// What the library is about; there is one process.
static struct {
    int count;
    bool ours[DESCRIPTORS];
} faults;

typedef enum Fault { FAULT_NONE, FAULT_ERRNO, FAULT_SHORT, FAULT_AFTER } Fault;

static bool is_below(const char *path)
{
    const char *below = getenv("FAULT_BELOW");
    return path && below && strncmp(path, below, strlen(below)) == 0;
}

static bool is_ours(int fd)
{
    return fd >= 0 && fd < DESCRIPTORS && faults.ours[fd];
}

static int keep(int fd, bool ours)
{
    if (fd >= 0 && fd < DESCRIPTORS)
        faults.ours[fd] = ours;
    return fd;
}

// Whether this call is the one, and what is to be done then.
static Fault fault_of(const char *name, bool ours)
{
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    if (!ours || !at || !how || ++faults.count != atoi(at))
        return FAULT_NONE;
    char line[64];
    int len = snprintf(line, sizeof line, "fault: %s\n", name);
    fwrite(line, 1, (size_t)len, stderr);
    if (strcmp(how, "kill") == 0)
        raise(SIGKILL);
    if (strcmp(how, "after") == 0)
        return FAULT_AFTER;
    if (strcmp(how, "short") == 0)
        return FAULT_SHORT;
    errno = atoi(how);
    return FAULT_ERRNO;
}

// The C library's own.
typedef void Function(void);
static Function *next(const char *name)
{
    void *object = dlsym(RTLD_NEXT, name);
    Function *function;
    memcpy(&function, &object, sizeof function); // POSIX has them of one size
    return function;
}

// A function of the C library, behind which the process may be killed.
#define WRAP(type, name, parameters, arguments, ours, failed)     \
    type name parameters;                                         \
    type name parameters                                          \
    {                                                             \
        Fault fault = fault_of(#name, ours);                      \
        if (fault == FAULT_ERRNO)                                 \
            return failed;                                        \
        type(*call) parameters = (type(*) parameters)next(#name); \
        type result = call arguments;                             \
        if (fault == FAULT_AFTER)                                 \
            raise(SIGKILL);                                       \
        return result;                                            \
    }

WRAP(int, rename, (const char *from, const char *to), (from, to), is_below(to), -1)
WRAP(int, unlink, (const char *path), (path), is_below(path), -1)
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode), is_below(path), -1)
WRAP(int, lstat, (const char *restrict path, struct stat *restrict info), (path, info), is_below(path), -1)
WRAP(int, access, (const char *path, int mode), (path, mode), is_below(path), -1)
WRAP(ssize_t, readlink, (const char *restrict path, char *restrict out, size_t size), (path, out, size),
     is_below(path), -1)
WRAP(DIR *, opendir, (const char *path), (path), is_below(path), NULL)
WRAP(int, fsync, (int fd), (fd), is_ours(fd), -1)
WRAP(int, fstat, (int fd, struct stat *info), (fd, info), is_ours(fd), -1)
WRAP(int, fchmod, (int fd, mode_t mode), (fd, mode), is_ours(fd), -1)
WRAP(int, flock, (int fd, int operation), (fd, operation), is_ours(fd), -1)
WRAP(ssize_t, pread, (int fd, void *bytes, size_t size, off_t at), (fd, bytes, size, at), is_ours(fd), -1)

ssize_t write(int fd, const void *bytes, size_t size)
{
    Fault fault = fault_of("write", is_ours(fd));
    if (fault == FAULT_ERRNO)
        return -1;
    ssize_t (*call)(int, const void *, size_t) = (ssize_t(*)(int, const void *, size_t))next("write");
    ssize_t result = call(fd, bytes, fault == FAULT_NONE ? size : (size + 1) / 2);
    if (fault == FAULT_AFTER)
        raise(SIGKILL);
    return result;
}

// Closed it is in any case.
int close(int fd)
{
    int (*call)(int) = (int (*)(int))next("close");
    Fault fault = fault_of("close", is_ours(fd));
    int reason = errno;
    keep(fd, false);
    int result = call(fd);
    if (fault == FAULT_AFTER)
        raise(SIGKILL);
    if (fault == FAULT_ERRNO)
        errno = reason;
    return fault == FAULT_ERRNO ? -1 : result;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    Fault fault = fault_of("open", is_below(path));
    if (fault == FAULT_ERRNO)
        return -1;
    int (*call)(const char *, int, ...) = (int (*)(const char *, int, ...))next("open");
    int fd = keep(call(path, flags, mode), is_below(path));
    if (fault == FAULT_AFTER)
        raise(SIGKILL);
    return fd;
}

int mkostemp(char *path, int flags)
{
    Fault fault = fault_of("mkostemp", is_below(path));
    if (fault == FAULT_ERRNO)
        return -1;
    int (*call)(char *, int) = (int (*)(char *, int))next("mkostemp");
    int fd = keep(call(path, flags), is_below(path));
    if (fault == FAULT_AFTER)
        raise(SIGKILL);
    return fd;
}
