// SPDX-License-Identifier: MIT
#include "diptych/sheet.h"

#include <stdlib.h>

#include "diptych/memory.h"

Sheet *sheet_new(void)
{
    Sheet *sheet = mem_new(1, sizeof *sheet);
    sheet->topic = sheet->parties[0] = sheet->parties[1] = NONE;
    sheet->arena = mem_new(1, sizeof *sheet->arena);
    return sheet;
}

void sheet_free(Sheet *sheet)
{
    if (!sheet)
        return;
    arena_free(sheet->arena);
    free(sheet->arena);
    free(sheet->entries);
    free(sheet->strips);
    free(sheet);
}

void sheet_band(Sheet *sheet)
{
    sheet->bands++;
}

static Strip *add_strip(Sheet *sheet)
{
    sheet->strips =
        mem_grow(sheet->strips, &sheet->strip_capacity, sheet->strip_count + 1, sizeof *sheet->strips);
    Strip *strip = &sheet->strips[sheet->strip_count++];
    *strip = (Strip){.first = (uint32_t)sheet->entry_count,
                     .band = sheet->bands ? sheet->bands - 1 : 0,
                     .parties = {sheet->parties[0], sheet->parties[1]},
                     .accounts = {sheet->accounts[0], sheet->accounts[1]}};
    return strip;
}

static Entry *add_entry(Sheet *sheet, EntryKind kind, Side side, Target target)
{
    sheet->entries =
        mem_grow(sheet->entries, &sheet->entry_capacity, sheet->entry_count + 1, sizeof *sheet->entries);
    Entry *entry = &sheet->entries[sheet->entry_count++];
    *entry = (Entry){.kind = kind,
                     .side = side,
                     .indent = (uint16_t)(sheet->indent < UINT16_MAX ? sheet->indent : UINT16_MAX),
                     .target = target,
                     .topic = sheet->topic};
    return entry;
}

static Entry *add_whole(Sheet *sheet, EntryKind kind, Target target)
{
    add_strip(sheet)->whole = 1;
    return add_entry(sheet, kind, SIDE_WHOLE, target);
}

void sheet_heading(Sheet *sheet, Target target, Str title, Str aside)
{
    Entry *entry = add_whole(sheet, ENTRY_HEADING, target);
    entry->text = arena_str(sheet->arena, title);
    entry->aside = arena_str(sheet->arena, aside);
}

void sheet_title(Sheet *sheet, Target target, Str title, Str aside)
{
    Entry *entry = add_whole(sheet, ENTRY_TITLE, target);
    entry->text = arena_str(sheet->arena, title);
    entry->aside = arena_str(sheet->arena, aside);
}

void sheet_text(Sheet *sheet, Target target, Str label, Str text, Style style)
{
    Entry *entry = add_whole(sheet, ENTRY_TEXT, target);
    entry->label = arena_str(sheet->arena, label);
    entry->text = arena_str(sheet->arena, text);
    entry->style = style;
}

void sheet_row(Sheet *sheet, Target target, const Str *cells, size_t count)
{
    Entry *entry = add_whole(sheet, ENTRY_ROW, target);
    Buffer text = {0};
    for (size_t i = 0; i < count && i < ROW_CELLS; i++) {
        buffer_add_text(&text, i ? "\n" : "");
        for (size_t at = 0; at < cells[i].len; at++)
            buffer_add_byte(&text, cells[i].at[at] == '\n' ? ' ' : cells[i].at[at]);
    }
    entry->text = arena_str(sheet->arena, buffer_str(&text));
    buffer_free(&text);
}

static Target passage_target(PassageId passage)
{
    return (Target){TARGET_PASSAGE, passage.account, passage.ordinal};
}

void sheet_hit(Sheet *sheet, PassageId passage, Str label, Match keyword)
{
    Entry *entry = add_whole(sheet, ENTRY_HIT, passage_target(passage));
    entry->label = arena_str(sheet->arena, label);
    entry->keyword = keyword;
}

void sheet_passage(Sheet *sheet, PassageId passage, Str label)
{
    Entry *entry = add_whole(sheet, ENTRY_PASSAGE, passage_target(passage));
    entry->label = arena_str(sheet->arena, label);
}

void sheet_pair(Sheet *sheet)
{
    add_strip(sheet);
}

void sheet_set_pairing(Sheet *sheet, Pairing pairing)
{
    sheet->strips[sheet->strip_count - 1].pairing = pairing;
}

static Entry *put(Sheet *sheet, EntryKind kind, Side side, Target target)
{
    Strip *strip = &sheet->strips[sheet->strip_count - 1];
    *(side == SIDE_LEFT ? &strip->left : &strip->right) += 1;
    return add_entry(sheet, kind, side, target);
}

void sheet_put(Sheet *sheet, Side side, PassageId passage, Str label)
{
    Entry *entry = put(sheet, ENTRY_PASSAGE, side, passage_target(passage));
    entry->label = arena_str(sheet->arena, label);
}

// Words that are about a side and nobody's speech.
static void put_words(Sheet *sheet, EntryKind kind, Side side, Str whose, Str text)
{
    Entry *entry = put(sheet, kind, side, (Target){TARGET_NONE, NONE, NONE});
    entry->label = arena_str(sheet->arena, whose);
    entry->text = arena_str(sheet->arena, text);
}

void sheet_put_silence(Sheet *sheet, Side side, Str whose, Str reason)
{
    put_words(sheet, ENTRY_SILENCE, side, whose, reason);
}

void sheet_put_sentence(Sheet *sheet, Side side, Str whose, Str sentence)
{
    put_words(sheet, ENTRY_SENTENCE, side, whose, sentence);
}
