// SPDX-License-Identifier: MIT
#include "scribe.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "diptych/file.h"
#include "diptych/memory.h"

// What goes before a file: how long its name and its content are, in bytes.
typedef struct Request {
    size_t name, content;
} Request;

static bool send_all(int line, const void *bytes, size_t len)
{
    for (const char *at = bytes; len;) {
        ssize_t put = write(line, at, len);
        if (put < 0 && errno != EINTR)
            return false;
        at += put > 0 ? put : 0;
        len -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

static bool take_all(int line, void *bytes, size_t len)
{
    for (char *at = bytes; len;) {
        ssize_t got = read(line, at, len);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        at += got > 0 ? got : 0;
        len -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

// What shells and other programs read by themselves is hidden: ".profile", ".ssh/rc".
static bool is_hidden(const char *name)
{
    Str rest = str_of(name), part;
    while (str_next(&rest, "/", &part))
        if (str_starts(part, str_of(".")) && !str_equal(part, str_of(".")) && !str_equal(part, str_of("..")))
            return true;
    return false;
}

static void make(const char *name, Str bytes, Error *error)
{
    struct stat info;
    *error = (Error){""};
    if (is_hidden(name))
        error_set(error, "%s: is hidden, and not written to; give another name", name);
    else if (lstat(name, &info) == 0)
        error_set(error, "%s: is there already; give another name", name);
    else
        file_write_shared(name, bytes, error);
}

// What the other side sends is not to be trusted: it reads dossiers.
static bool serve(int line)
{
    Request request;
    Error error;
    if (!take_all(line, &request, sizeof request) || request.name >= PATH_MAX || request.content > FILE_LIMIT)
        return false;
    char *name = mem_new(request.name + 1, 1), *content = mem_new(request.content + 1, 1);
    bool taken = take_all(line, name, request.name) && take_all(line, content, request.content);
    if (taken)
        make(name, (Str){content, request.content}, &error);
    free(name);
    free(content);
    return taken && send_all(line, &error, sizeof error);
}

void scribe_start(Scribe *scribe)
{
    int ends[2];
    *scribe = (Scribe){.line = -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    scribe->process = fork();
    if (scribe->process == 0) {
        close(ends[0]);
        while (serve(ends[1]))
            ;
        _exit(EXIT_SUCCESS);
    }
    close(ends[1]);
    if (scribe->process > 0)
        scribe->line = ends[0];
    else
        close(ends[0]);
}

bool scribe_save(void *of, const char *name, Str bytes, Error *error)
{
    const Scribe *scribe = of;
    Request request = {strlen(name), bytes.len};
    Error answer = {""};
    if (scribe->line < 0 || !send_all(scribe->line, &request, sizeof request) ||
        !send_all(scribe->line, name, request.name) || !send_all(scribe->line, bytes.at, bytes.len) ||
        !take_all(scribe->line, &answer, sizeof answer))
        return error_set(error, "%s: cannot be written: the process that does it has gone", name);
    return !answer.text[0] || error_set(error, "%s", answer.text);
}

void scribe_end(Scribe *scribe)
{
    if (scribe->line < 0)
        return;
    close(scribe->line);
    while (waitpid(scribe->process, NULL, 0) < 0 && errno == EINTR)
        ;
    scribe->line = -1;
}
