// SPDX-License-Identifier: MIT
// The card of an instrument: its clauses, what each side reads into it, who invokes it when.
#include <stdlib.h>
#include <string.h>

#include "diptych/cite.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "view/card/card.h"

static void add_source(const Card *card, const Instrument *instrument)
{
    Buffer text = {0};
    if (instrument->source == NONE)
        return;
    cite_source_add(&text, card->dossier, instrument->source);
    card_link(card, (Target){TARGET_SOURCE, instrument->source, 0}, "source", buffer_str(&text));
    buffer_free(&text);
}

static void add_clauses(const Card *card, const Instrument *instrument)
{
    if (instrument->clause_count)
        card_heading(card, (Target){0}, str_of("What it says"), "in this dossier's words");
    for (size_t i = 0; i < instrument->clause_count; i++) {
        const Clause *clause = &instrument->clauses[i];
        Buffer text = {0};
        buffer_add(&text, clause->text);
        if (clause->at.len) {
            buffer_add_text(&text, " (");
            buffer_add(&text, clause->at);
            buffer_add_byte(&text, ')');
        }
        sheet_text(card->sheet, (Target){0}, clause->number, buffer_str(&text), STYLE_PLAIN);
        buffer_free(&text);
    }
}

// The passages of a reference, as far as they are there; of a span each, of which so many are shown.
#define SPAN_MAX 32

static void add_ref(const Card *card, Ref ref)
{
    const Speech *speech = dossier_speech(card->dossier, ref.account);
    for (uint32_t i = 0; ref.first && i < SPAN_MAX && i <= ref.last - ref.first; i++) {
        uint32_t ordinal = speech_find(speech, ref.first + i);
        if (ordinal == NONE)
            continue;
        Buffer label = {0};
        passage_reference_add(card->dossier, &label, ref.account, ref.first + i);
        sheet_text(card->sheet, (Target){TARGET_PASSAGE, ref.account, ordinal}, buffer_str(&label),
                   speech_passage(speech, ordinal)->text, STYLE_PLAIN);
        buffer_free(&label);
    }
}

static void add_understandings(const Card *card, const Instrument *instrument)
{
    for (size_t i = 0; i < instrument->understanding_count; i++) {
        const Understanding *of = &instrument->understandings[i];
        Buffer title = {0};
        buffer_add_text(&title, "What it is to ");
        buffer_add(&title, card->dossier->parties[of->party].record.title);
        card_heading(card, (Target){0}, buffer_str(&title), "");
        buffer_free(&title);
        for (size_t k = 0; k < of->ref_count; k++)
            add_ref(card, of->refs[k].ref);
    }
}

// True when the passage is on one of the instrument's topics or below it.
static bool concerns(const Card *card, const Instrument *instrument, Glance glance)
{
    for (size_t i = 0; i < instrument->topic_count; i++)
        if (glance_is_on(card->dossier, &glance, instrument->topics[i]))
            return true;
    return false;
}

// How often a party speaks of the instrument in an account, and the last passage counted, from 1.
typedef struct Invocations {
    size_t count;
    uint32_t last;
} Invocations;

// Counts into `tallies`, one for each party; true when any speaks of it.
static bool count_invocations(const Card *card, const Instrument *instrument, uint32_t account,
                              Invocations *tallies)
{
    size_t passages = skim_count(card->skim, account);
    bool any = false;
    memset(tallies, 0, card->dossier->party_count * sizeof *tallies);
    for (uint32_t i = 0; i < passages; i++) {
        Glance glance = layered_glance(card->dossier, card->skim, (PassageId){account, i});
        if (!status_is_said((Status)glance.status) || !concerns(card, instrument, glance))
            continue;
        for (size_t k = 0; k < glance.speaker_count; k++) {
            uint32_t party = glance_party(card->dossier, glance.speakers[k]);
            if (party == NONE || tallies[party].last == i + 1)
                continue;
            tallies[party] = (Invocations){tallies[party].count + 1, i + 1};
            any = true;
        }
    }
    return any;
}

static void add_invocation(const Card *card, uint32_t account, const Invocations *tallies)
{
    Buffer text = {0};
    for (size_t party = 0; party < card->dossier->party_count; party++) {
        if (!tallies[party].count)
            continue;
        buffer_add_text(&text, text.len ? ", " : "");
        buffer_add(&text, card->dossier->parties[party].brief);
        buffer_addf(&text, " %zu", tallies[party].count);
    }
    card_account(card, account, buffer_str(&text));
    buffer_free(&text);
}

static void add_invocations(const Card *card, const Instrument *instrument)
{
    Invocations *tallies = mem_new(card->dossier->party_count, sizeof *tallies);
    bool first = true;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        if (!count_invocations(card, instrument, account, tallies))
            continue;
        if (first)
            card_heading(card, (Target){0}, str_of("Who invokes it, and when"), "passages of each side");
        first = false;
        add_invocation(card, account, tallies);
    }
    free(tallies);
}

void card_instrument(const Card *card, uint32_t index)
{
    const Instrument *instrument = &card->dossier->instruments[index];
    Buffer text = {0};
    card_heading(card, (Target){TARGET_INSTRUMENT, index, 0}, instrument->record.title, "instrument");
    date_add(&text, instrument->date);
    card_link(card, (Target){TARGET_INSTRUMENT, index, 0}, "date", buffer_str(&text));
    buffer_free(&text);
    card_key(card, &instrument->record, "Place", "place");
    card_key(card, &instrument->record, "About", "about");
    for (size_t i = 0; i < instrument->topic_count; i++)
        card_link(card, (Target){TARGET_TOPIC, instrument->topics[i], 0}, i ? " " : "topics",
                  card->dossier->topics[instrument->topics[i]].record.title);
    add_source(card, instrument);
    card_key(card, &instrument->record, "Note", "note");
    card_progress(card);
    add_clauses(card, instrument);
    add_understandings(card, instrument);
    add_invocations(card, instrument);
}
