// SPDX-License-Identifier: MIT
// What a person's card tells of what they said.
#include "diptych/cite.h"
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "view/card/card.h"

// So many columns of the words are shown.
#define EXCERPT_COLUMNS 110

static bool speaks(const Glance *glance, uint32_t person)
{
    for (size_t i = 0; i < glance->speaker_count; i++)
        if (glance->speakers[i] == person)
            return true;
    return false;
}

// Its reference, and its words where its account is at hand or may still be read.
static void add_concession(const Card *card, PassageId id, uint32_t number, size_t *unread)
{
    Buffer reference = {0}, words = {0};
    passage_reference_add(card->dossier, &reference, id.account, number);
    if (speech_at_hand(card->dossier, id.account) || (*unread && (*unread)--)) {
        const Passage *passage = passage_at(card->dossier, id);
        if (passage)
            cite_excerpt_add(&words, passage->text, EXCERPT_COLUMNS);
    }
    sheet_text(card->sheet, (Target){TARGET_PASSAGE, id.account, id.ordinal}, buffer_str(&reference),
               buffer_str(&words), STYLE_PLAIN);
    buffer_free(&reference);
    buffer_free(&words);
}

void card_concessions(const Card *card, uint32_t person)
{
    size_t unread = CARD_UNREAD;
    bool first = true;
    for (uint32_t account = 0; account < card->dossier->account_count; account++) {
        size_t count = skim_count(card->skim, account);
        for (uint32_t i = 0; i < count; i++) {
            Glance glance = layered_glance(card->dossier, card->skim, (PassageId){account, i});
            if (!speaks(&glance, person) || !ground_is_concession(card->dossier, &glance))
                continue;
            if (first)
                card_heading(card, (Target){0}, str_of("What they conceded"), "to the other side");
            first = false;
            add_concession(card, (PassageId){account, i}, glance.number, &unread);
        }
    }
}
