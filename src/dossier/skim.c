// SPDX-License-Identifier: MIT
// The skim: filled account by account.
#include <stdlib.h>
#include <string.h>

#include "diptych/clock.h"
#include "loaded.h"
#include "skimmed.h"

Skim *skim_new(Dossier *dossier)
{
    Skim *skim = mem_new(1, sizeof *skim);
    skim->dossier = dossier;
    skim->accounts = mem_new(dossier->account_count, sizeof *skim->accounts);
    return skim;
}

void skim_free(Skim *skim)
{
    if (!skim)
        return;
    for (size_t i = 0; i < skim->dossier->account_count; i++) {
        free(skim->accounts[i].passages);
        free(skim->accounts[i].topics);
        free(skim->accounts[i].speakers);
        free(skim->accounts[i].by_number);
        free(skim->accounts[i].incoming);
    }
    free(skim->accounts);
    free(skim->found);
    free(skim);
}

// Added to a year it makes it positive and fit into 23 bits.
#define YEAR_BASE (YEAR_MAX + 1)

// Days as numbers in their order; a missing part counts as first. 0: no date.
static uint32_t day_number(Date date)
{
    uint32_t month = date.from.month ? date.from.month : 1, day = date.from.day ? date.from.day : 1;
    return date_known(date) ? (uint32_t)(date.from.year + YEAR_BASE) * 512 + month * 32 + day : 0;
}

// Lists longer than a skimmed passage can count are cut.
static uint16_t clamp(size_t count)
{
    return (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX);
}

static uint8_t speaker_count(const Turn *turn)
{
    return (uint8_t)(turn->speaker_count < UINT8_MAX ? turn->speaker_count : UINT8_MAX);
}

static uint32_t speaker_value(const Speaker *speaker)
{
    if (speaker->person != NONE)
        return speaker->person;
    return speaker->party == NONE ? NONE : speaker->party | SKIM_PARTY;
}

static void take_topics(SkimmedAccount *to, const Passage *passage, SkimmedPassage *skimmed, uint32_t *used)
{
    skimmed->topics = *used;
    for (size_t i = 0; i < clamp(passage->topic_count); i++)
        if (passage->topics[i] < SKIM_TOPICS_MAX)
            to->topics[(*used)++] = (uint16_t)passage->topics[i];
    skimmed->topic_count = (uint16_t)(*used - skimmed->topics);
}

// Where each turn's speakers begin is the first passage's business; the others of the turn repeat it.
static void take_speakers(SkimmedAccount *to, const Turn *turn, uint32_t *used)
{
    uint32_t from = *used;
    for (size_t i = 0; i < speaker_count(turn); i++)
        to->speakers[(*used)++] = speaker_value(&turn->speakers[i]);
    for (uint32_t i = turn->first; i < turn->first + turn->count; i++) {
        to->passages[i].speakers = from;
        to->passages[i].speaker_count = speaker_count(turn);
    }
}

static void add_incoming(Skim *skim, const Link *link, uint32_t account, uint32_t ordinal)
{
    SkimmedAccount *target = &skim->accounts[link->ref.account];
    target->incoming = mem_grow(target->incoming, &target->incoming_capacity, target->incoming_count + 1,
                                sizeof *target->incoming);
    target->incoming[target->incoming_count++] = (SkimmedLink){.range = {link->ref.first, link->ref.last, 0},
                                                               .account = account,
                                                               .ordinal = ordinal & 0xfffffffu,
                                                               .verb = link->verb & 0xfu};
    target->sorted = false;
}

static void take_links(Skim *skim, const Passage *passage, uint32_t account, uint32_t ordinal)
{
    SkimmedPassage *skimmed = &skim->accounts[account].passages[ordinal];
    for (size_t i = 0; i < passage->link_count; i++) {
        add_incoming(skim, &passage->links[i], account, ordinal);
        if (verb_is_verdict(passage->links[i].verb))
            skimmed->verdicts |= (uint8_t)(1u << (passage->links[i].verb - VERB_SUPPORTED));
        else if (passage->links[i].verb == VERB_RESTATES)
            skimmed->restates = 1;
    }
}

static void make_room(SkimmedAccount *to, const Speech *speech)
{
    size_t topics = 0, speakers = 0;
    for (size_t i = 0; i < speech->passage_count; i++)
        topics += clamp(speech->passages[i].topic_count);
    for (size_t i = 0; i < speech->turn_count; i++)
        speakers += speaker_count(&speech->turns[i]);
    to->count = (uint32_t)speech->passage_count;
    to->passages = mem_new(to->count, sizeof *to->passages);
    to->topics = mem_new(topics, sizeof *to->topics);
    to->speakers = mem_new(speakers, sizeof *to->speakers);
    to->held =
        to->count * sizeof *to->passages + topics * sizeof *to->topics + speakers * sizeof *to->speakers;
}

static void take_order(SkimmedAccount *to, const Speech *speech)
{
    if (!speech->by_number)
        return;
    to->by_number = mem_new(to->count, sizeof *to->by_number);
    memcpy(to->by_number, speech->by_number, to->count * sizeof *to->by_number);
    to->held += to->count * sizeof *to->by_number;
}

