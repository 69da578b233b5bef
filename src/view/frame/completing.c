// SPDX-License-Identifier: MIT
// The ":" prompt: what completes what is typed.
#include <stdlib.h>
#include <string.h>

#include "view/frame/inside.h"

// What is typed so far of one thing, and what it can be.
typedef struct Stem {
    size_t from; // byte of the line
    unsigned kinds;
    bool words;  // a word of the prompt too
    bool column; // the whole of one
    bool set;    // what :set takes
} Stem;

static size_t column_start(Str line)
{
    size_t at = line.len;
    while (at && !strchr(" ,@", line.at[at - 1]))
        at--;
    return at;
}

// The whole line; or what follows the word of a view, which is a thing or columns.
static Stem stem_of(const Reader *reader, Str line)
{
    Str rest = line, word = {0};
    str_next(&rest, " ", &word);
    if (str_equal(word, str_of("set")) && word.len < line.len)
        return (Stem){.from = column_start(line), .set = true};
    View *view = reader_view_by_word(reader, word);
    if (!view || !view->type->obey || word.len == line.len)
        return (Stem){.kinds = MEANING_ALL, .words = true};
    if (!view->type->takes_columns)
        return (Stem){.from = word.len + 1, .kinds = MEANING_ALL};
    size_t from = column_start(line);
    bool round = line.at[from - 1] == '@';
    return (Stem){.from = from,
                  .kinds = round ? MEANING_OF(TARGET_ROUND) | MEANING_OF(TARGET_ACCOUNT)
                                 : MEANING_OF(TARGET_PARTY),
                  .column = !round};
}

static void offer_word(Reader *reader, Str typed, const char *word)
{
    if (str_starts(str_of(word), typed))
        choosing_add(reader, (Choice){.kind = CHOICE_WORD, .word = str_of(word)});
}

static void offer_words(Reader *reader, Str typed)
{
    for (size_t i = 0; i < reader->view_count; i++)
        if (reader->views[i].type->word)
            offer_word(reader, typed, reader->views[i].type->word);
    offer_word(reader, typed, "as-of");
    offer_word(reader, typed, "set");
    offer_word(reader, typed, "marks");
    offer_word(reader, typed, "quit");
}

// All of the kinds, where nothing has been typed.
static void offer_all(Reader *reader, unsigned kinds)
{
    static const TargetKind all[] = {TARGET_ROUND,      TARGET_TOPIC,  TARGET_NAME, TARGET_PERSON,
                                     TARGET_INSTRUMENT, TARGET_SOURCE, TARGET_PARTY};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        for (size_t i = 0; kinds & MEANING_OF(all[k]) && i < meaning_count(reader->dossier, all[k]); i++)
            choosing_add(reader, (Choice){.meaning = {.target = {all[k], (uint32_t)i, 0}}});
}

static void offer_meanings(Reader *reader, Str typed, unsigned kinds)
{
    Meanings meanings = {0};
    meaning_find(reader->dossier, typed, reader->account, kinds, &meanings);
    for (size_t i = 0; i < meanings.count; i++)
        if (meanings.items[i].fit != FIT_NEAR)
            choosing_add(reader, (Choice){.meaning = meanings.items[i]});
    free(meanings.items);
}

static void offer_meanings_or_all(Reader *reader, Str typed, unsigned kinds)
{
    if (str_trim(typed).len)
        offer_meanings(reader, typed, kinds);
    else
        offer_all(reader, kinds);
}

// Takes the first one, or with `back` the last.
static void choose_offered(Reader *reader, bool back)
{
    if (reader->choices.count)
        choosing_choose(reader, back ? reader->choices.count - 1 : 0);
    else
        reader_say(reader, "nothing is called so");
}

// Where the last word of a wish begins, behind what it is said to be.
static size_t wish_start(Str line)
{
    size_t at = line.len;
    while (at && !strchr(" :", line.at[at - 1]))
        at--;
    return at;
}

void completing_complete_wish(Reader *reader, const ViewType *type, bool back)
{
    const Prompt *prompt = &reader->prompts[reader->prompting - PROMPT_SEARCH];
    Str line = str_slice(buffer_str(&prompt->text), 0, prompt->cursor);
    size_t from = wish_start(line);
    Str typed = str_slice(line, from, line.len);
    choosing_close(reader);
    reader->choices.from = from;
    reader->choices.whole = false;
    for (size_t i = 0; type->wishes(i); i++)
        offer_word(reader, typed, type->wishes(i));
    offer_meanings_or_all(reader, typed,
                          MEANING_OF(TARGET_PARTY) | MEANING_OF(TARGET_PERSON) | MEANING_OF(TARGET_TOPIC));
    choose_offered(reader, back);
}

// The view whose word the line begins with, when it takes wishes there.
static const ViewType *wishing(const Reader *reader, Str line)
{
    Str rest = line, word = {0};
    str_next(&rest, " ", &word);
    const View *view = reader_view_by_word(reader, word);
    return view && view->type->wishes && word.len < line.len ? view->type : NULL;
}

void completing_complete(Reader *reader, bool back)
{
    const Prompt *prompt = &reader->prompts[PROMPT_COMMAND - PROMPT_SEARCH];
    Str line = str_slice(buffer_str(&prompt->text), 0, prompt->cursor);
    const ViewType *type = wishing(reader, line);
    if (type) {
        completing_complete_wish(reader, type, back);
        return;
    }
    Stem stem = stem_of(reader, line);
    Str typed = str_slice(line, stem.from, line.len);
    choosing_close(reader);
    reader->choices.from = stem.from;
    reader->choices.whole = stem.words;
    if (stem.words)
        offer_words(reader, typed);
    for (size_t i = 0; stem.set && setting_word(i); i++)
        offer_word(reader, typed, setting_word(i));
    if (stem.column && !typed.len)
        columns_offer(reader, str_slice(line, 0, stem.from));
    else
        offer_meanings_or_all(reader, typed, stem.kinds);
    choose_offered(reader, back);
}

void completing_ask_column(Reader *reader, Str words)
{
    Prompt *prompt = &reader->prompts[PROMPT_COMMAND - PROMPT_SEARCH];
    Buffer line = {0};
    buffer_addf(&line, "columns %.*s%s", (int)words.len, words.at, words.len ? " " : "");
    prompt_open(prompt, false);
    prompt_replace(prompt, 0, buffer_str(&line));
    buffer_free(&line);
    reader->prompting = PROMPT_COMMAND;
    completing_complete(reader, false);
    reader_say(reader, words.len ? "the right column" : "the left column");
}
