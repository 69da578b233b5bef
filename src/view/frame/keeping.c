// SPDX-License-Identifier: MIT
// From a session to the reader's place, and back; and from a mark.
#include <stdlib.h>
#include <string.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

// Those of one account are the sides that the reader has chosen; it may lack one.
static void resume_columns(Reader *reader, const Session *session, Place *place)
{
    Selector columns[2];
    bool kept = true;
    selector_parties(reader->dossier, place->account, reader->chosen);
    for (int side = 0; side < 2 && kept; side++)
        kept = session->columns[side] &&
               meaning_selector(reader->dossier, str_of(session->columns[side]), &columns[side], NULL);
    if (kept)
        reader_choose(reader, columns);
    if (kept && (columns[0].account != NONE || columns[1].account != NONE))
        memcpy(place->columns, columns, sizeof columns);
    else
        reader_seat(reader, place->account, place->columns);
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

// The thing whose kind and id the words are; TARGET_NONE: it is gone.
static Target resume_target(const Reader *reader, const char *words)
{
    Meaning meaning;
    for (int kind = TARGET_PASSAGE; words && kind < TARGET_DISCREPANCY; kind++) {
        Str rest = str_of(words), name = str_of(meaning_kind((TargetKind)kind));
        if (!str_starts(rest, name) || rest.len <= name.len || rest.at[name.len] != ' ')
            continue;
        rest = str_slice(rest, name.len + 1, rest.len);
        if (meaning_one(reader->dossier, rest, MEANING_OF(kind), &meaning, NULL) && meaning.by_id)
            return meaning.target;
    }
    return (Target){0};
}

// Where the mark is, in a view of one account or in the words of one.
static Place marked_place(Reader *reader, const KeptMark *mark, View *view)
{
    Place place = reader_place(reader);
    Selector columns[2];
    Target target = resume_target(reader, mark->target);
    uint32_t account = mark->account ? dossier_account(reader->dossier, str_of(mark->account)) : NONE;
    bool kept = account != NONE;
    place.account = account == NONE ? place.account : account;
    for (int side = 0; side < 2 && kept; side++)
        kept = mark->columns[side] &&
               meaning_selector(reader->dossier, str_of(mark->columns[side]), &columns[side], NULL);
    if (kept)
        memcpy(place.columns, columns, sizeof columns);
    else
        reader_seat(reader, place.account, place.columns);
    place.view = view->type->of_account ? view : reader->words;
    place.spot = (Spot){.target = target, .topic = TOPIC_FIRST};
    if (mark->topic)
        place.spot.topic = dossier_topic(reader->dossier, str_of(mark->topic));
    return place;
}

void keeping_visit(Reader *reader, const KeptMark *mark)
{
    View *view = mark->view ? reader_view_named(reader, str_of(mark->view)) : NULL;
    Target target = resume_target(reader, mark->target);
    bool gone = mark->target && target.kind == TARGET_NONE;
    if (!view)
        view = reader->words;
    if (view->type->of_subject && !gone)
        reader_visit_subject(reader, target);
    else if (view->type->of_account || mark->account)
        reader_visit(reader, marked_place(reader, mark, view));
    else
        reader_visit_view(reader, view);
    if (gone)
        reader_say(reader, "what was marked is no longer there: %s", mark->target);
}

// Back to the view that was on the screen, if this version of the program has it.
static void resume_shown(Reader *reader, const KeptView *shown)
{
    View *view = shown->name ? reader_view_named(reader, str_of(shown->name)) : NULL;
    if (!view || !view->type->is_kept)
        return;
    Place place = reader_place(reader);
    place.view = view;
    place.spot = (Spot){.target = resume_target(reader, shown->target),
                        .across = resume_target(reader, shown->across),
                        .topic = NONE};
    if (view->type->by_topic && place.spot.target.kind == TARGET_TOPIC)
        place.spot.topic = place.spot.target.index;
    reader_restore(reader, place);
}

void reader_resume(Reader *reader, const Session *session)
{
    const KeptPlace *kept = &session->place;
    reader->look.stacked = session->stacked;
    reader->look.lens = session->lens;
    reader->look.left = session->left;
    if (session->apparatus < APPARATUS_COUNT)
        reader->look.apparatus = (Apparatus)session->apparatus;
    resume_searches(reader, session);
    kept_marks_copy(&reader->marks, &session->marks);
    uint32_t account = kept->account ? dossier_account(reader->dossier, str_of(kept->account)) : NONE;
    if (account == NONE)
        return;
    Place place = reader_place(reader);
    place.account = account;
    resume_columns(reader, session, &place);
    place.view = kept_view(reader, kept->view);
    place.spot = (Spot){.topic = kept->passage ? NONE : TOPIC_FIRST, .offset = kept->offset};
    if (kept->topic)
        place.spot.topic = dossier_topic(reader->dossier, str_of(kept->topic));
    uint32_t ordinal =
        kept->passage ? speech_find(dossier_speech(reader->dossier, account), kept->passage) : NONE;
    if (ordinal != NONE)
        place.spot.target = (Target){TARGET_PASSAGE, account, ordinal};
    reader_relayout(reader);
    reader_restore(reader, place);
    resume_shown(reader, &session->shown);
}

static void keep_columns(const Reader *reader, Session *session)
{
    bool elsewhere = reader->columns_of[0].account != NONE || reader->columns_of[1].account != NONE;
    for (int side = 0; side < 2; side++) {
        Selector chosen = {reader->chosen[side], NONE};
        Buffer text = {0};
        selector_add(reader->dossier, &text, elsewhere ? reader->columns_of[side] : chosen);
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

// Kind and id; null for what has none.
static char *keep_target(Reader *reader, Target target)
{
    Buffer words = {0};
    if (target.kind == TARGET_NONE || target.kind == TARGET_DISCREPANCY)
        return NULL;
    buffer_addf(&words, "%s ", meaning_kind(target.kind));
    meaning_id_add(&words, reader->dossier, target);
    return buffer_steal(&words);
}

static void keep_shown(Reader *reader, KeptView *shown)
{
    if (reader->view->type->of_account || !reader->view->type->is_kept)
        return;
    Spot spot = reader_place(reader).spot;
    shown->name = mem_text(str_of(reader->view->type->name));
    shown->target = keep_target(reader, spot.target);
    shown->across = keep_target(reader, spot.across);
}

// Columns that are not the usual ones of the account.
static void mark_columns(const Reader *reader, KeptMark *mark)
{
    if (reader->columns_of[0].account == NONE && reader->columns_of[1].account == NONE)
        return;
    for (int side = 0; side < 2; side++) {
        Buffer text = {0};
        selector_add(reader->dossier, &text, reader->columns_of[side]);
        mark->columns[side] = buffer_steal(&text);
    }
}

// In a list of passages of many rounds that passage is marked.
KeptMark keeping_mark(Reader *reader, Str letter)
{
    const Dossier *dossier = reader->dossier;
    const ViewType *type = reader->view->type;
    Target target = reader_current(reader);
    uint32_t topic = reader_current_topic(reader);
    bool passage = target.kind == TARGET_PASSAGE && !type->of_subject;
    KeptMark mark = {.letter = mem_text(letter), .view = mem_text(str_of(type->name))};
    mark.target = keep_target(reader, type->of_subject ? reader->subject : target);
    if (passage || type->of_account)
        mark.account = mem_text(dossier->accounts[passage ? target.index : reader->account].name);
    if (type->of_account && topic != NONE)
        mark.topic = mem_text(dossier->topics[topic].record.id);
    if (type->of_account)
        mark_columns(reader, &mark);
    return mark;
}

void reader_keep(Reader *reader, Session *session)
{
    const Dossier *dossier = reader->dossier;
    View *view = reader->view;
    session_free(session);
    keep_shown(reader, &session->shown);
    reader->view = reader->base;
    if (dossier->account_count)
        keep_place(reader, &session->place);
    reader->view = view;
    keep_columns(reader, session);
    keep_searches(reader, session);
    kept_marks_copy(&session->marks, &reader->marks);
    session->stacked = reader->look.stacked;
    session->lens = reader->look.lens;
    session->left = (uint32_t)reader->look.left;
    session->apparatus = (uint32_t)reader->look.apparatus;
}
