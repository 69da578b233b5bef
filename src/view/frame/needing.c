// SPDX-License-Identifier: MIT
#include "view/frame/inside.h"

static bool has_sides(Reader *reader)
{
    const Pane *pane = reader_pane(reader);
    return reader->view->type->keeps_side && pane->type->side && !pane->setting.measure.stacked;
}

static bool is_met(Reader *reader, Need need)
{
    PassageId passage;
    switch (need) {
    case NEED_PASSAGE:
        return reader_current_passage(reader, &passage);
    case NEED_SEARCH:
        return reader->finding.search != NULL || scanning_is_on(reader);
    case NEED_SIDES:
        return has_sides(reader);
    case NEED_WRITING:
        return !reader->restricted;
    case NEED_FOLDING:
        return reader->view->type->fold || reader_pane(reader)->type->fold;
    case NEED_FILTERING:
        return reader->view->type->filter != NULL;
    case NEED_SORTING:
        return reader->view->type->sort != NULL;
    default:
        return true;
    }
}

const char *needing_lack(Reader *reader, Need need)
{
    if (need != NEED_NOTHING && !reader->dossier->account_count)
        return need_lack(NEED_ROUNDS);
    return is_met(reader, need) ? NULL : need_lack(need);
}
