// SPDX-License-Identifier: MIT
#include "base/sandbox.h"

#include <stdlib.h>
#include <unistd.h>

#include "diptych/memory.h"

static void keep(Sandbox *sandbox, const char *path, bool writable)
{
    sandbox->paths = mem_grow(sandbox->paths, &sandbox->capacity, sandbox->count + 1, sizeof *sandbox->paths);
    sandbox->paths[sandbox->count++] = (SandboxPath){mem_text(str_of(path)), writable};
}

void sandbox_read(Sandbox *sandbox, const char *path)
{
    keep(sandbox, path, false);
}

void sandbox_write(Sandbox *sandbox, const char *path)
{
    keep(sandbox, path, true);
}

static void drop(Sandbox *sandbox)
{
    for (size_t i = 0; i < sandbox->count; i++)
        free(sandbox->paths[i].path);
    free(sandbox->paths);
    *sandbox = (Sandbox){0};
}

#ifdef SANDBOX_PLEDGE

// OpenBSD. What is promised ends the process when it is broken, so nothing is ever noted.
void sandbox_keep_calls(void)
{
    pledge("stdio rpath wpath cpath fattr flock tty unveil", NULL);
}

void sandbox_keep_files(Sandbox *sandbox)
{
    for (size_t i = 0; i < sandbox->count; i++)
        unveil(sandbox->paths[i].path, sandbox->paths[i].writable ? "rwc" : "r");
    drop(sandbox);
    pledge("stdio rpath wpath cpath fattr flock tty", NULL);
}

const char *sandbox_refused(void)
{
    return NULL;
}

void sandbox_describe(Buffer *out)
{
    buffer_add_text(out, "sandbox: pledge and unveil\n");
}

#else

void sandbox_keep_calls(void)
{
#ifdef SANDBOX_SECCOMP
    seccomp_enter();
#endif
}

void sandbox_keep_files(Sandbox *sandbox)
{
#ifdef SANDBOX_LANDLOCK
    landlock_enter(sandbox);
#endif
    drop(sandbox);
}

const char *sandbox_refused(void)
{
#ifdef SANDBOX_SECCOMP
    return seccomp_refused();
#else
    return NULL;
#endif
}

static void describe_files(Buffer *out)
{
#ifdef SANDBOX_LANDLOCK
    int version = landlock_version();
    if (version)
        buffer_addf(out, "files by Landlock (version %d)", version);
    else
        buffer_add_text(out, "files by Landlock, which this kernel does not have");
#else
    buffer_add_text(out, "files: nothing is built in");
#endif
}

static void describe_calls(Buffer *out)
{
#ifdef SANDBOX_SECCOMP
    buffer_add_text(out, "system calls by seccomp");
    if (!seccomp_is_there())
        buffer_add_text(out, ", which this kernel does not have");
#elif defined ENABLE_SANDBOX
    buffer_add_text(out, "system calls: nothing is built in for this kind of machine");
#else
    buffer_add_text(out, "system calls: nothing is built in");
#endif
}

void sandbox_describe(Buffer *out)
{
    buffer_add_text(out, "sandbox: ");
    describe_files(out);
    buffer_add_text(out, "; ");
    describe_calls(out);
    buffer_add_byte(out, '\n');
}

#endif
