// SPDX-License-Identifier: MIT
#include "diptych/character.h"
#include "port/aside.h"
#include "port/name.h"
#include "port/notes.h"
#include "port/plain.h"
#include "port/reported.h"
#include "port/sentence.h"
#include "port/stated.h"
#include "port/write.h"

bool plain_first_time(Plain *plain, Str text)
{
    text = str_slice(text, 0, 200);
    if (wordmap_first(&plain->told, text) != WORDMAP_NONE)
        return false;
    if (plain->told.count < SURVEY_FORMS_MAX)
        wordmap_add(&plain->told, text, 0);
    return true;
}

void plain_tell_front(Plain *plain, size_t line)
{
    if (plain->in_document && !front_is_new(&plain->front)) {
        front_tell_between(&plain->front, plain->port);
    } else {
        const PortItem document = {.kind = PORT_DOCUMENT, .line = line};
        const size_t head = plain->in_document ? front_tell_behind(&plain->front, plain->port) : 0;
        port_tell(plain->port, &document);
        plain->count = 0;
        plain->labelled = false;
        front_tell(&plain->front, head, plain->port);
    }
    plain->in_front = false;
    plain->in_document = true;
}

// The page or pages that the paragraph stands on, or its number.
static void add_place(const Plain *plain, Buffer *out)
{
    const Str from = buffer_str(&plain->open.page), to = buffer_str(&plain->page);
    if (to.len == 0) {
        buffer_addf(out, "\xC2\xB6%zu", plain->count);
        return;
    }
    write_page(out, from.len ? from : to);
    if (from.len && !str_equal(from, to)) {
        buffer_add_byte(out, '-');
        const bool columns = str_starts(from, str_of("col. ")) && str_starts(to, str_of("col. "));
        buffer_add(out, columns ? str_slice(to, 5, to.len) : to);
    }
}

// What all items of the open paragraph share.
static PortItem item_of(const Plain *plain, PortKind kind, Str text, const Buffer *at)
{
    return (PortItem){.kind = kind,
                      .line = plain->open.line,
                      .text = text,
                      .at = buffer_str(at),
                      .marks = buffer_str(&plain->open.marks),
                      .status = STATUS_VERBATIM};
}

// --- indirect speech

// One speaker's sentences of a paragraph.
static void tell_reported(Plain *plain, Str text, Str subject, const Buffer *at)
{
    PortItem item = item_of(plain, subject.len ? PORT_TURN : PORT_PASSAGE, text, at);
    item.status = STATUS_REPORTED;
    Str form = subject;
    if (str_is(str_slice(form, 0, 4), "the ") && !label_is_caps(form))
        form = str_slice(form, 4, form.len);
    const bool same = subject.len && str_equal(form, buffer_str(&plain->speaker)) && plain->speaking;
    item.kind = subject.len && !same ? PORT_TURN : PORT_PASSAGE;
    item.speaker = form;
    if (item.kind == PORT_TURN)
        buffer_set(&plain->speaker, form);
    port_tell(plain->port, &item);
    plain->speaking = plain->by_report = true;
}

// Splits the paragraph where another speaker's sentence begins.
static void tell_report(Plain *plain, Str text, const Buffer *at)
{
    size_t from = 0, parts = 0;
    Str subject = reported_subject(text);
    for (size_t next = reported_sentence_end(text, 0); from < text.len;) {
        const Str rest = str_slice(text, next, text.len);
        const Str other = next < text.len ? reported_subject(rest) : (Str){NULL, 0};
        if (next >= text.len || (other.len && !str_equal(other, subject))) {
            tell_reported(plain, str_trim(str_slice(text, from, next)), subject, at);
            from = next;
            subject = other;
            parts++;
        }
        next = reported_sentence_end(text, next);
        if (from >= text.len)
            break;
    }
    if (parts > 1)
        port_unsure(plain->port, plain->open.line,
                    "one paragraph holds %zu speakers: it is split where a sentence begins with one and a "
                    "verb of saying",
                    parts);
}

// --- whose words a paragraph is

// True when the paragraph tells of the person who is speaking: an author's own words between quoted ones.
static bool tells_of_speaker(const Plain *plain, Str text)
{
    PersonName name = {.count = 0};
    name_parse(&name, buffer_str(&plain->speaker));
    const Str form = name.bare;
    size_t start = form.len;
    while (start > 0 && form.at[start - 1] != ' ' && form.at[start - 1] != '.')
        start--;
    const Str surname = str_slice(form, start, form.len);
    bool found = false, quoted = false;
    for (size_t at = 0; surname.len >= 3 && !name.office && at + surname.len <= text.len && !found; at++) {
        const Str here = str_slice(text, at, at + 3);
        if (text.at[at] == '"' || str_equal(here, str_of("\xE2\x80\x9C")) ||
            str_equal(here, str_of("\xE2\x80\x9D")))
            quoted = text.at[at] == '"' ? !quoted : str_equal(here, str_of("\xE2\x80\x9C"));
        if (quoted || text.at[at] != surname.at[0] || memcmp(text.at + at, surname.at, surname.len) != 0)
            continue;
        const bool begins = at == 0 || text.at[at - 1] == ' ' || text.at[at - 1] == '(';
        const size_t end = at + surname.len;
        const bool ends = end == text.len || !character_is_letter(character_at(text, end).point);
        const bool titled = at > 0 && reported_is_titled(text, at);
        found = begins && ends && !titled;
    }
    name_free(&name);
    return found;
}

