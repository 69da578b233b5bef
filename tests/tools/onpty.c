// SPDX-License-Identifier: MIT
// Runs a program on a terminal of its own and plays its user: for what a real terminal cannot be made to do.
//
//     onpty ROWSxCOLUMNS FILE STEP... -- PROGRAM ARGUMENT...
//
// What the program sends goes to FILE. A step is one of
//     wait:TEXT    until TEXT has been sent since the last wait (10 seconds at most; not when it has ended)
//     send:BYTES   all at once; slow:BYTES a byte at a time; both take printf's octal and \e escapes
//     flood:COUNT:BYTES   BYTES so often
//     size:ROWSxCOLUMNS   deaf (reads nothing any more, waits until the program can write no more)
//     hear (reads again)  pause (0.3 seconds)  sleep:SECONDS  quiet (until nothing has been sent for 0.3
//     seconds) signal:NUMBER       hangup (closes the terminal) end          waits until it ends (10 seconds
//     at most) and prints its exit status and the milliseconds
//     walk:COUNT:SEED   COUNT keys that go anywhere and do not end it; the same seed walks the same way
//     tell         prints "memory KIB descriptors COUNT wake-ups COUNT" of it
//     drop         goes away with the terminal, as a connection that breaks, and leaves the program to itself
// Exits with 1 when a step fails, which it names.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diptych/buffer.h"
#include "diptych/clock.h"
#include "figures.h"
#include "walk.h"

#define PATIENCE 10000

typedef struct Pty {
    int master;
    pid_t child;
    FILE *log;
    Buffer sent; // by the program since the last wait
    bool deaf;
} Pty;

static void set_size(int fd, const char *text)
{
    unsigned rows = 24, columns = 80;
    sscanf(text, "%ux%u", &rows, &columns);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(fd, TIOCSWINSZ, &size);
}

// Reads what there is, waiting at most so long. False: nothing came.
static bool hear(Pty *pty, int milliseconds)
{
    char bytes[65536];
    struct pollfd poll_fd = {.fd = pty->master, .events = POLLIN};
    if (pty->master < 0 || poll(&poll_fd, 1, milliseconds) <= 0)
        return false;
    ssize_t got = read(pty->master, bytes, sizeof bytes);
    if (got <= 0)
        return false;
    fwrite(bytes, 1, (size_t)got, pty->log);
    buffer_add(&pty->sent, (Str){bytes, (size_t)got});
    return true;
}

static bool has_ended(const Pty *pty)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)pty->child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

static bool wait_for(Pty *pty, const char *text)
{
    int64_t end = clock_milliseconds() + PATIENCE;
    while (!pty->sent.len || !memmem(pty->sent.bytes, pty->sent.len, text, strlen(text)))
        if (!hear(pty, 100) && (clock_milliseconds() > end || has_ended(pty)))
            return false;
    buffer_clear(&pty->sent);
    return true;
}

static bool wait_quiet(Pty *pty)
{
    while (hear(pty, 300))
        ;
    buffer_clear(&pty->sent);
    return true;
}

static Buffer unescape(const char *text)
{
    Buffer out = {0};
    for (; *text; text++) {
        if (text[0] == '\\' && text[1] == 'e') {
            buffer_add_byte(&out, '\033');
            text++;
        } else if (text[0] == '\\' && text[1] >= '0' && text[1] <= '3') {
            buffer_add_byte(&out, (char)strtol((char[]){text[1], text[2], text[3], '\0'}, NULL, 8));
            text += 3;
        } else {
            buffer_add_byte(&out, *text);
        }
    }
    return out;
}

// `step` bytes at a time, hearing in between.
static void send_all(Pty *pty, Str bytes, size_t step)
{
    for (size_t at = 0; at < bytes.len;) {
        size_t more = bytes.len - at < step ? bytes.len - at : step;
        ssize_t put = write(pty->master, bytes.at + at, more);
        if (put < 0 && errno != EAGAIN)
            break;
        at += put > 0 ? (size_t)put : 0;
        if (!pty->deaf)
            hear(pty, step == 1 ? 30 : 1);
    }
}

static bool send_bytes(Pty *pty, const char *text, size_t step)
{
    Buffer bytes = unescape(text);
    send_all(pty, buffer_str(&bytes), step);
    buffer_free(&bytes);
    return true;
}

static bool flood(Pty *pty, const char *text)
{
    char *bytes;
    Buffer all = {0};
    for (long count = strtol(text, &bytes, 10); count; count--)
        buffer_add_text(&all, bytes + 1);
    char *whole = buffer_steal(&all);
    send_bytes(pty, whole, 4096);
    free(whole);
    return true;
}

