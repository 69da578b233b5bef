// SPDX-License-Identifier: MIT
// The sink that writes a dossier: speech as it comes, the records in front of it when all is known.
#include <stdlib.h>

#include "diptych/file.h"
#include "port/emit_inside.h"
#include "port/stated.h"
#include "port/write.h"

// Passages of one account that the format takes; what comes then is a round of its own.
#define PASSAGES_MAX ((size_t)999990)
// Bytes of front matter that are kept with a round.
#define FRONT_MAX ((size_t)1 << 20)

static void add_line(Buffer *buffer, Str text)
{
    if (buffer->len)
        buffer_add_byte(buffer, '\n');
    buffer_add(buffer, text);
}

static void take_title(Telling *telling, Str text)
{
    if (telling->title.len)
        buffer_add_text(&telling->title, " / ");
    buffer_add(&telling->title, text);
}

static void take_date(Telling *telling, Str text)
{
    if (telling->date.len == 0)
        stated_date(text, &telling->date, NULL, NULL);
    add_line(&telling->raw_date, text);
}

// The next document, of which nothing is known yet.
static void begin_telling(Emitter *emitter)
{
    telling_free(&emitter->telling);
    emit_drop_held(emitter);
    wordmap_free(&emitter->notes);
    emitter->note_count = 0;
    emitter->has_last = false;
    emitter->last_place = PLACE_NONE;
    emitter->speaker = PERSON_NONE;
    emitter->open = false;
    buffer_clear(&emitter->page);
    buffer_clear(&emitter->time);
}

static void end_telling(Emitter *emitter)
{
    if (emitter->telling.begun && emitter->telling.taken) {
        emit_held(emitter);
        if (emitter->telling.citation.len)
            add_line(&emitter->citations, buffer_str(&emitter->telling.citation));
        emit_round(emitter);
    }
    begin_telling(emitter);
}

// What is too long for one account goes on in another.
static void go_on_in_another(Emitter *emitter)
{
    Buffer title = {0};
    buffer_add(&title, buffer_str(&emitter->telling.title));
    const uint32_t speaker = emitter->speaker;
    end_telling(emitter);
    take_title(&emitter->telling, title.len ? buffer_str(&title) : str_of(emitter->name));
    take_title(&emitter->telling, str_of("continued"));
    emitter->speaker = speaker;
    emit_begin(emitter);
    buffer_free(&title);
}

// The account of the document that has just been told.
static void begin_account(Emitter *emitter, const PortItem *item)
{
    const bool taken = emitter->telling.taken;
    end_telling(emitter);
    Telling *telling = &emitter->telling;
    telling->begun = true;
    telling->taken = taken;
    buffer_addf(&telling->account, "%s%zu", item->lang.len ? "" : "account-", ++emitter->accounts);
    if (item->lang.len) {
        buffer_clear(&telling->account);
        for (size_t i = 0; i < item->lang.len; i++)
            buffer_add_byte(&telling->account, str_lower(item->lang.at[i]));
    }
    buffer_add(&telling->title, item->text.len ? item->text : item->lang);
    if (taken)
        telling->record = body_mark(&emitter->body);
}

static void take_participant(Emitter *emitter, const PortItem *item)
{
    PeopleMatch match;
    const uint32_t person = people_take(emitter->people, item->text, &match, NULL);
    people_list(emitter->people, person, item->side, item->remark);
    add_line(&emitter->telling.participants, item->text);
    emit_takes_part(emitter, person);
}

static void take_person(Emitter *emitter, const PortItem *item)
{
    PeopleMatch match;
    const uint32_t person = people_take(emitter->people, item->text, &match, NULL);
    people_list(emitter->people, person, item->side, item->remark);
    if (item->key.len)
        people_alias(emitter->people, item->key, person);
}

