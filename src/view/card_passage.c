// SPDX-License-Identifier: MIT
// The card of a passage: its words, whose they are, where they stand, what they are linked with.
#include <stdlib.h>

#include "card.h"
#include "cite.h"
#include "inside.h"

static void add_topics(const Card *card, const Passage *passage)
{
    for (size_t i = 0; i < passage->topic_count; i++) {
        uint32_t topic = passage->topics[i];
        card_link(card, (Target){TARGET_TOPIC, topic, 0}, i ? " " : "topics",
                  card->dossier->topics[topic].record.title);
    }
}

static Target target_of(const Card *card, Ref ref)
{
    if (!ref.first)
        return (Target){TARGET_ROUND, card->dossier->accounts[ref.account].round, 0};
    uint32_t ordinal = speech_find(dossier_speech(card->dossier, ref.account), ref.first);
    return ordinal == NONE ? (Target){0} : (Target){TARGET_PASSAGE, ref.account, ordinal};
}

static void add_words_at(const Card *card, Buffer *out, Target target)
{
    if (target.kind == TARGET_PASSAGE) {
        const Speech *speech = dossier_speech(card->dossier, target.index);
        const Passage *passage = speech->passages + target.ordinal;
        buffer_add_text(out, "  ");
        cite_speakers_add(out, card->dossier, speech->turns + passage->turn);
        buffer_add_text(out, ": ");
        buffer_add(out, passage->text);
    } else if (target.kind == TARGET_ROUND) {
        buffer_add_text(out, "  ");
        buffer_add(out, card->dossier->rounds[target.index].record.title);
    }
}

static void add_ties(const Card *card, PassageId id)
{
    Ties ties = {0};
    ties_add(&ties, card->dossier, card->skim, id);
    if (ties.count) {
        card_heading(card, (Target){0}, str_of("Links"), "");
        card_progress(card);
    }
    for (size_t i = 0; i < ties.count; i++) {
        Tie tie = ties.items[i];
        Target target = target_of(card, tie.to);
        Buffer text = {0};
        dossier_ref_add(card->dossier, &text, tie.to, NONE);
        add_words_at(card, &text, target);
        card_link(card, target, tie.incoming ? verb_reverse(tie.verb) : verb_word(tie.verb),
                  buffer_str(&text));
        buffer_free(&text);
    }
    free(ties.items);
}

static void add_source(const Card *card, const Passage *passage)
{
    if (passage->source == NONE)
        return;
    const Source *source = card->dossier->sources + passage->source;
    Buffer text = {0};
    buffer_add(&text, source->record.title);
    buffer_addf(&text, " (%s", source_kind_word(source->kind));
    if (source->standpoint.len) {
        buffer_add_text(&text, "; standpoint: ");
        buffer_add(&text, source->standpoint);
    }
    buffer_add_byte(&text, ')');
    card_link(card, (Target){TARGET_SOURCE, passage->source, 0}, "source", buffer_str(&text));
    buffer_free(&text);
    card_text(card, "at", passage->at);
    card_text(card, "via", passage->via);
    card_key(card, &source->record, "Translator", "translator");
}

// True when `word` stands in the text as a word of its own.
static bool has_word(Str text, Str word)
{
    for (size_t at = 0; word.len && at + word.len <= text.len; at++) {
        if (!str_equal(str_slice(text, at, at + word.len), word))
            continue;
        char before = at ? text.at[at - 1] : ' ',
             after = at + word.len < text.len ? text.at[at + word.len] : ' ';
        bool inside = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
                      (after >= 'a' && after <= 'z') || (after >= 'A' && after <= 'Z');
        if (!inside)
            return true;
    }
    return false;
}

static bool names_it(const Name *name, Str text)
{
    for (size_t n = 0; n < name->naming_count; n++)
        for (size_t w = 0; w < name->namings[n].word_count; w++)
            if (has_word(text, name->namings[n].words[w]))
                return true;
    return false;
}

static void add_names(const Card *card, const Passage *passage)
{
    const Dossier *dossier = card->dossier;
    bool first = true;
    for (size_t i = 0; i < dossier->name_count; i++) {
        const Name *name = dossier->names + i;
        if (!names_it(name, passage->text))
            continue;
        Buffer text = {0};
        for (size_t n = 0; n < name->naming_count; n++) {
            if (n)
                buffer_add_text(&text, " / ");
            buffer_add(&text, name->namings[n].word_count ? name->namings[n].words[0] : str_of(""));
            buffer_add_text(&text, " (");
            buffer_add(&text, dossier->parties[name->namings[n].party].brief);
            buffer_add_byte(&text, ')');
        }
        card_link(card, (Target){TARGET_NAME, (uint32_t)i, 0}, first ? "names" : " ", buffer_str(&text));
        buffer_free(&text);
        first = false;
    }
}

void card_passage(const Card *card, PassageId id)
{
    const Speech *speech = dossier_speech(card->dossier, id.account);
    const Passage *passage = speech->passages + id.ordinal;
    const Turn *turn = speech->turns + passage->turn;
    Buffer text = {0};
    passage_reference_add(card->dossier, &text, id.account, passage->number);
    card_heading(card, (Target){TARGET_PASSAGE, id.account, id.ordinal}, buffer_str(&text), "passage");
    buffer_clear(&text);
    cite_speakers_add(&text, card->dossier, turn);
    Target speaker = {0};
    if (turn->speaker_count && turn->speakers[0].person != NONE)
        speaker = (Target){TARGET_PERSON, turn->speakers[0].person, 0};
    card_link(card, speaker, "speaker", buffer_str(&text));
    sheet_text(card->sheet, (Target){TARGET_PASSAGE, id.account, id.ordinal}, str_of("text"), passage->text,
               STYLE_PLAIN);
    if (passage->status != STATUS_NARRATION)
        card_text(card, "act", str_of(act_word(passage->act)));
    card_text(card, "status", str_of(status_word(passage->status)));
    card_text(card, "why", passage->why);
    card_text(card, "term", passage->term);
    card_text(card, "note", passage->note);
    add_source(card, passage);
    add_topics(card, passage);
    add_names(card, passage);
    add_ties(card, id);
    card_heading(card, (Target){0}, str_of("Citation"), "");
    buffer_clear(&text);
    cite_passage_add(&text, card->dossier, id);
    card_text(card, "", buffer_str(&text));
    buffer_free(&text);
}
