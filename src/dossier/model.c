// SPDX-License-Identifier: MIT
#include "model.h"

#include <stdlib.h>

#include "loaded.h"

Model *model_new(void)
{
    Model *model = mem_new(1, sizeof *model);
    model->newest = model->oldest = NONE;
    model->dossier.problems = &model->problems;
    return model;
}

uint32_t model_add_file(Model *model, const char *path, Str memory)
{
    size_t count = model->dossier.file_count;
    model->files = mem_grow(model->files, &model->file_capacity, count + 1, sizeof *model->files);
    model->memory = mem_grow(model->memory, &model->memory_capacity, count + 1, sizeof *model->memory);
    model->files[count] = (DossierFile){.path = mem_text(str_of(path)), .bytes = memory.len};
    model->memory[count] = memory;
    model->dossier.files = model->files;
    model->dossier.file_count = count + 1;
    return (uint32_t)count;
}

bool model_read(Model *model, uint32_t file, size_t from, size_t limit, Buffer *out, size_t *size,
                Error *error)
{
    Str memory = model->memory[file];
    if (!memory.at)
        return file_read_part(model->root, model->files[file].path, from, limit, out, size, error);
    buffer_add(out, str_slice(str_slice(memory, from, memory.len), 0, limit));
    if (size)
        *size = memory.len;
    return true;
}

static void free_indices(Model *model)
{
    index_free(&model->parties);
    index_free(&model->people);
    index_free(&model->topics);
    index_free(&model->names);
    index_free(&model->sources);
    index_free(&model->rounds);
    index_free(&model->accounts);
    index_free(&model->instruments);
}

void dossier_close(Dossier *dossier)
{
    if (!dossier)
        return;
    Model *model = model_to_change(dossier);
    if (model->companion)
        model->release(model->companion);
    dossier_trim(dossier, 0);
    for (size_t i = 0; i < dossier->file_count; i++)
        free(model->files[i].path);
    free(model->files);
    free(model->memory);
    free(model->root);
    buffer_free(&model->stream);
    free(model->stored);
    free_indices(model);
    diagnostic_free(&model->problems);
    arena_free(&model->arena);
    arena_free(&model->cut);
    free(model);
}

void *dossier_companion(const Dossier *dossier)
{
    return model_of(dossier)->companion;
}

void dossier_keep_companion(const Dossier *dossier, void *companion, void (*release)(void *companion))
{
    Model *model = model_to_change((Dossier *)dossier);
    model->companion = companion;
    model->release = release;
}

uint32_t dossier_party(const Dossier *dossier, Str id)
{
    return index_find(&model_of(dossier)->parties, id);
}

uint32_t dossier_person(const Dossier *dossier, Str id)
{
    return index_find(&model_of(dossier)->people, id);
}

uint32_t dossier_topic(const Dossier *dossier, Str id)
{
    return index_find(&model_of(dossier)->topics, id);
}

uint32_t dossier_name(const Dossier *dossier, Str id)
{
    return index_find(&model_of(dossier)->names, id);
}

uint32_t dossier_source(const Dossier *dossier, Str id)
{
    return index_find(&model_of(dossier)->sources, id);
}

uint32_t dossier_round(const Dossier *dossier, Str id)
{
    uint32_t round = index_find(&model_of(dossier)->rounds, id);
    return round < dossier->round_count ? round : NONE;
}

uint32_t dossier_account(const Dossier *dossier, Str name)
{
    uint32_t account = index_find(&model_of(dossier)->accounts, name);
    return account < dossier->account_count ? account : NONE;
}

uint32_t dossier_instrument(const Dossier *dossier, Str id)
{
    const Model *model = model_of(dossier);
    uint32_t instrument = index_find(&model->instruments, id);
    return instrument == NONE || !model->instruments_now ? instrument : model->instruments_now[instrument];
}

bool topic_within(const Dossier *dossier, uint32_t topic, uint32_t ancestor)
{
    if (topic == NONE || ancestor == NONE)
        return false;
    const Topic *above = &dossier->topics[ancestor];
    uint32_t place = dossier->topics[topic].place;
    return above->place <= place && place < above->end;
}
