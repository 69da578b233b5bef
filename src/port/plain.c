// SPDX-License-Identifier: MIT
// Plain text and Markdown: read once to see how speakers are marked, and once to tell who says what.
#include "port/plain.h"

#include "port/aside.h"
#include "port/notes.h"
#include "port/reported.h"
#include "port/stated.h"

// --- turns

static void say_likely(Plain *plain, const PageLine *line, Str form)
{
    if (form.len && plain_first_time(plain, form))
        port_unsure(plain->port, line->number, "\"%.*s\" is taken for a speaker, who is met once",
                    (int)form.len, form.at);
}

static void say_stopped(Plain *plain, const PageLine *line, const Label *label)
{
    if (label->style != LABEL_COLON && !label->bold)
        return;
    if (label->form.len && label_is_stopped(label->form) && plain_first_time(plain, label->form))
        port_unsure(plain->port, line->number, "\"%.*s\" looks like a speaker and is taken for none",
                    (int)label->form.len, label->form.at);
}

static void begin_turn(Plain *plain, const PageLine *line, const Label *label)
{
    plain_begin(plain, PARAGRAPH_TURN, line, label->rest);
    const bool asks = label->style == LABEL_ASKED && label->form.at[0] == 'Q' && plain->asker.len;
    buffer_set(&plain->open.form, asks ? buffer_str(&plain->asker) : label->form);
    buffer_set(&plain->open.remark, label->remark);
    buffer_set(&plain->open.time, label->time);
}

// The name has the line to itself: what it says is to come.
static void wait_for_words(Plain *plain, const PageLine *line, const Label *label)
{
    buffer_set(&plain->waiting, label->form);
    buffer_set(&plain->waiting_remark, label->remark);
    buffer_set(&plain->waiting_time, label->time);
    plain->waiting_line = line->number;
    plain->waits = true;
    plain->gap = plain->furniture = false;
}

static void take_label(Plain *plain, const PageLine *line, const Label *label, Verdict verdict)
{
    plain_tell(plain);
    if (verdict == VERDICT_LIKELY)
        say_likely(plain, line, label->form);
    if (plain->in_front && label->style == LABEL_ALONE && label->rest.len == 0) {
        wait_for_words(plain, line, label);
        return;
    }
    if (plain->in_front)
        plain_tell_front(plain, line->number);
    if (label->style == LABEL_BY) {
        buffer_set(&plain->asker, label->form);
        plain_begin(plain, PARAGRAPH_ASIDE, line, line->text);
        return;
    }
    const bool timed = label->rest.len && stated_time(label->rest, NULL) == label->rest.len;
    if (timed) { // "Ann Other: (0:05)", and the words below
        const Label alone = {.form = label->form, .remark = label->remark, .time = label->rest};
        wait_for_words(plain, line, &alone);
    } else if (label->rest.len == 0) {
        wait_for_words(plain, line, label);
    } else {
        begin_turn(plain, line, label);
    }
}

// The first words behind a name alone; "(through the interpreter)" is said of it.
static bool take_waited(Plain *plain, const PageLine *line)
{
    bool sure;
    if (aside_opens(line->text, NULL) && !plain->gap && plain->waiting_remark.len == 0 &&
        aside_kind(line->text, &sure) == PORT_NARRATION) {
        buffer_set(&plain->waiting_remark, str_slice(line->text, 1, line->text.len - 1));
        return true;
    }
    plain_begin(plain, PARAGRAPH_TURN, line, line->text);
    buffer_set(&plain->open.form, buffer_str(&plain->waiting));
    buffer_set(&plain->open.remark, buffer_str(&plain->waiting_remark));
    buffer_set(&plain->open.time, buffer_str(&plain->waiting_time));
    plain->waits = false;
    return true;
}

static void drop_waiting(Plain *plain)
{
    const PageLine line = {
        .text = buffer_str(&plain->waiting), .number = plain->waiting_line, .bytes = plain->waiting.len};
    if (plain->waits && plain->in_front)
        front_add(&plain->front, &line, true);
    else if (plain->waits)
        port_tell_text(plain->port, PORT_HEAD, plain->waiting_line, buffer_str(&plain->waiting));
    plain->waits = false;
}

// --- lines

