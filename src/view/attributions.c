// SPDX-License-Identifier: MIT
// What each side said that the other had said, by verdict.
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    if (!sheet_add_attributions(sheet, reader->dossier, reader->account)) {
        sheet_band(sheet);
        sheet_text(sheet, (Target){0}, (Str){0},
                   str_of("Nothing is noted here of what a side said that the other had said."), STYLE_PLAIN);
    }
    return sheet;
}

const ViewType view_attributions = {
    .name = "attributions",
    .letter = 'a',
    .title = "what each says that the other had said",
    .hints = "}:round  J:next  w:what was said  ENTER:open  q:close  ?:help",
    .need = NEED_ROUNDS,
    .of_account = true,
    .pane = &pane_strips,
    .fill = fill,
};
