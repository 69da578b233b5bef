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
    for (size_t i = 0; i < count; i++)
        card_link(card, (Target){TARGET_TOPIC, topics[i], 0}, i ? " " : "topics",
                  card->dossier->topics[topics[i]].record.title);
}

// Links of a passage beyond these are only counted.
#define TIES_MAX 200
// Columns of the words at the end of a link.
#define WORDS_MAX 600

static void add_tie(const Card *card, Tie tie, size_t *unread)
{
    card_reference(card, tie.incoming ? verb_reverse(tie.verb) : verb_word(tie.verb), tie.to, WORDS_MAX,
                   unread);
}

static void add_ties(const Card *card, PassageId id)
{
    Ties ties = {0};
    size_t unread = CARD_UNREAD;
    ties_add(&ties, card->dossier, card->skim, id);
    if (ties.count) {
        card_heading(card, (Target){0}, str_of("Links"), "");
        card_progress(card);
    }
    for (size_t i = 0; i < ties.count && i < TIES_MAX; i++)
        add_tie(card, ties.items[i], &unread);
    if (ties.count > TIES_MAX) {
        Buffer text = {0};
        if (ties.count < BACKLINKS_SHOWN)
            buffer_addf(&text, "and %zu more", ties.count - TIES_MAX);
        else
            buffer_add_text(&text, "and many more");
        card_text(card, " ", buffer_str(&text));
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
    card_text(card, "time", passage->time);
    card_text(card, "language", passage->lang);
    card_text(card, "via", passage->via);
    card_key(card, &source->record, "Translator", "translator");
}

static void add_name(const Card *card, uint32_t index, const char *label)
{
    const Name *name = card->dossier->names + index;
    Buffer text = {0};
    for (size_t n = 0; n < name->naming_count; n++) {
        if (n)
            buffer_add_text(&text, " / ");
        buffer_add(&text, name->namings[n].word_count ? name->namings[n].words[0] : str_of(""));
        buffer_add_text(&text, " (");
        buffer_add(&text, card->dossier->parties[name->namings[n].party].brief);
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

void card_passage(const Card *card, PassageId id)
{
    const Speech *speech = dossier_speech(card->dossier, id.account);
    const Passage *passage = passage_at(card->dossier, id);
    if (!passage)
        return;
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
    if (passage->capacity != CAPACITY_GOVERNMENT)
        card_text(card, "speaks for", str_of(cite_capacity(passage->capacity)));
    if (passage->addressee != ADDRESSEE_OTHER)
        card_text(card, "said to", str_of(cite_addressee(passage->addressee)));
    if (passage->status != STATUS_NARRATION)
        card_text(card, "act", str_of(act_word(passage->act)));
    card_text(card, "status", str_of(status_word(passage->status)));
    buffer_clear(&text);
    caption_missing_add(&text, card->dossier, id.account);
    card_text(card, "record", buffer_str(&text));
    card_text(card, "why", passage->why);
    card_text(card, "term", passage->term);
    card_text(card, "note", passage->note);
    add_source(card, passage);
    add_topics(card, speech, passage);
    add_names(card, passage);
    add_ties(card, id);
    add_discrepancies(card, id.account, passage->number);
    card_heading(card, (Target){0}, str_of("Citation"), "");
    buffer_clear(&text);
    cite_passage_add(&text, card->dossier, id);
    card_text(card, "", buffer_str(&text));
    buffer_free(&text);
}
