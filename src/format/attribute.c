// SPDX-License-Identifier: MIT
#include "diptych/format.h"

#include <string.h>

// The place in a block of attributes.
typedef struct Cursor {
    Input *input;
    Lines *lines;
    Line line; // at hand
    size_t at; // in line.text; line.text.len: at its end
    bool over; // the block has ended without a brace
} Cursor;

// Goes to the next line of the block, past comments. Speech, another block and a blank line end it.
static bool next_line(Cursor *cursor)
{
    Lines before;
    Line line;
    do {
        before = *cursor->lines;
        if (!lines_next(cursor->lines, &line)) {
            cursor->over = true;
            return false;
        }
    } while (line_kind(line.text) == LINE_COMMENT);
    LineKind kind = line_kind(line.text);
    if (kind == LINE_BLANK || kind == LINE_TURN || kind == LINE_NUMBER || kind == LINE_BRACE) {
        *cursor->lines = before;
        cursor->over = true;
        return false;
    }
    input_check_line(cursor->input, line);
    cursor->line = line;
    cursor->at = 0;
    return true;
}

static char peek(const Cursor *cursor)
{
    return cursor->at < cursor->line.text.len ? cursor->line.text.at[cursor->at] : '\n';
}

static void skip_blanks(Cursor *cursor)
{
    for (char c = peek(cursor); c == ' ' || c == '\t' || c == '\r'; c = peek(cursor))
        cursor->at++;
}

static uint32_t column(const Cursor *cursor)
{
    return (uint32_t)cursor->at + 1;
}

static uint32_t position(const Cursor *cursor)
{
    return cursor->line.at + (uint32_t)cursor->at;
}

static void problem(Cursor *cursor, DiagnosticKind kind, size_t from)
{
    Str rest = str_slice(cursor->line.text, from, cursor->line.text.len);
    input_problem(cursor->input, kind, cursor->line.number, (uint32_t)from + 1, rest);
}

// Goes to the next separator of the line, and not behind it.
static void skip_piece(Cursor *cursor)
{
    Str text = cursor->line.text;
    while (cursor->at < text.len && text.at[cursor->at] != ';' && text.at[cursor->at] != '}')
        cursor->at++;
}

// What follows a closing quote up to the separator should be nothing.
static void end_quoted(Cursor *cursor)
{
    skip_blanks(cursor);
    size_t from = cursor->at;
    skip_piece(cursor);
    if (str_trim(str_slice(cursor->line.text, from, cursor->at)).len)
        problem(cursor, DIAGNOSTIC_BAD_ATTRIBUTE, from);
}

// Reads on to the closing quote, over lines.
static void read_quoted(Cursor *cursor, Pair *pair)
{
    Line first = cursor->line;
    size_t open = cursor->at++;
    pair->quoted = true;
    pair->column = column(cursor);
    pair->span.at = position(cursor);
    for (;;) {
        size_t end = str_find(cursor->line.text, '"', cursor->at);
        bool found = end < cursor->line.text.len;
        cursor->at = end;
        pair->span.len = position(cursor) - pair->span.at;
        if (found) {
            cursor->at++;
            end_quoted(cursor);
            return;
        }
        if (!next_line(cursor)) {
            input_problem(cursor->input, DIAGNOSTIC_OPEN_QUOTE, first.number, (uint32_t)open + 1,
                          str_slice(first.text, open, first.text.len));
            return;
        }
    }
}

static void read_value(Cursor *cursor, Pair *pair)
{
    skip_blanks(cursor);
    pair->line = cursor->line.number;
    if (peek(cursor) == '"') {
        read_quoted(cursor, pair);
    } else {
        size_t from = cursor->at;
        pair->column = column(cursor);
        pair->span.at = position(cursor);
        skip_piece(cursor);
        Str text = str_trim(str_slice(cursor->line.text, from, cursor->at));
        pair->span.len = (uint32_t)text.len;
    }
    pair->value = input_text(cursor->input, pair->span, pair->line, pair->column, JOINING_ATTRIBUTE);
}

static void read_pair(Cursor *cursor, PairList *pairs)
{
    Str name;
    size_t from = cursor->at;
    if (!line_name(str_slice(cursor->line.text, from, cursor->line.text.len), &name)) {
        skip_piece(cursor);
        problem(cursor, DIAGNOSTIC_BAD_ATTRIBUTE, from);
        return;
    }
    Pair pair = {.name = name};
    cursor->at += name.len + 1;
    read_value(cursor, &pair);
    pair_list_add(cursor->input, pairs, pair);
}

Rest attributes_read(Input *input, Lines *lines, Line line, size_t from, PairList *pairs)
{
    Cursor cursor = {.input = input, .lines = lines, .line = line, .at = from + 1};
    while (!cursor.over) {
        skip_blanks(&cursor);
        char c = peek(&cursor);
        if (c == '}') {
            cursor.at++;
            skip_blanks(&cursor);
            return (Rest){cursor.line, cursor.at};
        }
        if (c == ';')
            cursor.at++;
        else if (c == '\n')
            next_line(&cursor);
        else
            read_pair(&cursor, pairs);
    }
    input_problem(input, DIAGNOSTIC_OPEN_ATTRIBUTES, line.number, (uint32_t)from + 1,
                  str_slice(line.text, from, line.text.len));
    return (Rest){0};
}
