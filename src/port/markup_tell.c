// SPDX-License-Identifier: MIT
#include "port/label.h"
#include "port/markup_inside.h"
#include "port/stated.h"

static void fail(Markup *markup, size_t line)
{
    if (!markup->failed)
        error_set(markup->error, "%s:%zu: more than 64 MB stand in one document: such are not read",
                  intake_name(markup->port->intake), line);
    markup->failed = true;
}

static void keep(Markup *markup, Str markdown, size_t line)
{
    if (!prose_add(&markup->prose, markdown, line))
        fail(markup, line);
}

static void keep_escaped(Markup *markup, const char *front, Str text, const char *behind, size_t line)
{
    Buffer out = {0};
    buffer_add_text(&out, front);
    prose_escape(&out, text, *front == '\0');
    buffer_add_text(&out, behind);
    keep(markup, buffer_str(&out), line);
    buffer_free(&out);
}

// The page or pages of what has been collected; nothing when the element has a place of its own.
static void add_place(const Markup *markup, const MarkupFrame *frame, Buffer *out)
{
    const Str from = buffer_str(&frame->page), to = buffer_str(&markup->page);
    buffer_add(out, buffer_str(&frame->id));
    if (out->len || from.len == 0 || str_equal(from, to))
        return; // the sink knows the page
    buffer_addf(out, "p. %.*s-%.*s", (int)from.len, from.at, (int)to.len, to.at);
}

// Words of the speaker.
static void tell_speech(Markup *markup, MarkupFrame *speech, MarkupFrame *frame, Str text)
{
    Buffer at = {0};
    add_place(markup, frame, &at);
    if (at.len == 0)
        buffer_add(&at, buffer_str(&speech->id));
    const PortItem item = {.kind = speech->told ? PORT_PASSAGE : PORT_TURN,
                           .status = STATUS_VERBATIM,
                           .line = frame->line,
                           .text = text,
                           .speaker = buffer_str(&speech->speaker),
                           .remark = buffer_str(&speech->remark),
                           .at = buffer_str(&at),
                           .lang = frame->lang.len ? buffer_str(&frame->lang) : buffer_str(&speech->lang),
                           .marks = buffer_str(&frame->marks)};
    port_tell(markup->port, &item);
    speech->told = true;
    buffer_free(&at);
}

// The title of the file is that of the document, when it holds one.
static void tell_title(Markup *markup)
{
    MarkupFrame *document = markup_open(markup, MARKUP_DOCUMENT);
    if (!document || document->told || markup->nested || markup->title.len == 0)
        return;
    document->told = true;
    port_tell_text(markup->port, PORT_TITLE, document->line, buffer_str(&markup->title));
}

// The first heading of a document without another title is its title, and may hold a date.
static void tell_head(Markup *markup, Str text, size_t line)
{
    MarkupFrame *document = markup_open(markup, MARKUP_DOCUMENT);
    const bool titled = document && (document->told || (document->outer && markup->title.len));
    if (markup->speaks || !document || titled) {
        if (markup->speaks)
            port_tell_text(markup->port, PORT_HEAD, line, text);
        else
            keep_escaped(markup, "## ", text, "", line);
        return;
    }
    document->told = true;
    port_tell_text(markup->port, PORT_TITLE, line, text);
    Buffer date = {0};
    if (stated_date(text, &date, NULL, NULL))
        port_tell_text(markup->port, PORT_DATE, line, buffer_str(&date));
    buffer_free(&date);
}

void markup_aside(Markup *markup, PortKind kind, Str text, size_t line)
{
    text = str_trim(text);
    if (text.len == 0)
        return;
    MarkupFrame *speech = markup_open(markup, MARKUP_SPEECH);
    if (kind == PORT_HEAD) {
        tell_head(markup, text, line);
    } else if (speech || markup->speaks) {
        const PortItem item = {.kind = kind,
                               .line = line,
                               .text = text,
                               .speaker = speech && kind == PORT_OMITTED ? buffer_str(&speech->speaker)
                                                                         : (Str){NULL, 0}};
        port_tell(markup->port, &item);
    } else if (kind == PORT_TABLE) {
        keep_escaped(markup, "| ", text, " |", line);
    } else {
        const bool bracketed = strchr("([", text.at[0]);
        keep_escaped(markup, bracketed ? "" : "\\(", text, bracketed ? "" : "\\)", line);
    }
}

// A short sentence in italics at the beginning of a paragraph, which is no name, says what it is about.
static Str keep_topic(Markup *markup, const MarkupFrame *frame, Str text)
{
    const Str topic = str_trim(str_slice(text, 0, frame->italics));
    const Str rest = str_trim(str_slice(text, frame->italics, text.len));
    const bool ends = topic.len > 1 && topic.len < 100 && topic.at[topic.len - 1] == '.';
    if (!ends || rest.len == 0 || label_is_name(str_slice(topic, 0, topic.len - 1)))
        return text;
    Buffer out = {0};
    buffer_addf(&out, "### %.*s", (int)topic.len, topic.at);
    keep(markup, buffer_str(&out), frame->line);
    buffer_free(&out);
    return rest;
}

