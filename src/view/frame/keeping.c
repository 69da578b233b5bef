// SPDX-License-Identifier: MIT
// From a session to the reader's place, and back.
#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

static bool resume_columns(Reader *reader, const Session *session, Place *place)
{
    Selector columns[2];
    for (int side = 0; side < 2; side++)
        if (!session->columns[side] ||
            !meaning_selector(reader->dossier, str_of(session->columns[side]), &columns[side], NULL))
            return false;
    place->columns[0] = columns[0];
    place->columns[1] = columns[1];
    return true;
}

static void resume_searches(Reader *reader, const Session *session)
{
    for (size_t i = 0; i < session->search_count; i++)
        prompt_remember(&reader->prompts[0], str_of(session->searches[i]));
}

// The view of one account of that name; there may be none in this version of the program.
static View *kept_view(const Reader *reader, const char *name)
{
    View *view = name ? reader_view_named(reader, str_of(name)) : NULL;
    return view && view->type->is_kept && view->type->of_account ? view : reader->words;
}

void reader_resume(Reader *reader, const Session *session)
{
    const KeptPlace *kept = &session->place;
    reader->look.stacked = session->stacked;
    reader->look.lens = session->lens;
    reader->look.left = session->left;
    resume_searches(reader, session);
    uint32_t account = kept->account ? dossier_account(reader->dossier, str_of(kept->account)) : NONE;
    if (account == NONE)
        return;
    Place place = reader_place(reader);
    uint32_t parties[2];
    selector_parties(reader->dossier, account, parties);
    place.columns[0] = (Selector){parties[0], NONE};
    place.columns[1] = (Selector){parties[1], NONE};
    resume_columns(reader, session, &place);
    place.account = account;
    place.view = kept_view(reader, kept->view);
    place.spot = (Spot){.topic = kept->topic ? dossier_topic(reader->dossier, str_of(kept->topic)) : NONE,
                        .offset = kept->offset};
    uint32_t ordinal =
        kept->passage ? speech_find(dossier_speech(reader->dossier, account), kept->passage) : NONE;
    if (ordinal != NONE)
        place.spot.target = (Target){TARGET_PASSAGE, account, ordinal};
    reader_relayout(reader);
    reader_restore(reader, place);
}

static void keep_columns(const Reader *reader, Session *session)
{
    for (int side = 0; side < 2; side++) {
        Buffer text = {0};
        selector_add(reader->dossier, &text, reader->columns_of[side]);
        session->columns[side] = buffer_steal(&text);
    }
}

static void keep_searches(const Reader *reader, Session *session)
{
    const Prompt *prompt = &reader->prompts[0];
    for (size_t i = 0; i < prompt->history_count; i++) {
        session->searches =
            mem_grow(session->searches, &session->search_capacity, session->search_count + 1, sizeof(char *));
        session->searches[session->search_count++] = mem_text(str_of(prompt->history[i]));
    }
}

static void keep_place(Reader *reader, KeptPlace *kept)
{
    const Dossier *dossier = reader->dossier;
    Place place = reader_place(reader);
    PassageId id;
    kept->view = mem_text(str_of(place.view->type->name));
    kept->account = mem_text(dossier->accounts[place.account].name);
    if (place.spot.topic != NONE)
        kept->topic = mem_text(dossier->topics[place.spot.topic].record.id);
    if (reader_current_passage(reader, &id) && id.account == place.account)
        kept->passage = passage_at(reader->dossier, id)->number;
    kept->offset = (uint32_t)place.spot.offset;
}

void reader_keep(Reader *reader, Session *session)
{
    const Dossier *dossier = reader->dossier;
    session_free(session);
    reader->view = reader->words;
    if (dossier->account_count)
        keep_place(reader, &session->place);
    keep_columns(reader, session);
    keep_searches(reader, session);
    session->stacked = reader->look.stacked;
    session->lens = reader->look.lens;
    session->left = (uint32_t)reader->look.left;
}