static bool walk(Pty *pty, const char *text)
{
    char *seed;
    Buffer keys = {0};
    long count = strtol(text, &seed, 10);
    walk_add(&keys, count, (uint32_t)strtoul(*seed ? seed + 1 : "1", NULL, 10));
    send_all(pty, buffer_str(&keys), 200);
    buffer_free(&keys);
    return true;
}

// Stops reading, and types until the program can write no more: then it takes no keys any more either.
static bool go_deaf(Pty *pty)
{
    pty->deaf = true;
    for (int stuck = 0; stuck < 60;) {
        if (write(pty->master, "\f", 1) == 1) {
            stuck = 0;
        } else {
            stuck++;
            usleep(5000);
        }
    }
    return true;
}

static bool wait_end(Pty *pty)
{
    int64_t start = clock_milliseconds();
    int status;
    while (waitpid(pty->child, &status, WNOHANG) == 0) {
        if (clock_milliseconds() - start > PATIENCE)
            return false;
        if (pty->deaf || !hear(pty, 5))
            usleep(5000);
    }
    printf("status %d ms %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
           (int)(clock_milliseconds() - start));
    pty->child = 0;
    while (hear(pty, 50))
        ;
    return true;
}

static bool take_step(Pty *pty, const char *step)
{
    const char *colon = strchr(step, ':'), *rest = colon ? colon + 1 : "";
    size_t name = colon ? (size_t)(colon - step) : strlen(step);
    Str verb = {step, name};
    if (str_equal(verb, str_of("wait")))
        return wait_for(pty, rest);
    if (str_equal(verb, str_of("send")))
        return send_bytes(pty, rest, 4096);
    if (str_equal(verb, str_of("slow")))
        return send_bytes(pty, rest, 1);
    if (str_equal(verb, str_of("flood")))
        return flood(pty, rest);
    if (str_equal(verb, str_of("deaf")))
        return go_deaf(pty);
    if (str_equal(verb, str_of("hear")))
        return !(pty->deaf = false);
    if (str_equal(verb, str_of("walk")))
        return walk(pty, rest);
    if (str_equal(verb, str_of("tell")))
        return tell_figures(pty->child);
    if (str_equal(verb, str_of("drop")))
        return !(pty->child = 0);
    if (str_equal(verb, str_of("quiet")))
        return wait_quiet(pty);
    if (str_equal(verb, str_of("pause")))
        return usleep(300000) == 0;
    if (str_equal(verb, str_of("sleep")))
        return sleep((unsigned)atoi(rest)) == 0;
    if (str_equal(verb, str_of("end")))
        return wait_end(pty);
    if (str_equal(verb, str_of("signal")))
        return kill(pty->child, atoi(rest)) == 0;
    if (str_equal(verb, str_of("size"))) {
        set_size(pty->master, rest);
        return true;
    }
    if (str_equal(verb, str_of("hangup"))) {
        close(pty->master);
        pty->master = -1;
        return true;
    }
    return false;
}

static void run(int master, char **arguments)
{
    const char *name = ptsname(master);
    setsid();
    int slave = name ? open(name, O_RDWR) : -1;
    if (slave < 0)
        _exit(126);
    ioctl(slave, TIOCSCTTY, 0);
    for (int fd = 0; fd < 3; fd++)
        dup2(slave, fd);
    close(slave);
    execvp(arguments[0], arguments);
    _exit(127);
}

static bool open_pty(Pty *pty, const char *size, char **arguments)
{
    pty->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (pty->master < 0 || grantpt(pty->master) != 0 || unlockpt(pty->master) != 0)
        return false;
    set_size(pty->master, size);
    pty->child = fork();
    if (pty->child == 0)
        run(pty->master, arguments);
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
    return pty->child > 0;
}

int main(int argc, char **argv)
{
    int first = 3;
    while (first < argc && strcmp(argv[first], "--") != 0)
        first++;
    if (first + 1 >= argc)
        return 2;
    Pty pty = {.log = fopen(argv[2], "w")};
    if (!pty.log || !open_pty(&pty, argv[1], argv + first + 1))
        return 77;
    int failed = 0;
    for (int i = 3; i < first && !failed; i++) {
        failed = !take_step(&pty, argv[i]);
        if (failed)
            printf("failed: %s\n", argv[i]);
    }
    if (failed && pty.child && has_ended(&pty))
        wait_end(&pty);
    if (pty.child)
        kill(pty.child, SIGKILL);
    buffer_free(&pty.sent);
    fclose(pty.log);
    return failed;
}