static Verdict judge(Plain *plain, const PageLine *line, const Label *label)
{
    if (label->style == LABEL_NONE || line->kind == MARKDOWN_TABLE || line->kind == MARKDOWN_NOTE ||
        line->level)
        return VERDICT_NO;
    if (label->form.len && people_is_refused(plain->port->people, label->form))
        return VERDICT_NO;
    if (label->form.len && people_find(plain->port->people, label->form) != PERSON_NONE &&
        label->style != LABEL_ALONE && label->style != LABEL_STOP && !label_is_stopped(label->form))
        return VERDICT_YES;
    if (aside_is_vote(line->text) || (plain->in_front && front_is_field(line->text)))
        return VERDICT_NO;
    if (plain->in_front && front_lists_people(&plain->front, line, plain->gap) &&
        survey_count(&plain->survey, label->form) < 2)
        return VERDICT_NO;
    return survey_judge(&plain->survey, label);
}

// True for a line that ends the speech: a heading, a rule, the title of another record.
static bool is_outside(const Plain *plain, const PageLine *line)
{
    if (line->level || line->kind == MARKDOWN_RULE)
        return true;
    const bool apart = plain->gap && !plain->furniture;
    if (line->bold && line->bold >= line->text.len && apart && line->text.len < 200 &&
        !label_is_stopped(line->text))
        return true;
    return apart && front_is_title(line->text);
}

static void take_outside(Plain *plain, const PageLine *line)
{
    plain_tell(plain);
    drop_waiting(plain);
    plain->in_front = true;
    plain->speaking = plain->by_report = false;
    if (line->text.len)
        front_add(&plain->front, line, true);
    plain->gap = plain->furniture = false;
}

static bool take_time(Plain *plain, const PageLine *line)
{
    Buffer time = {0};
    const size_t bytes = stated_time(line->text, &time);
    const bool alone = bytes > 0 && bytes == line->text.len;
    if (alone) {
        plain_tell(plain);
        port_tell_text(plain->port, PORT_TIME, line->number, buffer_str(&time));
        plain->gap = true;
    }
    buffer_free(&time);
    return alone;
}

static bool starts_note(const Plain *plain, const PageLine *line)
{
    Buffer mark = {0};
    const bool known = line->kind == MARKDOWN_TEXT && notes_begin(line->text, &mark) > 0 &&
                       wordmap_first(&plain->marks, buffer_str(&mark)) != WORDMAP_NONE;
    buffer_free(&mark);
    return known;
}

// A paragraph that begins with a mark that stood in the text is the note.
static bool begin_note(Plain *plain, const PageLine *line)
{
    Buffer mark = {0};
    const bool known = starts_note(plain, line);
    if (known) {
        const size_t at = notes_begin(line->text, &mark);
        plain_begin(plain, PARAGRAPH_NOTE, line, str_slice(line->text, at, line->text.len));
        buffer_set(&plain->open.form, buffer_str(&mark));
    }
    buffer_free(&mark);
    return known;
}

static void take_speech(Plain *plain, const PageLine *line, const Label *label, Verdict verdict)
{
    if (plain->open.kind == PARAGRAPH_NOTE && !plain->open.cut && starts_note(plain, line))
        plain_tell(plain);
    const bool goes_on = plain_goes_on(plain, line, label, verdict);
    if (!goes_on && verdict != VERDICT_NO) {
        drop_waiting(plain);
        take_label(plain, line, label, verdict);
    } else if (goes_on) {
        plain_add(plain, line, line->text);
    } else if (is_outside(plain, line)) {
        take_outside(plain, line);
    } else {
        plain_tell(plain);
        say_stopped(plain, line, label);
        if (begin_note(plain, line)) {
            return;
        } else if (line->kind == MARKDOWN_NOTE) {
            plain_begin(plain, PARAGRAPH_NOTE, line, line->text);
            buffer_set(&plain->open.form, line->mark);
        } else if (plain->waits && line->kind != MARKDOWN_TABLE) {
            take_waited(plain, line);
        } else if (label->bold && label_is_stopped(label->form)) {
            plain_begin(plain, PARAGRAPH_ASIDE, line, line->text);
        } else {
            const bool table = line->kind == MARKDOWN_TABLE;
            const bool aside = aside_opens(line->text, NULL) || aside_is_vote(line->text);
            plain_begin(plain,
                        table   ? PARAGRAPH_TABLE
                        : aside ? PARAGRAPH_ASIDE
                                : PARAGRAPH_TEXT,
                        line, line->text);
        }
    }
}

