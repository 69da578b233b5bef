// SPDX-License-Identifier: MIT
// The ":" prompt: where a line leads, and what completes it.
#include <stdlib.h>

#include "diptych/meaning.h"
#include "diptych/memory.h"
#include "view/frame/inside.h"

static bool next_word(Str *rest, Str *word)
{
    do
        *word = (Str){0};
    while (str_next(rest, " ,", word) && word->len == 0);
    return word->len > 0;
}

static bool parse_columns(Reader *reader, Str words, Selector columns[2])
{
    Error error;
    Str word;
    for (int side = 0; side < 2; side++) {
        if (!next_word(&words, &word)) {
            reader_say(reader, "two columns are needed, as in :columns su@wg1 su@wg2");
            return false;
        }
        if (!meaning_selector(reader->dossier, word, &columns[side], &error)) {
            reader_say(reader, "%s", error.text);
            return false;
        }
    }
    return true;
}

// Two columns of one account are the usual view of it.
static void obey_columns(Reader *reader, Str words)
{
    Selector columns[2];
    if (!parse_columns(reader, words, columns))
        return;
    Place place = reader_place(reader);
    place.view = VIEW_COMPARE;
    if (columns[0].account != NONE && columns[1].account != NONE)
        place.account = columns[0].account;
    if (columns[0].account == columns[1].account)
        columns[0].account = columns[1].account = NONE;
    place.columns[0] = columns[0];
    place.columns[1] = columns[1];
    reader_visit(reader, place);
}

// To the topic in this round; where it is not raised here, to its card, which tells where it is.
static void go_to_topic(Reader *reader, uint32_t topic)
{
    Place place = reader_place(reader);
    place.view = VIEW_COMPARE;
    place.target = (Target){0};
    place.topic = topic;
    place.offset = place.row = 0;
    Place from = reader_place(reader);
    reader_restore(reader, place);
    if (reader_current_topic(reader) == topic) {
        trail_visit(&reader->trail, from, reader_place(reader));
        return;
    }
    reader_restore(reader, from);
    reader_visit_card(reader, (Target){TARGET_TOPIC, topic, 0});
    reader_say(reader, "%s; its card tells where it is", reader_lacking(reader));
}

static void obey_card(Reader *reader, Str words)
{
    Error error;
    Meaning meaning;
    if (meaning_one(reader->dossier, words, MEANING_ALL, &meaning, &error))
        reader_visit_card(reader, meaning.target);
    else
        reader_say(reader, "%s", error.text);
}

static bool obey_word(Reader *reader, Str line)
{
    Str rest = line, word = {0};
    str_next(&rest, " ", &word);
    if (str_equal(word, str_of("columns")))
        obey_columns(reader, rest);
    else if (str_equal(word, str_of("card")))
        obey_card(reader, rest);
    else if (str_equal(line, str_of("help")))
        reader_visit_view(reader, VIEW_HELP);
    else if (str_equal(line, str_of("quit")) || str_equal(line, str_of("q")))
        reader->wish = WISH_QUIT;
    else
        return false;
    return true;
}

// Says what the words were taken for, where that is not what was typed.
static void say_taken(Reader *reader, Meaning meaning)
{
    Buffer text = {0};
    if (meaning.by_id || reader->said.len)
        return;
    buffer_addf(&text, "%s: ", meaning_kind(meaning.target.kind));
    meaning_title_add(&text, reader->dossier, meaning.target);
    reader_say(reader, "%.*s", (int)text.len, text.bytes);
    buffer_free(&text);
}

static void go_to(Reader *reader, Meaning meaning)
{
    Target target = meaning.target;
    if (target.kind == TARGET_PASSAGE)
        reader_visit_passage(reader, (PassageId){target.index, target.ordinal}, reader_current_topic(reader));
    else if (target.kind == TARGET_ROUND)
        reader_visit_account(reader, reader->dossier->rounds[target.index].account, TOPIC_FIRST);
    else if (target.kind == TARGET_ACCOUNT)
        reader_visit_account(reader, target.index, TOPIC_FIRST);
    else if (target.kind == TARGET_TOPIC)
        go_to_topic(reader, target.index);
    else
        reader_visit_card(reader, target);
    say_taken(reader, meaning);
}

static void say_several(Reader *reader, const Meanings *meanings)
{
    Buffer text = {0};
    for (size_t i = 0; i < meanings->best; i++) {
        buffer_add_text(&text, i ? ", " : "");
        meaning_id_add(&text, reader->dossier, meanings->items[i].target);
    }
    reader_say(reader, "that may be %.*s: type more of it", (int)text.len, text.bytes);
    buffer_free(&text);
}

static void say_none(Reader *reader, Str line)
{
    Ref ref;
    if (dossier_ref_parse(reader->dossier, line, reader->account, &ref) && ref.first)
        reader_say(reader, "there is no passage of that number in the record");
    else
        reader_say(reader, "nothing is called \"%.*s\" here; / searches the texts", (int)line.len, line.at);
}

void going_obey(Reader *reader, Str line)
{
    Meanings meanings = {0};
    line = str_trim(line);
    if (line.len == 0 || obey_word(reader, line))
        return;
    meaning_find(reader->dossier, line, reader->account, MEANING_ALL, &meanings);
    if (meanings.best == 1)
        go_to(reader, meanings.items[0]);
    else if (meanings.best)
        say_several(reader, &meanings);
    else
        say_none(reader, line);
    free(meanings.items);
}

static void offer(Candidates *candidates, Str stem, Str word)
{
    if (!str_starts(word, stem))
        return;
    candidates->items =
        mem_grow(candidates->items, &candidates->capacity, candidates->count + 1, sizeof *candidates->items);
    candidates->items[candidates->count++] = word;
}

static void offer_accounts(Candidates *candidates, Str stem, const Dossier *dossier)
{
    for (size_t i = 0; i < dossier->account_count; i++)
        offer(candidates, stem, dossier->accounts[i].name);
}

static void offer_all(Candidates *candidates, Str stem, const Dossier *dossier)
{
    static const char *const words[] = {"columns", "card", "help", "quit"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        offer(candidates, stem, str_of(words[i]));
    for (size_t i = 0; i < dossier->topic_count; i++)
        offer(candidates, stem, dossier->topics[i].record.id);
    offer_accounts(candidates, stem, dossier);
    for (size_t i = 0; i < dossier->party_count; i++)
        offer(candidates, stem, dossier->parties[i].record.id);
    for (size_t i = 0; i < dossier->person_count; i++)
        offer(candidates, stem, dossier->people[i].record.id);
    for (size_t i = 0; i < dossier->name_count; i++)
        offer(candidates, stem, dossier->names[i].record.id);
    for (size_t i = 0; i < dossier->source_count; i++)
        offer(candidates, stem, dossier->sources[i].record.id);
}

void going_complete(Reader *reader, Prompt *prompt, bool back)
{
    Str typed = prompt_stem(prompt);
    bool behind_at = typed.at > prompt->text.bytes && typed.at[-1] == '@';
    char *stem = mem_text(typed);
    Candidates candidates = {0};
    if (behind_at)
        offer_accounts(&candidates, str_of(stem), reader->dossier);
    else
        offer_all(&candidates, str_of(stem), reader->dossier);
    if (candidates.count == 0)
        reader_say(reader, "nothing begins so");
    prompt_complete(prompt, &candidates, back);
    free(candidates.items);
    free(stem);
}
