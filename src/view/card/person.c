// SPDX-License-Identifier: MIT
// What a person's card tells of what they said.
#include "diptych/ground.h"
#include "diptych/layers.h"
#include "view/card/card.h"

static bool speaks(const Glance *glance, uint32_t person)
{
    for (size_t i = 0; i < glance->speaker_count; i++)
        if (glance->speakers[i] == person)
            return true;
    return false;
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
            card_reference(card, (Ref){account, glance.number, glance.number}, "", &unread);
        }
    }
}
