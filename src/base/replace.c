// SPDX-License-Identifier: MIT
// Files replaced whole or not at all.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"

// What the name of a neighbour ends in, behind the name of the file.
#define NEIGHBOUR ".tmp."
#define NEIGHBOUR_LETTERS 6

// As many links in a row as systems follow.
#define LINKS_MAX 40

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

static char *directory_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? mem_text((Str){path, slash == path ? 1 : (size_t)(slash - path)}) : mem_text(str_of("."));
}

// What the link at `path` says, as a path from here; null: it is no link.
static char *read_link(const char *path)
{
    char target[PATH_MAX];
    ssize_t len = readlink(path, target, sizeof target);
    if (len <= 0 || (size_t)len == sizeof target)
        return NULL;
    Buffer out = {0};
    if (target[0] != '/') {
        char *directory = directory_of(path);
        buffer_addf(&out, "%s/", directory);
        free(directory);
    }
    buffer_add(&out, (Str){target, (size_t)len});
    return buffer_steal(&out);
}

char *file_follow(const char *path)
{
    char *at = mem_text(str_of(path));
    for (int i = 0; i < LINKS_MAX; i++) {
        char *next = read_link(at);
        if (!next)
            break;
        free(at);
        at = next;
    }
    return at;
}

// Gives the new file the mode and the owner of the one that it replaces, as far as that is allowed. False: it
// must not be replaced.
static bool take_over(int fd, const char *path, mode_t fresh)
{
    struct stat old, own;
    if (lstat(path, &old) != 0)
        return errno == ENOENT && fchmod(fd, fresh) == 0;
    if (!S_ISREG(old.st_mode)) {
        errno = S_ISDIR(old.st_mode) ? EISDIR : S_ISLNK(old.st_mode) ? ELOOP : EINVAL;
        return false;
    }
    mode_t mode = old.st_mode & 0777;
    if (fstat(fd, &own) != 0)
        return false;
    bool same = own.st_uid == old.st_uid && own.st_gid == old.st_gid;
    if (!same && fchown(fd, old.st_uid, old.st_gid) != 0)
        mode &= ~(mode_t)070; // what the group was allowed, another group is not
    return fchmod(fd, mode) == 0;
}

// Has the name in its directory survive a loss of power. Systems that cannot sync a directory need not.
static bool sync_directory(const char *path)
{
    char *directory = directory_of(path);
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(directory);
    if (fd < 0)
        return true; // one may write in a directory that one may not read
    bool done = fsync(fd) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP;
    int reason = errno;
    close(fd);
    errno = reason;
    return done;
}

struct FileDraft {
    char *path;      // as it was given
    char *real;      // what it leads to
    char *neighbour; // what is written meanwhile
    int fd;
    bool replace;
};

static void draft_free(FileDraft *draft)
{
    free(draft->path);
    free(draft->real);
    free(draft->neighbour);
    free(draft);
}

// Nothing is left; errno says why.
static bool abandon(FileDraft *draft, Error *error)
{
    const int reason = errno;
    if (draft->fd >= 0)
        close(draft->fd);
    draft->fd = -1;
    unlink(draft->neighbour);
    return error_set(error, "%s: cannot be written: %s", draft->path, strerror(reason));
}

static FileDraft *draft_begin(const char *path, bool replace, mode_t fresh, Error *error)
{
    FileDraft *draft = mem_new(1, sizeof *draft);
    draft->path = mem_text(str_of(path));
    draft->real = file_follow(path);
    draft->replace = replace;
    Buffer name = {0};
    buffer_addf(&name, "%s" NEIGHBOUR "XXXXXX", draft->real);
    draft->neighbour = buffer_steal(&name);
    draft->fd = mkostemp(draft->neighbour, O_CLOEXEC);
    if (draft->fd >= 0 && take_over(draft->fd, draft->real, fresh))
        return draft;
    if (draft->fd >= 0)
        abandon(draft, error);
    else
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
    draft_free(draft);
    return NULL;
}

// Gives the finished file its name: in place of another, or only where there is none.
static bool name_it(const FileDraft *draft)
{
    if (draft->replace)
        return rename(draft->neighbour, draft->real) == 0;
    if (link(draft->neighbour, draft->real) == 0)
        return unlink(draft->neighbour) == 0;
    struct stat info;
    const bool no_links = errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK;
    if (!no_links || lstat(draft->real, &info) == 0) {
        errno = no_links ? EEXIST : errno;
        return false;
    }
    return rename(draft->neighbour, draft->real) == 0;
}

static bool draft_keep(FileDraft *draft, Error *error)
{
    bool done = fsync(draft->fd) == 0;
    int reason = errno;
    bool closed = close(draft->fd) == 0;
    draft->fd = -1;
    if (done && !closed)
        reason = errno;
    errno = reason;
    if (!done || !closed || !name_it(draft))
        return abandon(draft, error);
    return sync_directory(draft->real) ||
           error_set(error, "%s: cannot be written: %s", draft->path, strerror(errno));
}

static mode_t shared_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

FileDraft *file_draft(const char *path, bool replace, Error *error)
{
    struct stat info;
    if (!replace && lstat(path, &info) == 0) {
        error_set(error, "%s: is there already", path);
        return NULL;
    }
    return draft_begin(path, replace, shared_mode(), error);
}

bool file_draft_add(FileDraft *draft, Str bytes, Error *error)
{
    return write_all(draft->fd, bytes) ||
           error_set(error, "%s: cannot be written: %s", draft->path, strerror(errno));
}

bool file_draft_keep(FileDraft *draft, Error *error)
{
    const bool done = draft_keep(draft, error);
    draft_free(draft);
    return done;
}

void file_draft_drop(FileDraft *draft)
{
    if (!draft)
        return;
    abandon(draft, NULL);
    draft_free(draft);
}

static bool write_file(const char *path, Str bytes, mode_t fresh, Error *error)
{
    FileDraft *draft = draft_begin(path, true, fresh, error);
    if (!draft)
        return false;
    const bool done = write_all(draft->fd, bytes) ? draft_keep(draft, error) : abandon(draft, error);
    draft_free(draft);
    return done;
}

bool file_write(const char *path, Str bytes, Error *error)
{
    return write_file(path, bytes, 0600, error);
}

bool file_write_shared(const char *path, Str bytes, Error *error)
{
    return write_file(path, bytes, shared_mode(), error);
}

// True when `name` is what a neighbour of `base` is called.
static bool is_neighbour(const char *name, const char *base)
{
    size_t len = strlen(base), dot = strlen(NEIGHBOUR);
    return strncmp(name, base, len) == 0 && strncmp(name + len, NEIGHBOUR, dot) == 0 &&
           strlen(name + len + dot) == NEIGHBOUR_LETTERS;
}

void file_sweep(const char *path)
{
    char *real = file_follow(path), *directory = directory_of(real);
    const char *slash = strrchr(real, '/'), *base = slash ? slash + 1 : real;
    DIR *open = opendir(directory);
    const struct dirent *entry;
    while (open && (entry = readdir(open)))
        if (is_neighbour(entry->d_name, base))
            unlinkat(dirfd(open), entry->d_name, 0);
    if (open)
        closedir(open);
    free(directory);
    free(real);
}
