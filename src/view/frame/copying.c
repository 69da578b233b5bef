// SPDX-License-Identifier: MIT
// Copying: the words of a passage, unwrapped, with or without where they stand.
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

void copying_copy(Reader *reader, Action action)
{
    PassageId id;
    buffer_clear(&reader->copy);
    if (!reader_current_passage(reader, &id))
        return;
    if (action == ACTION_COPY_BOTH)
        copying_add_sides(reader, id);
    else
        add_passage(reader, id, action == ACTION_COPY_CITED);
    reader->wish = WISH_COPY;
    reader_say(reader, "sent to the terminal for its clipboard%s",
               action == ACTION_COPY ? "; Y copies with the citation" : "");
}
