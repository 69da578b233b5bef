// SPDX-License-Identifier: MIT
// The ":" prompt: where a line leads, and what completes it.
#include <stdlib.h>

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
        if (!selector_parse(reader->dossier, word, &columns[side], &error)) {
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

static bool obey_reference(Reader *reader, Str line)
{
    Ref ref;
    if (!dossier_ref_parse(reader->dossier, line, reader->account, &ref) || !ref.first)
        return false;
    uint32_t ordinal = speech_find(dossier_speech(reader->dossier, ref.account), ref.first);
    Date date;
    if (ordinal == NONE && date_parse(line, &date))
        return false; // a year, not a number
    if (ordinal == NONE)
        reader_say(reader, "there is no passage of that number in the record");
    else
        reader_visit_passage(reader, (PassageId){ref.account, ordinal}, reader_current_topic(reader));
    return true;
}

// The first round that begins within the date, else the last one before that goes on until then, else the
// first behind it; NONE.
static uint32_t round_on(const Dossier *dossier, Date date)
{
    uint32_t held = NONE;
    for (size_t i = 0; i < dossier->round_count; i++) {
        Date when = dossier->rounds[i].date;
        if (date_compare(when, date) >= 0)
            return held == NONE || !date_ends_before(date, when) ? (uint32_t)i : held;
        if (date_known(when) && !date_ends_before(when, date))
            held = (uint32_t)i;
    }
    return held;
}

static bool obey_date(Reader *reader, Str line)
{
    Date date;
    if (!date_parse(line, &date))
        return false;
    uint32_t round = round_on(reader->dossier, date);
    if (round == NONE)
        reader_say(reader, "no round on that date or after it");
    else
        reader_visit_account(reader, reader->dossier->rounds[round].account, TOPIC_FIRST);
    return true;
}

static bool go_to_account(Reader *reader, uint32_t account)
{
    if (account != NONE)
        reader_visit_account(reader, account, TOPIC_FIRST);
    return account != NONE;
}

// To the topic in this round; where it is not raised here, to its card, which tells where it is.
static bool go_to_topic(Reader *reader, uint32_t topic)
{
    if (topic == NONE)
        return false;
    Place place = reader_place(reader);
    place.view = VIEW_COMPARE;
    place.target = (Target){0};
    place.topic = topic;
    place.offset = place.row = 0;
    Place from = reader_place(reader);
    reader_restore(reader, place);
    if (reader_current_topic(reader) == topic) {
        trail_visit(&reader->trail, from, reader_place(reader));
        return true;
    }
    reader_restore(reader, from);
    reader_visit_card(reader, (Target){TARGET_TOPIC, topic, 0});
    reader_say(reader, "%s; its card tells where it is", reader_lacking(reader));
    return true;
}

// The record of that id, of whatever kind; TARGET_NONE.
static Target find_record(const Dossier *dossier, Str id)
{
    const struct {
        TargetKind kind;
        uint32_t index;
    } found[] = {
        {TARGET_PERSON, dossier_person(dossier, id)}, {TARGET_NAME, dossier_name(dossier, id)},
        {TARGET_SOURCE, dossier_source(dossier, id)}, {TARGET_TOPIC, dossier_topic(dossier, id)},
        {TARGET_ROUND, dossier_round(dossier, id)},
    };
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].index != NONE)
            return (Target){found[i].kind, found[i].index, 0};
    return (Target){0};
}

static bool go_to_card(Reader *reader, Target target)
{
    if (target.kind != TARGET_NONE)
        reader_visit_card(reader, target);
    return target.kind != TARGET_NONE;
}

static void obey_card(Reader *reader, Str words)
{
    Str id = str_trim(words);
    Error error;
    Target target = find_record(reader->dossier, id);
    if (target.kind == TARGET_NONE)
        target = (Target){TARGET_TOPIC, selector_topic(reader->dossier, id, &error), 0};
    if (target.index == NONE)
        reader_say(reader, "%s", error.text);
    else
        reader_visit_card(reader, target);
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

// A whole id goes before the beginning of one, and a topic before a round: it is what one looks for within a
// round.
void going_obey(Reader *reader, Str line)
{
    const Dossier *dossier = reader->dossier;
    Error error;
    line = str_trim(line);
    if (line.len == 0 || obey_word(reader, line) || obey_reference(reader, line) || obey_date(reader, line) ||
        go_to_account(reader, dossier_account(dossier, line)) ||
        go_to_topic(reader, dossier_topic(dossier, line)) || go_to_card(reader, find_record(dossier, line)) ||
        go_to_topic(reader, selector_topic(dossier, line, &error)) ||
        go_to_account(reader, selector_account(dossier, line, NULL)))
        return;
    reader_say(reader, "%s", error.text);
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
