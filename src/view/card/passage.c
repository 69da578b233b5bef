// SPDX-License-Identifier: MIT
// The card of a passage: its words, whose they are, where they stand, what they are linked with.
#include <stdlib.h>
#include <string.h>

#include "diptych/caption.h"
#include "diptych/cite.h"
#include "diptych/discrepancies.h"
#include "diptych/layers.h"
#include "diptych/memory.h"
#include "diptych/names.h"
#include "diptych/ties.h"
#include "view/card/card.h"

static void add_topics(const Card *card, const Speech *speech, const Passage *passage)
{
    size_t count;
    const uint32_t *topics = layered_topics(card->dossier, speech, passage, &count);
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (card->beside && topics[i] == card->beside->topic)
            continue;
        card_link(card, (Target){TARGET_TOPIC, topics[i], 0},
                  !first         ? " "
                  : card->beside ? "also"
                                 : "topics",
                  card->dossier->topics[topics[i]].record.title);
        first = false;
    }
}

// Links of a passage beyond these are only counted.
#define TIES_MAX 200

// True when the columns beside the page show the link: what it leads to stands in the other one of them.
static bool is_beside(const Card *card, Tie tie)
{
    const Beside *beside = card->beside;
    if (!beside || !beside->links || !tie.to.first || (tie.incoming && !verb_is_reply(tie.verb)))
        return false;
    for (int side = 0; side < 2; side++) {
        if (beside->columns[side].account != tie.to.account)
            continue;
        const Speech *speech = dossier_speech(card->dossier, tie.to.account);
        uint32_t ordinal = speech_find(speech, tie.to.first);
        if (ordinal == NONE ||
            !passage_is_by(speech, &speech->passages[ordinal], beside->columns[side].party))
            continue;
        Glance glance = layered_glance(card->dossier, card->skim, (PassageId){tie.to.account, ordinal});
        if (beside->topic == NONE || glance_is_on(card->dossier, &glance, beside->topic))
            return true;
    }
    return false;
}

static void add_left_out(const Card *card, size_t count)
{
    Buffer text = {0};
    if (count < BACKLINKS_SHOWN)
        buffer_addf(&text, "and %zu more", count - TIES_MAX);
    else
        buffer_add_text(&text, "and many more");
    card_text(card, " ", buffer_str(&text));
    buffer_free(&text);
}

static void add_ties(const Card *card, PassageId id)
{
    Ties ties = {0};
    size_t unread = CARD_UNREAD, shown = 0;
    ties_add(&ties, card->dossier, card->skim, id);
    for (size_t i = 0; i < ties.count && i < TIES_MAX; i++) {
        Tie tie = ties.items[i];
        if (is_beside(card, tie))
            continue;
        if (shown++ == 0) {
            card_heading(card, (Target){0}, str_of(card->beside ? "Other links" : "Links"), "");
            card_progress(card);
        }
        card_reference(card, tie.to, tie_phrase(tie.verb, tie.incoming), &unread);
    }
    if (ties.count > TIES_MAX)
        add_left_out(card, ties.count);
    free(ties.items);
}

static void add_source(const Card *card, const Passage *passage)
{
    if (passage->details->source == NONE)
        return;
    const Source *source = card->dossier->sources + passage->details->source;
    Buffer text = {0};
    buffer_add(&text, source->record.title);
    buffer_addf(&text, " (%s", source_kind_word(source->kind));
    if (source->standpoint.len) {
        buffer_add_text(&text, "; standpoint: ");
        buffer_add(&text, source->standpoint);
    }
    buffer_add_byte(&text, ')');
    card_link(card, (Target){TARGET_SOURCE, passage->details->source, 0}, "source", buffer_str(&text));
    buffer_free(&text);
    if (!card->beside)
        card_text(card, "at", passage->details->at);
    card_text(card, "time", passage->details->time);
    card_text(card, "language", passage->details->lang);
    card_text(card, "via", passage->details->via);
    card_key(card, &source->record, "Translator", "translator");
}

static Str first_word(const Naming *naming)
{
    return naming->word_count ? naming->words[0] : (Str){0};
}

static bool is_told(const Name *name, size_t before, Str word)
{
    for (size_t i = 0; i < before; i++)
        if (str_equal(first_word(&name->namings[i]), word))
            return true;
    return false;
}

