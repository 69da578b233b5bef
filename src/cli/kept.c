// SPDX-License-Identifier: MIT
#include "kept.h"

#include <stdlib.h>

void kept_open(Kept *kept, Reader *reader, Str dossier, Error *error)
{
    *kept = (Kept){.state = SESSION_NEW};
    if (!session_path(dossier, &kept->path, error))
        return;
    kept->state = session_load(kept->path, &kept->saved, error);
    reader_resume(reader, &kept->saved);
    if (kept->state == SESSION_READ)
        reader_keep(reader, &kept->saved); // what of it is still there
}

bool kept_save(Kept *kept, Reader *reader, Error *error)
{
    Session now = {0};
    if (!kept->path)
        return true;
    reader_keep(reader, &now);
    kept->failed = !session_save(kept->path, &now, &kept->saved, kept->state, error);
    if (kept->failed) {
        session_free(&now);
        return false;
    }
    session_free(&kept->saved);
    kept->saved = now;
    return true;
}

void kept_close(Kept *kept)
{
    session_free(&kept->saved);
    free(kept->path);
}
