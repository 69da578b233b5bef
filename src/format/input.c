// SPDX-License-Identifier: MIT
#include "diptych/input.h"

// A line longer than this (bytes) is worth a word: it is a broken file more often than a text.
#define LINE_LONG ((size_t)1 << 20)

// Problems of one account, or of all records, that are listed: a file that is no dossier at all has one a
// line.
#define PROBLEMS_MAX ((size_t)10000)

void input_free(Input *input)
{
    buffer_free(&input->scratch);
    buffer_free(&input->piece);
}

void input_problem(Input *input, DiagnosticKind kind, uint32_t line, uint32_t column, Str detail)
{
    if (input->problems->count > PROBLEMS_MAX)
        return;
    if (input->problems->count == PROBLEMS_MAX)
        kind = DIAGNOSTIC_MANY_PROBLEMS;
    diagnostic_add(input->problems, kind, input->file, line, column, detail);
}

void input_problem_about(Input *input, DiagnosticKind kind, uint32_t line, uint32_t column, Str detail,
                         Str about)
{
    size_t before = input->problems->count;
    input_problem(input, kind, line, column, detail);
    if (input->problems->count > before)
        diagnostic_tell_about(input->problems, about);
}

void input_check_line(Input *input, Line line)
{
    if (line.text.len > LINE_LONG)
        input_problem(input, DIAGNOSTIC_LONG_LINE, line.number, 1, str_slice(line.text, 0, 20));
}

// What no byte is: the list goes on to the end of the value.
#define ENDLESS (-1)

Items input_items(const Input *input, const Pair *pair)
{
    return (Items){.rest = str_slice(input->bytes, pair->span.at, (size_t)pair->span.at + pair->span.len),
                   .line = pair->line,
                   .column = pair->column,
                   .end = ENDLESS};
}

Items input_items_before(const Input *input, const Pair *pair, char end)
{
    Items items = input_items(input, pair);
    items.end = (unsigned char)end;
    return items;
}

static bool is_end(const Items *items, char byte)
{
    return (unsigned char)byte == items->end;
}

static bool is_separator(char byte)
{
    return byte == ' ' || byte == ',' || byte == '\n' || byte == '\t';
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
        while (end < items->rest.len && !is_separator(items->rest.at[end]) &&
               !is_end(items, items->rest.at[end]))
            end++;
        Str text = str_trim(str_slice(items->rest, 0, end));
        if (text.len)
            *item = (Item){text, items->line, items->column + (uint32_t)(text.at - items->rest.at)};
        skip(items, end);
        if (items->rest.len && is_end(items, items->rest.at[0]))
            items->rest.len = 0;
        else if (items->rest.len && items->rest.at[0] == '\n')
            skip_line_end(items);
        else if (items->rest.len)
            skip(items, 1);
        if (text.len)
            return true;
    }
    return false;
}
