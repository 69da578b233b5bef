// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "diptych/character.h"
#include "diptych/memory.h"
#include "port/markup_inside.h"

// Bytes of a paragraph in markup of speech that are told at once.
#define BLOCK_MAX ((size_t)1 << 18)

// --- text

// Takes the hyphen that divides a word at a line end away.
static bool undivide(Markup *markup, MarkupFrame *frame, Str next, size_t line)
{
    const Str text = buffer_str(&frame->text);
    if (!frame->line_end || text.len < 2 || text.at[text.len - 1] != '-' ||
        !character_is_letter(character_at(text, str_character_before(text, text.len - 1)).point) ||
        !character_is_lower(character_at(next, 0).point))
        return false;
    size_t start = text.len;
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    const Str half = str_slice(text, start, text.len - 1);
    port_unsure(markup->port, line, "\"%.*s- %.*s\" is joined to \"%.*s%.*s\"", (int)half.len, half.at,
                (int)next.len, next.at, (int)half.len, half.at, (int)next.len, next.at);
    frame->text.len--;
    return true;
}

// Where a page began within the paragraph, its mark has a line of its own.
static void add_page_line(Markup *markup, MarkupFrame *frame)
{
    buffer_addf(&frame->text, "\n[Page %.*s]\n", (int)markup->page.len, markup->page.bytes);
    markup->page_due = false;
}

static void add_word(Markup *markup, MarkupFrame *frame, Str word, size_t line)
{
    if (frame->text.len == 0)
        markup_begin_text(markup, frame, line);
    else if (frame->blank && !undivide(markup, frame, word, line)) {
        if (frame->escaped && markup->page_due)
            add_page_line(markup, frame);
        else
            buffer_add_byte(&frame->text, ' ');
    }
    const bool begins = frame->text.len == 0 || frame->text.bytes[frame->text.len - 1] == '\n';
    if (frame->escaped)
        prose_escape(&frame->text, word, begins);
    else
        buffer_add(&frame->text, word);
    frame->blank = frame->line_end = false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void take_text(void *context, Str text, size_t line)
{
    Markup *markup = context;
    MarkupFrame *frame = markup_collector(markup);
    if (markup->skipped || frame->deaf || markup->failed)
        return;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && is_blank(text.at[end])) {
            frame->blank = true;
            frame->line_end = frame->line_end || text.at[end] == '\n';
            end++;
        }
        at = end;
        while (end < text.len && !is_blank(text.at[end]))
            end++;
        if (end > at)
            add_word(markup, frame, str_slice(text, at, end), line);
        at = end;
    }
    if (frame->text.len > BLOCK_MAX && !frame->escaped && frame->role == MARKUP_BLOCK)
        markup_deliver(markup, frame);
    else if (frame->text.len > PROSE_MAX && !markup->failed)
        markup->failed = !error_set(markup->error, "%s:%zu: a paragraph has more than 64 MB",
                                    intake_name(markup->port->intake), line);
}

// --- elements

// True for what stands by itself: text in front of it is told first.
static bool stands_alone(MarkupRole role)
{
    return role == MARKUP_BLOCK || role == MARKUP_HEAD || role == MARKUP_SPEECH || role == MARKUP_ROW ||
           role == MARKUP_DOCUMENT || role == MARKUP_SUMMARY || role == MARKUP_VOTE;
}

static bool collects(MarkupRole role)
{
    return stands_alone(role) || role == MARKUP_SPEAKER || role == MARKUP_SCENE || role == MARKUP_GAP ||
           role == MARKUP_NOTE || role == MARKUP_HEADER || role == MARKUP_PARTICIPANT ||
           role == MARKUP_VARIANT || (role >= MARKUP_TITLE && role <= MARKUP_CITATION) ||
           (role >= MARKUP_NAME && role <= MARKUP_OFFICE);
}

enum { MARKUP_BUFFERS = 8 };

static void buffers_of(MarkupFrame *frame, Buffer *buffers[MARKUP_BUFFERS])
{
    Buffer *const all[MARKUP_BUFFERS] = {&frame->text, &frame->marks,   &frame->page,   &frame->id,
                                         &frame->lang, &frame->speaker, &frame->remark, &frame->side};
    memcpy(buffers, all, sizeof all);
}

