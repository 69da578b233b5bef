// SPDX-License-Identifier: MIT
#include "values.h"

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

static void add_pairs(ValueList *list, uint32_t file, const Pair *pairs, size_t count, uint32_t at)
{
    for (size_t i = 0; i < count; i++)
        add(list, VALUE_ATTRIBUTE, file, pairs[i], at);
}

// A turn that goes on behind stray text is there twice.
static void add_turns(ValueList *list, uint32_t file, const Speech *speech)
{
    for (size_t i = 0; i < speech->turn_count; i++) {
        bool again = false;
        for (size_t j = 0; j < i && !again; j++)
            again = speech->turns[j].line == speech->turns[i].line;
        if (!again)
            add_pairs(list, file, speech->turns[i].pairs, speech->turns[i].pair_count, speech->at);
    }
}

static void add_speech(ValueList *list, uint32_t file, const Speech *speech)
{
    add_turns(list, file, speech);
    for (size_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = &speech->passages[i];
        Pair text = {.value = passage->text, .span = passage->text_span, .line = passage->line};
        if (passage->number)
            add(list, VALUE_TEXT, file, text, speech->at);
        add_pairs(list, file, passage->pairs, passage->pair_count, speech->at);
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
