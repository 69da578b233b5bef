// SPDX-License-Identifier: MIT
// Speech that is read for one look and not kept.
#include "loaded.h"

const Speech *speech_at_hand(const Dossier *dossier, uint32_t account)
{
    const Loaded *loaded = model_of(dossier)->places[account].loaded;
    return loaded ? &loaded->speech : NULL;
}

bool speech_read(Dossier *dossier, uint32_t account, Buffer *out, Error *error)
{
    Model *model = model_to_change(dossier);
    Part part = model->places[account].part;
    size_t from = part.alone ? 0 : part.from;
    size_t limit = part.alone ? FILE_LIMIT : part.to - part.from;
    return model_read(model, dossier->accounts[account].record.file, from, limit, out, NULL, error);
}

Speech *speech_parse(Dossier *dossier, uint32_t account, Buffer *bytes)
{
    Part part = model_of(dossier)->places[account].part;
    Loaded *loaded = mem_new(1, sizeof *loaded);
    loaded->bytes = *bytes;
    *bytes = (Buffer){0};
    loaded->speech.account = account;
    loaded->speech.at = part.alone ? 0 : part.from;
    loaded->speech.bytes = buffer_str(&loaded->bytes);
    loaded->speech.problems = &loaded->problems;
    loaded_parse(dossier, account, loaded);
    return &loaded->speech;
}

void speech_free(Speech *speech)
{
    if (speech)
        loaded_free((Loaded *)speech);
}
