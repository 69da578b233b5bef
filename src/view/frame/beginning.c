// SPDX-License-Identifier: MIT
// What a reader makes of a dossier at the beginning, and all of it anew when that is told as of another day.
#include "diptych/as_of.h"
#include "view/frame/inside.h"

uint32_t reader_first_account(const Dossier *dossier)
{
    uint32_t start = dossier_account(dossier, record_value(&dossier->record, "Start"));
    if (start != NONE)
        return start;
    for (size_t i = dossier->round_count; as_of_is_set(dossier) && i-- > 0;)
        if (!dossier->accounts[dossier->rounds[i].account].speechless)
            return dossier->rounds[i].account;
    for (size_t i = 0; i < dossier->round_count; i++)
        if (!dossier->accounts[dossier->rounds[i].account].speechless)
            return dossier->rounds[i].account;
    return 0;
}

void reader_begin(Reader *reader)
{
    Dossier *dossier = reader->dossier;
    uint32_t parties[2] = {NONE, NONE};
    reader->skim = skim_new(dossier);
    reader->problems = problems_new(reader->skim);
    reader->account = reader_first_account(dossier);
    reader->following.account = NONE;
    if (dossier->account_count)
        selector_parties(dossier, reader->account, parties);
    for (int side = 0; side < 2; side++) {
        reader->chosen[side] = parties[side];
        reader->columns_of[side] = (Selector){parties[side], NONE};
    }
    reader->changed = true;
}

void reader_end(Reader *reader)
{
    for (size_t i = 0; i < reader->view_count; i++) {
        View *view = &reader->views[i];
        reader_drop(view);
        if (view->own)
            view->type->end(view->own);
        view->own = NULL;
    }
    reader_lock(reader);
    reader_close_third(reader);
    if (reader->finding.search)
        search_free(reader->finding.search);
    scanning_close(reader);
    trail_free(&reader->trail);
    choosing_close(reader);
    problems_free(reader->problems);
    skim_free(reader->skim);
}

void reader_tell_as_of(Reader *reader, Date day)
{
    Session session = {0};
    reader_keep(reader, &session);
    reader_end(reader);
    reader->finding = (Finding){0};
    reader->counterpart = (Counterpart){0};
    reader->subject = reader->third_of = (Target){0};
    reader->link = 0;
    reader->view = reader->base = reader->views;
    dossier_tell_as_of(reader->dossier, day);
    reader_begin(reader);
    reader_resume(reader, &session);
    session_free(&session);
}
