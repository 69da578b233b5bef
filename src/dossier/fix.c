// SPDX-License-Identifier: MIT
#include <stdlib.h>

#include "fixer.h"
#include "model.h"
#include "scan.h"

// A line that begins as passages and turns do, after blanks or nearly so.
static bool is_doubtful(Str text)
{
    return text.len > 1 &&
           (text.at[0] == '@' || (text.at[0] == '[' && text.at[1] >= '0' && text.at[1] <= '9'));
}

static void unindent(Fixer *fixer, Line line, DiagnosticKind kind)
{
    Str text = str_trim(line.text);
    size_t start = (size_t)(text.at - line.text.at);
    fixer_add(fixer,
              (Fix){.edit = {line.at, line.at + start, str_of("")}, .kind = kind, .line = line.number});
}

// The text of a passage from byte `from` of the line on.
static void begin_passage(Fixer *fixer, Line line, uint32_t number, size_t from)
{
    fixer->doubtful = false;
    fixer->last = number ? number : fixer->last;
    fixer->open = fixer_rest(line, from).len ? OPEN_TEXT : OPEN_NUMBER;
    if (fixer->open == OPEN_TEXT && near_attributes(fixer_rest(line, from)) > 0 &&
        fixer_attributes(fixer, line, from))
        fixer->open = OPEN_NOTHING;
}

static void pass_number(Fixer *fixer, Line line)
{
    size_t close = str_find(line.text, ']', 0);
    uint32_t number = 0;
    str_number(str_slice(line.text, 1, close), NUMBER_MAX, &number);
    begin_passage(fixer, line, number, close + 1);
}

static void pass_turn(Fixer *fixer, Line line)
{
    size_t brace = str_find(line.text, '{', 1);
    fixer->open = brace < line.text.len ? OPEN_NOTHING : OPEN_TURN;
    if (brace < line.text.len)
        fixer_pass_attributes(fixer, line, brace, true);
}

// "  [ 8 ]" becomes "[8]".
static void fix_passage(Fixer *fixer, Line line, uint32_t number, size_t end)
{
    Str digits = str_trim(str_slice(line.text, str_find(line.text, '[', 0) + 1, end - 1));
    size_t first = (size_t)(digits.at - line.text.at);
    fixer_add(fixer, (Fix){.edit = {line.at, line.at + first, str_of("[")},
                           .kind = DIAGNOSTIC_NEAR_PASSAGE,
                           .line = line.number});
    if (first + digits.len + 1 < end)
        fixer_add(fixer, (Fix){.edit = {line.at + first + digits.len, line.at + end - 1, str_of("")},
                               .kind = DIAGNOSTIC_NEAR_PASSAGE,
                               .line = line.number,
                               .untold = true});
    begin_passage(fixer, line, number, end);
}

// A line of text, indented or not: what it was meant for, where that is certain.
static void pass_text(Fixer *fixer, Line line)
{
    uint32_t number;
    size_t end;
    if (fixer_is_passage(fixer, line, &number, &end)) {
        fix_passage(fixer, line, number, end);
    } else if (fixer_is_turn(fixer, line)) {
        unindent(fixer, line, DIAGNOSTIC_NEAR_TURN);
        fixer->doubtful = false;
        fixer->open = OPEN_TURN;
    } else if (fixer->open != OPEN_NOTHING) {
        bool behind = near_attributes(str_trim(line.text)) == 0;
        fixer->doubtful = fixer->doubtful || is_doubtful(str_trim(line.text));
        bool placed = fixer->open == OPEN_TEXT || (behind && fixer->open == OPEN_TURN);
        if (placed && fixer_attributes(fixer, line, 0))
            fixer->open = OPEN_NOTHING;
        else
            fixer->open = fixer->open == OPEN_TURN ? OPEN_NOTHING : OPEN_TEXT;
    }
}

// A record, or what is meant for one: up to its blank line.
static void pass_record(Fixer *fixer)
{
    record_skip(&fixer->lines);
    fixer->open = OPEN_NOTHING;
}

static void pass_line(Fixer *fixer, Line line)
{
    Str name;
    LineKind kind = line_kind(line.text);
    bool starts = fixer->starts;
    if (kind == LINE_COMMENT)
        return;
    fixer->doubtful = fixer->doubtful && (kind == LINE_TEXT || kind == LINE_INDENTED);
    fixer->starts = kind == LINE_BLANK;
    if (kind == LINE_BLANK) {
        fixer->open = OPEN_NOTHING;
    } else if (kind == LINE_NUMBER) {
        pass_number(fixer, line);
    } else if (kind == LINE_TURN) {
        pass_turn(fixer, line);
    } else if (kind == LINE_BRACE) {
        fixer_pass_attributes(fixer, line, 0, fixer->open == OPEN_TURN);
        fixer->open = OPEN_NOTHING;
    } else if (starts && kind == LINE_TEXT && line_name(line.text, &name)) {
        pass_record(fixer);
        fixer->starts = true;
    } else {
        pass_text(fixer, line);
    }
}

void fix_find(Dossier *dossier, uint32_t account, FixList *out)
{
    const FilePart *part = &model_of(dossier)->stored[account].part;
    const Speech *speech = dossier_speech(dossier, account);
    Fixer fixer = {.dossier = dossier,
                   .speech = speech,
                   .out = out,
                   .lines = lines_of(speech->bytes, part->alone ? 1 : part->line),
                   .starts = true};
    Lines before = fixer.lines;
    Line line;
    if (part->alone && lines_next_block(&fixer.lines, &line) && scan_is_account(line.text))
        record_skip(&fixer.lines);
    else
        fixer.lines = before;
    while (lines_next(&fixer.lines, &line))
        pass_line(&fixer, line);
    free(fixer.pairs.items);
}
