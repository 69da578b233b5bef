// SPDX-License-Identifier: MIT
// The two sides by topic, the reply on the row of the claim.
#include "diptych/meaning.h"
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    Alignment *alignment = align_columns(reader->dossier, reader->columns_of, reader->account, NONE);
    sheet_add_alignment(sheet, reader->dossier, reader->skim, alignment);
    align_free(alignment);
    return sheet;
}

// False: not both of them are named, so that it is asked for the next one, or one is not understood.
static bool parse_columns(Reader *reader, Str words, Selector columns[2])
{
    Error error;
    Str word, rest = str_trim(words);
    for (int side = 0; side < 2; side++) {
        if (!str_next_word(&rest, " ,", &word)) {
            completing_ask_column(reader, str_trim(words));
            return false;
        }
        if (!meaning_selector(reader->dossier, word, &columns[side], &error)) {
            reader_say(reader, "%s", error.text);
            return false;
        }
    }
    return true;
}

// Two columns of one account are the usual view of it.
static void obey(Reader *reader, View *view, Str words)
{
    Selector columns[2];
    if (!parse_columns(reader, words, columns))
        return;
    Place place = reader_place(reader);
    place.view = view;
    if (columns[0].account != NONE && columns[1].account != NONE)
        place.account = columns[0].account;
    if (columns[0].account == columns[1].account)
        columns[0].account = columns[1].account = NONE;
    place.columns[0] = columns[0];
    place.columns[1] = columns[1];
    reader_choose(reader, columns);
    reader_visit(reader, place);
}

const ViewType view_compare = {
    .name = "compare",
    .letter = 'c',
    .hints = "i:card  TAB:links  }:round  /:search  ]:topic  ?:help",
    .word = "columns",
    .need = NEED_ROUNDS,
    .is_base = true,
    .is_kept = true,
    .of_account = true,
    .has_words = true,
    .by_topic = true,
    .keeps_side = true,
    .takes_columns = true,
    .has_third = true,
    .pane = &pane_strips,
    .fill = fill,
    .follow = links_follow,
    .obey = obey,
};
