// SPDX-License-Identifier: MIT
#include "port/page_line.h"

// Bytes of the blank at `at`, and its columns; 0: there is none.
static size_t blank_at(Str text, size_t at, size_t *columns)
{
    *columns = 1;
    if (text.at[at] == ' ' || text.at[at] == '\t')
        return 1;
    if (str_starts(str_slice(text, at, text.len), str_of("\xC2\xA0")))
        return 2;
    *columns = 2;
    return str_starts(str_slice(text, at, text.len), str_of("\xE3\x80\x80")) ? 3 : 0;
}

static size_t indent_of(Str text, size_t *at)
{
    size_t columns = 0, wide, bytes;
    for (*at = 0; *at < text.len && (bytes = blank_at(text, *at, &wide)); *at += bytes)
        columns = text.at[*at] == '\t' ? (columns / 8 + 1) * 8 : columns + wide;
    return columns;
}

static void clean(PageLines *lines, PageLine *line)
{
    MarkdownLine *out = &lines->clean;
    markdown_line(out, line->text, &lines->open_bold);
    line->text = str_trim(buffer_str(&out->text));
    line->kind = out->kind;
    line->level = out->level;
    line->item = out->item;
    line->bold = out->bold < line->text.len ? out->bold : line->text.len;
    line->marks = buffer_str(&out->marks);
    line->mark = buffer_str(&out->mark);
}

// Between two rules at the very beginning stand keys, as "title: ...".
static bool is_matter(PageLines *lines, const PageLine *line)
{
    const bool rule = line->kind == MARKDOWN_RULE;
    if (!lines->begun && rule)
        lines->matter = true;
    else if (lines->matter && rule)
        lines->matter = false;
    else
        return lines->matter;
    return true;
}

// Rules around keys, and the rule below the head of a table.
static bool is_passed_over(PageLines *lines, const PageLine *line)
{
    const bool passed = (line->kind == MARKDOWN_RULE && is_matter(lines, line)) ||
                        (line->kind == MARKDOWN_TABLE && line->text.len == 0);
    lines->begun = lines->begun || line->text.len > 0 || passed;
    return passed;
}

bool page_lines_next(PageLines *lines, PageLine *line)
{
    Str text;
    bool whole;
    do {
        if (!intake_line(lines->port->intake, &text, &whole))
            return false;
        *line = (PageLine){.number = intake_number(lines->port->intake) + !whole, .cut = !whole};
        while (text.len && text.at[0] == '\f') {
            line->feeds = true;
            text = str_slice(text, 1, text.len);
        }
        size_t at;
        line->indent = indent_of(text, &at);
        line->text = str_trim(str_slice(text, at, text.len));
        line->bytes = (size_t)(line->text.at - text.at) + line->text.len;
        if (lines->markdown && line->text.len)
            clean(lines, line);
    } while (is_passed_over(lines, line));
    if (lines->port->progress && ++lines->count % 4096 == 0)
        lines->port->progress(lines->port->context);
    return true;
}

void page_lines_free(PageLines *lines)
{
    markdown_line_free(&lines->clean);
}
