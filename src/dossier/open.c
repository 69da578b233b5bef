// SPDX-License-Identifier: MIT
#include "open.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "locate.h"

// Reads the first `count` files; the others were left out.
static Scan scan_all(Model *model, size_t count)
{
    Scan scan = scan_new(model);
    for (uint32_t i = 0; i < count; i++)
        scan_file(&scan, i);
    return scan;
}

static Dossier *open_model(Model *model, Scan *scan, uint32_t main)
{
    build_dossier(scan, main);
    scan_free(scan);
    return &model->dossier;
}

Dossier *dossier_open_memory(const MemoryFile *files, size_t count)
{
    Model *model = model_new();
    for (size_t i = 0; i < count; i++)
        model_add_file(model, files[i].path, files[i].bytes.at ? files[i].bytes : str_of(""));
    Scan scan = scan_all(model, count);
    return open_model(model, &scan, 0);
}

// The files beside the main one that begin with Dossier: too, and that one.
static FileList rivals(const Scan *scan, const DossierFile *files, uint32_t main)
{
    FileList list = {0};
    for (size_t i = 0; i < scan->count; i++) {
        const RawRecord *raw = &scan->items[i].raw;
        uint32_t file = raw->record.file;
        if (raw->type != RECORD_DOSSIER || (i && scan->items[i - 1].raw.record.file == file) ||
            !locate_beside(files[file].path, files[main].path))
            continue;
        list.paths = mem_grow(list.paths, &list.capacity, list.count + 1, sizeof *list.paths);
        list.paths[list.count++] = mem_text(str_of(files[file].path));
    }
    return list;
}

// What of the directory is not read counts as files too, so that it can be told.
static void tell_left_out(Model *model, const FileList *files)
{
    for (size_t i = 0; i < files->left_count; i++) {
        uint32_t file = model_add_file(model, files->left[i].path, str_of(""));
        diagnostic_add(&model->problems, DIAGNOSTIC_LEFT_OUT, file, 1, 1, str_of(files->left[i].why));
    }
}

static char *root_of(const FileList *files)
{
    if (!files->confined)
        return NULL;
    return mem_text(files->root ? str_of(files->root) : locate_directory(files->paths[0]));
}

// Frees the list of files.
static Dossier *open_files(Located *located, Error *error)
{
    Model *model = model_new();
    size_t count = located->files.count;
    model->root = root_of(&located->files);
    for (size_t i = 0; i < count; i++)
        model_add_file(model, located->files.paths[i], (Str){0});
    tell_left_out(model, &located->files);
    file_list_free(&located->files);
    Scan scan = scan_all(model, count);
    FileList mains = rivals(&scan, model->files, located->main);
    bool several = mains.count > 1;
    if (several)
        locate_refuse(located->path, &mains, error);
    file_list_free(&mains);
    if (!several)
        return open_model(model, &scan, located->main);
    scan_free(&scan);
    dossier_close(&model->dossier);
    return NULL;
}

// The file alone, once more.
static Dossier *open_again(const char *path, bool confined)
{
    Located located = {.files.confined = confined};
    Error error;
    Dossier *dossier = dossier_locate(path, &located, &error) ? open_files(&located, &error) : NULL;
    located_free(&located);
    return dossier;
}

// What the directory of the file holds in place of the dossier that is the file, which goes first: both might
// be more than there is memory for. The file when nothing else is there.
static Dossier *open_around(Dossier *file, const char *path, bool confined)
{
    Located around = {.files.confined = confined, .path = mem_text(str_of(path))};
    if (locate_around(path, &around) && around.files.count > 1) {
        dossier_close(file);
        file = open_files(&around, NULL);
        if (!file)
            file = open_again(path, confined);
    }
    located_free(&around);
    return file;
}

// Takes over what was read from no file.
static Dossier *open_stream(Located *located)
{
    Model *model = model_new();
    model->stream = located->memory;
    located->memory = (Buffer){0};
    model_add_file(model, located->path, buffer_str(&model->stream));
    Scan scan = scan_all(model, 1);
    located_free(located);
    return open_model(model, &scan, 0);
}

Dossier *dossier_open_located(Located *located, Error *error)
{
    if (located->memory.bytes)
        return open_stream(located);
    bool confined = located->files.confined;
    bool single = located_is_single(located);
    Dossier *dossier = open_files(located, error);
    // A file that holds no round itself stands for its directory.
    if (single && dossier->round_count == 0) {
        dossier = open_around(dossier, located->path, confined);
        if (!dossier)
            error_set(error, "%s: has gone", located->path);
    }
    located_free(located);
    return dossier;
}

static Dossier *open_path(const char *path, bool confined, Error *error)
{
    Located located = {.files.confined = confined};
    if (dossier_locate(path, &located, error))
        return dossier_open_located(&located, error);
    located_free(&located);
    return NULL;
}

Dossier *dossier_open(const char *path, Error *error)
{
    return open_path(path, false, error);
}

Dossier *dossier_open_inside(const char *path, Error *error)
{
    return open_path(path, true, error);
}
