// SPDX-License-Identifier: MIT
#include "reader.h"

#include <stdlib.h>

// A line longer than this (bytes) is worth a word: it is a broken file more often than a text.
#define LINE_LONG ((size_t)1 << 20)

// Problems of one account, or of all records, that are listed: a file that is no dossier at all has one a
// line.
#define PROBLEMS_MAX ((size_t)10000)

void reader_free(Reader *reader)
{
    buffer_free(&reader->scratch);
    buffer_free(&reader->piece);
    free(reader->marks);
    reader->marks = NULL;
}

void reader_problem(Reader *reader, DiagnosticKind kind, uint32_t line, uint32_t column, Str detail)
{
    if (reader->problems->count > PROBLEMS_MAX)
        return;
    if (reader->problems->count == PROBLEMS_MAX)
        kind = DIAGNOSTIC_MANY_PROBLEMS;
    diagnostic_add(reader->problems, kind, reader->file, line, column, detail);
}

void reader_check_line(Reader *reader, Line line)
{
    if (line.text.len > LINE_LONG)
        reader_problem(reader, DIAGNOSTIC_LONG_LINE, line.number, 1, str_slice(line.text, 0, 20));
}

Items reader_items(const Reader *reader, const Pair *pair, const char *separators)
{
    return (Items){.rest = str_slice(reader->bytes, pair->span.at, (size_t)pair->span.at + pair->span.len),
                   .separators = separators,
                   .line = pair->line,
                   .column = pair->column};
}

static bool is_separator(char byte, const char *separators)
{
    while (*separators)
        if (*separators++ == byte)
            return true;
    return false;
}

static void skip(Items *items, size_t count)
{
    items->rest = str_slice(items->rest, count, items->rest.len);
    items->column += (uint32_t)count;
}

// Goes behind a line end, and behind the comments that follow it.
static void skip_line_end(Items *items)
{
    skip(items, 1);
    items->line++;
    items->column = 1;
    while (items->rest.len && items->rest.at[0] == '#') {
        skip(items, str_find(items->rest, '\n', 0));
        if (items->rest.len == 0)
            return;
        skip(items, 1);
        items->line++;
        items->column = 1;
    }
}

bool items_next(Items *items, Item *item)
{
    while (items->rest.len) {
        size_t end = 0;
        while (end < items->rest.len && items->rest.at[end] != '\n' &&
               !is_separator(items->rest.at[end], items->separators))
            end++;
        Str text = str_trim(str_slice(items->rest, 0, end));
        if (text.len)
            *item = (Item){text, items->line, items->column + (uint32_t)(text.at - items->rest.at)};
        skip(items, end);
        if (items->rest.len && items->rest.at[0] == '\n')
            skip_line_end(items);
        else if (items->rest.len)
            skip(items, 1);
        if (text.len)
            return true;
    }
    return false;
}
