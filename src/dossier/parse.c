// SPDX-License-Identifier: MIT
// The speech parser: turns and passages, and whatever else stands between them.
#include <stdlib.h>

#include "diptych/format.h"
#include "draft.h"
#include "passage.h"
#include "scan.h"

typedef struct Parser {
    Lookup lookup;
    Lines lines;
    uint32_t account;
    bool alone; // the account has its file to itself
    TextFilter filter;
    Draft draft;
    PairList pairs; // of the attributes read last
    PassageScratch scratch;
    Passage defaults;              // what a passage of the last @ line takes over
    Speakers speakers;             // of it
    uint32_t line;                 // of it; 0 before it
    uint32_t turn;                 // the newest one that is its own, or NONE
    bool open;                     // that is the newest turn of all
    const PassageDetails *details; // of the account
} Parser;

static Line peek_line(const Parser *parser)
{
    Lines lines = parser->lines;
    Line line;
    lines_next(&lines, &line);
    return line;
}

static Passage account_defaults(const Parser *parser, bool narration)
{
    const Account *account = &parser->lookup.dossier->accounts[parser->account];
    return (Passage){.status = (uint8_t)(narration ? STATUS_NARRATION : account->status),
                     .extent = (uint8_t)account->extent,
                     .text = {"", 0},
                     .details = parser->details};
}

// Nothing when the text is not wanted.
static Str wanted_text(Parser *parser, Stretch stretch)
{
    Input *input = &parser->lookup.input;
    Span span = stretch.span;
    if (parser->filter.wants &&
        !parser->filter.wants(parser->filter.of,
                              str_slice(input->bytes, span.at, (size_t)span.at + span.len)))
        return (Str){"", 0};
    return stretch_text(input, stretch);
}

// Shows what is no speech as narration, in a turn of its own between the parts of the one it stands in.
static void add_stray(Parser *parser, DiagnosticKind kind, Line line, size_t from)
{
    input_problem(&parser->lookup.input, kind, line.number, (uint32_t)from + 1,
                  str_slice(line.text, from, line.text.len));
    Stretch stretch = stretch_read(&parser->lookup.input, &parser->lines, line, from);
    Passage passage = account_defaults(parser, true);
    passage.line = line.number;
    passage.span = stretch.span;
    passage.text_at = stretch.span.at;
    passage.text = wanted_text(parser, stretch);
    draft_add_turn(&parser->draft, (Turn){.line = line.number});
    draft_add_passage(&parser->draft, passage);
    parser->open = false;
}

// The rest of a line behind the brace that closes attributes.
static void add_rest(Parser *parser, Rest rest)
{
    if (rest.from < rest.line.text.len)
        add_stray(parser, DIAGNOSTIC_STRAY_TEXT, rest.line, rest.from);
}

// For whom the first of its speakers speaks.
static Capacity capacity_of(const Parser *parser)
{
    uint32_t person = parser->speakers.count ? parser->speakers.items[0].person : NONE;
    return person == NONE ? CAPACITY_GOVERNMENT : parser->lookup.dossier->people[person].capacity;
}

// The turn itself begins with its first passage.
static void read_turn(Parser *parser, Line line)
{
    Line next = peek_line(parser);
    Rest rest = {0};
    size_t brace = str_find(line.text, '{', 1);
    speakers_read(&parser->lookup, line, str_slice(line.text, 1, brace), &parser->speakers);
    pair_list_clear(&parser->pairs);
    if (brace < line.text.len) {
        rest = attributes_read(&parser->lookup.input, &parser->lines, line, brace, &parser->pairs);
    } else if (line_kind(next.text) == LINE_BRACE) {
        lines_next(&parser->lines, &next);
        rest = attributes_read(&parser->lookup.input, &parser->lines, next, 0, &parser->pairs);
    }
    parser->defaults = account_defaults(parser, parser->speakers.count == 0);
    parser->defaults.capacity = (uint8_t)capacity_of(parser);
    passage_take(&parser->lookup, parser->account, &parser->pairs, true, &parser->defaults, &parser->scratch);
    parser->line = line.number;
    parser->open = false;
    add_rest(parser, rest);
}

