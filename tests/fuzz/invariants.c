// SPDX-License-Identifier: MIT
#include "invariants.h"

#include <stdio.h>
#include <stdlib.h>

#include "diptych/layers.h"
#include "diptych/problems.h"
#include "diptych/visible.h"

void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

bool is_visible(Str text)
{
    Buffer again = {0};
    Repairs repairs = visible_add(&again, text, true);
    bool same = str_equal(buffer_str(&again), text) && repairs.invalid == 0 && repairs.control == 0;
    buffer_free(&again);
    return same;
}

static void check_pairs(const Pair *pairs, size_t count, size_t bytes)
{
    for (size_t i = 0; i < count; i++) {
        must((size_t)pairs[i].span.at + pairs[i].span.len <= bytes, "a value is inside its file");
        must(pairs[i].name.len > 0, "a value has a name");
        must(is_visible(pairs[i].value), "a value is visible");
        must(pairs[i].line > 0 && pairs[i].column > 0, "a value has a place");
    }
}

static void check_problems(const Dossier *dossier, const DiagnosticList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const Diagnostic *item = &list->items[i];
        must(item->file < dossier->file_count && item->line > 0 && item->column > 0, "a problem has a place");
        must(item->kind < DIAGNOSTIC_COUNT && item->detail.len <= 80, "a problem has a kind and few words");
    }
}

static void check_record(const Dossier *dossier, const Record *record)
{
    must(record->file < dossier->file_count && record->line > 0 && record->column > 0,
         "a record has a place");
    must(is_visible(record->id) && is_visible(record->title), "an id and a title are visible");
    check_pairs(record->pairs, record->pair_count, dossier->files[record->file].bytes);
}

static void check_topics(const Dossier *dossier, const uint32_t *topics, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        must(topics[i] < dossier->topic_count, "a topic exists");
        for (size_t j = 0; j < i && i < 100; j++)
            must(topics[i] != topics[j], "a topic is given once");
    }
}

static void check_links(const Dossier *dossier, const Link *links, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        must(links[i].ref.account < dossier->account_count, "a link goes to an account");
        must(links[i].ref.first <= links[i].ref.last && links[i].verb < VERB_COUNT,
             "a link is a verb and a range");
    }
}

static void check_rounds(const Dossier *dossier)
{
    uint32_t account = 0;
    for (uint32_t i = 0; i < dossier->round_count; i++) {
        const Round *round = &dossier->rounds[i];
        must(round->account == account && round->account_count > 0, "accounts follow their round");
        must(i == 0 || date_compare(dossier->rounds[i - 1].date, round->date) <= 0,
             "rounds are in order of date");
        for (uint32_t j = 0; j < round->account_count; j++, account++) {
            must(account < dossier->account_count && dossier->accounts[account].round == i,
                 "an account has its round");
            check_record(dossier, &dossier->accounts[account].record);
        }
    }
    must(account == dossier->account_count, "every account has a round");
}

void check_records(const Dossier *dossier)
{
    check_problems(dossier, dossier->problems);
    check_rounds(dossier);
    for (uint32_t i = 0; i < dossier->topic_count; i++) {
        check_record(dossier, &dossier->topics[i].record);
        must(topic_within(dossier, i, i) && !topic_within(dossier, i, NONE), "a topic has an end above it");
        uint32_t first = dossier_topic(dossier, dossier->topics[i].record.id);
        must(first <= i, "an id means its first record");
    }
    for (uint32_t i = 0; i < dossier->person_count; i++) {
        check_record(dossier, &dossier->people[i].record);
        must(dossier->people[i].party == NONE || dossier->people[i].party < dossier->party_count,
             "a party exists");
    }
    for (size_t i = 0; i < dossier->event_count; i++)
        check_topics(dossier, dossier->events[i].topics, dossier->events[i].topic_count);
    for (size_t i = 0; i < dossier->remark_count; i++) {
        check_topics(dossier, dossier->remarks[i].topics, dossier->remarks[i].topic_count);
        check_links(dossier, dossier->remarks[i].links, dossier->remarks[i].link_count);
    }
}

