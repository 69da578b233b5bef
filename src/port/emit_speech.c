// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "port/emit_inside.h"
#include "port/write.h"

// Bytes that are held at most; what comes then is narration.
#define HELD_MAX ((size_t)1 << 16)

static const char *status_of(PortKind kind)
{
    if (kind == PORT_SUMMARY)
        return "summary";
    return kind == PORT_OMITTED ? "omitted" : "narration";
}

static void add_place(Emitter *emitter, const PortItem *item, bool *any)
{
    Buffer at = {0};
    if (item->at.len)
        buffer_add(&at, item->at);
    else if (emitter->page.len)
        write_page(&at, buffer_str(&emitter->page));
    else
        buffer_addf(&at, "\xC2\xB6%zu", ++emitter->telling.paragraphs);
    write_attribute(&emitter->out, any, "at", buffer_str(&at));
    buffer_free(&at);
}

// The place of the last passage's notes.
static size_t note_place(Emitter *emitter)
{
    if (emitter->last_place == PLACE_NONE) {
        emitter->last_place = body_mark_at(&emitter->body, emitter->last);
        emitter->body.places[emitter->last_place].is_note = true;
    }
    return emitter->last_place;
}

// The mark stands at the place now: a page or a chapter may count its notes anew.
static void expect_note(Emitter *emitter, Str mark, size_t place)
{
    uint32_t known = wordmap_value(&emitter->notes, mark);
    if (known == WORDMAP_NONE) {
        known = (uint32_t)emitter->note_count;
        wordmap_add(&emitter->notes, mark, known);
        emitter->note_places = mem_grow(emitter->note_places, &emitter->note_capacity,
                                        emitter->note_count + 1, sizeof *emitter->note_places);
        emitter->note_count++;
    }
    emitter->note_places[known] = place;
}

// Has the notes whose marks stand in the passage find it.
static void expect_notes(Emitter *emitter, Str marks)
{
    Str mark;
    const size_t place = note_place(emitter);
    while (str_next(&marks, " ", &mark))
        if (mark.len)
            expect_note(emitter, mark, place);
}

// References into the round that this is another account of.
static void add_same(Emitter *emitter, Str numbers, bool *any)
{
    Buffer list = {0};
    Str number;
    while (str_next(&numbers, " ", &number))
        if (number.len)
            buffer_addf(&list, "%sr%zu.%.*s", list.len ? " " : "", emitter->totals.documents, (int)number.len,
                        number.at);
    write_attribute(&emitter->out, any, "same", buffer_str(&list));
    buffer_free(&list);
}

static void add_extra(Buffer *out, Str extra, bool *any)
{
    Str line;
    while (extra.len && str_next(&extra, "\n", &line)) {
        const size_t colon = str_find(line, ':', 0);
        char *name = mem_text(str_slice(line, 0, colon));
        write_attribute(out, any, name, str_slice(line, colon + 1, line.len));
        free(name);
    }
}

// To the notes of the last passage.
static void add_note(Emitter *emitter, Str note)
{
    Buffer *text = body_place(&emitter->body, note_place(emitter));
    buffer_add_text(text, text->len ? "; " : "");
    buffer_add(text, note);
}

// Writes a passage; `status` is null when it is the round's. False: it has no text.
static bool add_passage(Emitter *emitter, const PortItem *item, const char *status)
{
    Buffer *out = &emitter->out;
    buffer_clear(out);
    if (!write_passage(out, (uint32_t)emitter->telling.passages + 1, item->text))
        return false;
    emitter->telling.passages++;
    bool any = false;
    buffer_add_byte(out, '{');
    add_place(emitter, item, &any);
    write_attribute(out, &any, "time", item->time.len ? item->time : buffer_str(&emitter->time));
    buffer_clear(&emitter->time);
    write_attribute(out, &any, "status", str_of(status));
    write_attribute(out, &any, "lang", item->lang);
    if (item->same.len)
        add_same(emitter, item->same, &any);
    add_extra(out, item->extra, &any);
    write_attribute(out, &any, "x-key", item->key);
    body_add(&emitter->body, buffer_str(out));
    emitter->last = emitter->body.len;
    emitter->last_place = PLACE_NONE;
    emitter->has_last = true;
    if (item->marks.len)
        expect_notes(emitter, item->marks);
    body_add(&emitter->body, str_of("}\n\n"));
    if (item->note.len)
        add_note(emitter, item->note);
    return true;
}

static void count_spoken(Emitter *emitter, const PortItem *item)
{
    Telling *telling = &emitter->telling;
    *(item->status == STATUS_REPORTED ? &telling->reported : &telling->verbatim) += 1;
    emitter->totals.passages++;
}

// The status of the round is that of most of its first words.
static const char *spoken_status(Emitter *emitter, const PortItem *item)
{
    count_spoken(emitter, item);
    return item->status == STATUS_REPORTED ? "reported" : NULL;
}

static void open_turn(Emitter *emitter, Str remark)
{
    Buffer *out = &emitter->out;
    bool any = false;
    const Str id = people_at(emitter->people, emitter->speaker)->id;
    buffer_clear(out);
    buffer_addf(out, "@ %.*s", (int)id.len, id.at);
    if (remark.len) {
        buffer_add_text(out, " {");
        write_attribute(out, &any, "note", remark);
        buffer_add_byte(out, '}');
    }
    buffer_add_byte(out, '\n');
    body_add(&emitter->body, buffer_str(out));
    emitter->open = true;
}