// What is about a document; false: it is part of the speech.
static bool take_about(Emitter *emitter, const PortItem *item)
{
    Telling *telling = &emitter->telling;
    switch (item->kind) {
    case PORT_DOCUMENT:
        if (telling->begun) // what was told outside of any is the first one's
            end_telling(emitter);
        buffer_clear(&emitter->telling.key);
        buffer_add(&emitter->telling.key, item->key);
        return true;
    case PORT_ACCOUNT:
        begin_account(emitter, item);
        return true;
    case PORT_PERSON:
        take_person(emitter, item);
        return true;
    case PORT_TITLE:
        take_title(telling, item->text);
        return true;
    case PORT_DATE:
        take_date(telling, item->text);
        return true;
    case PORT_PLACE:
        add_line(&telling->place, item->text);
        return true;
    case PORT_PARTICIPANT:
        take_participant(emitter, item);
        return true;
    case PORT_CITATION:
        add_line(&telling->citation, item->text);
        return true;
    case PORT_PAGE:
        buffer_clear(&emitter->page);
        buffer_add(&emitter->page, item->text);
        return true;
    case PORT_TIME:
        buffer_clear(&emitter->time);
        buffer_add(&emitter->time, item->text);
        return true;
    case PORT_FRONT:
        if (telling->front.len + item->text.len < FRONT_MAX)
            add_line(&telling->front, item->text);
        return telling->front.len + item->text.len < FRONT_MAX;
    default:
        return false;
    }
}

static void take(PortSink *sink, const PortItem *item)
{
    Emitter *emitter = (Emitter *)sink; // its first member
    if (take_about(emitter, item))
        return;
    const bool speech = item->kind == PORT_TURN || item->kind == PORT_PASSAGE;
    if (emitter->telling.prose && item->kind == PORT_TURN)
        end_telling(emitter);
    if (!emitter->telling.begun && item->kind == PORT_TURN)
        emit_begin(emitter);
    if (emitter->telling.begun && !emitter->telling.taken)
        return;
    if (emitter->telling.passages >= PASSAGES_MAX)
        go_on_in_another(emitter);
    if (item->kind == PORT_TURN)
        emit_turn(emitter, item);
    else if (item->kind == PORT_NOTE)
        emit_note(emitter, item);
    else if (speech)
        emit_passage(emitter, item);
    else
        emit_aside(emitter, item);
}

static void unsure(PortSink *sink, size_t line, Str what)
{
    Emitter *emitter = (Emitter *)sink;
    if (emitter->telling.begun && !emitter->telling.taken)
        return;
    emitter->totals.unsure++;
    if (emitter->say)
        emitter->say(emitter->context, line, what);
}

Emitter *emitter_new(const char *name, size_t document, People *people, Error *error)
{
    const int fd = file_nameless(error);
    if (fd < 0)
        return NULL;
    Emitter *emitter = mem_new(1, sizeof *emitter);
    emitter->sink = (PortSink){take, unsure};
    emitter->people = people;
    emitter->name = mem_text(str_of(name));
    emitter->wanted = document;
    emitter->body.fd = fd;
    begin_telling(emitter);
    return emitter;
}

PortSink *emitter_sink(Emitter *emitter)
{
    return &emitter->sink;
}

void emitter_on_unsure(Emitter *emitter, void (*say)(void *context, size_t line, Str what), void *context)
{
    emitter->say = say;
    emitter->context = context;
}

PortTotals emitter_totals(const Emitter *emitter)
{
    return emitter->totals;
}

// The notes of passages, as attributes.
static void finish_notes(Body *body)
{
    for (size_t i = 0; i < body->place_count; i++) {
        BodyPlace *place = &body->places[i];
        if (!place->is_note)
            continue;
        Buffer attribute = {0};
        bool any = true;
        write_attribute(&attribute, &any, "note", buffer_str(&place->text));
        buffer_free(&place->text);
        place->text = attribute;
    }
}

bool emitter_finish(Emitter *emitter, bool (*write)(void *context, Str piece, Error *error), void *context,
                    Error *error)
{
    end_telling(emitter);
    finish_notes(&emitter->body);
    Buffer records = {0};
    emit_records(emitter, &records);
    const bool done =
        write(context, buffer_str(&records), error) && body_finish(&emitter->body, write, context, error);
    buffer_free(&records);
    return done;
}

void emitter_free(Emitter *emitter)
{
    if (!emitter)
        return;
    telling_free(&emitter->telling);
    emit_drop_held(emitter);
    Buffer *const buffers[] = {&emitter->page, &emitter->time, &emitter->out, &emitter->first_title,
                               &emitter->citations};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
    body_free(&emitter->body);
    wordmap_free(&emitter->notes);
    free(emitter->note_places);
    free(emitter->held);
    free(emitter->used);
    free(emitter->name);
    free(emitter);
}
