// SPDX-License-Identifier: MIT
// The card of a round: when, where, who, through which sources, what came of it, what the record leaves out.
#include <stdlib.h>

#include "diptych/cite.h"
#include "diptych/cluster.h"
#include "diptych/discrepancies.h"
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/ties.h"
#include "view/card/card.h"

static void add_people(const Card *card, const Round *round)
{
    const Dossier *dossier = card->dossier;
    for (size_t i = 0; i < round->person_count; i++) {
        const Person *person = dossier->people + round->people[i];
        Buffer text = {0};
        buffer_add(&text, person->record.title);
        Str office = record_value(&person->record, "Office");
        if (office.len) {
            buffer_add_text(&text, ", ");
            buffer_add(&text, office);
        }
        card_link(card, (Target){TARGET_PERSON, round->people[i], 0}, i ? " " : "who", buffer_str(&text));
        buffer_free(&text);
    }
}

static void add_account(const Card *card, uint32_t index)
{
    const Dossier *dossier = card->dossier;
    const Account *account = dossier->accounts + index;
    Buffer text = {0};
    buffer_add(&text, account->name);
    buffer_addf(&text, ": %s", extent_word(account->extent));
    if (account->part.len) {
        buffer_add_text(&text, ", ");
        buffer_add(&text, account->part);
    }
    if (account->source != NONE) {
        buffer_addf(&text, "; %s: ", source_kind_word(dossier->sources[account->source].kind));
        buffer_add(&text, dossier->sources[account->source].record.title);
    }
    buffer_add_text(&text, skim_has(card->skim, index) ? "; " : "");
    if (skim_has(card->skim, index))
        card_count_add(&text, skim_count(card->skim, index));
    Target target = {account->speechless ? TARGET_NONE : TARGET_ACCOUNT, index, 0};
    card_link(card, target, index == dossier->rounds[account->round].account ? "accounts" : " ",
              buffer_str(&text));
    buffer_free(&text);
}

static void add_heading(const Card *card, uint32_t index, const char *heading)
{
    const Account *account = card->dossier->accounts + index;
    sheet_band(card->sheet);
    sheet_heading(card->sheet, (Target){0}, str_of(heading),
                  card->dossier->rounds[account->round].account == index ? (Str){0} : account->name);
}

static void add_passage(const Card *card, const Speech *speech, uint32_t ordinal)
{
    const Passage *passage = speech->passages + ordinal;
    const Turn *turn = &speech->turns[passage->turn];
    Buffer label = {0};
    buffer_addf(&label, "%u", (unsigned)passage->number);
    for (size_t i = 0; i < turn->party_count; i++) {
        buffer_add_byte(&label, ' ');
        buffer_add(&label, card->dossier->parties[turn->parties[i]].brief);
    }
    sheet_text(card->sheet, (Target){TARGET_PASSAGE, speech->account, ordinal}, buffer_str(&label),
               passage->text, STYLE_PLAIN);
    buffer_free(&label);
}

// What is conceded or agreed to: the words of the other side, else the topics.
static void add_object(const Card *card, const Speech *speech, const Passage *passage, Ground ground,
                       size_t *unread)
{
    if (ground.object) {
        card->sheet->indent++;
        card_reference(card, ground.object->ref, tie_phrase(ground.object->verb, false), unread);
        card->sheet->indent--;
        return;
    }
    size_t count;
    const uint32_t *topics = layered_topics(card->dossier, speech, passage, &count);
    for (size_t i = 0; i < count; i++)
        card_link(card, (Target){TARGET_TOPIC, topics[i], 0}, i ? " " : "on",
                  card->dossier->topics[topics[i]].record.title);
}

// What the account adds to the common ground, under a heading, which names an account that is not the round's
// own.
static void add_common_ground(const Card *card, uint32_t account, size_t *unread)
{
    const Speech *speech = dossier_speech(card->dossier, account);
    bool first = true;
    for (uint32_t i = 0; i < speech->passage_count; i++) {
        const Passage *passage = speech->passages + i;
        Ground ground = ground_of(card->dossier, card->skim, speech, passage);
        if (ground.kind == GROUND_NONE)
            continue;
        if (first)
            add_heading(card, account, "What is conceded or agreed");
        first = false;
        add_passage(card, speech, i);
        add_object(card, speech, passage, ground, unread);
    }
}

