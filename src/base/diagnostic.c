// SPDX-License-Identifier: MIT
#include "diptych/diagnostic.h"

#include <stdlib.h>

#include "diptych/memory.h"

static const struct {
    Level level;
    const char *name;
    const char *sentence;
} kinds[DIAGNOSTIC_COUNT] = {
    [DIAGNOSTIC_INVALID_UTF8] = {LEVEL_ERROR, "invalid-utf8", "bytes that are not UTF-8 are shown as U+FFFD"},
    [DIAGNOSTIC_CONTROL_CHARACTER] = {LEVEL_WARNING, "control-character",
                                      "a control or direction character is shown as its code"},
    [DIAGNOSTIC_HIDDEN_CHARACTER] = {LEVEL_WARNING, "hidden-character",
                                     "characters that show nothing are left out; they may hide words"},
    [DIAGNOSTIC_LONG_LINE] = {LEVEL_WARNING, "long-line",
                              "a line of more than a megabyte; likely its line ends are lost"},
    [DIAGNOSTIC_STRAY_TEXT] = {LEVEL_ERROR, "stray-text",
                               "text outside any record or passage; begin a passage with [number]"},
    [DIAGNOSTIC_NEAR_PASSAGE] =
        {LEVEL_WARNING, "near-passage",
         "shown as text; a passage begins with a number in brackets, digits alone, in "
         "the first column"},
    [DIAGNOSTIC_NEAR_TURN] = {LEVEL_WARNING, "near-turn",
                              "shown as text; a turn begins with @ in the first column"},
    [DIAGNOSTIC_NEAR_ATTRIBUTES] = {LEVEL_WARNING, "near-attributes",
                                    "shown as text; attributes begin in the first column of their own line"},
    [DIAGNOSTIC_YEAR_NUMBER] = {LEVEL_WARNING, "year-number",
                                "taken for the number of a passage; if it is a year in the text, write \\["},
    [DIAGNOSTIC_HIDDEN_LINE] = {LEVEL_WARNING, "hidden-line",
                                "a line that begins with # is not shown; write \\# to show it, # and a blank "
                                "for a comment"},
    [DIAGNOSTIC_STRAY_ATTRIBUTES] = {LEVEL_ERROR, "stray-attributes",
                                     "attributes that follow no passage or turn directly"},
    [DIAGNOSTIC_OPEN_ATTRIBUTES] = {LEVEL_ERROR, "open-attributes",
                                    "attributes are not closed; end them with }"},
    [DIAGNOSTIC_BAD_ATTRIBUTE] = {LEVEL_ERROR, "bad-attribute", "an attribute is written NAME: VALUE"},
    [DIAGNOSTIC_OPEN_QUOTE] = {LEVEL_ERROR, "open-quote",
                               "a quoted value is not closed; end it with a double quote"},
    [DIAGNOSTIC_BAD_KEY] = {LEVEL_ERROR, "bad-key",
                            "a line of a record is written KEY: VALUE or begins with a blank to go on; a "
                            "blank line ends the record"},
    [DIAGNOSTIC_UNKNOWN_RECORD] = {LEVEL_ERROR, "unknown-record",
                                   "no such kind of record; names of your own begin with X-"},
    [DIAGNOSTIC_UNKNOWN_KEY] = {LEVEL_WARNING, "unknown-key",
                                "no such key in this record; names of your own begin with X-"},
    [DIAGNOSTIC_REPEATED_KEY] = {LEVEL_WARNING, "repeated-key", "the key stands twice; the first one counts"},
    [DIAGNOSTIC_MISSING_KEY] = {LEVEL_ERROR, "missing-key", "the record lacks a key that it needs"},
    [DIAGNOSTIC_UNKNOWN_ATTRIBUTE] = {LEVEL_WARNING, "unknown-attribute",
                                      "no such attribute; names of your own begin with X-"},
    [DIAGNOSTIC_BAD_ID] = {LEVEL_ERROR, "bad-id",
                           "an id is written with a-z, 0-9 and -, beginning with a letter or digit"},
    [DIAGNOSTIC_REPEATED_ID] = {LEVEL_ERROR, "repeated-id",
                                "the id is taken already; the first record counts"},
    [DIAGNOSTIC_BAD_DATE] = {LEVEL_ERROR, "bad-date",
                             "a date is written YYYY-MM-DD, YYYY-MM or YYYY, with ~ or ?, or DATE/DATE; "
                             "-YYYY before our era, ? alone when not known"},
    [DIAGNOSTIC_BAD_NUMBER] = {LEVEL_ERROR, "bad-number", "a number from 1 to 999999999 is expected"},
    [DIAGNOSTIC_REPEATED_NUMBER] = {LEVEL_ERROR, "repeated-number",
                                    "the passage number is taken in this account; the first one is meant"},
    [DIAGNOSTIC_BAD_REFERENCE] = {LEVEL_ERROR, "bad-reference",
                                  "a reference is written wg1.23, wg1.23-25, london1/panov.7 or 23"},
    [DIAGNOSTIC_DANGLING_REFERENCE] = {LEVEL_ERROR, "dangling-reference",
                                       "no such passage, account or round"},
    [DIAGNOSTIC_LATER_LINK] = {LEVEL_ERROR, "later-link",
                               "a link goes to an earlier passage, and this one is later"},
    [DIAGNOSTIC_SELF_LINK] = {LEVEL_ERROR, "self-link", "a passage does not link to itself"},
    [DIAGNOSTIC_WRONG_SIDE] =
        {LEVEL_WARNING, "wrong-side",
         "the wrong side: replies and verdicts go to the other side's words, restatements to one's own"},
    [DIAGNOSTIC_WRONG_CAPACITY] =
        {LEVEL_WARNING, "wrong-capacity",
         "a government does not restate, retreat from or contradict what its opposition said"},
    [DIAGNOSTIC_UNKNOWN_PERSON] = {LEVEL_ERROR, "unknown-person", "no such person or party"},
    [DIAGNOSTIC_UNKNOWN_PARTY] = {LEVEL_ERROR, "unknown-party", "no such party"},
    [DIAGNOSTIC_UNKNOWN_TOPIC] = {LEVEL_ERROR, "unknown-topic", "no such topic"},
    [DIAGNOSTIC_UNKNOWN_SOURCE] = {LEVEL_ERROR, "unknown-source", "no such source"},
    [DIAGNOSTIC_UNKNOWN_WORD] = {LEVEL_ERROR, "unknown-word", "not one of the words that may stand here"},
    [DIAGNOSTIC_MISSING_REASON] = {LEVEL_WARNING, "missing-reason",
                                   "a verdict on an attribution needs a reason in why"},
    [DIAGNOSTIC_NO_TEXT] = {LEVEL_ERROR, "no-text", "a passage has a number and no text"},
    [DIAGNOSTIC_NO_SPEAKER] =
        {LEVEL_ERROR, "no-speaker",
         "a passage before the first @ line is shown as narration; begin with @ and who speaks"},
    [DIAGNOSTIC_TOPIC_CYCLE] = {LEVEL_ERROR, "topic-cycle", "a topic is its own ancestor"},
    [DIAGNOSTIC_TWO_IN_FILE] = {LEVEL_ERROR, "two-in-file",
                                "a file that begins with Round: or Account: holds that one alone"},
    [DIAGNOSTIC_SECOND_DOSSIER] = {LEVEL_ERROR, "second-dossier",
                                   "a dossier has one Dossier: record; this one does not count"},
    [DIAGNOSTIC_FOREIGN_LAYER] = {LEVEL_ERROR, "foreign-layer",
                                  "the layer is for another dossier and is not applied"},
    [DIAGNOSTIC_STRAY_REMARK] = {LEVEL_ERROR, "stray-remark",
                                 "an On: record belongs behind a Layer: record in the same file"},
    [DIAGNOSTIC_BARE_READING] =
        {LEVEL_WARNING, "bare-reading",
         "a reading without a semicolon names no passages; write REFERENCES; TEXT, or "
         "begin with ; where none tells it"},
    [DIAGNOSTIC_BAD_POSITION] =
        {LEVEL_ERROR, "bad-position",
         "a position is that of a round or account, a party and a topic: wg1 su yalta-1945"},
    [DIAGNOSTIC_BAD_CLAUSE] =
        {LEVEL_ERROR, "bad-clause",
         "a clause is its number, a semicolon, and what it says in the project's words"},
    [DIAGNOSTIC_LEFT_OUT] = {LEVEL_ERROR, "left-out", "this is left out of the dossier"},
    [DIAGNOSTIC_STRAY_GROUND] = {LEVEL_WARNING, "stray-ground",
                                 "a position rests on words of its side on its topic, a reading of an "
                                 "instrument on its side's words"},
    [DIAGNOSTIC_UNREADABLE] = {LEVEL_ERROR, "unreadable", "the file cannot be read"},
    [DIAGNOSTIC_NEWER_FORMAT] = {LEVEL_WARNING, "newer-format",
                                 "the dossier is written in a newer format than this program knows"},
    [DIAGNOSTIC_MANY_PASSAGES] =
        {LEVEL_ERROR, "many-passages",
         "an account holds a million passages at most, and not many more than one in 40 "
         "bytes; the rest is shown as one"},
    [DIAGNOSTIC_TOO_MANY] = {LEVEL_ERROR, "too-many",
                             "more of these than can be meant; the rest is left out"},
    [DIAGNOSTIC_MANY_PROBLEMS] = {LEVEL_ERROR, "many-problems",
                                  "there are more problems like these, which are not listed"},
};