// Within what stands between turns.
static void take_table(Plain *plain, const PageLine *line)
{
    if (plain->open.kind == PARAGRAPH_TABLE && !plain->gap) {
        plain_add(plain, line, line->text);
        return;
    }
    plain_tell(plain);
    plain_begin(plain, PARAGRAPH_TABLE, line, line->text);
}

// An essay has such sentences too: a record has little else, or says in front that it is one.
static bool may_report(const Plain *plain)
{
    const Survey *survey = &plain->survey;
    const bool mostly = survey->labels < survey->reported && survey->reported * 4 >= survey->paragraphs;
    return mostly || front_has_head(&plain->front);
}

static void take_front(Plain *plain, const PageLine *line, const Label *label, Verdict verdict)
{
    const bool reported = plain->reports && verdict == VERDICT_NO && !line->level &&
                          !front_is_field(line->text) && reported_subject(line->text).len > 0 &&
                          may_report(plain);
    if (verdict != VERDICT_NO || front_is_field(line->text)) {
        drop_waiting(plain);
    }
    if (verdict != VERDICT_NO) {
        take_label(plain, line, label, verdict);
    } else if (plain->waits) {
        const bool remark = aside_opens(line->text, NULL) && !plain->gap;
        if (!remark)
            plain_tell_front(plain, line->number);
        take_waited(plain, line);
    } else if (line->kind == MARKDOWN_TABLE && plain->in_document) {
        take_table(plain, line);
    } else if (line->kind == MARKDOWN_NOTE && plain->in_document) {
        plain_tell(plain);
        plain_begin(plain, PARAGRAPH_NOTE, line, line->text);
        buffer_set(&plain->open.form, line->mark);
    } else if (!plain->gap && plain->open.kind == PARAGRAPH_NOTE) {
        plain_add(plain, line, line->text);
    } else if (reported) {
        plain_tell_front(plain, line->number);
        plain_begin(plain, PARAGRAPH_TEXT, line, line->text);
    } else {
        plain_tell(plain);
        say_stopped(plain, line, label);
        if (plain->front.bytes > FRONT_KEPT)
            front_tell_outside(&plain->front, plain->port);
        front_add(&plain->front, line, plain->gap);
        plain->gap = plain->furniture = false;
    }
}

static void take_line(Plain *plain, const PageLine *line)
{
    if (line->feeds)
        plain_count_page(plain, line);
    if (line->text.len == 0 && line->kind != MARKDOWN_RULE) {
        plain->gap = true;
        return;
    }
    if (!plain->open.cut && line->kind == MARKDOWN_TEXT && plain_take_furniture(plain, line))
        return;
    if (!plain->open.cut && !plain->in_front && take_time(plain, line))
        return;
    const Label label = plain->open.cut ? (Label){.style = LABEL_NONE} : label_parse(line->text, line->bold);
    const Verdict verdict = judge(plain, line, &label);
    if (plain->in_front)
        take_front(plain, line, &label, verdict);
    else
        take_speech(plain, line, &label, verdict);
}

static void finish(Plain *plain)
{
    plain_tell(plain);
    drop_waiting(plain);
    front_tell_outside(&plain->front, plain->port);
    page_lines_free(&plain->lines);
    survey_free(&plain->survey);
    plain_paragraph_free(&plain->open);
    front_free(&plain->front);
    wordmap_free(&plain->told);
    wordmap_free(&plain->marks);
    Buffer *const buffers[] = {&plain->page,    &plain->speaker,        &plain->asker,
                               &plain->waiting, &plain->waiting_remark, &plain->waiting_time};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
}

bool plain_read(const Port *port, bool markdown, Error *error)
{
    Plain plain = {.port = port, .lines = {.port = port, .markdown = markdown}, .in_front = true};
    PageLine line;
    PageLines first = {.port = port, .markdown = markdown};
    survey_take(&plain.survey, &first);
    page_lines_free(&first);
    plain.reports = plain.survey.reported >= (port->is_record ? 1 : 2);
    plain_first_page(&plain);
    intake_rewind(port->intake);
    while (page_lines_next(&plain.lines, &line))
        take_line(&plain, &line);
    finish(&plain);
    return !intake_failed(port->intake, error);
}