static void tell_aside(Plain *plain, PortKind kind, Str text, const Buffer *at)
{
    const PortItem item = item_of(plain, kind, text, at);
    port_tell(plain->port, &item);
}

// A paragraph without brackets or marks: whose words it is.
static void tell_words(Plain *plain, Str text, const Buffer *at)
{
    if (plain->reports && !plain->labelled && (plain->by_report || !plain->speaking) &&
        (reported_subject(text).len || plain->by_report)) {
        tell_report(plain, text, at);
    } else if (plain->speaking && !plain->open.part && !plain->by_report && tells_of_speaker(plain, text)) {
        port_unsure(plain->port, plain->open.line,
                    "a paragraph that names who was speaking is taken for the document's own words");
        plain->speaking = false;
        tell_aside(plain, PORT_NARRATION, text, at);
    } else if (plain->speaking) {
        const PortItem item = item_of(plain, PORT_PASSAGE, text, at);
        port_tell(plain->port, &item);
    } else {
        tell_aside(plain, PORT_NARRATION, text, at);
    }
}

static void tell_text(Plain *plain, Str text, const Buffer *at)
{
    bool sure = true;
    const PortKind aside = aside_kind(text, &sure);
    if (aside != PORT_KIND_COUNT) {
        if (!sure && aside == PORT_SUMMARY)
            port_unsure(plain->port, plain->open.line, "an editor's bracket is taken for a summary: \"%.*s\"",
                        (int)(text.len < 60 ? text.len : 60), text.at);
        tell_aside(plain, aside, text, at);
    } else if (label_is_caps(text) && text.len < 100 && text.len > 5 && !sentence_ends(text) &&
               plain->survey.totals[LABEL_ALONE] < plain->survey.labels + 4 && !plain->open.part) {
        tell_aside(plain, PORT_HEAD, text, at);
    } else if (aside_is_vote(text)) {
        tell_aside(plain, PORT_VOTE, text, at);
    } else if (aside_is_procedure(text) || plain->open.kind == PARAGRAPH_ASIDE) {
        tell_aside(plain, PORT_NARRATION, text, at);
    } else {
        tell_words(plain, text, at);
    }
}

static void tell_turn(Plain *plain, Str text, const Buffer *at)
{
    const Paragraph *open = &plain->open;
    PortItem item = item_of(plain, PORT_TURN, text, at);
    Buffer time = {0};
    stated_time(buffer_str(&open->time), &time);
    item.speaker = buffer_str(&open->form);
    item.remark = buffer_str(&open->remark);
    item.time = buffer_str(&time);
    buffer_set(&plain->speaker, item.speaker);
    plain->speaking = plain->labelled = true;
    plain->by_report = false;
    port_tell(plain->port, &item);
    buffer_free(&time);
}

// The brackets at its end turned out to be a paragraph of their own.
static void tell_tail(Plain *plain)
{
    Paragraph *open = &plain->open;
    Buffer tail = {0};
    buffer_add(&tail, str_trim(str_slice(buffer_str(&open->text), open->tail, open->text.len)));
    open->text.len = open->tail;
    open->tail = 0;
    plain_tell(plain);
    open->kind = PARAGRAPH_ASIDE;
    buffer_set(&open->text, buffer_str(&tail));
    buffer_clear(&open->marks);
    buffer_free(&tail);
    plain_tell(plain);
}

// The marks of notes, which stay in a plain text.
static void find_marks(Plain *plain, Str text)
{
    Buffer marks = {0};
    Str mark;
    notes_marks_add(text, &marks);
    if (marks.len && plain->open.marks.len)
        buffer_add_byte(&plain->open.marks, ' ');
    buffer_add(&plain->open.marks, buffer_str(&marks));
    for (Str rest = buffer_str(&marks); rest.len && str_next(&rest, " ", &mark);)
        if (plain->marks.count < SURVEY_FORMS_MAX && wordmap_first(&plain->marks, mark) == WORDMAP_NONE)
            wordmap_add(&plain->marks, mark, 0);
    buffer_free(&marks);
}

void plain_tell(Plain *plain)
{
    Paragraph *open = &plain->open;
    if (open->kind == PARAGRAPH_NONE)
        return;
    if (open->tail) {
        tell_tail(plain);
        return;
    }
    const Str text = buffer_str(&open->text);
    Buffer at = {0};
    if (open->kind != PARAGRAPH_NOTE) {
        plain->count++;
        find_marks(plain, text);
    }
    add_place(plain, &at);
    if (open->kind == PARAGRAPH_TURN)
        tell_turn(plain, text, &at);
    else if (open->kind == PARAGRAPH_TABLE)
        tell_aside(plain, PORT_TABLE, text, &at);
    else if (open->kind == PARAGRAPH_NOTE) {
        const PortItem item = {
            .kind = PORT_NOTE, .line = open->line, .text = text, .key = buffer_str(&open->form)};
        port_tell(plain->port, &item);
    } else if (text.len)
        tell_text(plain, text, &at);
    buffer_free(&at);
    open->kind = PARAGRAPH_NONE;
    open->cut = false;
    open->depth = 0;
}
