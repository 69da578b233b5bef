// SPDX-License-Identifier: MIT
// Saving what a view shows, the topic at hand or all of it, as wide as the screen has it, in a file of its
// own.
#include <stdlib.h>
#include <unistd.h>

#include "diptych/caption.h"
#include "diptych/file.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

bool saving_is_topic(Reader *reader)
{
    const ViewType *type = reader->view->type;
    return type->has_words && type->by_topic && reader_current(reader).kind != TARGET_NONE;
}

static bool save_view(Reader *reader, bool topic, const char *name, Error *error)
{
    const Pane *pane = reader_pane(reader), *active = reader_active(reader);
    Buffer text = {0};
    if (reader->view->type->of_account) {
        caption_account_add(&text, reader->dossier, reader->account);
        buffer_add_byte(&text, '\n');
    }
    pane->type->print(pane, topic ? active->type->band(active) : NONE, &text);
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
    bool topic = !reader->save_whole && saving_is_topic(reader);
    if (access(name, F_OK) == 0)
        reader_say(reader, "%s is there already; give another name", name);
    else if (!save_view(reader, topic, name, &error))
        reader_say(reader, "%s", error.text);
    else
        reader_say(reader, "%s saved as %s", topic ? "this topic" : "all of it", name);
    free(name);
}
