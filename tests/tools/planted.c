// SPDX-License-Identifier: MIT
// The program with a hole in its parser: linked so that the parsing of a text, or of a document, does what
// PLANTED says, as a text that takes the parser over would. Once; what comes of it goes to stderr, as
// "planted open: REASON". PLANTED_PATH is the file that is meant.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diptych/port.h"
#include "dossier/loaded.h"

#ifdef __linux__
#include <sys/ptrace.h>
#include <sys/syscall.h>
#endif

// What the linker makes of loaded_parse() and of calls to it (--wrap).
void __real_loaded_parse(const Dossier *dossier, uint32_t account, Loaded *loaded);
void __wrap_loaded_parse(const Dossier *dossier, uint32_t account, Loaded *loaded);

// The same of what a reader of documents asks for at its end.
bool __real_intake_failed(Intake *intake, Error *error);
bool __wrap_intake_failed(Intake *intake, Error *error);

typedef struct Plant {
    const char *name;
    long (*attempt)(const char *path); // negative: it failed, for the reason in errno
} Plant;

static long try_read(const char *path)
{
    char byte;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? fd : read(fd, &byte, 1);
}

static long try_write(const char *path)
{
    return open(path, O_WRONLY | O_CLOEXEC);
}

static long try_make(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

static long try_remove(const char *path)
{
    return unlink(path);
}

static long try_list(const char *path)
{
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static long try_mode(const char *path)
{
    return chmod(path, 0777);
}

static long try_socket(const char *path)
{
    (void)path;
    return socket(AF_INET, SOCK_STREAM, 0);
}

static long try_local_socket(const char *path)
{
    (void)path;
    return socket(AF_UNIX, SOCK_STREAM, 0);
}

static long try_exec(const char *path)
{
    char *arguments[] = {(char *)path, NULL};
    return execv(path, arguments);
}

static long try_fork(const char *path)
{
    (void)path;
    pid_t child = fork();
    if (child == 0)
        _exit(EXIT_SUCCESS);
    return child < 0 ? child : waitpid(child, NULL, 0);
}

static long try_kill(const char *path)
{
    (void)path;
    return kill(getppid(), 0);
}

static long try_own_signal(const char *path)
{
    (void)path;
    return raise(SIGWINCH);
}

static long try_typing(const char *path)
{
    (void)path;
    return ioctl(STDIN_FILENO, TIOCSTI, "x");
}

static long try_control(const char *path)
{
    (void)path;
    return ioctl(STDIN_FILENO, TIOCEXCL);
}

#ifdef __linux__
static long try_trace(const char *path)
{
    (void)path;
    return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL);
}

static long try_memory(const char *path)
{
    char byte;
    struct iovec here = {&byte, 1}, there = {&byte, 1};
    (void)path;
    return process_vm_readv(getppid(), &here, 1, &there, 1, 0);
}

static long try_ring(const char *path)
{
    char parameters[256] = {0};
    (void)path;
    return syscall(SYS_io_uring_setup, 1, parameters);
}
#endif

#ifdef __x86_64__
// getpid() as programs of 32 bits call it: by another number.
static long try_other_machine(const char *path)
{
    long result = 20;
    (void)path;
    __asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    errno = result < 0 ? (int)-result : 0;
    return result;
}
#endif

static const Plant plants[] = {
    {"read", try_read},
    {"write", try_write},
    {"make", try_make},
    {"remove", try_remove},
    {"list", try_list},
    {"mode", try_mode},
    {"socket", try_socket},
    {"local-socket", try_local_socket},
    {"exec", try_exec},
    {"fork", try_fork},
    {"kill", try_kill},
    {"own-signal", try_own_signal},
    {"typing", try_typing},
    {"control", try_control},
#ifdef __linux__
    {"trace", try_trace},
    {"memory", try_memory},
    {"ring", try_ring},
#endif
#ifdef __x86_64__
    {"other-machine", try_other_machine},
#endif
};

static void attempt(const char *name)
{
    const char *path = getenv("PLANTED_PATH");
    for (size_t i = 0; i < sizeof plants / sizeof *plants; i++) {
        if (strcmp(plants[i].name, name) != 0)
            continue;
        errno = 0;
        bool failed = plants[i].attempt(path ? path : "/") < 0;
        fprintf(stderr, "planted %s: %s\n", name, failed ? strerror(errno) : "done");
    }
}

static void attempt_once(void)
{
    const char *name = getenv("PLANTED");
    if (name)
        attempt(name);
    unsetenv("PLANTED");
}

void __wrap_loaded_parse(const Dossier *dossier, uint32_t account, Loaded *loaded)
{
    attempt_once();
    __real_loaded_parse(dossier, account, loaded);
}

bool __wrap_intake_failed(Intake *intake, Error *error)
{
    attempt_once();
    return __real_intake_failed(intake, error);
}
