// SPDX-License-Identifier: MIT
// The speech parser: turns and passages, and whatever else stands between them.
#include <stdlib.h>

#include "diptych/format.h"
#include "loaded.h"
#include "passage.h"
#include "scan.h"

// More passages than this in an account are no speech; each takes a hundred times the bytes of the shortest
// in a file.
#define PASSAGES_MAX ((size_t)1000000)

typedef struct Parser {
    Lookup lookup;
    Lines lines;
    uint32_t account;
    bool alone; // the account has its file to itself
    TextFilter filter;
    Turn *turns;
    size_t turn_count, turn_capacity;
    Passage *passages;
    size_t passage_count, passage_capacity;
    PairList pairs;
    PassageScratch scratch;
    Passage defaults; // what a passage of the last @ line takes over
    uint32_t turn;    // of the last @ line; NONE before it
} Parser;

static Line peek_line(const Parser *parser)
{
    Lines lines = parser->lines;
    Line line;
    lines_next(&lines, &line);
    return line;
}

static Turn *add_turn(Parser *parser, Turn turn)
{
    parser->turns =
        mem_grow(parser->turns, &parser->turn_capacity, parser->turn_count + 1, sizeof *parser->turns);
    turn.first = (uint32_t)parser->passage_count;
    turn.count = 0;
    parser->turns[parser->turn_count] = turn;
    return &parser->turns[parser->turn_count++];
}

// Adds the passage to the newest turn.
static Passage *add_passage(Parser *parser, Passage passage)
{
    parser->passages = mem_grow(parser->passages, &parser->passage_capacity, parser->passage_count + 1,
                                sizeof *parser->passages);
    passage.turn = (uint32_t)parser->turn_count - 1;
    parser->turns[passage.turn].count++;
    parser->passages[parser->passage_count] = passage;
    return &parser->passages[parser->passage_count++];
}

// What the account says of its passages.
static Passage account_defaults(const Parser *parser, bool narration)
{
    const Dossier *dossier = parser->lookup.dossier;
    const Account *account = &dossier->accounts[parser->account];
    Str none = {"", 0};
    return (Passage){.status = narration ? STATUS_NARRATION : account->status,
                     .extent = account->extent,
                     .source = account->source,
                     .date = dossier->rounds[account->round].date,
                     .text = none,
                     .at = none,
                     .via = none,
                     .term = none,
                     .why = none,
                     .note = none};
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
    passage.span = passage.text_span = stretch.span;
    passage.text = wanted_text(parser, stretch);
    add_turn(parser, (Turn){.line = line.number});
    add_passage(parser, passage);
}

// The rest of a line behind the brace that closes attributes.
static void add_rest(Parser *parser, Rest rest)
{
    if (rest.from < rest.line.text.len)
        add_stray(parser, DIAGNOSTIC_STRAY_TEXT, rest.line, rest.from);
}

// For whom the first of its speakers speaks.
static Capacity capacity_of(const Parser *parser, const Turn *turn)
{
    uint32_t person = turn->speaker_count ? turn->speakers[0].person : NONE;
    return person == NONE ? CAPACITY_GOVERNMENT : parser->lookup.dossier->people[person].capacity;
}

static void read_turn(Parser *parser, Line line)
{
    Turn turn = {.line = line.number};
    Line next = peek_line(parser);
    Rest rest = {0};
    size_t brace = str_find(line.text, '{', 1);
    speakers_read(&parser->lookup, line, str_slice(line.text, 1, brace), &turn);
    if (brace < line.text.len) {
        rest = attributes_read(&parser->lookup.input, &parser->lines, line, brace, &parser->pairs);
    } else if (line_kind(next.text) == LINE_BRACE) {
        lines_next(&parser->lines, &next);
        rest = attributes_read(&parser->lookup.input, &parser->lines, next, 0, &parser->pairs);
    }
    turn.pairs = pair_list_take(&parser->pairs, parser->lookup.input.arena, &turn.pair_count);
    parser->defaults = account_defaults(parser, turn.speaker_count == 0);
    parser->defaults.capacity = capacity_of(parser, &turn);
    parser->defaults.pairs = turn.pairs;
    parser->defaults.pair_count = turn.pair_count;
    passage_take(&parser->lookup, parser->account, &parser->defaults, true, &parser->scratch);
    parser->turn = (uint32_t)parser->turn_count;
    add_turn(parser, turn);
    add_rest(parser, rest);
}

