// SPDX-License-Identifier: MIT
// The pieces that cards are made of.
#include "diptych/caption.h"
#include "diptych/cite.h"
#include "diptych/cut.h"
#include "diptych/meaning.h"
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

// So many columns of its words at most stand in a row, and so many sides that say them.
#define WORDS_COLUMNS 300
#define SIDES_NAMED 3

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

// Whose words those of the turn are: the sides', in a few letters, or else the speakers'.
static void add_sides(const Card *card, Buffer *out, const Turn *turn)
{
    for (size_t i = 0; i < turn->party_count && i < SIDES_NAMED; i++) {
        buffer_add_text(out, i ? ", " : "");
        buffer_add(out, card->dossier->parties[turn->parties[i]].brief);
    }
    if (!turn->party_count)
        cite_speakers_add(out, card->dossier, turn);
}

// The last two cells of a reference: whose words stand there, and the words; what a round is called.
static void add_words_at(const Card *card, Buffer *side, Buffer *words, Target target)
{
    if (target.kind == TARGET_PASSAGE) {
        const Speech *speech = dossier_speech(card->dossier, target.index);
        const Passage *passage = passage_at(card->dossier, (PassageId){target.index, target.ordinal});
        if (!passage)
            return;
        add_sides(card, side, speech->turns + passage->turn);
        cut_add(words, passage->text, WORDS_COLUMNS, false);
    } else if (target.kind == TARGET_ROUND) {
        buffer_add(words, card->dossier->rounds[target.index].record.title);
    }
}

void card_reference(const Card *card, Ref ref, const char *what, size_t *unread)
{
    Target target = target_of(card, ref, unread);
    Buffer reference = {0}, side = {0}, words = {0};
    dossier_ref_add(card->dossier, &reference, ref, NONE);
    add_words_at(card, &side, &words, target);
    sheet_row(card->sheet, target,
              (Str[]){buffer_str(&reference), str_of(what), buffer_str(&side), buffer_str(&words)}, 4);
    buffer_free(&reference);
    buffer_free(&side);
    buffer_free(&words);
}

void card_reference_below(const Card *card, Ref ref, const char *what, size_t *unread)
{
    Target target = target_of(card, ref, unread);
    Buffer reference = {0}, side = {0}, words = {0};
    dossier_ref_add(card->dossier, &reference, ref, NONE);
    add_words_at(card, &side, &words, target);
    buffer_add_text(&side, side.len ? ", " : "");
    buffer_add_text(&side, what);
    sheet_row(card->sheet, target, (Str[]){buffer_str(&reference), buffer_str(&side), buffer_str(&words)}, 3);
    buffer_free(&reference);
    buffer_free(&side);
    buffer_free(&words);
}

void card_account(const Card *card, uint32_t account, Str what)
{
    Dossier *dossier = card->dossier;
    const Account *it = &dossier->accounts[account];
    Buffer text = {0}, missing = {0};
    date_add(&text, dossier->rounds[it->round].date);
    buffer_add_text(&text, text.len ? ", " : "");
    meaning_brief_add(&text, dossier, (Target){TARGET_ROUND, it->round, 0});
    caption_missing_add(&missing, dossier, account);
    if (missing.len) {
        buffer_add_text(&text, " (");
        buffer_add(&text, buffer_str(&missing));
        buffer_add_byte(&text, ')');
    }
    sheet_row(card->sheet, (Target){TARGET_ACCOUNT, account, 0}, (Str[]){it->name, what, buffer_str(&text)},
              3);
    buffer_free(&text);
    buffer_free(&missing);
}

void card_count_add(Buffer *out, size_t passages)
{
    buffer_addf(out, "%zu passage%s", passages, passages == 1 ? "" : "s");
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
