// SPDX-License-Identifier: MIT
// Writes a zip archive: OUT, then pairs of the name of an entry and the file that it holds.
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>

static void add(struct archive *out, const char *name, const char *path)
{
    static char bytes[1 << 16];
    FILE *file = fopen(path, "rb");
    struct archive_entry *entry = archive_entry_new();
    long size = 0;
    if (file && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_size(entry, size);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(out, entry);
    if (file)
        rewind(file);
    for (size_t got; file && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        archive_write_data(out, bytes, got);
    if (file)
        fclose(file);
    archive_entry_free(entry);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    struct archive *out = archive_write_new();
    archive_write_set_format_zip(out);
    if (archive_write_open_filename(out, argv[1]) != ARCHIVE_OK)
        return 1;
    for (int i = 2; i + 1 < argc; i += 2)
        add(out, argv[i], argv[i + 1]);
    return archive_write_free(out) != ARCHIVE_OK;
}
