// SPDX-License-Identifier: MIT
// The parts of the sandbox, each for a kind of system.
#ifndef DIPTYCH_BASE_SANDBOX_H
#define DIPTYCH_BASE_SANDBOX_H

#include "config.h"
#include "diptych/sandbox.h"

// What is kept.
typedef struct SandboxPath {
    char *path; // owned
    bool writable;
} SandboxPath;

// Linux: files.
#if defined ENABLE_SANDBOX && defined HAVE_LINUX_LANDLOCK_H
#define SANDBOX_LANDLOCK 1
#endif

// Linux: system calls. The filter is written for these kinds of machines; on others system calls stay as they
// are.
#if defined ENABLE_SANDBOX && defined HAVE_LINUX_SECCOMP_H && \
    ((defined __x86_64__ && !defined __ILP32__) || (defined __aarch64__ && defined __AARCH64EL__))
#define SANDBOX_SECCOMP 1
#endif

// OpenBSD: both.
#if defined ENABLE_SANDBOX && defined HAVE_PLEDGE && defined HAVE_UNVEIL
#define SANDBOX_PLEDGE 1
#endif

#ifdef SANDBOX_LANDLOCK
// The version of Landlock that the kernel has; 0: none.
int landlock_version(void);
// Gives up all files but these.
void landlock_enter(const Sandbox *sandbox);
#endif

#ifdef SANDBOX_SECCOMP
// Whether the kernel takes filters.
bool seccomp_is_there(void);
// Gives up all calls but those that a reader uses.
void seccomp_enter(void);
// sandbox_refused().
const char *seccomp_refused(void);
#endif

#endif
