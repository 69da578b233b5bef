// SPDX-License-Identifier: MIT
// Runs a program and prints how much memory it took at most, in bytes:
//
//     peak PROGRAM ARGUMENT...
//
// What the program prints is thrown away. Exits with 77 where the figure would tell nothing, since sanitizers
// keep memory of their own, and with 1 when the program does not end by itself.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void run(char **argv)
{
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0)
        _exit(127);
    for (int fd = 0; fd <= 2; fd++)
        dup2(nothing, fd);
    execv(argv[0], argv);
    _exit(127);
}

int main(int argc, char **argv)
{
    struct rusage usage;
    int status;
    if (SANITIZED || argc < 2)
        return SANITIZED ? 77 : 2;
    pid_t child = fork();
    if (child == 0)
        run(argv + 1);
    if (child < 0 || waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &usage) != 0)
        return 1;
    printf("%lld\n", (long long)usage.ru_maxrss * 1024);
    return WIFEXITED(status) && WEXITSTATUS(status) != 127 ? EXIT_SUCCESS : EXIT_FAILURE;
}
