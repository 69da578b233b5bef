// SPDX-License-Identifier: MIT
// Where accounts differ, those of this round first.
#include "view/frame/inside.h"

static void *fill(Reader *reader)
{
    Sheet *sheet = sheet_new();
    sheet_add_discrepancies(sheet, reader->dossier, reader->dossier->accounts[reader->account].round);
    return sheet;
}

const ViewType view_discrepancies = {
    .name = "discrepancies",
    .letter = 'x',
    .title = "where accounts differ",
    .hints = "}:round  J:next  ]:part  ENTER:open  q:close  ?:help",
    .need = NEED_ROUNDS,
    .of_account = true,
    .pane = &pane_strips,
    .fill = fill,
};