// Says how a form that nobody had was taken.
static void say_match(Emitter *emitter, size_t line, Str form, PeopleMatch match, Str other)
{
    Buffer what = {0};
    if (match == PEOPLE_GUESSED)
        buffer_addf(&what, "\"%.*s\" is taken for %.*s", (int)form.len, form.at, (int)other.len, other.at);
    if (match == PEOPLE_TORN)
        buffer_addf(&what, "\"%.*s\" may be one of several who are known: taken for another", (int)form.len,
                    form.at);
    if (match == PEOPLE_NEW && people_lacks(emitter->people, form))
        buffer_addf(&what, "\"%.*s\" is not in the table of people", (int)form.len, form.at);
    if (what.len)
        emitter->sink.unsure(&emitter->sink, line, buffer_str(&what));
    buffer_free(&what);
}

static uint32_t person_of(Emitter *emitter, const PortItem *item)
{
    const Str form = item->speaker.len ? item->speaker : str_of("?");
    PeopleMatch match;
    Str other;
    const uint32_t person = people_take(emitter->people, form, &match, &other);
    say_match(emitter, item->line, form, match, other);
    people_speaks(emitter->people, person, form);
    emit_takes_part(emitter, person);
    return person;
}

// The document counts, and is written when it is wanted.
void emit_begin(Emitter *emitter)
{
    Telling *telling = &emitter->telling;
    telling->begun = true;
    emitter->totals.documents++;
    telling->taken = emitter->wanted == 0 || emitter->totals.documents == emitter->wanted;
    if (telling->taken)
        telling->record = body_mark(&emitter->body);
}

void emit_turn(Emitter *emitter, const PortItem *item)
{
    emit_held(emitter);
    emitter->speaker = person_of(emitter, item);
    emitter->totals.turns++;
    open_turn(emitter, item->remark);
    add_passage(emitter, item, spoken_status(emitter, item));
}

static Str own(Str s)
{
    return (Str){mem_text(s), s.len};
}

static void free_str(Str s)
{
    free((char *)(uintptr_t)s.at); // own() made it
}

void emit_drop_held(Emitter *emitter)
{
    for (size_t i = 0; i < emitter->held_count; i++) {
        free_str(emitter->held[i].text);
        free_str(emitter->held[i].at);
        free_str(emitter->held[i].time);
    }
    emitter->held_count = emitter->held_bytes = 0;
}

// `within`: in the turn that goes on, else as the record's own.
static void write_held(Emitter *emitter, bool within)
{
    if (emitter->held_count && !within)
        body_add(&emitter->body, str_of("@\n"));
    for (size_t i = 0; i < emitter->held_count; i++) {
        const Held *held = &emitter->held[i];
        const PortItem item = {.text = held->text, .at = held->at, .time = held->time};
        const bool plain = !within && held->kind != PORT_SUMMARY && held->kind != PORT_OMITTED;
        add_passage(emitter, &item, plain ? NULL : status_of(held->kind));
        emitter->totals.others++;
    }
    emit_drop_held(emitter);
}

void emit_held(Emitter *emitter)
{
    if (emitter->held_count)
        emitter->open = false;
    write_held(emitter, false);
}

void emit_passage(Emitter *emitter, const PortItem *item)
{
    if (emitter->speaker == PERSON_NONE) {
        emit_aside(emitter, item);
        return;
    }
    if (emitter->open)
        write_held(emitter, true);
    else
        open_turn(emitter, (Str){NULL, 0});
    add_passage(emitter, item, spoken_status(emitter, item));
}

void emit_aside(Emitter *emitter, const PortItem *item)
{
    if (item->speaker.len && emitter->open) {
        write_held(emitter, true);
        add_passage(emitter, item, status_of(item->kind));
        emitter->totals.others++;
        return;
    }
    emitter->held =
        mem_grow(emitter->held, &emitter->held_capacity, emitter->held_count + 1, sizeof *emitter->held);
    emitter->held[emitter->held_count++] = (Held){.kind = item->kind,
                                                  .line = item->line,
                                                  .text = own(item->text),
                                                  .at = own(item->at),
                                                  .time = own(item->time)};
    emitter->held_bytes += item->text.len + 64;
    if (emitter->held_bytes <= HELD_MAX)
        return;
    if (!emitter->telling.begun) {
        emitter->telling.begun = emitter->telling.prose = true;
        emitter->telling.taken = emitter->wanted == 0;
        emitter->telling.record = emitter->telling.taken ? body_mark(&emitter->body) : 0;
    }
    if (emitter->telling.taken)
        emit_held(emitter);
    else
        emit_drop_held(emitter);
}

void emit_note(Emitter *emitter, const PortItem *item)
{
    const uint32_t known = item->key.len ? wordmap_value(&emitter->notes, item->key) : WORDMAP_NONE;
    if (known == WORDMAP_NONE && !emitter->has_last) {
        buffer_add(&emitter->telling.front, item->text);
        buffer_add_byte(&emitter->telling.front, '\n');
        return;
    }
    const size_t place = known == WORDMAP_NONE ? note_place(emitter) : emitter->note_places[known];
    Buffer *text = body_place(&emitter->body, place);
    if (text->len)
        buffer_add_text(text, "; ");
    if (item->key.len)
        buffer_addf(text, "%.*s: ", (int)item->key.len, item->key.at);
    buffer_add(text, item->text);
}
