// SPDX-License-Identifier: MIT
#include "port/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "diptych/memory.h"

#define PIECE ((size_t)1 << 16)

// An archive that is being read.
typedef struct Unpacking {
    Intake *intake;
    struct archive *archive;
    size_t at;    // of the file
    size_t total; // bytes that have been unpacked
    char in[PIECE], out[PIECE];
    bool failed;
} Unpacking;

bool archive_is(Str beginning)
{
    return str_starts(beginning, str_of("PK\x03\x04"));
}

bool archive_is_open_document(Str beginning)
{
    return str_starts(str_slice(beginning, 30, beginning.len),
                      str_of("mimetype")); // behind the entry's header
}

static la_ssize_t read_file(struct archive *archive, void *context, const void **bytes)
{
    Unpacking *unpacking = context;
    (void)archive;
    const size_t got = intake_raw(unpacking->intake, unpacking->at, unpacking->in, PIECE);
    unpacking->at += got;
    *bytes = unpacking->in;
    return (la_ssize_t)got;
}

static la_int64_t seek_file(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    Unpacking *unpacking = context;
    (void)archive;
    const la_int64_t size = (la_int64_t)intake_size(unpacking->intake);
    const la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (la_int64_t)unpacking->at : size;
    const la_int64_t at = from + offset;
    unpacking->at = at < 0 ? 0 : at > size ? (size_t)size : (size_t)at;
    return (la_int64_t)unpacking->at;
}

static bool next_piece(void *context, Str *piece)
{
    Unpacking *unpacking = context;
    const la_ssize_t got = archive_read_data(unpacking->archive, unpacking->out, PIECE);
    unpacking->failed = got < 0;
    unpacking->total += got > 0 ? (size_t)got : 0;
    if (got <= 0 || unpacking->total > ARCHIVE_MAX)
        return false;
    *piece = (Str){unpacking->out, (size_t)got};
    return true;
}

// Why the entry could not be unpacked, which goes before what was wrong with what came of it.
static bool told_trouble(const Unpacking *unpacking, const char *name, Error *error)
{
    const char *document = intake_name(unpacking->intake);
    if (unpacking->total > ARCHIVE_MAX)
        return !error_set(error, "%s: %s in it unpacks to more than 256 MB: such are not read", document,
                          name);
    if (!unpacking->failed)
        return false;
    const char *why = archive_error_string(unpacking->archive);
    return !error_set(error, "%s: %s in it cannot be unpacked: %s", document, name,
                      why ? why : "it is damaged");
}

static bool read_entry(Unpacking *unpacking, const char *name, const XmlHandler *handler, bool *found,
                       Error *error)
{
    struct archive_entry *entry;
    int status = archive_read_next_header(unpacking->archive, &entry);
    for (; status == ARCHIVE_OK || status == ARCHIVE_WARN;
         status = archive_read_next_header(unpacking->archive, &entry)) {
        const char *path = archive_entry_pathname(entry);
        if (!path || strcmp(path, name) != 0)
            continue;
        *found = true;
        const XmlSource source = {unpacking, next_piece, intake_name(unpacking->intake)};
        const bool done = xml_read(&source, handler, error);
        return !told_trouble(unpacking, name, error) && done;
    }
    unpacking->failed = status != ARCHIVE_EOF;
    return !told_trouble(unpacking, name, error);
}

bool archive_read_xml(Intake *intake, const char *name, const XmlHandler *handler, bool *found, Error *error)
{
    Unpacking *unpacking = mem_new(1, sizeof *unpacking);
    unpacking->intake = intake;
    unpacking->archive = archive_read_new();
    *found = false;
    bool done = unpacking->archive != NULL;
    if (done) {
        archive_read_support_format_zip(unpacking->archive);
        archive_read_set_read_callback(unpacking->archive, read_file);
        archive_read_set_seek_callback(unpacking->archive, seek_file);
        archive_read_set_callback_data(unpacking->archive, unpacking);
        unpacking->failed = archive_read_open1(unpacking->archive) != ARCHIVE_OK;
        done = !told_trouble(unpacking, name, error) && read_entry(unpacking, name, handler, found, error);
        archive_read_free(unpacking->archive);
    } else {
        error_set(error, "%s: there is no memory to unpack it", intake_name(intake));
    }
    free(unpacking);
    return done;
}
