// SPDX-License-Identifier: MIT
// Whole files in and out, and the files of a directory.
#ifndef DIPTYCH_FILE_H
#define DIPTYCH_FILE_H

#include "diptych/buffer.h"
#include "diptych/error.h"

// The largest file that is read whole, in bytes: spans of the model are 32 bits wide.
#define FILE_LIMIT ((size_t)1 << 30)

// Adds up to `limit` bytes of the file to `*out`, from its beginning. Longer files are cut at `limit` without
// an error; `*size`, when not null, gets the size of the file in bytes. Files are read, never mapped, and
// only regular files are: a directory, device or pipe is an error.
bool file_read(const char *path, size_t limit, Buffer *out, size_t *size, Error *error);

// The same from byte `from` on, and, when `root` is not null, only inside of that directory.
bool file_read_part(const char *root, const char *path, size_t from, size_t limit, Buffer *out, size_t *size,
                    Error *error);

// Opens the file at `path` for reading at any place, or, for "-", standard input, which is copied to a
// nameless file when it cannot be read so; `*size` gets its bytes. A directory or device is an error. -1:
// `*error` says what is wrong.
int file_open_whole(const char *path, size_t *size, Error *error);
// A new file without a name, in TMPDIR or /tmp; it is gone when it is closed. -1: `*error`.
int file_nameless(Error *error);

// A file that is written bit by bit and comes to be whole or not at all.
typedef struct FileDraft FileDraft;
// Begins to write beside `path`, which may only exist when it is to be replaced. Null: `*error`.
FileDraft *file_draft(const char *path, bool replace, Error *error);
bool file_draft_add(FileDraft *draft, Str bytes, Error *error);
// Puts the file in its place, with the mode that file_write_shared() gives. False: `*error`, and nothing is
// left. Frees the draft in any case.
bool file_draft_keep(FileDraft *draft, Error *error);
// Leaves nothing.
void file_draft_drop(FileDraft *draft);

// Replaces the file whole or not at all: writes a neighbour, syncs it, renames it, syncs the directory. A
// link is followed, also to where there is nothing yet, and stays; the mode and the owner stay too. Only
// regular files are replaced. A new file has mode 0600.
bool file_write(const char *path, Str bytes, Error *error);
// The same for what others may read: a new file has the mode that the umask leaves of 0666.
bool file_write_shared(const char *path, Str bytes, Error *error);

// The file that `path` leads to over links, whether it exists or not; the caller frees it.
char *file_follow(const char *path);

// Removes what file_write() of that path has left half written when it was killed. Only under a file_lock():
// another process may be writing.
void file_sweep(const char *path);

// Locks out others that lock a file of the same directory; waits up to half a second. -1: there is no lock to
// be had, and one goes on without. file_unlock() takes either.
int file_lock(const char *path);
void file_unlock(int lock);

// What was found and is not taken: a path and the reason, both owned.
typedef struct FileLeftOut {
    char *path, *why;
} FileLeftOut;

// Paths of files, in byte order. A zeroed one is empty; file_list_free() frees it.
typedef struct FileList {
    char **paths; // owned, `directory`/...
    size_t count;
    size_t capacity;
    FileLeftOut *left; // what a listing left out, in byte order of the paths
    size_t left_count, left_capacity;
    char **links; // those of the paths that are links, in no order; owned
    size_t link_count, link_capacity;
    bool confined; // set by who lists: no link that leads out of the directory is taken
    char *root;    // of a confined list: the directory, owned
} FileList;

// The paths of all regular files below `directory` whose names end in `suffix`, links followed to files but
// not to directories, hidden names left out in silence. What has such a name and is no file, leads nowhere
// or, in a confined list, out of the directory, and directories that cannot be read or are deeper than 32,
// are told in ->left.
bool file_list(const char *directory, const char *suffix, FileList *out, Error *error);
// The same without those in directories below it.
bool file_list_here(const char *directory, const char *suffix, FileList *out, Error *error);
// Puts the paths in byte order.
void file_list_sort(FileList *list);
void file_list_free(FileList *list);

// Opens the file at `path`, which begins with the directory `root`, for reading, as long as no link leads out
// of it. -1: errno says why; EXDEV: one does.
int file_open_inside(const char *root, const char *path);

// True when `path` is a directory.
bool file_is_directory(const char *path);

// True when everybody may make files in the directory.
bool file_is_open_to_all(const char *path);

// Makes the directory and its parents, mode 0700 for the new ones.
bool file_make_directory(const char *path, Error *error);

#endif
