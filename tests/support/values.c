// SPDX-License-Identifier: MIT
#include "values.h"

#include <stdlib.h>

#include "diptych/format.h"
#include "diptych/memory.h"
#include "diptych/splice.h"

static void add(ValueList *list, ValueKind kind, uint32_t file, Pair pair, uint32_t at)
{
    pair.span.at += at;
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (Value){kind, file, pair};
}

static void add_record(ValueList *list, const Record *record)
{
    for (size_t i = 0; i < record->pair_count; i++)
        add(list, VALUE_KEY, record->file, record->pairs[i], 0);
}

// Reads the attributes that open in the line at byte `at` of the speech, or directly below it.
static void add_attributes(ValueList *list, uint32_t file, const Speech *speech, size_t at, uint32_t number)
{
    Arena arena = {0};
    DiagnosticList problems = {0};
    Input input = {.bytes = speech->bytes, .lasting = true, .arena = &arena, .problems = &problems};
    Lines lines = {.bytes = speech->bytes, .at = at, .number = number};
    PairList pairs = {0};
    Line line;
    lines_next(&lines, &line);
    size_t brace = str_find(line.text, '{', 0);
    if (brace == line.text.len || line.text.at[0] != '@') {
        lines_next(&lines, &line);
        while (line_kind(line.text) == LINE_COMMENT)
            lines_next(&lines, &line);
        brace = line_kind(line.text) == LINE_BRACE ? 0 : line.text.len;
    }
    if (brace < line.text.len)
        attributes_read(&input, &lines, line, brace, &pairs);
    for (size_t i = 0; i < pairs.count; i++)
        add(list, VALUE_ATTRIBUTE, file, pairs.items[i], speech->at);
    free(pairs.items);
    input_free(&input);
    diagnostic_free(&problems);
    list->arenas = mem_grow(list->arenas, &list->arena_capacity, list->arena_count + 1, sizeof *list->arenas);
    list->arenas[list->arena_count++] = arena;
}

// The byte where the line begins that is `lines` before that of `at`.
static size_t lines_back(Str bytes, size_t at, uint32_t lines)
{
    for (;; at--) {
        if ((at == 0 || bytes.at[at - 1] == '\n') && lines-- == 0)
            return at;
    }
}

// A turn that goes on behind stray text is there twice.
static void add_turns(ValueList *list, uint32_t file, const Speech *speech)
{
    for (size_t i = 0; i < speech->turn_count; i++) {
        const Turn *turn = &speech->turns[i];
        const Passage *first = &speech->passages[turn->first];
        size_t at = lines_back(speech->bytes, first->span.at, first->line - turn->line);
        bool again = speech->bytes.at[at] != '@';
        for (size_t j = 0; j < i && !again; j++)
            again = speech->turns[j].line == turn->line;
        if (!again)
            add_attributes(list, file, speech, at, turn->line);
    }
}

static void add_speech(ValueList *list, uint32_t file, const Speech *speech)
{
    add_turns(list, file, speech);
    for (size_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = &speech->passages[i];
        size_t end = (size_t)passage->span.at + passage->span.len;
        Pair text = {.value = passage->text,
                     .span = {passage->text_at, (uint32_t)end - passage->text_at},
                     .line = passage->line};
        if (!passage->number)
            continue;
        add(list, VALUE_TEXT, file, text, speech->at);
        uint32_t number = passage->line;
        for (size_t at = passage->span.at; at < end; at++)
            number += speech->bytes.at[at] == '\n';
        add_attributes(list, file, speech, lines_back(speech->bytes, end, 0), number);
    }
}

#define ADD_RECORDS(list, items, count)  \
    for (size_t i = 0; i < (count); i++) \
    add_record(list, &(items)[i].record)

ValueList values_collect(Dossier *dossier)
{
    ValueList list = {0};
    add_record(&list, &dossier->record);
    ADD_RECORDS(&list, dossier->parties, dossier->party_count);
    ADD_RECORDS(&list, dossier->people, dossier->person_count);
    ADD_RECORDS(&list, dossier->topics, dossier->topic_count);
    ADD_RECORDS(&list, dossier->names, dossier->name_count);
    ADD_RECORDS(&list, dossier->sources, dossier->source_count);
    ADD_RECORDS(&list, dossier->events, dossier->event_count);
    ADD_RECORDS(&list, dossier->accounts, dossier->account_count);
    ADD_RECORDS(&list, dossier->discrepancies, dossier->discrepancy_count);
    ADD_RECORDS(&list, dossier->layers, dossier->layer_count);
    ADD_RECORDS(&list, dossier->remarks, dossier->remark_count);
    for (uint32_t i = 0; i < dossier->account_count; i++)
        add_speech(&list, dossier->accounts[i].record.file, dossier_speech(dossier, i));
    return list;
}

void values_free(ValueList *list)
{
    for (size_t i = 0; i < list->arena_count; i++)
        arena_free(&list->arenas[i]);
    free(list->arenas);
    free(list->items);
}

const Value *values_find(const ValueList *list, const Value *old)
{
    for (size_t i = 0; i < list->count; i++) {
        const Value *value = &list->items[i];
        uint32_t from = old->pair.span.at, at = value->pair.span.at;
        // Quotes, and a blank behind a colon, may have come or gone.
        bool near = at + 2 >= from && at <= from + 2;
        if (value->kind == old->kind && value->file == old->file && near &&
            str_equal(value->pair.name, old->pair.name))
            return value;
    }
    return NULL;
}

bool values_splice(const Value *value, Str file, Str text, Buffer *out, Error *error)
{
    if (value->kind == VALUE_TEXT)
        return splice_text(file, value->pair.span, text, out, error);
    return splice_pair(file, &value->pair, value->kind == VALUE_ATTRIBUTE, text, out, error);
}
