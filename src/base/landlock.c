// SPDX-License-Identifier: MIT
// Linux: the files that are kept, by Landlock.
#include "base/sandbox.h"

#ifdef SANDBOX_LANDLOCK

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// What came with later versions than the headers may be of.
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (1ULL << 15)
#endif
#ifndef LANDLOCK_ACCESS_NET_BIND_TCP
#define LANDLOCK_ACCESS_NET_BIND_TCP (1ULL << 0)
#define LANDLOCK_ACCESS_NET_CONNECT_TCP (1ULL << 1)
#endif
#ifndef LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET
#define LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0)
#define LANDLOCK_SCOPE_SIGNAL (1ULL << 1)
#endif

// What there is to give up, as the kernel reads it: older ones know a beginning of it.
typedef struct Handled {
    uint64_t files, net, scoped;
} Handled;

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITING                                                                                     \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR)
// What is granted of a file that is no directory.
#define OF_FILES (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE)

int landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? (int)version : 0;
}

// All that this version of Landlock can take away.
static Handled handled_by(int version)
{
    Handled handled = {.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    if (version >= 2)
        handled.files |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        handled.files |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (version >= 4)
        handled.net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    if (version >= 5)
        handled.files |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (version >= 6)
        handled.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    return handled;
}

static size_t size_known(int version)
{
    return version >= 6 ? sizeof(Handled) : version >= 4 ? offsetof(Handled, scoped) : offsetof(Handled, net);
}

static void add_rule(int ruleset, const SandboxPath *path, uint64_t handled)
{
    struct stat info;
    struct landlock_path_beneath_attr rule = {.allowed_access = READING | (path->writable ? WRITING : 0)};
    rule.parent_fd = open(path->path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return;
    if (fstat(rule.parent_fd, &info) == 0 && !S_ISDIR(info.st_mode))
        rule.allowed_access &= OF_FILES;
    rule.allowed_access &= handled;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
}

void landlock_enter(const Sandbox *sandbox)
{
    int version = landlock_version();
    if (version < 1)
        return;
    Handled handled = handled_by(version);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled, size_known(version), 0);
    if (ruleset < 0)
        return;
    for (size_t i = 0; i < sandbox->count; i++)
        add_rule(ruleset, &sandbox->paths[i], handled.files);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
}

#endif
