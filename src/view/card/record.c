// SPDX-License-Identifier: MIT
// The cards of people, names, sources and discrepancies.
#include "view/card/card.h"

#include "diptych/cite.h"
#include "diptych/discrepancies.h"
#include "diptych/ground.h"
#include "diptych/layers.h"

static bool speaks(Glance glance, uint32_t person)
{
    for (size_t i = 0; i < glance.speaker_count; i++)
        if (glance.speakers[i] == person)
            return true;
    return false;
}

static size_t passages_of(const Skim *skim, uint32_t account, uint32_t person)
{
    size_t count = skim_count(skim, account), said = 0;
    for (uint32_t i = 0; i < count; i++)
        said += speaks(skim_glance(skim, account, i), person);
    return said;
}

// The accounts in which somebody speaks, with how often.
static void add_speeches(const Card *card, uint32_t person)
{
    bool first = true;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        size_t said = passages_of(card->skim, account, person);
        if (said == 0)
            continue;
        if (first)
            card_heading(card, (Target){0}, str_of("Where they speak"), "");
        first = false;
        Buffer text = {0};
        card_count_add(&text, said);
        card_account(card, account, buffer_str(&text));
        buffer_free(&text);
    }
}

// What somebody conceded to the other side, over all rounds.
static void add_concessions(const Card *card, uint32_t person)
{
    bool first = true;
    size_t unread = CARD_UNREAD;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        for (uint32_t i = 0; i < skim_count(card->skim, account); i++) {
            Glance glance = layered_glance(card->dossier, card->skim, (PassageId){account, i});
            if (!ground_is_concession(card->dossier, &glance) || !speaks(glance, person))
                continue;
            if (first)
                card_heading(card, (Target){0}, str_of("What they conceded"), "");
            first = false;
            card_reference(card, (Ref){account, glance.number, glance.number}, "", &unread);
        }
    }
}

void card_person(const Card *card, uint32_t index)
{
    const Person *person = card->dossier->people + index;
    card_heading(card, (Target){TARGET_PERSON, index, 0}, person->record.title, "person");
    if (person->party != NONE)
        card_text(card, "party", card->dossier->parties[person->party].record.title);
    card_key(card, &person->record, "Office", "office");
    if (person->capacity != CAPACITY_GOVERNMENT)
        card_text(card, "speaks for", str_of(cite_capacity(person->capacity)));
    card_key(card, &person->record, "Names", "names");
    card_key(card, &person->record, "Note", "note");
    card_progress(card);
    card_concessions(card, index);
    add_speeches(card, index);
    add_concessions(card, index);
}

void card_name(const Card *card, uint32_t index)
{
    const Name *name = card->dossier->names + index;
    card_heading(card, (Target){TARGET_NAME, index, 0}, name->record.title, "name");
    for (size_t n = 0; n < name->naming_count; n++) {
        Buffer text = {0};
        for (size_t w = 0; w < name->namings[n].word_count; w++) {
            if (w)
                buffer_add_text(&text, "; ");
            buffer_add(&text, name->namings[n].words[w]);
        }
        sheet_text(card->sheet, (Target){TARGET_NAME, index, 0},
                   card->dossier->parties[name->namings[n].party].brief, buffer_str(&text), STYLE_PLAIN);
        buffer_free(&text);
    }
    card_key(card, &name->record, "Means", "means");
    card_key(card, &name->record, "Note", "note");
}

static void add_accounts(const Card *card, uint32_t source)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (uint32_t account = 0; account < dossier->account_count; account++) {
        if (dossier->accounts[account].source != source)
            continue;
        if (first)
            card_heading(card, (Target){0}, str_of("What it tells"), "");
        first = false;
        card_account(card, account, (Str){0});
    }
}

void card_source(const Card *card, uint32_t index)
{
    const Source *source = card->dossier->sources + index;
    Buffer text = {0};
    card_heading(card, (Target){TARGET_SOURCE, index, 0}, source->record.id, "source");
    cite_source_add(&text, card->dossier, index);
    card_link(card, (Target){TARGET_SOURCE, index, 0}, "citation", buffer_str(&text));
    buffer_free(&text);
    card_text(card, "kind", str_of(source_kind_word(source->kind)));
    card_text(card, "standpoint", source->standpoint);
    card_key(card, &source->record, "Translator", "translator");
    card_key(card, &source->record, "Via", "via");
    card_key(card, &source->record, "Language", "language");
    card_key(card, &source->record, "URL", "url");
    card_key(card, &source->record, "Locators", "locators");
    card_key(card, &source->record, "Note", "note");
    add_accounts(card, index);
}

void card_discrepancy(const Card *card, uint32_t index)
{
    const Discrepancy *discrepancy = card->dossier->discrepancies + index;
    card_heading(card, (Target){TARGET_DISCREPANCY, index, 0}, discrepancy->about, "discrepancy");
    for (size_t i = 0; i < discrepancy->reading_count; i++) {
        Reading reading = discrepancy->readings[i];
        Target target = {0};
        Buffer label = {0};
        if (reading.ref.account != NONE) {
            discrepancy_refs_add(&label, card->dossier, &reading);
            uint32_t ordinal =
                speech_find(dossier_speech(card->dossier, reading.ref.account), reading.ref.first);
            target = reading.ref.first && ordinal != NONE
                         ? (Target){TARGET_PASSAGE, reading.ref.account, ordinal}
                         : (Target){TARGET_ACCOUNT, reading.ref.account, 0};
        }
        sheet_text(card->sheet, target, buffer_str(&label), reading.text, STYLE_PLAIN);
        buffer_free(&label);
    }
    card_key(card, &discrepancy->record, "Note", "note");
    for (size_t i = 0; i < discrepancy->topic_count; i++)
        card_link(card, (Target){TARGET_TOPIC, discrepancy->topics[i], 0}, i ? " " : "topics",
                  card->dossier->topics[discrepancy->topics[i]].record.title);
}
