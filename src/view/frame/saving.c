// SPDX-License-Identifier: MIT
// Saving a view: all of it, as wide as the screen has it, in a file of its own.
#include <stdlib.h>
#include <unistd.h>

#include "diptych/caption.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

static void add_head(const Reader *reader, Buffer *out)
{
    const Dossier *dossier = reader->dossier;
    uint32_t round = dossier->accounts[reader->account].round;
    buffer_add(out, dossier->rounds[round].record.title);
    buffer_add_text(out, ", ");
    caption_place_add(out, dossier, round);
    buffer_add_byte(out, '\n');
    caption_record_add(out, dossier, reader->account);
    buffer_add_byte(out, '\n');
    size_t end = out->len;
    caption_missing_add(out, dossier, reader->account);
    buffer_add_text(out, out->len > end ? "\n\n" : "\n");
}

static bool save_view(Reader *reader, const char *name, Error *error)
{
    const Pane *pane = reader_pane(reader);
    Buffer text = {0};
    if (reader->view->type->of_account)
        add_head(reader, &text);
    pane->type->print(pane, &text);
    bool saved = reader->save ? reader->save(reader->save_context, name, buffer_str(&text), error)
                              : file_write_shared(name, buffer_str(&text), error);
    buffer_free(&text);
    return saved;
}

void reader_save_by(Reader *reader, ReaderSave save, void *context)
{
    reader->save = save;
    reader->save_context = context;
}

void saving_save(Reader *reader, Str line)
{
    Error error;
    if (line.len == 0)
        return;
    char *name = mem_text(line);
    if (access(name, F_OK) == 0)
        reader_say(reader, "%s is there already; give another name", name);
    else if (!save_view(reader, name, &error))
        reader_say(reader, "%s", error.text);
    else
        reader_say(reader, "saved as %s", name);
    free(name);
}
