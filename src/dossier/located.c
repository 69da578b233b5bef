// SPDX-License-Identifier: MIT
// Finding a dossier, apart from reading it.
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"
#include "locate.h"
#include "scan.h"

// In a confined one the file that is given is itself none that a link leads to from elsewhere.
static bool is_inside(const char *path, Error *error)
{
    Buffer none = {0};
    char *directory = mem_text(locate_directory(path));
    bool inside = file_is_directory(path) || file_read_part(directory, path, 0, 0, &none, NULL, error);
    buffer_free(&none);
    free(directory);
    return inside;
}

// True when a round begins in the first megabyte of the file, or may begin behind it.
static bool holds_round(const char *path)
{
    Buffer bytes = {0};
    size_t size = 0;
    bool found = !file_read(path, FIRST_RECORD_LIMIT, &bytes, &size, NULL) || size > bytes.len;
    Lines lines = lines_of(buffer_str(&bytes), 1);
    Line line;
    RecordType type;
    while (!found && lines_next_block(&lines, &line))
        found = record_type(line.text, &type) && type == RECORD_ROUND;
    buffer_free(&bytes);
    return found;
}

// A file that holds no round stands for its directory (open.c): the links there belong to it.
static void add_links_around(const char *path, Located *out)
{
    Located around = {.files.confined = out->files.confined};
    if (!holds_round(path) && locate_around(path, &around)) {
        out->files.links = around.files.links;
        out->files.link_count = around.files.link_count;
        out->files.link_capacity = around.files.link_capacity;
        around.files.links = NULL;
        around.files.link_count = 0;
    }
    located_free(&around);
}

bool dossier_locate(const char *path, Located *out, Error *error)
{
    *out = (Located){.files.confined = out->files.confined, .path = mem_text(str_of(path))};
    if ((out->files.confined && !is_inside(path, error)) || !locate_dossier(path, out, error))
        return false;
    if (located_is_single(out))
        add_links_around(path, out);
    return true;
}

bool located_is_single(const Located *located)
{
    return located->files.count == 1 && strcmp(located->files.paths[0], located->path) == 0;
}

void located_free(Located *located)
{
    file_list_free(&located->files);
    free(located->directory);
    free(located->path);
    buffer_free(&located->memory);
    *located = (Located){0};
}