static void check_passage(const Dossier *dossier, const Speech *speech, uint32_t ordinal)
{
    const Passage *passage = &speech->passages[ordinal];
    must(passage->turn < speech->turn_count, "a passage has a turn");
    const Turn *turn = &speech->turns[passage->turn];
    must(ordinal >= turn->first && ordinal - turn->first < turn->count, "a turn has its passages");
    must(is_visible(passage->text), "a text is visible");
    must(str_find(passage->text, '\n', 0) == passage->text.len, "a text is one paragraph");
    must((size_t)passage->span.at + passage->span.len <= speech->bytes.len, "a passage is inside its file");
    must(passage->text_at >= passage->span.at && passage->text_at <= passage->span.at + passage->span.len,
         "a text is inside its passage");
    must(passage->details->source == NONE || passage->details->source < dossier->source_count,
         "a source exists");
    size_t count;
    const uint32_t *topics = layered_topics(dossier, speech, passage, &count);
    must(count >= passage->topic_count, "layers take no topic away");
    check_topics(dossier, topics, count);
    const Link *links = layered_links(dossier, speech, passage, &count);
    must(count >= passage->link_count, "layers take no link away");
    check_links(dossier, links, count);
    uint32_t found = speech_find(speech, passage->number);
    must(passage->number == 0 ? found == NONE : found <= ordinal, "a number means its first passage");
}

void check_speech(Dossier *dossier, uint32_t account)
{
    const Speech *speech = dossier_speech(dossier, account);
    uint32_t count = 0;
    for (size_t i = 0; i < speech->turn_count; i++) {
        must(speech->turns[i].first == count, "turns hold all passages in order");
        must(speech->turns[i].count > 0, "something is said in a turn");
        count += speech->turns[i].count;
    }
    must(count == speech->passage_count, "turns hold all passages");
    for (uint32_t i = 0; i < speech->passage_count; i++)
        check_passage(dossier, speech, i);
    check_problems(dossier, speech->problems);
}

static void check_backlinks(Dossier *dossier, Skim *skim, uint32_t account, uint32_t ordinal)
{
    const Speech *speech = dossier_speech(dossier, account);
    const Passage *passage = &speech->passages[ordinal];
    size_t link_count;
    const Link *links = layered_links(dossier, speech, passage, &link_count);
    for (size_t i = 0; i < link_count && i < 20; i++) {
        size_t count, own = 0;
        const Link *link = &links[i];
        const Backlink *back =
            layered_backlinks(dossier, skim, link->ref.account, link->ref.last, SIZE_MAX, &count);
        for (size_t j = 0; j < count; j++)
            own += back[j].from.account == account && back[j].from.ordinal == ordinal &&
                   back[j].number == passage->number && back[j].verb == link->verb &&
                   back[j].layer == link->layer;
        must(own > 0, "a link is found from its other end");
    }
}

void check_skim(Dossier *dossier)
{
    Skim *skim = skim_new(dossier);
    while (skim_step(skim, 1))
        continue;
    for (uint32_t i = 0; i < dossier->account_count; i++) {
        const Speech *speech = dossier_speech(dossier, i);
        must(skim_has(skim, i) && skim_count(skim, i) == speech->passage_count, "the skim has every passage");
        for (uint32_t j = 0; j < speech->passage_count; j++) {
            Glance glance = skim_glance(skim, i, j);
            must(glance.number == speech->passages[j].number, "a glance has the number");
            must(glance.topic_count == speech->passages[j].topic_count, "a glance has the topics");
            if (j < 50)
                check_backlinks(dossier, skim, i, j);
        }
    }
    DiagnosticList list = {0};
    problems_list(dossier, &list);
    Problems *problems = problems_new(skim);
    while (problems_step(problems, 1))
        continue;
    must(problems_count(problems) == list.count, "all problems are counted");
    problems_free(problems);
    diagnostic_free(&list);
    skim_free(skim);
}