static MarkupFrame *push(Markup *markup, const XmlTag *tag, MarkupRole role)
{
    Buffer *buffers[MARKUP_BUFFERS];
    const bool deaf = markup_collector(markup)->deaf;
    MarkupFrame *frame = &markup->frames[++markup->depth];
    buffers_of(frame, buffers);
    for (size_t i = 0; i < MARKUP_BUFFERS; i++)
        buffer_clear(buffers[i]);
    frame->role = role;
    const Str name = str_slice(tag->name, 0, sizeof frame->name - 1);
    memcpy(frame->name, name.at, name.len);
    frame->name[name.len] = '\0';
    frame->collects = collects(role);
    frame->deaf = role == MARKUP_HEADER || (deaf && !frame->collects);
    frame->blank = frame->line_end = frame->joined = frame->told = frame->outer = false;
    frame->escaped = (role == MARKUP_BLOCK || role == MARKUP_NOTE) && !markup->speaks;
    frame->line = tag->line;
    frame->italics = 0;
    return frame;
}

// Text in it belongs to what is open already: a paragraph of a note, of a row.
static bool is_whole(const MarkupFrame *owner)
{
    return owner->role == MARKUP_NOTE || owner->role == MARKUP_SUMMARY || owner->role == MARKUP_ROW ||
           owner->role == MARKUP_PARTICIPANT || owner->role == MARKUP_CITATION || owner->role == MARKUP_VOTE;
}

static bool is_running(const Markup *markup, const MarkupFrame *owner)
{
    return owner->role == MARKUP_BLOCK || owner->role == MARKUP_SPEECH || owner == markup->frames;
}

static void start(void *context, const XmlTag *tag)
{
    Markup *markup = context;
    const bool skips = markup->skipped || markup->failed;
    MarkupRole role = skips ? MARKUP_SKIP : markup->roles(markup, tag);
    if (role == MARKUP_SKIP) {
        markup->skipped++;
        return;
    }
    MarkupFrame *owner = markup_collector(markup);
    if (stands_alone(role) && is_running(markup, owner))
        markup_deliver(markup, owner);
    else if (stands_alone(role) || role == MARKUP_CELL || role == MARKUP_BREAK)
        owner->blank = true;
    owner->line_end = owner->line_end || role == MARKUP_BREAK;
    MarkupFrame *frame = push(markup, tag, stands_alone(role) && is_whole(owner) ? MARKUP_THROUGH : role);
    const Str id = xml_attribute(tag, "xml:id");
    buffer_set(&frame->id, id.len ? id : xml_attribute(tag, "eId"));
    buffer_set(&frame->lang, xml_attribute(tag, "xml:lang"));
    markup_element_starts(markup, frame, tag);
}

static void end(void *context, Str name)
{
    Markup *markup = context;
    (void)name;
    if (markup->skipped) {
        markup->skipped--;
        return;
    }
    MarkupFrame *frame = &markup->frames[markup->depth];
    if (is_running(markup, frame))
        markup_deliver(markup, frame);
    if (frame->role == MARKUP_DOCUMENT)
        markup_finish(markup);
    markup->depth--;
    if (!markup->failed)
        markup_element_ends(markup, frame);
}

// --- the whole

static bool next_piece(void *context, Str *piece)
{
    const Port *port = context;
    if (port->progress)
        port->progress(port->context);
    return intake_piece(port->intake, piece);
}

static void free_frames(MarkupFrame *frames)
{
    for (size_t i = 0; i <= XML_DEPTH_MAX; i++) {
        Buffer *buffers[MARKUP_BUFFERS];
        buffers_of(&frames[i], buffers);
        for (size_t k = 0; k < MARKUP_BUFFERS; k++)
            buffer_free(buffers[k]);
    }
    free(frames);
}

bool markup_read(const Port *port, MarkupRoles *roles, Error *error)
{
    Markup markup = {.port = port, .roles = roles, .error = error};
    const XmlSource source = {(void *)(uintptr_t)port, next_piece, intake_name(port->intake)};
    const XmlHandler handler = {&markup, start, end, take_text};
    markup.frames = mem_new(XML_DEPTH_MAX + 1, sizeof *markup.frames);
    markup.frames[0].collects = true;
    const bool done = xml_read(&source, &handler, error) && !markup.failed;
    if (done)
        markup_deliver(&markup, &markup.frames[0]);
    if (done)
        markup_finish(&markup);
    if (markup.outside)
        port_unsure(port, 1, "%zu paragraphs stand outside of the documents and are left out",
                    markup.outside);
    free_frames(markup.frames);
    prose_free(&markup.prose);
    Buffer *const buffers[] = {&markup.page, &markup.title, &markup.speaker, &markup.due};
    for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++)
        buffer_free(buffers[i]);
    markup_people_free(&markup);
    return done && !markup.failed;
}
