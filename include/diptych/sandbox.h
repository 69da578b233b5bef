// SPDX-License-Identifier: MIT
// What a process gives up before it reads what strangers wrote: files that it has no business with, and
// system calls that no reader needs. It holds for the process until it ends and for all it could ever start.
#ifndef DIPTYCH_SANDBOX_H
#define DIPTYCH_SANDBOX_H

#include "diptych/buffer.h"

// What is kept of the file system. A zeroed one is empty; sandbox_keep_files() frees it.
typedef struct Sandbox {
    struct SandboxPath *paths; // owned
    size_t count, capacity;
} Sandbox;

// Keeps the file, or the directory and all that is and will be below it, for reading. What is not there is
// not kept.
void sandbox_read(Sandbox *sandbox, const char *path);
// Keeps the directory with all below it for reading, and for making, replacing and removing files.
void sandbox_write(Sandbox *sandbox, const char *path);

// Gives up system calls: whatever starts a program or a process, opens a socket, or touches another process
// fails with EPERM from here on and is noted (sandbox_refused()); so, unnoted, does all else that a reader
// does not use. Where the system knows no such thing, nothing happens.
void sandbox_keep_calls(void);
// Gives up all files but those in `sandbox`, which is freed. Files that are open stay so. Where the system
// knows no such thing, nothing happens.
void sandbox_keep_files(Sandbox *sandbox);

// The first system call that has been refused and noted, as "execve"; null when there was none.
const char *sandbox_refused(void);

// Adds a line: what of this is built in, and what the running system has of it.
void sandbox_describe(Buffer *out);

#endif
