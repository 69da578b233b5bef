// SPDX-License-Identifier: MIT
// The card of a topic: in which rounds it was raised and by whom, where the record is silent, leaves it out,
// or does not reach.
#include <stdlib.h>
#include <string.h>

#include "diptych/memory.h"
#include "view/card/card.h"

static void add_children(const Card *card, uint32_t topic)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t i = 0; i < dossier->topic_count; i++) {
        if (dossier->topics[i].parent != topic)
            continue;
        card_link(card, (Target){TARGET_TOPIC, i, 0}, first ? "holds" : " ", dossier->topics[i].record.title);
        first = false;
    }
}

// What a party has on the topic in an account.
typedef struct Voice {
    bool at_table;  // it takes part, or speaks on something
    size_t said;    // passages, omitted ones aside
    size_t omitted; // omitted ones
} Voice;

static void seat(const Card *card, const Round *round, Voice *voices)
{
    for (size_t i = 0; i < round->person_count; i++) {
        uint32_t party = card->dossier->people[round->people[i]].party;
        if (party != NONE)
            voices[party].at_table = true;
    }
}

static void hear(const Card *card, Glance glance, bool on_topic, Voice *voices)
{
    for (size_t i = 0; i < glance.speaker_count; i++) {
        uint32_t party = glance_party(card->dossier, glance.speakers[i]);
        if (party == NONE || (i && party == glance_party(card->dossier, glance.speakers[i - 1])))
            continue;
        voices[party].at_table = true;
        if (on_topic)
            ++*(glance.status == STATUS_OMITTED ? &voices[party].omitted : &voices[party].said);
    }
}

// How often a side speaks, or which of the three silences it is.
static void add_voice(const Card *card, Buffer *text, const Account *account, uint32_t party, Voice voice)
{
    buffer_add_text(text, "; ");
    buffer_add(text, card->dossier->parties[party].brief);
    if (voice.said)
        buffer_addf(text, " %zu", voice.said);
    else if (voice.omitted)
        buffer_add_text(text, " left out of the record");
    else
        buffer_add_text(text, account->extent == EXTENT_FULL ? " silent" : " not recorded");
}

// `voices` has room for every party.
static void add_account(const Card *card, uint32_t index, uint32_t topic, Voice *voices)
{
    const Dossier *dossier = card->dossier;
    const Account *account = dossier->accounts + index;
    size_t count = skim_count(card->skim, index);
    memset(voices, 0, dossier->party_count * sizeof *voices);
    seat(card, dossier->rounds + account->round, voices);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = skim_glance(card->skim, index, i);
        hear(card, glance, card_glance_has(glance, topic), voices);
    }
    Buffer text = {0};
    card_account_add(card, &text, index);
    for (uint32_t party = 0; party < dossier->party_count; party++)
        if (voices[party].at_table)
            add_voice(card, &text, account, party, voices[party]);
    sheet_text(card->sheet, (Target){TARGET_ACCOUNT, index, 0}, account->name, buffer_str(&text),
               STYLE_PLAIN);
    buffer_free(&text);
}

static void add_speakers(const Card *card, Buffer *text, Glance glance)
{
    const Dossier *dossier = card->dossier;
    for (size_t i = 0; i < glance.speaker_count; i++) {
        uint32_t speaker = glance.speakers[i];
        if (speaker == NONE)
            continue;
        buffer_add_text(text, i ? " and " : "");
        buffer_add(text, speaker & SKIM_PARTY ? dossier->parties[speaker & ~SKIM_PARTY].record.title
                                              : dossier->people[speaker].record.title);
    }
}

static void add_first(const Card *card, uint32_t account, uint32_t topic)
{
    size_t count = skim_count(card->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = skim_glance(card->skim, account, i);
        if (glance.speaker == NONE || !card_glance_has(glance, topic))
            continue;
        Buffer text = {0};
        add_speakers(card, &text, glance);
        buffer_add_text(&text, ", ");
        passage_reference_add(card->dossier, &text, account, glance.number);
        card_link(card, (Target){TARGET_PASSAGE, account, i}, "first", buffer_str(&text));
        buffer_free(&text);
        return;
    }
}

// Whether the topic is raised in each of the accounts, as far as is known. The caller frees it.
static bool *find_raised(const Card *card, uint32_t topic)
{
    bool *raised = mem_new(card->dossier->account_count, sizeof *raised);
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        size_t count = skim_count(card->skim, account);
        for (uint32_t i = 0; i < count && !raised[account]; i++)
            raised[account] = card_glance_has(skim_glance(card->skim, account, i), topic);
    }
    return raised;
}

static void add_raised(const Card *card, uint32_t topic, const bool *raised)
{
    Voice *voices = mem_new(card->dossier->party_count, sizeof *voices);
    bool first = true;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        if (!raised[account])
            continue;
        if (first) {
            add_first(card, account, topic);
            card_heading(card, (Target){0}, str_of("Where it is raised"), "passages of each side");
        }
        first = false;
        add_account(card, account, topic, voices);
    }
    free(voices);
}

// The rounds in none of whose accounts the topic stands, told apart by whether that means anything.
static void add_absent(const Card *card, const bool *raised, bool full)
{
    const Dossier *dossier = card->dossier;
    Buffer text = {0};
    for (size_t r = 0; r < dossier->round_count; r++) {
        const Round *round = dossier->rounds + r;
        bool present = false, known = false;
        for (uint32_t a = round->account; a < round->account + round->account_count; a++) {
            present = present || raised[a] || !skim_has(card->skim, a);
            known = known || dossier->accounts[a].extent == EXTENT_FULL;
        }
        if (present || known != full)
            continue;
        if (text.len)
            buffer_add_text(&text, ", ");
        buffer_add(&text, round->record.id);
    }
    card_text(card, full ? "silent" : "not recorded", buffer_str(&text));
    buffer_free(&text);
}

void card_topic(const Card *card, uint32_t index)
{
    const Topic *topic = card->dossier->topics + index;
    card_heading(card, (Target){TARGET_TOPIC, index, 0}, topic->record.title, "topic");
    sheet_text(card->sheet, (Target){TARGET_TOPIC, index, 0}, str_of("id"), topic->record.id, STYLE_PLAIN);
    if (topic->parent != NONE)
        card_link(card, (Target){TARGET_TOPIC, topic->parent, 0}, "part of",
                  card->dossier->topics[topic->parent].record.title);
    add_children(card, index);
    card_key(card, &topic->record, "About", "about");
    card_key(card, &topic->record, "Words", "words");
    card_key(card, &topic->record, "Note", "note");
    card_progress(card);
    bool *raised = find_raised(card, index);
    add_raised(card, index, raised);
    card_heading(card, (Target){0}, str_of("Where it is not"), "");
    add_absent(card, raised, true);
    add_absent(card, raised, false);
    free(raised);
}