uint32_t skim_find(const Skim *skim, uint32_t account, uint32_t number)
{
    const SkimmedAccount *in = &skim->accounts[account];
    size_t low = 0, high = in->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (in->passages[in->by_number ? in->by_number[middle] : middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t ordinal = low == in->count || !in->by_number ? (uint32_t)low : in->by_number[low];
    return ordinal < in->count && in->passages[ordinal].number == number ? ordinal : NONE;
}

void skim_take(Skim *skim, const Speech *speech)
{
    SkimmedAccount *to = &skim->accounts[speech->account];
    uint32_t topics = 0, speakers = 0;
    make_room(to, speech);
    take_order(to, speech);
    for (uint32_t i = 0; i < to->count; i++) {
        const Passage *passage = &speech->passages[i];
        SkimmedPassage *skimmed = &to->passages[i];
        *skimmed = (SkimmedPassage){.number = passage->number,
                                    .day = day_number(passage->details->date),
                                    .link_count = clamp(passage->link_count),
                                    .status = passage->status & 0xfu,
                                    .act = passage->act & 0xfu,
                                    .addressee = passage->addressee & 0xfu,
                                    .capacity = passage->capacity & 0x7u};
        take_topics(to, passage, skimmed, &topics);
        take_links(skim, passage, speech->account, i);
    }
    for (size_t i = 0; i < speech->turn_count; i++)
        take_speakers(to, &speech->turns[i], &speakers);
    to->done = true;
    skim->problems += speech->problems->count;
}

static void take_account(Skim *skim, uint32_t account)
{
    if (skim->accounts[account].done)
        return;
    const Loaded *at_hand = model_of(skim->dossier)->stored[account].loaded;
    if (at_hand) {
        skim_take(skim, &at_hand->speech);
        return;
    }
    Loaded *loaded = loaded_read(skim->dossier, account);
    skim_take(skim, &loaded->speech);
    loaded_free(loaded);
}

void skim_take_round(Skim *skim, uint32_t round)
{
    const Round *at = &skim->dossier->rounds[round];
    for (uint32_t i = 0; i < at->account_count; i++)
        take_account(skim, at->account + i);
}

bool skim_step(Skim *skim, unsigned milliseconds)
{
    int64_t end = milliseconds ? clock_milliseconds() + milliseconds : 0;
    do {
        if (skim_complete(skim))
            return false;
        take_account(skim, skim->next++);
    } while (milliseconds && clock_milliseconds() < end);
    return !skim_complete(skim);
}

bool skim_complete(const Skim *skim)
{
    return skim->next == skim->dossier->account_count;
}

size_t skim_done(const Skim *skim)
{
    return skim->next;
}

size_t skim_count(const Skim *skim, uint32_t account)
{
    return skim->accounts[account].count;
}

bool skim_has(const Skim *skim, uint32_t account)
{
    return skim->accounts[account].done;
}

Glance skim_glance(const Skim *skim, uint32_t account, uint32_t ordinal)
{
    const SkimmedAccount *from = &skim->accounts[account];
    if (ordinal >= from->count)
        return (Glance){.speaker = NONE, .status = STATUS_NARRATION};
    const SkimmedPassage *skimmed = &from->passages[ordinal];
    const uint32_t *speakers = from->speakers + skimmed->speakers;
    return (Glance){.number = skimmed->number,
                    .speaker = skimmed->speaker_count ? speakers[0] : NONE,
                    .status = skimmed->status,
                    .act = skimmed->act,
                    .addressee = skimmed->addressee,
                    .capacity = skimmed->capacity,
                    .topic_count = skimmed->topic_count,
                    .topics = from->topics + skimmed->topics,
                    .speaker_count = skimmed->speaker_count,
                    .speakers = speakers,
                    .link_count = skimmed->link_count,
                    .verdicts = (uint16_t)(skimmed->verdicts << VERB_SUPPORTED),
                    .restates = skimmed->restates};
}

uint32_t glance_party(const Dossier *dossier, uint32_t speaker)
{
    if (speaker == NONE)
        return NONE;
    return speaker & SKIM_PARTY ? speaker & ~SKIM_PARTY : dossier->people[speaker].party;
}

bool glance_is_on(const Dossier *dossier, const Glance *glance, uint32_t topic)
{
    for (size_t i = 0; i < glance->topic_count; i++)
        if (topic_within(dossier, glance->topics[i], topic))
            return true;
    return false;
}

bool glance_is_by(const Dossier *dossier, const Glance *glance, uint32_t party)
{
    for (size_t i = 0; i < glance->speaker_count; i++)
        if (glance_party(dossier, glance->speakers[i]) == party && party != NONE)
            return true;
    return false;
}

size_t skim_bytes(const Skim *skim)
{
    size_t bytes = sizeof *skim + skim->dossier->account_count * sizeof *skim->accounts;
    for (size_t i = 0; i < skim->dossier->account_count; i++)
        bytes += skim->accounts[i].held + skim->accounts[i].incoming_capacity * sizeof(SkimmedLink);
    return bytes;
}
