// SPDX-License-Identifier: MIT
// What the two sides hold, topic by topic, a sentence each: the first screen of a dossier and of each round.
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    sheet_add_overview(sheet, reader->dossier, reader->skim, reader->columns_of, reader->account);
    return sheet;
}

// To the passages that the line sums up.
static void follow(Reader *reader, Target target)
{
    if (target.kind == TARGET_TOPIC)
        reader_visit_topic(reader, target.index);
    else
        reader_visit_target(reader, target);
}

const ViewType view_overview = {
    .name = "overview",
    .letter = 'o',
    .hints = "/:search  }:next round  ]:next topic  ENTER:read it side by side  ?:help",
    .need = NEED_ROUNDS,
    .is_base = true,
    .is_kept = true,
    .of_account = true,
    .of_skim = true,
    .by_topic = true,
    .pane = &pane_strips,
    .fill = fill,
    .follow = follow,
};
