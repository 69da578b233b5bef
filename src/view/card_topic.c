// SPDX-License-Identifier: MIT
// The card of a topic: in which rounds it was raised and by whom, where the record is silent, leaves it out,
// or does not reach.
#include "card.h"

#include "cite.h"

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

// How often a side speaks, or which of the three silences it is.
static void add_voice(const Card *card, Buffer *text, const Account *account, uint32_t party, Voice voice)
{
    buffer_add_text(text, "; ");
    buffer_add(text, card->dossier->parties[party].brief);
    if (voice.said)
        buffer_addf(text, " %u", (unsigned)voice.said);
    else if (voice.omitted)
        buffer_add_text(text, " left out of the record");
    else
        buffer_add_text(text, account->extent == EXTENT_FULL ? " silent" : " not recorded");
}

static bool is_raised(const Card *card, uint32_t account, uint32_t topic)
{
    size_t count = skim_count(card->skim, account);
    for (uint32_t i = 0; i < count; i++)
        if (card_glance_has(skim_glance(card->skim, account, i), topic))
            return true;
    return false;
}

static void add_account(const Card *card, uint32_t index, uint32_t topic)
{
    const Dossier *dossier = card->dossier;
    const Account *account = dossier->accounts + index;
    const Round *round = dossier->rounds + account->round;
    uint32_t parties[2];
    selector_parties(card->dossier, index, parties);
    Buffer label = {0}, text = {0};
    buffer_add(&label, account->name);
    date_add(&text, round->date);
    buffer_add_text(&text, ", ");
    buffer_add(&text, round->record.title);
    for (uint32_t party = 0; party < dossier->party_count; party++) {
        Voice voice = card_voice(card, index, topic, party);
        if (party == parties[0] || party == parties[1] || voice.said || voice.omitted)
            add_voice(card, &text, account, party, voice);
    }
    sheet_text(card->sheet, (Target){TARGET_ACCOUNT, index, 0}, buffer_str(&label), buffer_str(&text),
               STYLE_PLAIN);
    buffer_free(&label);
    buffer_free(&text);
}

static void add_first(const Card *card, uint32_t account, uint32_t topic)
{
    size_t count = skim_count(card->skim, account);
    for (uint32_t i = 0; i < count; i++) {
        Glance glance = skim_glance(card->skim, account, i);
        if (glance.speaker == NONE || !card_glance_has(glance, topic))
            continue;
        Buffer text = {0};
        const Speech *speech = dossier_speech(card->dossier, account);
        cite_speakers_add(&text, card->dossier, &speech->turns[speech->passages[i].turn]);
        buffer_add_text(&text, ", ");
        passage_reference_add(card->dossier, &text, account, glance.number);
        card_link(card, (Target){TARGET_PASSAGE, account, i}, "first", buffer_str(&text));
        buffer_free(&text);
        return;
    }
}

static void add_raised(const Card *card, uint32_t topic)
{
    bool first = true;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        if (!is_raised(card, account, topic))
            continue;
        if (first) {
            add_first(card, account, topic);
            card_heading(card, (Target){0}, str_of("Where it is raised"), "passages of each side");
        }
        first = false;
        add_account(card, account, topic);
    }
}

// The rounds in none of whose accounts the topic stands, told apart by whether that means anything.
static void add_absent(const Card *card, uint32_t topic, bool full)
{
    const Dossier *dossier = card->dossier;
    Buffer text = {0};
    for (size_t r = 0; r < dossier->round_count; r++) {
        const Round *round = dossier->rounds + r;
        bool raised = false, known = false;
        for (uint32_t a = round->account; a < round->account + round->account_count; a++) {
            raised = raised || is_raised(card, a, topic) || !skim_has(card->skim, a);
            known = known || dossier->accounts[a].extent == EXTENT_FULL;
        }
        if (raised || known != full)
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
    add_raised(card, index);
    card_heading(card, (Target){0}, str_of("Where it is not"), "");
    add_absent(card, index, true);
    add_absent(card, index, false);
}
