// SPDX-License-Identifier: MIT
// Speech in memory: read when needed, the least recently used let go; or read for one look and not kept.
#include "loaded.h"

#include <stdlib.h>

const Speech *speech_at_hand(const Dossier *dossier, uint32_t account)
{
    const Loaded *loaded = model_of(dossier)->stored[account].loaded;
    return loaded ? &loaded->speech : NULL;
}

bool speech_read(Dossier *dossier, uint32_t account, Buffer *out, Error *error)
{
    Model *model = model_to_change(dossier);
    FilePart part = model->stored[account].part;
    size_t from = part.alone ? 0 : part.from;
    size_t limit = part.alone ? FILE_LIMIT : part.to - part.from;
    return model_read(model, dossier->accounts[account].record.file, from, limit, out, NULL, error);
}

Speech *speech_parse(Dossier *dossier, uint32_t account, Buffer *bytes)
{
    return speech_parse_some(dossier, account, bytes, (TextFilter){0});
}

Speech *speech_parse_some(Dossier *dossier, uint32_t account, Buffer *bytes, TextFilter filter)
{
    FilePart part = model_of(dossier)->stored[account].part;
    Loaded *loaded = mem_new(1, sizeof *loaded);
    loaded->bytes = *bytes;
    loaded->filter = filter;
    *bytes = (Buffer){0};
    loaded->speech.account = account;
    loaded->speech.at = part.alone ? 0 : part.from;
    loaded->speech.bytes = buffer_str(&loaded->bytes);
    loaded->speech.problems = &loaded->problems;
    loaded_parse(dossier, account, loaded);
    return &loaded->speech;
}

static size_t bytes_held(const Loaded *loaded)
{
    const Speech *speech = &loaded->speech;
    const DiagnosticList *problems = &loaded->problems;
    return sizeof *loaded + loaded->bytes.len + loaded->arena.total +
           speech->turn_count * sizeof *speech->turns + speech->passage_count * sizeof *speech->passages +
           (speech->by_number ? speech->passage_count * sizeof *speech->by_number : 0) +
           problems->capacity * sizeof *problems->items + (problems->arena ? problems->arena->total : 0);
}

Loaded *loaded_read(Dossier *dossier, uint32_t account)
{
    Buffer bytes = {0};
    Error error;
    bool readable = speech_read(dossier, account, &bytes, &error);
    Loaded *loaded = (Loaded *)speech_parse(dossier, account, &bytes);
    if (!readable)
        diagnostic_add(&loaded->problems, DIAGNOSTIC_UNREADABLE, dossier->accounts[account].record.file, 1, 1,
                       str_of(error.text));
    loaded->held = bytes_held(loaded);
    return loaded;
}

void loaded_free(Loaded *loaded)
{
    buffer_free(&loaded->bytes);
    free(loaded->turns);
    free(loaded->passages);
    free(loaded->by_number);
    arena_free(&loaded->arena);
    diagnostic_free(&loaded->problems);
    free(loaded);
}

void speech_free(Speech *speech)
{
    if (speech)
        loaded_free((Loaded *)speech);
}

// Takes the account out of the order of use.
static void unlink_account(Model *model, const Stored *stored)
{
    if (stored->newer == NONE)
        model->newest = stored->older;
    else
        model->stored[stored->newer].older = stored->older;
    if (stored->older == NONE)
        model->oldest = stored->newer;
    else
        model->stored[stored->older].newer = stored->newer;
}

static void link_newest(Model *model, uint32_t account)
{
    Stored *stored = &model->stored[account];
    stored->newer = NONE;
    stored->older = model->newest;
    if (model->newest == NONE)
        model->oldest = account;
    else
        model->stored[model->newest].newer = account;
    model->newest = account;
}

const Speech *dossier_speech(Dossier *dossier, uint32_t account)
{
    Model *model = model_to_change(dossier);
    Stored *stored = &model->stored[account];
    if (stored->loaded) {
        unlink_account(model, stored);
    } else {
        stored->loaded = loaded_read(dossier, account);
        model->loaded += stored->loaded->held;
    }
    stored->loaded->shown = model->showing;
    link_newest(model, account);
    return &stored->loaded->speech;
}

static void let_go(Model *model, Stored *stored)
{
    unlink_account(model, stored);
    model->loaded -= stored->loaded->held;
    loaded_free(stored->loaded);
    stored->loaded = NULL;
}

void dossier_trim(Dossier *dossier, size_t limit)
{
    Model *model = model_to_change(dossier);
    while (model->loaded > limit && model->oldest != NONE)
        let_go(model, &model->stored[model->oldest]);
}

void dossier_show_anew(Dossier *dossier)
{
    model_to_change(dossier)->showing++;
}

// What is shown was given last, so that it is newer than all the rest.
void dossier_trim_unshown(Dossier *dossier, size_t limit)
{
    Model *model = model_to_change(dossier);
    while (model->loaded > limit && model->oldest != NONE &&
           model->stored[model->oldest].loaded->shown != model->showing)
        let_go(model, &model->stored[model->oldest]);
}

size_t dossier_loaded(const Dossier *dossier)
{
    return model_of(dossier)->loaded;
}
