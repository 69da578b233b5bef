// SPDX-License-Identifier: MIT
// The round as it was spoken, turn by turn.
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    uint32_t parties[2] = {reader->columns_of[0].party, reader->columns_of[1].party};
    sheet_add_spoken(sheet, reader->dossier, reader->skim, reader->account, parties);
    return sheet;
}

const ViewType view_spoken = {
    .name = "spoken",
    .letter = 's',
    .hints = "}:round  /:search  vc:compare  J:next  ?:help",
    .need = NEED_ROUNDS,
    .is_base = true,
    .is_kept = true,
    .of_account = true,
    .has_words = true,
    .has_third = true,
    .pane = &pane_strips,
    .fill = fill,
    .follow = links_follow,
};
