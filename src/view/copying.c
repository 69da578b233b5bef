// SPDX-License-Identifier: MIT
// Copying: the words of a passage, unwrapped, with or without where they stand.
#include "cite.h"
#include "inside.h"

static void add_passage(Reader *reader, PassageId id, bool cited)
{
    const Passage *passage = dossier_speech(reader->dossier, id.account)->passages + id.ordinal;
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
    const Pager *pane = reader_pane(reader);
    uint32_t band = pager_band(pane, pane->current);
    for (size_t i = 0; i < pane->sheet->entry_count; i++) {
        const Entry *entry = pane->sheet->entries + i;
        if (entry->kind != ENTRY_PASSAGE || pager_band(pane, i) != band)
            continue;
        if (reader->copy.len)
            buffer_add_byte(&reader->copy, '\n');
        add_passage(reader, (PassageId){entry->target.index, entry->target.ordinal}, true);
    }
}

void copying_copy(Reader *reader, Action action)
{
    PassageId id;
    buffer_clear(&reader->copy);
    if (!reader_current_passage(reader, &id)) {
        reader_say(reader, "there is no passage here to copy");
        return;
    }
    if (action == ACTION_COPY_BOTH)
        add_band(reader);
    else
        add_passage(reader, id, action == ACTION_COPY_CITED);
    reader->wish = WISH_COPY;
    reader_say(reader, "sent to the terminal for its clipboard%s",
               action == ACTION_COPY ? "; Y copies with the citation" : "");
}