Level diagnostic_level(DiagnosticKind kind)
{
    return kinds[kind].level;
}

const char *diagnostic_name(DiagnosticKind kind)
{
    return kinds[kind].name;
}

const char *diagnostic_sentence(DiagnosticKind kind)
{
    return kinds[kind].sentence;
}

// Of the words that a diagnostic is about, in bytes; cut between characters.
#define DETAIL_LIMIT ((size_t)80)

void diagnostic_add(DiagnosticList *list, DiagnosticKind kind, uint32_t file, uint32_t line, uint32_t column,
                    Str detail)
{
    if (!list->arena)
        list->arena = mem_new(1, sizeof *list->arena);
    list->items = mem_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    size_t cut = str_character_start(detail, detail.len < DETAIL_LIMIT ? detail.len : DETAIL_LIMIT);
    list->items[list->count++] = (Diagnostic){
        .kind = kind,
        .file = file,
        .line = line,
        .column = column,
        .detail = arena_str(list->arena, str_slice(detail, 0, cut)),
    };
}

void diagnostic_tell_about(DiagnosticList *list, Str about)
{
    if (list->count)
        list->items[list->count - 1].about = arena_str(list->arena, str_slice(about, 0, DETAIL_LIMIT));
}

static int compare_place(const void *a, const void *b)
{
    const Diagnostic *x = a, *y = b;
    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

void diagnostic_sort(DiagnosticList *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_place);
}

void diagnostic_free(DiagnosticList *list)
{
    free(list->items);
    if (list->arena)
        arena_free(list->arena);
    free(list->arena);
    *list = (DiagnosticList){0};
}
