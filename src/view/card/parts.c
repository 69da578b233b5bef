// SPDX-License-Identifier: MIT
// The pieces that cards are made of.
#include "diptych/caption.h"
#include "diptych/cite.h"
#include "diptych/cut.h"
#include "view/card/card.h"

void card_heading(const Card *card, Target target, Str title, const char *aside)
{
    sheet_band(card->sheet);
    sheet_heading(card->sheet, target, title, str_of(aside));
}

void card_link(const Card *card, Target target, const char *label, Str text)
{
    if (text.len)
        sheet_text(card->sheet, target, str_of(label), text, STYLE_PLAIN);
}

void card_text(const Card *card, const char *label, Str text)
{
    card_link(card, (Target){0}, label, text);
}

void card_key(const Card *card, const Record *record, const char *key, const char *label)
{
    card_text(card, label, record_value(record, key));
}

void card_progress(const Card *card)
{
    if (!skim_complete(card->skim))
        sheet_text(card->sheet, (Target){0}, str_of(""),
                   str_of("Not all rounds are read yet: this is what is known so far."), STYLE_DIM);
}

// What is at the end of a link. The words in an account that may no more be read are left to those who go
// there.
static Target target_of(const Card *card, Ref ref, size_t *unread)
{
    if (!ref.first)
        return (Target){TARGET_ROUND, card->dossier->accounts[ref.account].round, 0};
    if (!speech_at_hand(card->dossier, ref.account) && (*unread == 0 || --*unread == 0))
        return (Target){TARGET_ACCOUNT, ref.account, 0};
    uint32_t ordinal = speech_find(dossier_speech(card->dossier, ref.account), ref.first);
    return ordinal == NONE ? (Target){0} : (Target){TARGET_PASSAGE, ref.account, ordinal};
}

static void add_words_at(const Card *card, Buffer *out, Target target, size_t columns)
{
    if (target.kind == TARGET_PASSAGE) {
        const Speech *speech = dossier_speech(card->dossier, target.index);
        const Passage *passage = passage_at(card->dossier, (PassageId){target.index, target.ordinal});
        if (!passage)
            return;
        buffer_add_text(out, "  ");
        cite_speakers_add(out, card->dossier, speech->turns + passage->turn);
        buffer_add_text(out, ": ");
        cut_add(out, passage->text, columns, false);
    } else if (target.kind == TARGET_ROUND) {
        buffer_add_text(out, "  ");
        buffer_add(out, card->dossier->rounds[target.index].record.title);
    }
}

void card_reference(const Card *card, const char *label, Ref ref, size_t columns, size_t *unread)
{
    Target target = target_of(card, ref, unread);
    Buffer text = {0};
    dossier_ref_add(card->dossier, &text, ref, NONE);
    add_words_at(card, &text, target, columns);
    card_link(card, target, label, buffer_str(&text));
    buffer_free(&text);
}

void card_account_add(const Card *card, Buffer *out, uint32_t account)
{
    const Round *round = card->dossier->rounds + card->dossier->accounts[account].round;
    date_add(out, round->date);
    buffer_add_text(out, date_known(round->date) ? ", " : "");
    buffer_add(out, round->record.title);
    Buffer missing = {0};
    caption_missing_add(&missing, card->dossier, account);
    if (missing.len) {
        buffer_add_text(out, " (");
        buffer_add(out, buffer_str(&missing));
        buffer_add_byte(out, ')');
    }
    buffer_free(&missing);
}

void card_side_add(const Card *card, Buffer *out, uint32_t party, Standing standing)
{
    buffer_add(out, card->dossier->parties[party].brief);
    buffer_add_byte(out, ' ');
    if (standing.state == STANDING_SPOKE)
        buffer_addf(out, "%zu", standing.count);
    else
        standing_add(out, card->dossier, standing);
}
