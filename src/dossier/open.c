// SPDX-License-Identifier: MIT
#include "open.h"

#include <string.h>

#include "build.h"
#include "locate.h"

static Dossier *open_model(Model *model, uint32_t main)
{
    Scan scan = scan_new(model);
    for (uint32_t i = 0; i < model->dossier.file_count; i++)
        scan_file(&scan, i);
    build_dossier(&scan, main);
    scan_free(&scan);
    return &model->dossier;
}

Dossier *dossier_open_memory(const MemoryFile *files, size_t count)
{
    Model *model = model_new();
    for (size_t i = 0; i < count; i++)
        model_add_file(model, files[i].path, files[i].bytes.at ? files[i].bytes : str_of(""));
    return open_model(model, 0);
}

// Frees the list of files.
static Dossier *open_located(Located *located)
{
    Model *model = model_new();
    for (size_t i = 0; i < located->files.count; i++)
        model_add_file(model, located->files.paths[i], (Str){0});
    file_list_free(&located->files);
    return open_model(model, located->main);
}

Dossier *dossier_open(const char *path, Error *error)
{
    Located located, around = {0};
    if (!locate_dossier(path, &located, error))
        return NULL;
    bool single = located.files.count == 1 && strcmp(located.files.paths[0], path) == 0;
    Dossier *dossier = open_located(&located);
    // A file that holds no round itself stands for its directory.
    if (single && dossier->round_count == 0 && locate_around(path, &around)) {
        dossier_close(dossier);
        dossier = open_located(&around);
    }
    return dossier;
}

bool dossier_add_layer(Dossier *dossier, const char *path, Error *error)
{
    Model *model = model_to_change(dossier);
    Buffer bytes = {0};
    bool readable = file_read(path, 1, &bytes, NULL, error);
    buffer_free(&bytes);
    if (!readable)
        return false;
    dossier_trim(dossier, 0);
    uint32_t file = model_add_file(model, path, (Str){0});
    Scan scan = scan_new(model);
    scan_file(&scan, file);
    build_more_layers(&scan);
    scan_free(&scan);
    return true;
}
