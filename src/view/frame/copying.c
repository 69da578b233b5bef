// SPDX-License-Identifier: MIT
// Copying: the words of a passage, unwrapped, with or without where they stand.
#include "diptych/cite.h"
#include "view/frame/inside.h"
#include "view/pane/rows.h"

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

// A joint text, which stands in both columns.
static bool is_joint(const Entry *entries, const Strip *strip, size_t at)
{
    return strip->left && at == strip->left && target_equal(entries[0].target, entries[at].target);
}

// Every passage of the current band, in the order of the screen, each once and with its citation.
static void add_band(Reader *reader)
{
    const Pager *active = reader_active(reader);
    const Sheet *sheet = reader_pane(reader)->sheet;
    uint32_t band = pager_band(active, active->current);
    size_t at = rows_of_band(sheet, band);
    for (; at < sheet->strip_count && sheet->strips[at].band == band; at++) {
        const Strip *strip = sheet->strips + at;
        const Entry *entries = sheet->entries + strip->first;
        for (size_t i = 0; i < rows_entries(strip); i++) {
            if (entries[i].kind != ENTRY_PASSAGE || is_joint(entries, strip, i))
                continue;
            if (reader->copy.len)
                buffer_add_byte(&reader->copy, '\n');
            add_passage(reader, (PassageId){entries[i].target.index, entries[i].target.ordinal}, true);
        }
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
