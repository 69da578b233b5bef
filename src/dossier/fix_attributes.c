// SPDX-License-Identifier: MIT
// Attributes that have no line of their own, do not begin in the first column, or lack their brace.
#include "diptych/memory.h"
#include "fixer.h"
#include "passage.h"

static bool is_known(Str name, bool turn)
{
    Verb verb;
    return passage_takes(name, turn) || (!turn && verb_parse(name, &verb)) || key_is_own(name);
}

// What reading attributes from the brace came to.
typedef enum AttributesRead { ATTRIBUTES_CLEAN, ATTRIBUTES_OPEN, ATTRIBUTES_WRONG } AttributesRead;

// Reads attributes and goes behind them in `lines`.
static AttributesRead read_attributes(Fixer *fixer, Lines *lines, Line line, size_t brace, bool turn)
{
    Arena arena = {0};
    DiagnosticList problems = {0};
    Input input = {.bytes = fixer->speech->bytes, .arena = &arena, .problems = &problems};
    fixer->pairs.count = 0;
    Rest rest = attributes_read(&input, lines, line, brace, &fixer->pairs);
    bool known = fixer->pairs.count > 0;
    for (size_t i = 0; i < fixer->pairs.count; i++)
        known = known && is_known(fixer->pairs.items[i].name, turn);
    bool open = problems.count == 1 && problems.items[0].kind == DIAGNOSTIC_OPEN_ATTRIBUTES;
    AttributesRead result = ATTRIBUTES_WRONG;
    if (known && problems.count == 0 && rest.from == rest.line.text.len)
        result = ATTRIBUTES_CLEAN;
    else if (known && open)
        result = ATTRIBUTES_OPEN;
    diagnostic_free(&problems);
    input_free(&input);
    arena_free(&arena);
    return result;
}

static const char *line_end_of(const Fixer *fixer, Line line)
{
    Str bytes = fixer->speech->bytes;
    size_t end = line.at + line.text.len;
    return end < bytes.len && bytes.at[end] == '\r' ? "\r\n" : "\n";
}

// Attributes that take more bytes are looked at by people.
#define NEAR_MAX ((size_t)16384)

// Has the lines end a little behind the line. False: they end there anyway.
static bool cut_lines(Lines *lines, Line line)
{
    size_t end = line.at + line.text.len + NEAR_MAX;
    bool cut = end < lines->bytes.len;
    lines->bytes = str_slice(lines->bytes, 0, end);
    return cut;
}

bool fixer_attributes(Fixer *fixer, Line line, size_t from)
{
    Str text = fixer_rest(line, from);
    Lines before = fixer->lines;
    size_t brace = near_attributes(text), at = (size_t)(text.at - line.text.at) + brace;
    if (brace == text.len || at == 0 || fixer->doubtful)
        return false;
    bool cut = cut_lines(&fixer->lines, line);
    AttributesRead read = read_attributes(fixer, &fixer->lines, line, at, fixer->open == OPEN_TURN);
    cut = cut && fixer->lines.at >= fixer->lines.bytes.len;
    fixer->lines.bytes = before.bytes;
    if (cut || read != ATTRIBUTES_CLEAN || !fixer_ends_text(fixer)) {
        fixer->lines = before;
        return false;
    }
    Str words = str_trim(str_slice(line.text, 0, at));
    size_t end = words.len ? (size_t)(words.at - line.text.at) + words.len : 0;
    fixer_add(fixer,
              (Fix){.edit = {line.at + end, line.at + at, str_of(words.len ? line_end_of(fixer, line) : "")},
                    .kind = DIAGNOSTIC_NEAR_ATTRIBUTES,
                    .line = line.number,
                    .lines = words.len > 0});
    return true;
}

// The byte behind the last word of the lines up to `end`, comments aside.
static size_t end_of_words(const Fixer *fixer, Line line, size_t end, Line *last)
{
    Lines lines = {.bytes = str_slice(fixer->speech->bytes, 0, end), .at = line.at, .number = line.number};
    Line next;
    *last = line;
    while (lines_next(&lines, &next))
        if (line_kind(next.text) != LINE_COMMENT)
            *last = next;
    Str text = str_trim(last->text);
    return (size_t)(text.at - fixer->speech->bytes.at) + text.len;
}

void fixer_pass_attributes(Fixer *fixer, Line line, size_t brace, bool turn)
{
    bool placed = brace == 0 && (fixer->open == OPEN_TEXT || fixer->open == OPEN_TURN);
    if (read_attributes(fixer, &fixer->lines, line, brace, turn) != ATTRIBUTES_OPEN || !placed)
        return;
    Line last;
    size_t end = end_of_words(fixer, line, fixer->lines.at, &last);
    fixer_add(
        fixer,
        (Fix){.edit = {end, end, str_of("}")}, .kind = DIAGNOSTIC_OPEN_ATTRIBUTES, .line = last.number});
}