// "military alliance (USSR) / security treaty (Japan, Russia)": each word once, with all who use it.
static void add_name(const Card *card, uint32_t index, const char *label)
{
    const Name *name = card->dossier->names + index;
    Buffer text = {0};
    for (size_t n = 0; n < name->naming_count; n++) {
        Str word = first_word(&name->namings[n]);
        if (!word.len || is_told(name, n, word))
            continue;
        buffer_add_text(&text, text.len ? " / " : "");
        buffer_add(&text, word);
        for (size_t k = n, users = 0; k < name->naming_count; k++) {
            if (!str_equal(first_word(&name->namings[k]), word))
                continue;
            buffer_add_text(&text, users++ ? ", " : " (");
            buffer_add(&text, card->dossier->parties[name->namings[k].party].brief);
        }
        buffer_add_byte(&text, ')');
    }
    card_link(card, (Target){TARGET_NAME, index, 0}, label, buffer_str(&text));
    buffer_free(&text);
}

// Names are looked for in so many bytes of a passage: enough for any that is read, and few enough for one
// that is not.
#define NAMED_TEXT_MAX ((size_t)1 << 14)

// Each once, in the order in which they stand in the text.
static void add_names(const Card *card, const Passage *passage)
{
    Names *names = names_new(card->dossier);
    bool *told = mem_new(card->dossier->name_count, sizeof *told), first = true;
    Str searched = str_slice(passage->text, 0, str_character_start(passage->text, NAMED_TEXT_MAX));
    NameFound found = {0};
    while (names_next(names, searched, found.to, &found)) {
        if (!told[found.name])
            add_name(card, found.name, first ? "names" : " ");
        told[found.name] = true;
        first = false;
    }
    free(told);
    names_free(names);
}

static void add_discrepancies(const Card *card, uint32_t account, uint32_t number)
{
    size_t count;
    uint32_t *found = discrepancies_of_passage(card->dossier, account, number, &count);
    if (count)
        card_heading(card, (Target){0}, str_of("Where the accounts differ"), "");
    for (size_t i = 0; i < count; i++)
        card_link(card, (Target){TARGET_DISCREPANCY, found[i], 0}, "",
                  card->dossier->discrepancies[found[i]].about);
    free(found);
}

// Who speaks, and what is said.
static void add_words(const Card *card, PassageId id, const Passage *passage, const Turn *turn)
{
    Buffer text = {0};
    Target speaker = {0};
    cite_speakers_add(&text, card->dossier, turn);
    if (turn->speaker_count && turn->speakers[0].person != NONE)
        speaker = (Target){TARGET_PERSON, turn->speakers[0].person, 0};
    card_link(card, speaker, "speaker", buffer_str(&text));
    sheet_text(card->sheet, (Target){TARGET_PASSAGE, id.account, id.ordinal}, str_of("text"), passage->text,
               STYLE_PLAIN);
    buffer_free(&text);
}

// What kind of words they are; beside the passage itself what is the same for all of the record is not said.
static void add_manner(const Card *card, PassageId id, const Passage *passage)
{
    Buffer missing = {0};
    if (passage->capacity != CAPACITY_GOVERNMENT)
        card_text(card, "speaks for", str_of(cite_capacity(passage->capacity)));
    if (passage->addressee != ADDRESSEE_OTHER)
        card_text(card, "said to", str_of(cite_addressee(passage->addressee)));
    if (passage->status != STATUS_NARRATION && (!card->beside || passage->act != ACT_ASSERTS))
        card_text(card, "act", str_of(act_word(passage->act)));
    if (!card->beside) {
        card_text(card, "status", str_of(status_word(passage->status)));
        caption_missing_add(&missing, card->dossier, id.account);
        card_text(card, "record", buffer_str(&missing));
    }
    card_text(card, "why", passage->details->why);
    card_text(card, "term", passage->details->term);
    card_text(card, "note", passage->details->note);
    buffer_free(&missing);
}

static void add_citation(const Card *card, PassageId id)
{
    Buffer text = {0};
    card_heading(card, (Target){0}, str_of("Citation"), "");
    cite_passage_add(&text, card->dossier, id);
    card_text(card, "", buffer_str(&text));
    buffer_free(&text);
}

void card_passage(const Card *card, PassageId id)
{
    const Speech *speech = dossier_speech(card->dossier, id.account);
    const Passage *passage = passage_at(card->dossier, id);
    if (!passage)
        return;
    Buffer text = {0};
    passage_reference_add(card->dossier, &text, id.account, passage->number);
    card_heading(card, (Target){TARGET_PASSAGE, id.account, id.ordinal}, buffer_str(&text), "passage");
    if (!card->beside)
        add_words(card, id, passage, speech->turns + passage->turn);
    add_manner(card, id, passage);
    add_source(card, passage);
    add_topics(card, speech, passage);
    add_names(card, passage);
    add_ties(card, id);
    add_discrepancies(card, id.account, passage->number);
    add_citation(card, id);
    buffer_free(&text);
}