static void add_omitted(const Card *card, uint32_t account)
{
    const Speech *speech = dossier_speech(card->dossier, account);
    bool first = true;
    for (uint32_t i = 0; i < speech->passage_count; i++) {
        if (speech->passages[i].status != STATUS_OMITTED)
            continue;
        if (first)
            add_heading(card, account, "What the record leaves out");
        first = false;
        add_passage(card, speech, i);
    }
}

static void add_discrepancies(const Card *card, uint32_t round)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t i = 0; i < dossier->discrepancy_count; i++) {
        if (!discrepancy_concerns(dossier, i, round))
            continue;
        if (first)
            card_heading(card, (Target){0}, str_of("Where the accounts differ"), "");
        first = false;
        card_link(card, (Target){TARGET_DISCREPANCY, i, 0}, "", dossier->discrepancies[i].about);
    }
}

// How much a side has, or its state, in a word where that takes much to say; the topic's card tells more.
#define STATE_COLUMNS 20

static void add_side(const Card *card, Buffer *out, uint32_t party, Standing standing)
{
    Buffer side = {0};
    card_side_add(card, &side, party, standing);
    if (cluster_columns(buffer_str(&side)) <= STATE_COLUMNS) {
        buffer_add(out, buffer_str(&side));
    } else {
        buffer_add(out, card->dossier->parties[party].brief);
        buffer_addf(out, " %s", standing_word(standing.state));
    }
    buffer_free(&side);
}

// A topic and what each side has on it; nothing where neither has anything.
static void add_topic(const Card *card, uint32_t topic, const uint32_t parties[2], const Standing found[2],
                      bool *first)
{
    bool any = found[0].state < STANDING_ABSENT || found[1].state < STANDING_ABSENT;
    if (!any)
        return;
    if (*first)
        card_heading(card, (Target){0}, str_of("Topics"), "passages of each side");
    *first = false;
    Buffer sides = {0};
    for (int side = 0; side < 2 && parties[side] != NONE; side++) {
        buffer_add_text(&sides, side ? ", " : "");
        add_side(card, &sides, parties[side], found[side]);
    }
    sheet_row(card->sheet, (Target){TARGET_TOPIC, topic, 0},
              (Str[]){buffer_str(&sides), card->dossier->topics[topic].record.title}, 2);
    buffer_free(&sides);
}

static void add_topics(const Card *card, uint32_t account)
{
    uint32_t parties[2], round = card->dossier->accounts[account].round;
    Standings *standings[2];
    bool first = true;
    selector_parties(card->dossier, account, parties);
    for (int side = 0; side < 2; side++)
        standings[side] = standings_new(card->dossier, card->skim, round, parties[side], NONE);
    for (uint32_t topic = 0; topic < card->dossier->topic_count; topic++) {
        Standing found[2] = {standings_of(standings[0], account, topic),
                             standings_of(standings[1], account, topic)};
        add_topic(card, topic, parties, found, &first);
    }
    standings_free(standings[0]);
    standings_free(standings[1]);
}

// Of a round with more accounts than this only the first are looked through.
#define ACCOUNTS_MAX 8

void card_round(const Card *card, uint32_t index)
{
    const Round *round = card->dossier->rounds + index;
    Buffer text = {0};
    card_heading(card, (Target){TARGET_ROUND, index, 0}, round->record.title, "round");
    date_add(&text, round->date);
    card_link(card, (Target){TARGET_ROUND, index, 0}, "date", buffer_str(&text));
    buffer_free(&text);
    card_text(card, "place", round->place);
    add_people(card, round);
    for (uint32_t i = 0; i < round->account_count; i++)
        add_account(card, round->account + i);
    card_text(card, "outcome", round->outcome);
    card_key(card, &round->record, "Via", "via");
    card_key(card, &round->record, "Printed", "printed");
    card_key(card, &round->record, "Note", "note");
    for (size_t i = 0; i < round->source_count; i++) {
        Buffer source = {0};
        cite_source_add(&source, card->dossier, round->sources[i]);
        card_link(card, (Target){TARGET_SOURCE, round->sources[i], 0}, i ? " " : "sources",
                  buffer_str(&source));
        buffer_free(&source);
    }
    size_t unread = CARD_UNREAD;
    skim_take_round(card->skim, index);
    for (uint32_t i = 0; i < round->account_count && i < ACCOUNTS_MAX; i++)
        add_common_ground(card, round->account + i, &unread);
    for (uint32_t i = 0; i < round->account_count && i < ACCOUNTS_MAX; i++)
        add_omitted(card, round->account + i);
    add_discrepancies(card, index);
    add_topics(card, round->account);
}
