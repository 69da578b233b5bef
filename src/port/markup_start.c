// SPDX-License-Identifier: MIT
// What happens where an element begins, by its role.
#include "port/markup_inside.h"

// The words of the first attribute that is there, for what may have no text of its own.
static void keep_attribute(MarkupFrame *frame, const XmlTag *tag, const char *first, const char *second)
{
    const Str value = xml_attribute(tag, first);
    buffer_set(&frame->remark, value.len || !second ? value : xml_attribute(tag, second));
}

static void start_scene(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    keep_attribute(frame, tag, "desc", "type");
}

static void start_gap(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    keep_attribute(frame, tag, "reason", "extent");
}

static void start_date(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    keep_attribute(frame, tag, "when", "date");
}

static void start_note(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    keep_attribute(frame, tag, "n", "marker");
    buffer_set(&frame->id, buffer_str(&frame->remark));
    buffer_clear(&frame->remark);
}

// What is said of a speaker who goes on after an interruption.
static void tell_previous(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    const Str previous = markup_key(xml_attribute(tag, "prev"));
    if (previous.len == 0)
        return;
    buffer_addf(&frame->remark, "%sgoes on from %.*s", frame->remark.len ? "; " : "", (int)previous.len,
                previous.at);
    if (!markup->halves)
        port_unsure(markup->port, tag->line,
                    "a speech that another interrupted goes on here: its parts are turns of their own");
    markup->halves = true;
}

static void start_speech(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    markup_begin_speech(markup);
    Str who = xml_attribute(tag, "who"), key;
    who = who.len ? who : xml_attribute(tag, "by");
    if (str_next_word(&who, " ", &key))
        buffer_set(&frame->speaker, markup_key(key));
    while (str_next_word(&who, " ", &key)) {
        buffer_add_text(&frame->remark, frame->remark.len ? ", " : "together with ");
        buffer_add(&frame->remark, markup_key(key));
    }
    if (markup->speaker.len)
        markup_speaker(markup, buffer_str(&markup->speaker), tag->line);
    buffer_clear(&markup->speaker);
    tell_previous(markup, frame, tag);
}

static bool is_within_document(const Markup *markup)
{
    for (size_t i = markup->depth - 1; i > 0; i--)
        if (markup->frames[i].role == MARKUP_DOCUMENT)
            return true;
    return false;
}

static void start_document(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    frame->outer = !is_within_document(markup);
    markup->nested = !frame->outer;
    if (markup->nested) {
        markup->outside += markup->prose.count;
        prose_clear(&markup->prose);
    }
    markup->speaks = markup->halves = false;
    const PortItem item = {.kind = PORT_DOCUMENT, .line = tag->line, .key = buffer_str(&frame->id)};
    port_tell(markup->port, &item);
    if (markup->nested && markup->title.len)
        port_tell_text(markup->port, PORT_CITATION, tag->line, buffer_str(&markup->title));
    const Str date = str_slice(xml_attribute(tag, "doc-dateTime-min"), 0, 10);
    if (date.len)
        port_tell_text(markup->port, PORT_DATE, tag->line, date);
}

// The page before the first that is named, when a paragraph began on it.
static void guess_page(const Markup *markup, MarkupFrame *frame, Str page)
{
    uint32_t number;
    if (markup->page.len == 0 && frame->text.len && str_number(page, UINT32_MAX, &number) && number > 1) {
        buffer_clear(&frame->page);
        buffer_addf(&frame->page, "%u", number - 1);
    }
}

static void start_page(Markup *markup, MarkupFrame *self, const XmlTag *tag)
{
    (void)self;
    Str page = str_trim(xml_attribute(tag, "n"));
    if (str_starts(page, str_of("p. ")))
        page = str_trim(str_slice(page, 3, page.len));
    if (page.len == 0)
        return;
    MarkupFrame *frame = markup_collector(markup);
    guess_page(markup, frame, page);
    buffer_set(&markup->page, page);
    if (frame->role == MARKUP_BLOCK && frame->text.len)
        markup->page_due = true;
    else
        markup_page(markup, tag->line);
}

// At the beginning of a paragraph they may say who speaks, or what it is about.
static void start_weight(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    MarkupFrame *owner = markup_collector(markup);
    frame->told = owner->role == MARKUP_BLOCK && owner->escaped && owner->text.len == 0;
    if (frame->told && frame->role == MARKUP_BOLD) {
        markup_begin_text(markup, owner, tag->line);
        buffer_add_text(&owner->text, "**");
    }
}

static void start_named(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    const Str role = xml_attribute(tag, "role");
    buffer_set(&frame->speaker, xml_attribute(tag, "showAs"));
    frame->told = str_is(role, "parliamentaryGroup") || str_is(role, "politicalParty");
}

static void start_side(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)frame;
    MarkupFrame *person = markup_open(markup, MARKUP_PERSON);
    if (!person)
        return;
    buffer_add_byte(&person->side, ' ');
    buffer_add(&person->side, xml_attribute(tag, "ref"));
}

static void start_time(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)frame;
    const Str time = xml_attribute(tag, "time");
    port_tell_text(markup->port, PORT_TIME, tag->line, time.len ? time : xml_attribute(tag, "when"));
}

static void start_word(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    (void)markup;
    frame->joined = str_is(xml_attribute(tag, "join"), "right");
}

void markup_element_starts(Markup *markup, MarkupFrame *frame, const XmlTag *tag)
{
    typedef void Start(Markup *, MarkupFrame *, const XmlTag *);
    static Start *const starts[MARKUP_ROLE_COUNT] = {
        [MARKUP_DOCUMENT] = start_document, [MARKUP_SPEECH] = start_speech, [MARKUP_SCENE] = start_scene,
        [MARKUP_GAP] = start_gap,           [MARKUP_NOTE] = start_note,     [MARKUP_PAGE] = start_page,
        [MARKUP_TIME] = start_time,         [MARKUP_WORD] = start_word,     [MARKUP_BOLD] = start_weight,
        [MARKUP_ITALIC] = start_weight,     [MARKUP_DATE] = start_date,     [MARKUP_GROUP] = start_named,
        [MARKUP_PERSON] = start_named,      [MARKUP_SIDE] = start_side,
    };
    if (starts[frame->role])
        starts[frame->role](markup, frame, tag);
}
