// SPDX-License-Identifier: MIT
// Copying: the words of a passage, unwrapped, with or without where they stand.
#include <stdlib.h>

#include "diptych/cite.h"
#include "view/frame/inside.h"

static void add_passage(Reader *reader, PassageId id, bool cited)
{
    const Passage *passage = passage_at(reader->dossier, id);
    if (!passage)
        return;
    buffer_add(&reader->copy, passage->text);
    if (cited) {
        buffer_add_text(&reader->copy, "\n\n");
        cite_passage_add(&reader->copy, reader->dossier, id);
    }
    buffer_add_byte(&reader->copy, '\n');
}

// Every passage of the current band, in the order of the screen, each once and with its citation.
static void add_band(Reader *reader)
{
    PassageIds ids = {0};
    const Pane *pane = reader_pane(reader);
    if (pane->type->gather)
        pane->type->gather(pane, &ids);
    for (size_t i = 0; i < ids.count; i++) {
        if (reader->copy.len)
            buffer_add_byte(&reader->copy, '\n');
        add_passage(reader, ids.items[i], true);
    }
    free(ids.items);
}

void copying_copy(Reader *reader, Action action)
{
    PassageId id;
    buffer_clear(&reader->copy);
    if (!reader_current_passage(reader, &id))
        return;
    if (action == ACTION_COPY_BOTH)
        add_band(reader);
    else
        add_passage(reader, id, action == ACTION_COPY_CITED);
    reader->wish = WISH_COPY;
    reader_say(reader, "sent to the terminal for its clipboard%s",
               action == ACTION_COPY ? "; Y copies with the citation" : "");
}
