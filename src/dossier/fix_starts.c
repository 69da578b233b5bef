// SPDX-License-Identifier: MIT
// Passages and turns that do not begin in the first column, or nearly so.
#include "diptych/memory.h"
#include "fixer.h"

void fixer_add(Fixer *fixer, Fix fix)
{
    FixList *out = fixer->out;
    fix.edit.from += fixer->speech->at;
    fix.edit.to += fixer->speech->at;
    out->items = mem_grow(out->items, &out->capacity, out->count + 1, sizeof *out->items);
    out->items[out->count++] = fix;
}

Str fixer_rest(Line line, size_t from)
{
    return str_trim(str_slice(line.text, from, line.text.len));
}

// The kind of the next line that is no comment; blank at the end.
Line fixer_peek(const Fixer *fixer)
{
    Lines lines = fixer->lines;
    Line line;
    while (lines_next(&lines, &line) && line_kind(line.text) == LINE_COMMENT)
        continue;
    return line;
}

// --- numbers

// So many pieces of stray text are passed over.
#define LOOKED_MAX ((size_t)64)

// The number of the passage that comes next in the file; 0: there is none. What cannot be told is 1, which no
// number is below.
static uint32_t next_number(Fixer *fixer, Line line)
{
    const Speech *speech = fixer->speech;
    while (fixer->passage < speech->passage_count && speech->passages[fixer->passage].line <= line.number)
        fixer->passage++;
    size_t end = fixer->passage + LOOKED_MAX;
    for (size_t i = fixer->passage; i < speech->passage_count; i++) {
        if (speech->passages[i].number)
            return speech->passages[i].number;
        if (i == end)
            return 1;
    }
    return 0;
}

// From here on a number may be a year.
#define YEAR_FIRST 1000

// True when a passage of that number can only be meant where the line stands.
static bool is_certain_number(Fixer *fixer, Line line, uint32_t number)
{
    uint32_t next = next_number(fixer, line);
    return number > fixer->last && (next == 0 || number < next) &&
           speech_find(fixer->speech, number) == NONE && (number < YEAR_FIRST || number == fixer->last + 1);
}

bool fixer_is_passage(Fixer *fixer, Line line, uint32_t *number, size_t *end)
{
    Str text = str_trim(line.text);
    size_t start = (size_t)(text.at - line.text.at), close = str_find(text, ']', 0);
    if (text.len == 0 || text.at[0] != '[' || close == text.len ||
        !str_number(str_trim(str_slice(text, 1, close)), NUMBER_MAX, number) || *number == 0)
        return false;
    *end = start + close + 1;
    return !line_is_speech(line.text) && fixer_rest(line, *end).len &&
           is_certain_number(fixer, line, *number);
}

// --- turns

// True when the ids before any brace are of people and parties that are known.
static bool are_speakers(const Fixer *fixer, Str text)
{
    Str rest = str_slice(text, 1, str_find(text, '{', 0)), id;
    bool known = true;
    while (known && str_next(&rest, "+", &id)) {
        id = str_trim(id);
        known = dossier_person(fixer->dossier, id) != NONE || dossier_party(fixer->dossier, id) != NONE;
    }
    return known;
}

static bool is_near_turn(Fixer *fixer, Line line)
{
    Str text = str_trim(line.text);
    size_t brace = str_find(text, '{', 0);
    return text.len > 1 && text.at[0] == '@' && text.at > line.text.at && brace == text.len &&
           are_speakers(fixer, text);
}

bool fixer_ends_text(Fixer *fixer)
{
    Line next = fixer_peek(fixer);
    LineKind kind = line_kind(next.text);
    uint32_t number;
    size_t end;
    if (kind == LINE_BLANK || kind == LINE_NUMBER || kind == LINE_TURN)
        return true;
    return kind != LINE_BRACE && (fixer_is_passage(fixer, next, &number, &end) || is_near_turn(fixer, next));
}

bool fixer_is_turn(Fixer *fixer, Line line)
{
    return is_near_turn(fixer, line) &&
           (near_attributes(str_trim(fixer_peek(fixer).text)) == 0 || fixer_ends_text(fixer));
}
