// SPDX-License-Identifier: MIT
#include "output.h"

#include <errno.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "diptych/cluster.h"
#include "diptych/visible.h"

// Bytes that are collected before they are written.
#define PENDING_MAX ((size_t)1 << 16)

void output_open(Output *output)
{
    *output = (Output){.codeset = codeset_open(nl_langinfo(CODESET))};
}

// Writes all of `bytes`, or returns the errno of the failure.
static int write_bytes(int fd, Str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.at, bytes.len);
        if (put < 0 && errno != EINTR)
            return errno;
        if (put > 0)
            bytes = str_slice(bytes, (size_t)put, bytes.len);
    }
    return 0;
}

void output_flush(Output *output)
{
    if (!output->reason)
        output->reason = write_bytes(STDOUT_FILENO, buffer_str(&output->pending));
    buffer_clear(&output->pending);
}

bool output_failed(const Output *output)
{
    return output->reason != 0;
}

int output_close(Output *output, int status)
{
    output_flush(output);
    if (output->reason) {
        output_message(output, "standard output: cannot be written: %s", strerror(output->reason));
        status = EXIT_TROUBLE;
    }
    buffer_free(&output->pending);
    codeset_close(output->codeset);
    return status;
}

void output_add(Output *output, Str text)
{
    codeset_add(output->codeset, &output->pending, text);
    if (output->pending.len >= PENDING_MAX)
        output_flush(output);
}

void output_add_bytes(Output *output, Str bytes)
{
    buffer_add(&output->pending, bytes);
    if (output->pending.len >= PENDING_MAX)
        output_flush(output);
}

void output_add_text(Output *output, const char *text)
{
    output_add(output, str_of(text));
}

void output_notice(Output *output, Str text)
{
    output_flush(output);
    Buffer converted = {0};
    codeset_add(output->codeset, &converted, text);
    write_bytes(STDERR_FILENO, buffer_str(&converted));
    buffer_free(&converted);
}

static void say(Output *output, Str bytes)
{
    Buffer line = {0};
    buffer_add_text(&line, "diptych: ");
    visible_add(&line, bytes, false);
    buffer_add_byte(&line, '\n');
    output_notice(output, buffer_str(&line));
    buffer_free(&line);
}

void output_message(Output *output, const char *format, ...)
{
    Buffer bytes = {0};
    va_list args;
    va_start(args, format);
    buffer_addv(&bytes, format, args);
    va_end(args);
    say(output, buffer_str(&bytes));
    buffer_free(&bytes);
}

int output_error(Output *output, const Error *error)
{
    say(output, str_of(error->text));
    return EXIT_TROUBLE;
}

bool output_is_utf8(const Output *output)
{
    return codeset_is_utf8(output->codeset);
}

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

static size_t clamp_width(size_t columns)
{
    if (columns < WIDTH_MIN)
        return WIDTH_MIN;
    return columns < WIDTH_MAX ? columns : WIDTH_MAX;
}

size_t output_width(void)
{
    struct winsize size;
    if (output_is_terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return clamp_width(size.ws_col);
    uint32_t columns = 0;
    if (str_number(str_of(getenv("COLUMNS")), UINT32_MAX, &columns) && columns > 0)
        return clamp_width(columns);
    return 80;
}
