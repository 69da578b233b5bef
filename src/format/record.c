// SPDX-License-Identifier: MIT
#include "diptych/format.h"

// Keys of a record, or attributes of a passage or turn. Nobody means more.
#define PAIRS_MAX ((size_t)10000)

void pair_list_add(Input *input, PairList *list, Pair pair)
{
    if (list->count == PAIRS_MAX) {
        if (!list->cut)
            input_problem(input, DIAGNOSTIC_TOO_MANY, pair.line, pair.column, pair.name);
        list->cut = true;
        return;
    }
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = pair;
}

void pair_list_clear(PairList *list)
{
    list->count = 0;
    list->cut = false;
}

const Pair *pair_list_take(PairList *list, Arena *arena, size_t *count)
{
    *count = list->count;
    pair_list_clear(list);
    return arena_copy(arena, list->items, *count * sizeof *list->items);
}

// Where a value stands while its lines are read.
typedef struct Value {
    uint32_t at, end; // bytes
    uint32_t line, column;
} Value;

// The value in the line from byte `from` of it on: empty values stand behind the blanks.
static Value begin_value(Line line, size_t from)
{
    Str rest = str_slice(line.text, from, line.text.len), text = str_trim(rest);
    size_t skipped = text.len ? (size_t)(text.at - line.text.at) : line.text.len;
    uint32_t at = line.at + (uint32_t)skipped;
    return (Value){at, at + (uint32_t)text.len, line.number, (uint32_t)skipped + 1};
}

static void continue_value(Value *value, Line line)
{
    Value more = begin_value(line, 0);
    if (value->end == value->at)
        *value = more;
    else
        value->end = more.end;
}

static Span value_span(Value value)
{
    return (Span){value.at, value.end - value.at};
}

static void end_pair(Input *input, PairList *pairs, Str name, Value value)
{
    pair_list_add(input, pairs,
                  (Pair){.name = input->lasting ? name : arena_str(input->arena, name),
                         .value = input_text(input, value_span(value), value.line, value.column, JOINING_KEY),
                         .span = value_span(value),
                         .line = value.line,
                         .column = value.column});
}

// Takes the next line unless it is speech, which ends a record even without a blank line, so that a missing
// one hides nobody's words.
static bool next_line(Input *input, Lines *lines, Line *line)
{
    Lines before = *lines;
    if (!lines_next(lines, line) || line_kind(line->text) == LINE_BLANK)
        return false;
    if (line_is_speech(line->text)) {
        input_problem(input, DIAGNOSTIC_BAD_KEY, line->number, 1, str_slice(line->text, 0, 20));
        *lines = before;
        return false;
    }
    input_check_line(input, *line);
    return true;
}

RawRecord record_read(Input *input, Lines *lines, Line first, PairList *scratch)
{
    Str type_name = {0}, name = {0};
    RawRecord raw = {.record = {.file = input->file, .line = first.number}};
    record_type(first.text, &raw.type);
    line_name(first.text, &type_name);
    input_check_line(input, first);
    Value id = begin_value(first, type_name.len + 1), value = {0};
    Line line;
    pair_list_clear(scratch);
    while (next_line(input, lines, &line)) {
        Str found;
        LineKind kind = line_kind(line.text);
        if (kind == LINE_COMMENT)
            continue;
        if (kind == LINE_INDENTED) {
            continue_value(name.len ? &value : &id, line);
        } else if (line_name(line.text, &found)) {
            if (name.len)
                end_pair(input, scratch, name, value);
            name = found;
            value = begin_value(line, name.len + 1);
        } else {
            input_problem(input, DIAGNOSTIC_BAD_KEY, line.number, 1, line.text);
        }
    }
    if (name.len)
        end_pair(input, scratch, name, value);
    raw.record.id_span = value_span(id);
    raw.record.id = input_text(input, raw.record.id_span, id.line, id.column, JOINING_KEY);
    raw.id_line = id.line;
    raw.record.column = id.column;
    raw.record.pairs = pair_list_take(scratch, input->arena, &raw.record.pair_count);
    Str title = record_value(&raw.record, "Title");
    raw.record.title = title.len ? title : raw.record.id;
    return raw;
}

void record_skip(Lines *lines)
{
    Lines before = *lines;
    Line line;
    while (lines_next(lines, &line) && line_kind(line.text) != LINE_BLANK) {
        if (line_is_speech(line.text)) {
            *lines = before;
            return;
        }
        before = *lines;
    }
}

const Pair *record_pair(const Record *record, const char *name)
{
    for (size_t i = 0; i < record->pair_count; i++)
        if (str_is(record->pairs[i].name, name))
            return &record->pairs[i];
    return NULL;
}

Str record_value(const Record *record, const char *name)
{
    const Pair *pair = record_pair(record, name);
    return pair ? pair->value : (Str){"", 0};
}
