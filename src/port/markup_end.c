// SPDX-License-Identifier: MIT
// What happens where an element ends, by its role.
#include "port/label.h"
#include "port/markup_inside.h"

// What the element says: its text, else what an attribute said.
static Str words_of(const MarkupFrame *frame)
{
    return str_trim(frame->text.len ? buffer_str(&frame->text) : buffer_str(&frame->remark));
}

static void tell(Markup *markup, const MarkupFrame *frame, PortKind kind)
{
    const Str words = words_of(frame);
    if (words.len)
        port_tell_text(markup->port, kind, frame->line, words);
}

static void end_head(Markup *markup, MarkupFrame *frame)
{
    MarkupFrame *list = markup_open(markup, MARKUP_PARTICIPANTS);
    if (list && label_is_stopped(words_of(frame)))
        return; // "Participants"
    if (list)
        buffer_set(&list->side, words_of(frame));
    else
        markup_aside(markup, PORT_HEAD, words_of(frame), frame->line);
}

static void end_summary(Markup *markup, MarkupFrame *frame)
{
    markup_aside(markup, PORT_SUMMARY, words_of(frame), frame->line);
}

static void end_vote(Markup *markup, MarkupFrame *frame)
{
    markup_aside(markup, PORT_VOTE, words_of(frame), frame->line);
}

static void end_row(Markup *markup, MarkupFrame *frame)
{
    markup_aside(markup, PORT_TABLE, words_of(frame), frame->line);
}

// Cells of a row are parted as those of a text are.
static void end_cell(Markup *markup, MarkupFrame *frame)
{
    (void)frame;
    MarkupFrame *owner = markup_collector(markup);
    if (owner->text.len)
        buffer_add_text(&owner->text, " /");
    owner->blank = true;
}

static void end_scene(Markup *markup, MarkupFrame *frame)
{
    markup_scene(markup, frame, words_of(frame));
}

static void end_speaker(Markup *markup, MarkupFrame *frame)
{
    markup_speaker(markup, words_of(frame), frame->line);
}

// The title of a file that holds several documents is what each is cited by.
static void end_title(Markup *markup, MarkupFrame *frame)
{
    if (markup->title.len == 0 || !markup_open(markup, MARKUP_DOCUMENT))
        buffer_set(&markup->title, words_of(frame));
}

// The words stay where they stand as well.
static void add_words(Markup *markup, const MarkupFrame *frame)
{
    MarkupFrame *owner = markup_collector(markup);
    const Str words = buffer_str(&frame->text);
    if (owner->role != MARKUP_BLOCK)
        return;
    if (owner->text.len == 0)
        markup_begin_text(markup, owner, frame->line);
    else if (owner->blank)
        buffer_add_byte(&owner->text, ' ');
    if (owner->escaped)
        prose_escape(&owner->text, words, owner->text.len == 0);
    else
        buffer_add(&owner->text, words);
    owner->blank = frame->blank;
}

static void end_date(Markup *markup, MarkupFrame *frame)
{
    const Str exact = buffer_str(&frame->remark);
    port_tell_text(markup->port, PORT_DATE, frame->line, exact.len ? exact : words_of(frame));
    add_words(markup, frame);
}

static void end_place(Markup *markup, MarkupFrame *frame)
{
    tell(markup, frame, PORT_PLACE);
    add_words(markup, frame);
}

static void end_citation(Markup *markup, MarkupFrame *frame)
{
    tell(markup, frame, PORT_CITATION);
}

static void end_participant(Markup *markup, MarkupFrame *frame)
{
    const MarkupFrame *list = markup_open(markup, MARKUP_PARTICIPANTS);
    const PortItem item = {.kind = PORT_PARTICIPANT,
                           .line = frame->line,
                           .text = words_of(frame),
                           .side = list ? buffer_str(&list->side) : (Str){NULL, 0}};
    if (item.text.len)
        port_tell(markup->port, &item);
}

static void end_forename(Markup *markup, MarkupFrame *frame)
{
    MarkupFrame *name = markup_open(markup, MARKUP_NAME);
    Buffer *part = !name ? NULL : frame->role == MARKUP_FORENAME ? &name->remark : &name->speaker;
    if (!part)
        return;
    if (part->len)
        buffer_add_byte(part, ' ');
    buffer_add(part, words_of(frame));
}

static void end_office(Markup *markup, MarkupFrame *frame)
{
    MarkupFrame *person = markup_open(markup, MARKUP_PERSON);
    if (person && person->remark.len == 0)
        buffer_set(&person->remark, words_of(frame));
}

static void end_variant(Markup *markup, MarkupFrame *frame)
{
    MarkupFrame *owner = markup_collector(markup);
    const Str words = words_of(frame);
    if (words.len && !owner->deaf)
        buffer_addf(&owner->text, owner->escaped ? " \\[%.*s\\]" : " [%.*s]", (int)words.len, words.at);
}

static void end_weight(Markup *markup, MarkupFrame *frame)
{
    MarkupFrame *owner = markup_collector(markup);
    if (!frame->told)
        return;
    if (frame->role == MARKUP_ITALIC)
        owner->italics = owner->text.len;
    else if (owner->text.len <= 2)
        buffer_clear(&owner->text);
    else
        buffer_add_text(&owner->text, "**");
}

static void end_word(Markup *markup, MarkupFrame *frame)
{
    markup_collector(markup)->blank = !frame->joined;
}

// What comes behind a document is of the next one.
static void end_document(Markup *markup, MarkupFrame *frame)
{
    markup->speaks = false;
    if (frame->outer)
        markup->nested = false;
}

void markup_element_ends(Markup *markup, MarkupFrame *frame)
{
    typedef void End(Markup *, MarkupFrame *);
    static End *const ends[MARKUP_ROLE_COUNT] = {
        [MARKUP_DOCUMENT] = end_document,
        [MARKUP_HEAD] = end_head,
        [MARKUP_SUMMARY] = end_summary,
        [MARKUP_VOTE] = end_vote,
        [MARKUP_ROW] = end_row,
        [MARKUP_CELL] = end_cell,
        [MARKUP_NOTE] = markup_note,
        [MARKUP_SCENE] = end_scene,
        [MARKUP_GAP] = end_scene,
        [MARKUP_SPEAKER] = end_speaker,
        [MARKUP_TITLE] = end_title,
        [MARKUP_DATE] = end_date,
        [MARKUP_PLACE] = end_place,
        [MARKUP_CITATION] = end_citation,
        [MARKUP_PARTICIPANT] = end_participant,
        [MARKUP_GROUP] = markup_group,
        [MARKUP_PERSON] = markup_person,
        [MARKUP_NAME] = markup_name,
        [MARKUP_FORENAME] = end_forename,
        [MARKUP_SURNAME] = end_forename,
        [MARKUP_OFFICE] = end_office,
        [MARKUP_VARIANT] = end_variant,
        [MARKUP_BOLD] = end_weight,
        [MARKUP_ITALIC] = end_weight,
        [MARKUP_WORD] = end_word,
    };
    if (ends[frame->role])
        ends[frame->role](markup, frame);
}
