// SPDX-License-Identifier: MIT
#include "port/prose.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "port/furniture.h"
#include "port/markdown_line.h"
#include "port/readers.h"

bool prose_add(Prose *prose, Str markdown, size_t line)
{
    if (prose->text.len + markdown.len + 2 > PROSE_MAX)
        return false;
    Str piece;
    buffer_add(&prose->text, markdown);
    buffer_add_text(&prose->text, "\n\n");
    while (str_next(&markdown, "\n", &piece)) {
        prose->lines = mem_grow(prose->lines, &prose->capacity, prose->count + 2, sizeof *prose->lines);
        prose->lines[prose->count++] = line;
    }
    prose->lines[prose->count++] = line;
    return true;
}

void prose_clear(Prose *prose)
{
    buffer_clear(&prose->text);
    prose->count = 0;
}

void prose_free(Prose *prose)
{
    buffer_free(&prose->text);
    free(prose->lines);
}

// Stands in front of the sink of who asked.
typedef struct Mapped {
    PortSink sink;
    PortSink *behind;
    const Prose *prose;
    ProseUse use;
} Mapped;

static size_t line_of(const Mapped *mapped, size_t line)
{
    return line > 0 && line <= mapped->prose->count ? mapped->prose->lines[line - 1] : line;
}

static void take(PortSink *sink, const PortItem *item)
{
    const Mapped *mapped = (Mapped *)sink; // its first member
    PortItem moved = *item;
    moved.line = line_of(mapped, item->line);
    if (mapped->use == PROSE_INSIDE && item->kind == PORT_DOCUMENT)
        return;
    if (mapped->use == PROSE_INSIDE && item->kind == PORT_TITLE)
        moved.kind = PORT_TOPIC;
    mapped->behind->take(mapped->behind, &moved);
}

static void unsure(PortSink *sink, size_t line, Str what)
{
    const Mapped *mapped = (Mapped *)sink;
    mapped->behind->unsure(mapped->behind, line_of(mapped, line), what);
}

bool prose_read(const Prose *prose, const Port *port, ProseUse use, Error *error)
{
    Mapped mapped = {{take, unsure}, port->sink, prose, use};
    Intake *intake = intake_open_memory(buffer_str(&prose->text), "UTF-8", error);
    if (!intake)
        return false;
    Port inner = *port;
    inner.intake = intake;
    inner.sink = &mapped.sink;
    inner.is_record = use == PROSE_INSIDE;
    const bool done = reader_markdown.read(&inner, error);
    intake_close(intake);
    return done;
}

// Signs that mean something wherever they stand, and those that do at the beginning of a line.
static bool is_sign(char c, bool begins)
{
    return strchr("\\`*_[]|<&^~", c) || (begins && strchr("#+->.", c));
}

static void tell_line(const Port *port, const MarkdownLine *line, size_t number)
{
    PortItem item = {.kind = PORT_NARRATION,
                     .line = number,
                     .text = str_trim(buffer_str(&line->text)),
                     .marks = buffer_str(&line->marks),
                     .key = buffer_str(&line->mark)};
    Buffer page = {0};
    Str head;
    bool doubtful;
    if (line->kind == MARKDOWN_HEADING)
        item.kind = PORT_HEAD;
    else if (line->kind == MARKDOWN_NOTE)
        item.kind = PORT_NOTE;
    else if (line->kind == MARKDOWN_TABLE)
        item.kind = PORT_TABLE;
    else if (furniture_of(item.text, &page, &head, &doubtful) == FURNITURE_PAGE && !doubtful)
        item = (PortItem){.kind = PORT_PAGE, .line = number, .text = buffer_str(&page)};
    if (item.text.len)
        port_tell(port, &item);
    buffer_free(&page);
}

void prose_tell(const Prose *prose, const Port *port)
{
    Str rest = buffer_str(&prose->text), line;
    MarkdownLine clean = {0};
    bool bold = false;
    for (size_t i = 0; i < prose->count && str_next(&rest, "\n", &line); i++) {
        const bool aside = str_starts(line, str_of("\\("));
        markdown_line(&clean, aside ? str_slice(line, 2, line.len - 2) : line, &bold);
        tell_line(port, &clean, prose->lines[i]);
    }
    markdown_line_free(&clean);
}

void prose_escape(Buffer *out, Str words, bool begins)
{
    bool digits = begins; // nothing but digits stands in front, as in "1. "
    for (size_t i = 0; i < words.len; i++) {
        const char c = words.at[i];
        if (c && is_sign(c, digits))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, c);
        digits = digits && c >= '0' && c <= '9';
    }
}
