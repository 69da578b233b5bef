// SPDX-License-Identifier: MIT
// The pieces that cards are made of.
#include "diptych/caption.h"
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