// What stands before the first @ line is nobody's.
static void need_speaker(Parser *parser, Line line)
{
    if (parser->line)
        return;
    input_problem(&parser->lookup.input, DIAGNOSTIC_NO_SPEAKER, line.number, 1, (Str){"", 0});
    parser->defaults = account_defaults(parser, true);
    parser->line = line.number;
}

// Sees to it that the newest turn is that of the last @ line.
static void resume_turn(Parser *parser)
{
    Turn turn = {.line = parser->line};
    if (parser->open)
        return;
    speakers_take(&parser->speakers, parser->lookup.input.arena,
                  parser->turn == NONE ? NULL : &parser->draft.turns[parser->turn], &turn);
    parser->turn = (uint32_t)parser->draft.turn_count;
    parser->open = true;
    draft_add_turn(&parser->draft, turn);
}

static uint32_t read_number(Parser *parser, Line line, size_t end)
{
    uint32_t number = 0;
    Str digits = str_slice(line.text, 1, end);
    if (!str_number(digits, NUMBER_MAX, &number) || number == 0)
        input_problem(&parser->lookup.input, DIAGNOSTIC_BAD_NUMBER, line.number, 2, digits);
    return number;
}

// Numbers that a year in the text may be taken for, and how far such a one is from the number before it.
#define YEAR_FIRST 1000
#define YEAR_LAST 2199
#define YEAR_APART 100

// "[1950] was the year" at the beginning of a line of text.
static void check_year(Parser *parser, Line line, uint32_t number, size_t end)
{
    if (parser->draft.passage_count == 0 || number < YEAR_FIRST || number > YEAR_LAST)
        return;
    uint32_t before = parser->draft.passages[parser->draft.passage_count - 1].number;
    if (before + YEAR_APART < number)
        input_problem(&parser->lookup.input, DIAGNOSTIC_YEAR_NUMBER, line.number, 1,
                      str_slice(line.text, 0, end));
}

// The dossier is told as of a day on which it had not been said.
static bool is_later(const Parser *parser, const Passage *passage)
{
    Date day = parser->lookup.dossier->as_of;
    return date_known(day) &&
           (passage->addressee == ADDRESSEE_LATER || date_ends_before(day, passage->details->date));
}

static void read_passage(Parser *parser, Line line)
{
    need_speaker(parser, line);
    size_t end = str_find(line.text, ']', 0);
    Passage passage = parser->defaults;
    passage.line = line.number;
    passage.number = read_number(parser, line, end);
    check_year(parser, line, passage.number, end + 1);
    Stretch stretch = stretch_read(&parser->lookup.input, &parser->lines, line, end + 1);
    passage.text_at = stretch.span.at;
    passage.span = (Span){line.at, stretch.span.at + stretch.span.len - line.at};
    passage.text = wanted_text(parser, stretch);
    if (passage.text.len == 0 && !parser->filter.wants)
        input_problem(&parser->lookup.input, DIAGNOSTIC_NO_TEXT, line.number, 1,
                      str_slice(line.text, 0, end + 1));
    Line next = peek_line(parser);
    Rest rest = {0};
    pair_list_clear(&parser->pairs);
    if (line_kind(next.text) == LINE_BRACE) {
        lines_next(&parser->lines, &next);
        input_check_line(&parser->lookup.input, next);
        rest = attributes_read(&parser->lookup.input, &parser->lines, next, 0, &parser->pairs);
    }
    passage_take(&parser->lookup, parser->account, &parser->pairs, false, &passage, &parser->scratch);
    if (!is_later(parser, &passage)) {
        resume_turn(parser);
        draft_add_passage(&parser->draft, passage);
    }
    add_rest(parser, rest);
}

