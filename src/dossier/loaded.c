// SPDX-License-Identifier: MIT
// Speech in memory: read when needed, the least recently used let go.
#include "loaded.h"

#include <stdlib.h>

Loaded *loaded_read(Dossier *dossier, uint32_t account)
{
    Buffer bytes = {0};
    Error error;
    bool readable = speech_read(dossier, account, &bytes, &error);
    Loaded *loaded = (Loaded *)speech_parse(dossier, account, &bytes);
    if (!readable)
        diagnostic_add(&loaded->problems, DIAGNOSTIC_UNREADABLE, dossier->accounts[account].record.file, 1, 1,
                       str_of(error.text));
    loaded->held = sizeof *loaded + loaded->bytes.len + loaded->arena.total +
                   loaded->problems.capacity * sizeof *loaded->problems.items +
                   (loaded->problems.arena ? loaded->problems.arena->total : 0);
    return loaded;
}

void loaded_free(Loaded *loaded)
{
    buffer_free(&loaded->bytes);
    arena_free(&loaded->arena);
    diagnostic_free(&loaded->problems);
    free(loaded);
}

// Takes the account out of the order of use.
static void unlink_account(Model *model, const Place *place)
{
    if (place->newer == NONE)
        model->newest = place->older;
    else
        model->places[place->newer].older = place->older;
    if (place->older == NONE)
        model->oldest = place->newer;
    else
        model->places[place->older].newer = place->newer;
}

static void link_newest(Model *model, uint32_t account)
{
    Place *place = &model->places[account];
    place->newer = NONE;
    place->older = model->newest;
    if (model->newest == NONE)
        model->oldest = account;
    else
        model->places[model->newest].newer = account;
    model->newest = account;
}

const Speech *dossier_speech(Dossier *dossier, uint32_t account)
{
    Model *model = model_to_change(dossier);
    Place *place = &model->places[account];
    if (place->loaded) {
        unlink_account(model, place);
    } else {
        place->loaded = loaded_read(dossier, account);
        model->loaded += place->loaded->held;
    }
    link_newest(model, account);
    return &place->loaded->speech;
}

void dossier_trim(Dossier *dossier, size_t limit)
{
    Model *model = model_to_change(dossier);
    while (model->loaded > limit && model->oldest != NONE) {
        Place *place = &model->places[model->oldest];
        unlink_account(model, place);
        model->loaded -= place->loaded->held;
        loaded_free(place->loaded);
        place->loaded = NULL;
    }
}

size_t dossier_loaded(const Dossier *dossier)
{
    return model_of(dossier)->loaded;
}
