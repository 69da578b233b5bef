// SPDX-License-Identifier: MIT
// A frame is one write(). Curses has a buffer of about a byte a cell, so that a page of Chinese would go out
// in pieces: what it writes for a frame is gathered in a file without a name, and sent from there.
#include "frame.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "config.h"
#include "diptych/memory.h"
#include "signals.h"

static int open_gathered(void)
{
#ifdef HAVE_MEMFD_CREATE
    return memfd_create("frame", MFD_CLOEXEC);
#else
    return -1;
#endif
}

static void close_if_open(int fd)
{
    if (fd >= 0)
        close(fd);
}

void frame_open(Tui *tui)
{
    int curses = fileno(tui->output);
    tui->gathered = open_gathered();
    tui->terminal = tui->gathered >= 0 ? fcntl(curses, F_DUPFD_CLOEXEC, 3) : -1;
    if (tui->terminal < 0) {
        close_if_open(tui->gathered);
        tui->gathered = -1;
        tui->terminal = curses;
    }
}

void frame_close(Tui *tui)
{
    if (tui->terminal != fileno(tui->output))
        close(tui->terminal);
    close_if_open(tui->gathered);
    buffer_free(&tui->frame);
}

// Adds what curses has written there since the last time.
static bool take_gathered(int fd, Buffer *out)
{
    off_t size = lseek(fd, 0, SEEK_CUR);
    if (size <= 0)
        return size == 0;
    out->bytes = mem_grow(out->bytes, &out->capacity, out->len + (size_t)size, 1);
    bool whole = pread(fd, out->bytes + out->len, (size_t)size, 0) == size;
    out->len += whole ? (size_t)size : 0;
    return lseek(fd, 0, SEEK_SET) == 0 && whole;
}

// Has curses write its frame behind what waits to be sent. False: it has not.
static bool gather(Tui *tui)
{
    int curses = fileno(tui->output);
    if (tui->gathered < 0 || dup3(tui->gathered, curses, O_CLOEXEC) < 0)
        return false;
    refresh();
    dup3(tui->terminal, curses, O_CLOEXEC);
    return take_gathered(tui->gathered, &tui->frame);
}

void frame_send(Tui *tui)
{
    bool gathered = gather(tui);
    output_send(tui, buffer_str(&tui->frame));
    buffer_clear(&tui->frame);
    if (gathered)
        return;
    signals_let_in(&tui->waiting);
    refresh();
    signals_hold();
}