// The notes of the paragraph that has just been told or kept.
static void tell_notes(Markup *markup, const MarkupFrame *frame)
{
    Str due = buffer_str(&markup->due), note;
    while (str_next_word(&due, "\n", &note)) {
        const size_t sign = str_find(note, '\t', 0);
        const PortItem item = {.kind = PORT_NOTE,
                               .line = frame->line,
                               .key = str_slice(note, 0, sign),
                               .text = str_slice(note, sign + 1, note.len)};
        Buffer line = {0};
        buffer_addf(&line, "[^%.*s]: %.*s", (int)item.key.len, item.key.at, (int)item.text.len, item.text.at);
        if (frame->escaped)
            keep(markup, buffer_str(&line), frame->line);
        else
            port_tell(markup->port, &item);
        buffer_free(&line);
    }
    buffer_clear(&markup->due);
}

// True in what stands beside the documents of a file that holds several.
static bool is_outside(Markup *markup)
{
    const MarkupFrame *document = markup_open(markup, MARKUP_DOCUMENT);
    return markup->nested && (!document || document->outer);
}

void markup_deliver(Markup *markup, MarkupFrame *frame)
{
    const Str text = str_trim(buffer_str(&frame->text));
    MarkupFrame *speech = markup_open(markup, MARKUP_SPEECH);
    if (text.len == 0)
        return;
    const size_t line = frame->line;
    if (speech)
        tell_speech(markup, speech, frame, text);
    else if (markup->speaks)
        port_tell_text(markup->port, PORT_NARRATION, line, text);
    else if (is_outside(markup))
        markup->outside++;
    else
        keep(markup, keep_topic(markup, frame, text), line);
    tell_notes(markup, frame);
    buffer_clear(&frame->text);
    buffer_clear(&frame->marks);
    frame->blank = frame->line_end = frame->joined = false;
    frame->italics = 0;
    if (markup->page_due)
        markup_page(markup, line);
}

void markup_note(Markup *markup, MarkupFrame *note)
{
    const Str text = str_trim(buffer_str(&note->text));
    MarkupFrame *owner = markup_collector(markup);
    if (text.len == 0 || owner->deaf)
        return;
    if (owner->role != MARKUP_HEAD && (owner->role != MARKUP_BLOCK || owner->text.len == 0)) {
        markup_aside(markup, PORT_NARRATION, text, note->line);
        return;
    }
    Buffer mark = {0};
    if (note->id.len)
        buffer_add(&mark, buffer_str(&note->id));
    else
        buffer_addf(&mark, "n%zu", ++markup->notes);
    if (owner->escaped) {
        buffer_addf(&owner->text, "[^%.*s]", (int)mark.len, mark.bytes);
    } else {
        buffer_add_text(&owner->marks, owner->marks.len ? " " : "");
        buffer_add(&owner->marks, buffer_str(&mark));
    }
    buffer_addf(&markup->due, "%.*s\t%.*s\n", (int)mark.len, mark.bytes, (int)text.len, text.at);
    buffer_free(&mark);
}

// Within a paragraph, in brackets.
static void add_inside(MarkupFrame *owner, Str text, bool gap, size_t line)
{
    const bool bracketed = !gap && strchr("([", text.at[0]);
    const char *opens = bracketed ? "" : !gap ? "(" : owner->escaped ? "\\[" : "[";
    const char *closes = bracketed ? "" : !gap ? ")" : owner->escaped ? "\\]" : "]";
    if (owner->text.len)
        buffer_add_byte(&owner->text, ' ');
    else
        owner->line = line;
    buffer_add_text(&owner->text, opens);
    if (owner->escaped)
        prose_escape(&owner->text, text, false);
    else
        buffer_add(&owner->text, text);
    buffer_add_text(&owner->text, closes);
    owner->blank = true;
}

void markup_scene(Markup *markup, const MarkupFrame *scene, Str text)
{
    MarkupFrame *owner = markup_collector(markup);
    const bool gap = scene->role == MARKUP_GAP;
    if (text.len == 0 || owner->deaf)
        return;
    if (owner->role == MARKUP_BLOCK && (owner->text.len || !gap)) {
        add_inside(owner, text, gap, scene->line);
        return;
    }
    if (owner->role != MARKUP_BLOCK)
        markup_deliver(markup, owner);
    markup_aside(markup, gap ? PORT_OMITTED : PORT_NARRATION, text, scene->line);
}

void markup_begin_speech(Markup *markup)
{
    tell_title(markup);
    prose_tell(&markup->prose, markup->port);
    prose_clear(&markup->prose);
    markup->speaks = true;
}

void markup_finish(Markup *markup)
{
    tell_title(markup);
    if (markup->failed || markup->prose.count == 0)
        return;
    const bool inside = markup_open(markup, MARKUP_DOCUMENT) != NULL;
    if (!prose_read(&markup->prose, markup->port, inside ? PROSE_INSIDE : PROSE_WHOLE, markup->error))
        markup->failed = true;
    prose_clear(&markup->prose);
}

void markup_page(Markup *markup, size_t line)
{
    const Str page = buffer_str(&markup->page);
    if (!markup->speaks && !is_outside(markup)) {
        Buffer text = {0};
        buffer_addf(&text, "[Page %.*s]", (int)page.len, page.at);
        keep(markup, buffer_str(&text), line);
        buffer_free(&text);
    } else {
        port_tell_text(markup->port, PORT_PAGE, line, page);
    }
    markup->page_due = false;
}