// A line at the start of a block that is neither speech nor attributes. True when it was a record, with its
// blank line.
static bool read_other(Parser *parser, Line line)
{
    RecordType type;
    Str name;
    bool record = record_type(line.text, &type);
    if (record && (type == RECORD_OWN || !parser->alone)) {
        record_skip(&parser->lines);
        return true;
    }
    DiagnosticKind kind = DIAGNOSTIC_STRAY_TEXT;
    if (record)
        kind = DIAGNOSTIC_TWO_IN_FILE;
    else if (line_name(line.text, &name))
        kind = DIAGNOSTIC_UNKNOWN_RECORD;
    add_stray(parser, kind, line, 0);
    return false;
}

// Shows all that is left as one passage of narration.
static void add_remainder(Parser *parser, Line line)
{
    Passage passage = account_defaults(parser, true);
    input_problem(&parser->lookup.input, DIAGNOSTIC_MANY_PASSAGES, line.number, 1, line.text);
    passage.line = line.number;
    passage.span = (Span){line.at, (uint32_t)(parser->lookup.input.bytes.len - line.at)};
    passage.text_at = line.at;
    passage.text = input_text(&parser->lookup.input, passage.span, line.number, 1, JOINING_PASSAGE);
    draft_add_turn(&parser->draft, (Turn){.line = line.number});
    draft_add_passage(&parser->draft, passage);
    parser->lines.at = parser->lookup.input.bytes.len;
}

static void parse(Parser *parser)
{
    Line line;
    bool starts = true; // a block
    while (lines_next(&parser->lines, &line)) {
        LineKind kind = line_kind(line.text);
        if (kind == LINE_COMMENT)
            continue;
        if (parser->draft.passage_count >= parser->draft.limit && kind != LINE_BLANK) {
            add_remainder(parser, line);
            return;
        }
        bool started = starts;
        starts = kind == LINE_BLANK;
        input_check_line(&parser->lookup.input, line);
        if (kind == LINE_TURN)
            read_turn(parser, line);
        else if (kind == LINE_NUMBER)
            read_passage(parser, line);
        else if (kind == LINE_BRACE)
            add_stray(parser, DIAGNOSTIC_STRAY_ATTRIBUTES, line, 0);
        else if (kind != LINE_BLANK && started)
            starts = read_other(parser, line);
        else if (kind != LINE_BLANK)
            add_stray(parser, DIAGNOSTIC_STRAY_TEXT, line, 0);
    }
}

// Goes behind the record that begins a file of its own.
static void skip_own_record(Parser *parser)
{
    Lines before = parser->lines;
    Line line;
    if (lines_next_block(&parser->lines, &line) && scan_is_account(line.text))
        record_skip(&parser->lines);
    else
        parser->lines = before;
}

static void finish(Parser *parser, Loaded *loaded)
{
    draft_finish(&parser->draft, &parser->lookup.input, loaded);
    free(parser->pairs.items);
    speakers_free(&parser->speakers);
    passage_scratch_free(&parser->scratch);
    lookup_free(&parser->lookup);
}

void loaded_parse(const Dossier *dossier, uint32_t account, Loaded *loaded)
{
    const FilePart *part = &model_of(dossier)->stored[account].part;
    Parser parser = {
        .lookup = {.input = {.file = dossier->accounts[account].record.file,
                             .bytes = buffer_str(&loaded->bytes),
                             .lasting = true,
                             .arena = &loaded->arena,
                             .problems = &loaded->problems},
                   .dossier = dossier,
                   .links = links_allowed(loaded->bytes.len),
                   .topics = links_allowed(loaded->bytes.len)},
        .lines = lines_of(buffer_str(&loaded->bytes), part->alone ? 1 : part->line),
        .account = account,
        .filter = loaded->filter,
        .alone = part->alone,
        .draft = draft_new(loaded->bytes.len),
        .turn = NONE,
        .details = passage_details(dossier, account, &loaded->arena),
    };
    if (part->alone)
        skip_own_record(&parser);
    parse(&parser);
    finish(&parser, loaded);
}