// Sees to it that the newest turn is that of the last @ line.
static void resume_turn(Parser *parser, Line line)
{
    if (parser->turn == NONE) {
        input_problem(&parser->lookup.input, DIAGNOSTIC_NO_SPEAKER, line.number, 1, (Str){"", 0});
        parser->defaults = account_defaults(parser, true);
        parser->turn = (uint32_t)parser->turn_count;
        add_turn(parser, (Turn){.line = line.number});
    } else if (parser->turn + 1 != parser->turn_count) {
        Turn turn = parser->turns[parser->turn];
        parser->turn = (uint32_t)parser->turn_count;
        add_turn(parser, turn);
    }
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
    if (parser->passage_count == 0 || number < YEAR_FIRST || number > YEAR_LAST)
        return;
    uint32_t before = parser->passages[parser->passage_count - 1].number;
    if (before + YEAR_APART < number)
        input_problem(&parser->lookup.input, DIAGNOSTIC_YEAR_NUMBER, line.number, 1,
                      str_slice(line.text, 0, end));
}

// The dossier is told as of a day on which it had not been said.
static bool is_later(const Parser *parser, const Passage *passage)
{
    Date day = parser->lookup.dossier->as_of;
    return date_known(day) && (passage->addressee == ADDRESSEE_LATER || date_ends_before(day, passage->date));
}

static void read_passage(Parser *parser, Line line)
{
    resume_turn(parser, line);
    size_t end = str_find(line.text, ']', 0);
    Passage passage = parser->defaults;
    passage.line = line.number;
    passage.number = read_number(parser, line, end);
    check_year(parser, line, passage.number, end + 1);
    Stretch stretch = stretch_read(&parser->lookup.input, &parser->lines, line, end + 1);
    passage.text_span = stretch.span;
    passage.span = (Span){line.at, stretch.span.at + stretch.span.len - line.at};
    passage.text = wanted_text(parser, stretch);
    if (passage.text.len == 0 && !parser->filter.wants)
        input_problem(&parser->lookup.input, DIAGNOSTIC_NO_TEXT, line.number, 1,
                      str_slice(line.text, 0, end + 1));
    Line next = peek_line(parser);
    Rest rest = {0};
    if (line_kind(next.text) == LINE_BRACE) {
        lines_next(&parser->lines, &next);
        input_check_line(&parser->lookup.input, next);
        rest = attributes_read(&parser->lookup.input, &parser->lines, next, 0, &parser->pairs);
    }
    passage.pairs = pair_list_take(&parser->pairs, parser->lookup.input.arena, &passage.pair_count);
    passage_take(&parser->lookup, parser->account, &passage, false, &parser->scratch);
    if (!is_later(parser, &passage))
        add_passage(parser, passage);
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
    passage.span = passage.text_span = (Span){line.at, (uint32_t)(parser->lookup.input.bytes.len - line.at)};
    passage.text = input_text(&parser->lookup.input, passage.span, line.number, 1, JOINING_PASSAGE);
    add_turn(parser, (Turn){.line = line.number});
    add_passage(parser, passage);
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
        if (parser->passage_count >= PASSAGES_MAX && kind != LINE_BLANK) {
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

// Moves an array into the arena, where it takes no more room than it needs.
static void *settle(Arena *arena, void *items, size_t size)
{
    void *settled = arena_copy(arena, items, size);
    free(items);
    return settled;
}

static void finish(Parser *parser, Loaded *loaded)
{
    Speech *speech = &loaded->speech;
    speech->passage_count = parser->passage_count;
    speech->turn_count = parser->turn_count;
    speech->by_number = passages_by_number(&parser->lookup.input, parser->passages, parser->passage_count);
    speech->turns = settle(&loaded->arena, parser->turns, parser->turn_count * sizeof(Turn));
    speech->passages = settle(&loaded->arena, parser->passages, parser->passage_count * sizeof(Passage));
    free(parser->pairs.items);
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
                   .dossier = dossier},
        .lines = lines_of(buffer_str(&loaded->bytes), part->alone ? 1 : part->line),
        .account = account,
        .filter = loaded->filter,
        .alone = part->alone,
        .turn = NONE,
    };
    if (part->alone)
        skip_own_record(&parser);
    parse(&parser);
    finish(&parser, loaded);
}
